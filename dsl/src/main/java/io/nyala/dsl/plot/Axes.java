package io.nyala.dsl.plot;

import io.nyala.dsl.names.Members;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;

/** One chart of a figure: what is drawn in it, and its title, labels, limits, grid, legend. */
public final class Axes extends Members {
  final Figure figure;
  final List<Mark> marks = new ArrayList<>();
  final Axis x = new Axis();
  final Axis y = new Axis();
  String title = "";
  double titleSize = 13;
  boolean hidden;
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

  /** Whether colours stand for numbers, so that dark themes must not turn them over. */
  boolean hasShades() {
    return marks.stream()
        .anyMatch(
            mark ->
                mark instanceof Mark.Picture
                    || mark instanceof Mark.Dots dots
                        && java.util.Arrays.stream(dots.fill()).distinct().count() > 1);
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
