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
      "legend(*args, handles=None, labels=None, loc='best', bbox_to_anchor=None, ncol=None, ncols=1,"
          + " title=None, fontsize=None, title_fontsize=None, prop=None, labelcolor=None, frameon=None,"
          + " framealpha=None, facecolor=None, edgecolor=None, fancybox=True, shadow=False,"
          + " markerscale=1, labelspacing=0.5, columnspacing=2, handlelength=2, borderaxespad=0.5,"
          + " bbox_transform=None)";

  /** What a figure's legend can be told. */
  static final String OF_FIGURE = SIGNATURE.replace("loc='best'", "loc='upper right'");

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
    choose(axes, handles, labels);
    style(axes, given);
    return new Handle();
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
    Font font = axes.legendFont;
    Object ink = given.get("labelcolor");
    double size =
        given.get("prop") instanceof java.util.Map<?, ?> prop
                && prop.get("size") instanceof Number own
            ? own.doubleValue()
            : Font.size(given, font.size(), "fontsize");
    Font names =
        new Font(size, ink == null ? font.color() : Colors.of(ink), font.bold(), font.italic());
    Font title = new Font(Font.size(given, size, "title_fontsize"), names.color(), false, false);
    Object frame = given.get("frameon");
    Legend.Paper paper =
        new Legend.Paper(
            Style.first(given, 0.85, "framealpha"),
            color(given, "facecolor"),
            color(given, "edgecolor"),
            given.flag("fancybox"),
            given.flag("shadow"));
    Legend.Gaps gaps =
        new Legend.Gaps(
            given.number("labelspacing"),
            given.number("columnspacing"),
            given.number("handlelength"),
            given.number("borderaxespad"));
    axes.legend =
        new Legend(
            place(given),
            anchor(given),
            given.has("title") ? given.string("title") : "",
            Math.max(1, given.integer(given.has("ncol") ? "ncol" : "ncols")),
            names,
            title,
            frame == null ? null : (Boolean) given.flag("frameon"),
            paper,
            gaps,
            given.number("markerscale"));
  }

  private static String color(Given given, String name) {
    boolean own = given.has(name) && !"inherit".equals(given.get(name));
    return own ? Colors.of(given.get(name)) : null;
  }

  private static double[] anchor(Given given) {
    if (!given.has("bbox_to_anchor")) {
      return null;
    }
    double[] at = Values.numbers(given.get("bbox_to_anchor"));
    if (at.length != 2 && at.length != 4) {
      throw given.wrong(
          "bbox_to_anchor", "(x, y) or (x, y, width, height), in shares of the chart");
    }
    return at;
  }

  private static String place(Given given) {
    boolean number = given.get("loc") instanceof Integer;
    int index = number ? given.integer("loc") : -1;
    String place =
        index >= 0 && index < PLACES.size() ? PLACES.get(index) : String.valueOf(given.get("loc"));
    if (!PLACES.contains(place.replace("outside ", ""))) {
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

  /** One legend for all charts of a figure: the figure makes room for it at one of its edges. */
  static Object ofFigure(Figure figure, Given given) {
    List<?> args = (List<?>) given.get("args");
    Object names = args.isEmpty() ? given.get("labels") : args.get(args.size() - 1);
    List<Object> handles = new ArrayList<>();
    List<Object> labels = new ArrayList<>();
    for (Object each : figure.all()) {
      Axes chart = (Axes) each;
      if (names != null) {
        chart.marks.stream()
            .filter(Legends::canBeNamed)
            .forEach(mark -> handles.add(Artist.of("Artist", chart, mark)));
        continue;
      }
      Tuple own = named(chart);
      for (int i = 0; i < ((List<?>) own.get(0)).size(); i++) {
        if (!labels.contains(((List<?>) own.get(1)).get(i))) {
          handles.add(((List<?>) own.get(0)).get(i));
          labels.add(((List<?>) own.get(1)).get(i));
        }
      }
    }
    Axes bearer = new Axes(figure);
    figure.parameters.begin(bearer);
    boolean own = given.has("handles") || args.size() > 1;
    choose(
        bearer,
        own ? args.size() > 1 ? args.get(0) : given.get("handles") : handles,
        names == null && !own ? labels : names);
    style(bearer, given);
    figure.legend = bearer;
    return new Handle();
  }

  /** What {@code legend} hands back. */
  private static final class Handle {
    @Override
    public String toString() {
      return "<matplotlib.legend.Legend>";
    }
  }
}
