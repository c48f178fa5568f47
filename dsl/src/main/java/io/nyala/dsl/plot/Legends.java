package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Which marks the legend names, how it calls them, and where it stands. */
final class Legends {
  /** What a chart's legend can be told. */
  static final String SIGNATURE =
      "legend(*args, handles=None, labels=None, loc='best', bbox_to_anchor=None, ncol=None, ncols=None,"
          + " title=None, fontsize=None, title_fontsize=None, frameon=None, framealpha=None,"
          + " fancybox=None, shadow=False, markerscale=None, labelspacing=None, columnspacing=None,"
          + " handlelength=None, borderaxespad=None)";

  private static final List<String> PLACES =
      List.of(
          "best",
          "upper right",
          "upper left",
          "lower left",
          "lower right",
          "right",
          "center left",
          "center right",
          "lower center",
          "upper center",
          "center");

  private Legends() {}

  static Object ofAxes(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    Object handles = args.size() > 1 ? args.get(0) : given.get("handles");
    Object labels = args.isEmpty() ? given.get("labels") : args.get(args.size() - 1);
    if (args.size() > 2) {
      throw PyError.type(
          "legend() takes handles and labels; received " + args.size() + " arguments");
    }
    for (String drawn : List.of("frameon", "shadow")) {
      if (given.has(drawn) && given.flag(drawn)) {
        throw given.wrong(drawn, "False: legends here have no frame");
      }
    }
    for (String other : List.of("markerscale", "labelspacing", "columnspacing", "handlelength")) {
      if (given.has(other)) {
        throw given.wrong(other, "None: signs and rows of a legend have one size here");
      }
    }
    choose(axes, handles, labels);
    style(axes, given);
    return new Legend();
  }

  private static void choose(Axes axes, Object handles, Object labels) {
    axes.marks.removeIf(mark -> mark instanceof Mark.Proxy);
    if (handles == null && labels == null) {
      axes.legendOf = null;
      axes.legendNames = List.of();
      return;
    }
    List<Mark> marks = new ArrayList<>();
    if (handles == null) {
      axes.marks.stream().filter(Legends::canBeNamed).forEach(marks::add);
    } else {
      Values.items(handles).forEach(handle -> marks.add(markOf(axes, handle)));
    }
    List<Object> names = labels == null ? null : Values.items(labels);
    Map<Mark, String> chosen = new IdentityHashMap<>();
    List<String> order = new ArrayList<>();
    for (int i = 0; i < marks.size() && (names == null || i < names.size()); i++) {
      Mark mark = marks.get(i);
      chosen.put(mark, names == null ? mark.label() : Repr.text(names.get(i)));
      order.add(chosen.get(mark) == null ? "" : MathText.plain(chosen.get(mark)));
      boolean here = axes.marks.stream().anyMatch(each -> each == mark);
      if (!here) {
        Mark sign = sign(mark, chosen.remove(mark));
        axes.marks.add(sign);
        chosen.put(sign, sign.label());
      }
    }
    axes.legendOf = chosen;
    axes.legendNames = order;
  }

  private static boolean canBeNamed(Mark mark) {
    return mark instanceof Mark.Line
        || mark instanceof Mark.Dots
        || mark instanceof Mark.Boxes
        || mark instanceof Mark.Band;
  }

  /** A sign for a mark of another chart. */
  private static Mark sign(Mark mark, String name) {
    if (mark instanceof Mark.Line line) {
      return new Mark.Proxy(line.style(), null, name);
    }
    if (mark instanceof Mark.Dots dots) {
      String color = dots.fill().length > 0 ? dots.fill()[0] : Colors.INK;
      return new Mark.Proxy(new Style(color, null, dots.marker(), 1.5, 6, 1), null, name);
    }
    if (mark instanceof Mark.Boxes boxes) {
      return new Mark.Proxy(null, boxes.fill().length > 0 ? boxes.fill()[0] : Colors.INK, name);
    }
    if (mark instanceof Mark.Band band) {
      return new Mark.Proxy(null, band.fill(), name);
    }
    return mark.named(name);
  }

  private static Mark markOf(Axes axes, Object handle) {
    if (handle instanceof Artist artist && artist.mark() != null) {
      return artist.mark();
    }
    if (handle instanceof Proxies.Handle proxy) {
      return proxy.mark();
    }
    if (handle instanceof BarContainer bars) {
      return bars.mark();
    }
    if (handle instanceof List<?> list && !list.isEmpty()) {
      return markOf(axes, list.get(0));
    }
    throw PyError.type(
        "a legend names what drawing functions hand back; received " + Repr.of(handle));
  }

  private static void style(Axes axes, Given given) {
    if (given.has("fontsize")) {
      axes.legendFont = Font.of(Font.size(given, 9, "fontsize"));
    }
    axes.legend = place(given);
    axes.legendTitle = given.has("title") ? given.string("title") : "";
    String columns = given.has("ncols") ? "ncols" : "ncol";
    axes.legendColumns = given.has(columns) ? given.integer(columns) : 1;
    axes.legendAnchor = null;
    if (given.has("bbox_to_anchor")) {
      double[] at = Values.numbers(given.get("bbox_to_anchor"));
      anchor(axes, at[0], at[1]);
    }
  }

  /** Outside the chart there is room at its sides; inside, wherever it was asked for. */
  private static void anchor(Axes axes, double x, double y) {
    boolean outside = x >= 1 || y >= 1 || x < 0 || y < 0;
    if (!outside) {
      double[] at = Theme.place(axes.legend.equals("best") ? "upper right" : axes.legend);
      axes.legendAnchor = new double[] {x, y, Math.rint(at[0] * 2) / 2, Math.rint(at[1] * 2) / 2};
      return;
    }
    axes.legend = x >= 1 ? "right" : x < 0 ? "left" : y >= 1 ? "top" : "bottom";
  }

  private static String place(Given given) {
    boolean number = given.get("loc") instanceof Integer;
    int index = number ? given.integer("loc") : -1;
    String place =
        index >= 0 && index < PLACES.size() ? PLACES.get(index) : String.valueOf(given.get("loc"));
    if (place.startsWith("outside ")) {
      return place.contains("upper")
          ? "top"
          : place.contains("lower") ? "bottom" : place.contains("left") ? "left" : "right";
    }
    if (!PLACES.contains(place)) {
      throw PyError.value(
          Repr.quote(place) + " is not a valid value for loc; there are " + Repr.of(PLACES));
    }
    return place;
  }

  /** Signs and names, as {@code get_legend_handles_labels()} hands them out. */
  static Tuple named(Axes axes) {
    List<Object> handles = new ArrayList<>();
    List<Object> labels = new ArrayList<>();
    for (Mark mark : axes.marks) {
      String label = mark.label();
      if (label != null && !label.isEmpty() && !label.startsWith("_")) {
        handles.add(Artist.of("matplotlib." + mark.getClass().getSimpleName(), axes, mark));
        labels.add(label);
      }
    }
    return Tuple.of(handles, labels);
  }

  /** One legend for all charts of a figure, beside the last. */
  static Object ofFigure(Figure figure, Given given) {
    if (given.flag("frameon")) {
      throw given.wrong("frameon", "False: legends here have no frame");
    }
    List<Object> handles = new ArrayList<>();
    List<Object> labels = new ArrayList<>();
    for (Figure.Place place : figure.places) {
      Tuple own = named(place.axes());
      for (int i = 0; i < ((List<?>) own.get(0)).size(); i++) {
        if (!labels.contains(((List<?>) own.get(1)).get(i))) {
          handles.add(((List<?>) own.get(0)).get(i));
          labels.add(((List<?>) own.get(1)).get(i));
        }
      }
    }
    if (figure.places.isEmpty()) {
      return new Legend();
    }
    Axes last = figure.places.get(figure.places.size() - 1).axes();
    choose(
        last,
        given.has("handles") ? given.get("handles") : handles,
        given.has("labels") ? given.get("labels") : given.has("handles") ? null : labels);
    style(last, given);
    boolean low = last.legend.startsWith("lower");
    last.legend = low ? "bottom" : last.legend.equals("upper center") ? "top" : "right";
    last.legendAnchor = null;
    return new Legend();
  }

  /** What {@code legend} hands back. */
  private static final class Legend {
    @Override
    public String toString() {
      return "<matplotlib.legend.Legend>";
    }
  }
}
