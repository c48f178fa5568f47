package io.nyala.dsl.plot;

import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** One chart of a figure: what is drawn in it, and its title, labels, limits, grid, legend. */
public final class Axes extends Members {
  final Figure figure;
  final List<Mark> marks = new ArrayList<>();
  final Axis x = new Axis();
  final Axis y = new Axis();
  String title = "";
  double titleSize = 13;
  double titleAt = 0.5;
  boolean titleBold;
  double legendSize;
  boolean hidden;
  boolean lineX = true;
  boolean lineY = true;
  boolean equal;
  String legend;
  String legendTitle = "";
  boolean colorbar;
  String colorbarLabel = "";
  private int lines;
  private int patches;

  Axes(Figure figure) {
    super("Axes");
    this.figure = figure;
    AxesFunctions.into(this);
    property("spines", () -> Spines.of(this));
  }

  /** The next colour for a line. */
  String nextLine() {
    return Colors.cycle(lines++);
  }

  /** The next colour for a filled form. */
  String nextPatch() {
    return Colors.cycle(patches++);
  }

  void clear() {
    marks.clear();
    lines = 0;
    patches = 0;
    title = "";
    legend = null;
  }

  Artist add(String type, Mark mark) {
    marks.add(mark);
    return Artist.of(type, mark);
  }

  /** The colours' range of the last picture or coloured points; null if there are none. */
  Mark.Picture picture() {
    Mark.Picture last = null;
    for (Mark mark : marks) {
      last = mark instanceof Mark.Picture picture ? picture : last;
    }
    return last;
  }

  /** From where to where an axis reaches: its limits, or those of the data and a twentieth more. */
  Tuple range(Axis axis) {
    boolean across = axis == x;
    double[] all = marks.stream().flatMapToDouble(mark -> places(mark, across)).toArray();
    double low = Arrays.stream(all).filter(Double::isFinite).min().orElse(0);
    double high = Arrays.stream(all).filter(Double::isFinite).max().orElse(1);
    double more = (high - low) / 20;
    double from = Double.isNaN(axis.low) ? low - more : axis.low;
    double to = Double.isNaN(axis.high) ? high + more : axis.high;
    return axis.inverted ? Tuple.of(to, from) : Tuple.of(from, to);
  }

  private static DoubleStream places(Mark mark, boolean across) {
    if (mark instanceof Mark.Line it) {
      return Arrays.stream(across ? it.x() : it.y());
    } else if (mark instanceof Mark.Dots it) {
      return Arrays.stream(across ? it.x() : it.y());
    } else if (mark instanceof Mark.Boxes it) {
      return DoubleStream.concat(
          Arrays.stream(across ? it.left() : it.bottom()),
          Arrays.stream(across ? it.right() : it.top()));
    } else if (mark instanceof Mark.Band it) {
      return across
          ? Arrays.stream(it.x())
          : DoubleStream.concat(Arrays.stream(it.low()), Arrays.stream(it.high()));
    } else if (mark instanceof Mark.Segments it) {
      return DoubleStream.concat(
          Arrays.stream(across ? it.fromX() : it.fromY()),
          Arrays.stream(across ? it.toX() : it.toY()));
    }
    return DoubleStream.empty();
  }

  /** Whether colours stand for numbers, so that dark themes must not turn them over. */
  boolean hasShades() {
    return marks.stream()
        .anyMatch(
            mark ->
                mark instanceof Mark.Picture
                    || mark instanceof Mark.Dots dots
                        && Arrays.stream(dots.fill()).distinct().count() > 1);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    if (!title.isEmpty()) {
      parts.add("title={'center': " + Repr.quote(title) + "}");
    }
    if (!x.label.isEmpty()) {
      parts.add("xlabel=" + Repr.quote(x.label));
    }
    if (!y.label.isEmpty()) {
      parts.add("ylabel=" + Repr.quote(y.label));
    }
    return "<Axes: " + String.join(", ", parts) + ">";
  }
}
