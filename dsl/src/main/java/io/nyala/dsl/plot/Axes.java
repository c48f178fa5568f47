package io.nyala.dsl.plot;

import io.nyala.dsl.names.Members;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** One chart of a figure: what is drawn in it, and its title, labels, limits, grid, legend. */
public final class Axes extends Members {
  final Figure figure;
  final List<Mark> marks = new ArrayList<>();
  final Map<Mark, Double> order = new IdentityHashMap<>();
  final Axis x;
  final Axis y = new Axis();
  final Axes rightOf;
  Axes right;
  String title = "";
  Font titleFont;
  double titleAt = 0.5;
  Font legendFont = Font.of(9.4);
  boolean hidden;
  boolean lineX = true;
  boolean lineY = true;
  double ratio;
  String paper;
  Legend legend;
  Map<Mark, String> legendOf;
  List<String> legendNames = List.of();
  Mark colorbar;
  String colorbarLabel = "";
  String colorbarPlace = "right";
  double[] colorbarTicks;
  Ticks.Words colorbarWords;
  private int lines;
  private int patches;

  Axes(Figure figure) {
    this(figure, null);
  }

  /**
   * A chart.
   *
   * @param rightOf the chart whose places it shares, with heights of its own at the right; or null
   */
  Axes(Figure figure, Axes rightOf) {
    super("Axes");
    this.figure = figure;
    this.rightOf = rightOf;
    this.x = rightOf == null ? new Axis() : rightOf.x;
    this.titleFont = Font.of(figure.parameters.number("axes.titlesize"));
    AxesFunctions.into(this);
    property("spines", () -> Spines.of(this));
    property("figure", () -> figure);
    property("xaxis", () -> new AxisMethods(this, x));
    property("yaxis", () -> new AxisMethods(this, y));
    property("transAxes", () -> "axes");
    property("transData", () -> "data");
    property("lines", () -> artists(Mark.Line.class));
    property("patches", () -> artists(Mark.Boxes.class));
    property("collections", () -> artists(Mark.Dots.class));
    property("images", () -> artists(Mark.Picture.class));
  }

  private List<Object> artists(Class<? extends Mark> kind) {
    List<Object> all = new ArrayList<>();
    for (Mark mark : marks) {
      if (kind.isInstance(mark)) {
        all.add(Artist.of(kind.getSimpleName(), this, mark));
      }
    }
    return all;
  }

  /** The next colour for a line; charts on top of each other share the cycle. */
  String nextLine() {
    return figure.cycle(lines++);
  }

  /** The next colour for a filled form. */
  String nextPatch() {
    return figure.cycle(patches++);
  }

  void clear() {
    marks.clear();
    order.clear();
    lines = 0;
    patches = 0;
    title = "";
    legend = null;
    legendOf = null;
    colorbar = null;
    x.free();
    y.free();
  }

  Artist add(String type, Mark mark) {
    marks.add(mark);
    return Artist.of(type, this, mark);
  }

  /** When a mark is drawn: what fills, then lines, then words, unless it says so itself. */
  double order(Mark mark) {
    Double own = order.get(mark);
    if (own != null) {
      return own;
    }
    boolean below = mark instanceof Mark.Picture;
    boolean filled =
        mark instanceof Mark.Boxes
            || mark instanceof Mark.Dots
            || mark instanceof Mark.Band
            || mark instanceof Mark.Shape
            || mark instanceof Mark.Span;
    return below ? 0 : filled ? 1 : mark instanceof Mark.Words ? 3 : 2;
  }

  /** What the legend calls a mark; null: nothing. */
  String nameOf(Mark mark) {
    return legendOf == null ? mark.label() : legendOf.get(mark);
  }

  /** The last picture; null if there is none. */
  Mark.Picture picture() {
    Mark.Picture last = null;
    for (Mark mark : marks) {
      last = mark instanceof Mark.Picture picture ? picture : last;
    }
    return last;
  }

  /** The last mark whose colours stand for numbers; null if there is none. */
  Mark shaded() {
    Mark last = null;
    for (Mark mark : marks) {
      last = mark.shades() == null ? last : mark;
    }
    return last;
  }

  /** From where to where an axis reaches, the lower end first. */
  double[] ends(Axis axis) {
    boolean across = axis == x;
    List<Mark> all = new ArrayList<>(marks);
    if (across && right != null) {
      all.addAll(right.marks);
    } else if (across && rightOf != null) {
      all.addAll(rightOf.marks);
    }
    return axis.ends(Extent.of(all, across), Extent.stops(all, across));
  }

  /** An axis with the limits that it is drawn with. */
  Axis drawn(Axis axis) {
    double[] ends = ends(axis);
    Axis other = new Axis();
    other.low = ends[0];
    other.high = ends[1];
    return other;
  }

  /** From where to where an axis reaches, as it was asked for. */
  Tuple range(Axis axis) {
    double[] ends = ends(axis);
    return axis.inverted ? Tuple.of(ends[1], ends[0]) : Tuple.of(ends[0], ends[1]);
  }

  /** Whether colours stand for numbers, so that dark themes must not turn them over. */
  boolean hasShades() {
    return marks.stream().anyMatch(mark -> mark.shades() != null || mark instanceof Mark.Picture);
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
