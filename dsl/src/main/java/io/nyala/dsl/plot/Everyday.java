package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Charts made of plain forms: errors, stems, spans, stacks, boxes and pies. */
final class Everyday {
  private static final String FILL =
      "label=None, color=None, facecolor=None, fc=None, alpha=None, zorder=None)";
  private static final String MANY =
      "colors=None, color=None, linestyles='solid', linestyle=None, ls=None, label=None, alpha=None,"
          + " linewidths=None, linewidth=None, lw=None, zorder=None)";

  private Everyday() {}

  static void into(Axes axes) {
    def(
        axes,
        "errorbar(x, y, yerr=None, xerr=None, fmt='', ecolor=None, elinewidth=None, capsize=0,"
            + " capthick=None, barsabove=False, errorevery=1, lolims=False, uplims=False, "
            + Style.ARGUMENTS
            + ")",
        Everyday::errorbar);
    def(axes, "hlines(y, xmin, xmax, " + MANY, (a, g) -> lines(a, g, false));
    def(axes, "vlines(x, ymin, ymax, " + MANY, (a, g) -> lines(a, g, true));
    def(axes, "axhspan(ymin, ymax, xmin=0, xmax=1, " + FILL, (a, g) -> span(a, g, "ymin", "ymax"));
    def(axes, "axvspan(xmin, xmax, ymin=0, ymax=1, " + FILL, (a, g) -> span(a, g, "xmin", "xmax"));
    def(
        axes,
        "stem(*args, linefmt=None, markerfmt=None, basefmt=None, bottom=0, label=None,"
            + " orientation='vertical')",
        Everyday::stem);
    def(
        axes,
        "stackplot(*args, labels=None, colors=None, alpha=None, baseline='zero')",
        Everyday::stack);
    def(
        axes,
        "fill(x, y, fmt=None, edgecolor=None, ec=None, linewidth=None, lw=None, " + FILL,
        Everyday::fill);
    def(axes, Boxplot.SIGNATURE, Boxplot::draw);
    def(axes, Violin.SIGNATURE, Violin::draw);
    def(axes, Pie.SIGNATURE, Pie::draw);
    def(
        axes,
        "stairs(values, edges=None, fill=False, baseline=0, label=None, color=None, alpha=None, linewidth=None, lw=None)",
        Stairs::stairs);
    def(axes, "ecdf(x, complementary=False, " + Style.LINE + ")", Stairs::shares);
    def(
        axes,
        "eventplot(positions, orientation='horizontal', lineoffsets=1, linelengths=1, linewidths=None,"
            + " colors=None, label=None, alpha=None)",
        Stairs::events);
  }

  /** Refuses what would not be drawn. */
  static void refuse(Given given, String... names) {
    for (String name : names) {
      if (given.values().containsKey(name) && given.has(name)) {
        throw new PyError(
            "NotImplementedError",
            given.function() + "(): " + name + " is not part of Nyala's charts");
      }
    }
  }

  /** The colour of a filled form; null: none was given. */
  static Object fill(Given given) {
    for (String name : List.of("color", "facecolor", "fc")) {
      if (given.has(name)) {
        return given.get(name);
      }
    }
    return null;
  }

  private static Object errorbar(Axes axes, Given given) {
    for (String limits : List.of("lolims", "uplims")) {
      if (given.flag(limits)) {
        throw given.wrong(limits, "False: arrows of limits are not part of Nyala's charts");
      }
    }
    if (!Integer.valueOf(1).equals(given.get("errorevery"))) {
      throw given.wrong("errorevery", "1");
    }
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    Drawing.same("x and y", x, y);
    String format = given.string("fmt");
    boolean bare = format.equals("none");
    Style style = Style.of(axes, bare || format.isEmpty() ? null : format, given);
    style = style.color() == null ? style.orColor(axes.nextLine()) : style;
    String ink = given.has("ecolor") ? Colors.of(given.get("ecolor")) : style.color();
    double width = Style.first(given, style.width(), "elinewidth");
    Style bars = new Style(ink, "solid", null, width, 6, style.alpha());
    double cap = Values.number(given.get("capsize"));
    double thick = Style.first(given, 1.5, "capthick");
    Mark line = new Mark.Line(x, y, style, Drawing.labelOf(given));
    if (!bare && given.flag("barsabove")) {
      axes.marks.add(line);
    }
    errors(axes, x, y, given.get("yerr"), bars, cap, thick, false);
    errors(axes, x, y, given.get("xerr"), bars, cap, thick, true);
    if (!bare && !given.flag("barsabove")) {
      axes.marks.add(line);
    }
    Artist drawn = new Artist("<ErrorbarContainer object of 3 artists>", axes, line);
    return bare ? drawn : Drawing.ordered(axes, given, drawn);
  }

  static void errors(
      Axes axes, double[] x, double[] y, Object given, Style style, double cap, boolean across) {
    errors(axes, x, y, given, style, cap, 1.5, across);
  }

  /** Bars of error around points; one length, one for each, or two rows: below and above. */
  private static void errors(
      Axes axes,
      double[] x,
      double[] y,
      Object given,
      Style style,
      double cap,
      double thick,
      boolean across) {
    if (given == null) {
      return;
    }
    boolean two = Values.isTable(given);
    double[] below = Drawing.spread(two ? Values.rows(given)[0] : given, x.length);
    double[] above = two ? Drawing.spread(Values.rows(given)[1], x.length) : below;
    double[] middle = across ? x : y;
    double[] from = new double[x.length];
    double[] to = new double[x.length];
    Drawing.same("the errors and the points", below, x);
    Arrays.setAll(from, i -> middle[i] - below[i]);
    Arrays.setAll(to, i -> middle[i] + above[i]);
    axes.marks.add(
        across
            ? new Mark.Segments(from, y, to, y, style, false, null)
            : new Mark.Segments(x, from, x, to, style, false, null));
    if (java.util.Arrays.stream(below).anyMatch(v -> v < 0)
        || java.util.Arrays.stream(above).anyMatch(v -> v < 0)) {
      throw PyError.value((across ? "'xerr'" : "'yerr'") + " must not contain negative values");
    }
    if (cap > 0) {
      Style caps = new Style(style.color(), "solid", null, thick, 6, style.alpha());
      for (double[] ends : new double[][] {from, to}) {
        axes.marks.add(new Mark.Caps(across ? ends : x, across ? y : ends, cap, !across, caps));
      }
    }
  }

  private static Object lines(Axes axes, Given given, boolean upright) {
    double[] at = Values.numbers(given.get(upright ? "x" : "y"));
    double[] from = Drawing.spread(given.get(upright ? "ymin" : "xmin"), at.length);
    double[] to = Drawing.spread(given.get(upright ? "ymax" : "xmax"), at.length);
    Object wanted = given.has("colors") ? given.get("colors") : given.get("color");
    String dashes = given.has("linestyle") ? "linestyle" : given.has("ls") ? "ls" : "linestyles";
    String[] inks = Bars.colors(wanted, at.length);
    String color = inks == null ? Colors.cycle(0) : inks.length == 0 ? Colors.INK : inks[0];
    Style style =
        new Style(
            color,
            Style.line(given.get(dashes)),
            null,
            Style.first(given, 1.5, "linewidths", "linewidth", "lw"),
            6,
            Style.first(given, 1, "alpha"));
    if (inks != null && java.util.Arrays.stream(inks).distinct().count() > 1) {
      for (int i = 1; i < at.length; i++) {
        strokes(axes, upright, at, from, to, i, style.changed("color", inks[i]));
      }
      at = new double[] {at[0]};
      from = new double[] {from[0]};
      to = new double[] {to[0]};
    }
    String label = Drawing.labelOf(given);
    return axes.add(
        "matplotlib.collections.LineCollection",
        upright
            ? new Mark.Segments(at, from, at, to, style, false, label)
            : new Mark.Segments(from, at, to, at, style, false, label));
  }

  private static void strokes(
      Axes axes, boolean upright, double[] at, double[] from, double[] to, int i, Style style) {
    double[] place = {at[i]};
    double[] start = {from[i]};
    double[] end = {to[i]};
    axes.marks.add(
        upright
            ? new Mark.Segments(place, start, place, end, style, false, null)
            : new Mark.Segments(start, place, end, place, style, false, null));
  }

  static String color(Axes axes, Given given) {
    Object color = fill(given);
    return color == null ? axes.nextPatch() : Colors.of(color);
  }

  private static Object span(Axes axes, Given given, String from, String to) {
    boolean upright = from.startsWith("x");
    Axis axis = upright ? axes.x : axes.y;
    Mark.Span span =
        new Mark.Span(
            upright,
            axis.place(given.get(from))[0],
            axis.place(given.get(to))[0],
            given.number(upright ? "ymin" : "xmin"),
            given.number(upright ? "ymax" : "xmax"),
            color(axes, given),
            Style.first(given, 1, "alpha"),
            Drawing.labelOf(given));
    return Drawing.ordered(axes, given, axes.add("matplotlib.patches.Rectangle", span));
  }

  private static Object stem(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    if (args.isEmpty() || args.size() > 2) {
      throw PyError.type("stem() takes the heights, or places and heights");
    }
    double[] y = Values.numbers(args.get(args.size() - 1));
    double[] x = args.size() == 2 ? axes.x.place(args.get(0)) : Drawing.upTo(y.length);
    Drawing.same("x and y", x, y);
    boolean upright = !"horizontal".equals(given.get("orientation"));
    Style lines = formed(axes, given, "linefmt").orColor(Colors.cycle(0));
    Style heads =
        given.has("markerfmt")
            ? formed(axes, given, "markerfmt").orColor(lines.color())
            : new Style(lines.color(), null, 16, 1.5, 6, 1);
    double[] floor = Drawing.spread(given.get("bottom"), x.length);
    Style strokes = lines.changed("marker", "none");
    axes.marks.add(
        upright
            ? new Mark.Segments(x, floor, x, y, strokes, false, null)
            : new Mark.Segments(floor, x, y, x, strokes, false, null));
    Style signs = heads.changed("linestyle", "none");
    Mark.Line tips = new Mark.Line(upright ? x : y, upright ? y : x, signs, Drawing.labelOf(given));
    axes.marks.add(tips);
    Style ground = formed(axes, given, "basefmt").orColor(Colors.cycle(3));
    double low = Arrays.stream(x).min().orElse(0);
    double high = Arrays.stream(x).max().orElse(1);
    double[] ends = {low, high};
    double[] level = {given.number("bottom"), given.number("bottom")};
    if (ground.line() != null) {
      axes.marks.add(new Mark.Line(upright ? ends : level, upright ? level : ends, ground, null));
    }
    return new Artist("<StemContainer object of 3 artists>", axes, tips);
  }

  private static Style formed(Axes axes, Given given, String name) {
    Given none = new Given(given.function(), given.kind(), java.util.Map.of());
    return Style.of(axes, given.has(name) ? given.string(name) : null, none);
  }

  private static Object stack(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    if (args.size() < 2) {
      throw PyError.type("stackplot() takes the places, and then the heights of one layer or more");
    }
    double[] x = axes.x.place(args.get(0));
    List<double[]> layers = new ArrayList<>();
    for (Object each : args.subList(1, args.size())) {
      if (Values.isTable(each)) {
        layers.addAll(List.of(Values.rows(each)));
      } else {
        layers.add(Values.numbers(each));
      }
    }
    if (!"zero".equals(given.get("baseline"))) {
      throw given.wrong("baseline", "'zero'");
    }
    List<Object> labels = given.has("labels") ? Values.items(given.get("labels")) : List.of();
    List<Object> colors = given.has("colors") ? Values.items(given.get("colors")) : List.of();
    double[] floor = new double[x.length];
    double left = Arrays.stream(x).min().orElse(0);
    double right = Arrays.stream(x).max().orElse(1);
    axes.marks.add(new Mark.Room(new double[] {left, right, 0, 0}));
    List<Object> drawn = new ArrayList<>();
    for (int k = 0; k < layers.size(); k++) {
      double[] y = layers.get(k);
      Drawing.same("x and y", x, y);
      double[] low = floor;
      double[] high = new double[x.length];
      Arrays.setAll(high, i -> low[i] + y[i]);
      String fill = colors.isEmpty() ? axes.nextPatch() : Colors.of(colors.get(k % colors.size()));
      String label = k < labels.size() ? Repr.text(labels.get(k)) : null;
      Mark.Band band =
          new Mark.Band(false, x, low, high, fill, Style.first(given, 1, "alpha"), label);
      drawn.add(axes.add("matplotlib.collections.PolyCollection", band));
      floor = high;
    }
    return drawn;
  }

  private static Object fill(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    Drawing.same("x and y", x, y);
    String fill = given.has("fmt") ? Colors.of(given.get("fmt")) : color(axes, given);
    Object around = given.has("edgecolor") ? given.get("edgecolor") : given.get("ec");
    String edge = around == null || "none".equals(around) ? null : Colors.of(around);
    double width = edge == null ? 0 : Style.first(given, 1, "linewidth", "lw");
    double alpha = Style.first(given, 1, "alpha");
    Mark.Shape shape = new Mark.Shape(x, y, fill, edge, width, alpha, Drawing.labelOf(given));
    return new ArrayList<Object>(List.of(axes.add("matplotlib.patches.Polygon", shape)));
  }
}
