package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Charts made of plain forms: errors, stems, spans, stacks, boxes and pies. */
final class Everyday {
  private static final String FILL = "label=None, color=None, facecolor=None, alpha=None)";
  private static final String MANY = "colors=None, linestyles='solid', label=None, alpha=None, ";

  private Everyday() {}

  static void into(Axes axes) {
    def(
        axes,
        "errorbar(x, y, yerr=None, xerr=None, fmt='', ecolor=None, elinewidth=None, capsize=0, "
            + Style.ARGUMENTS
            + ")",
        Everyday::errorbar);
    def(axes, "hlines(y, xmin, xmax, " + MANY + "linewidth=1.5)", (a, g) -> lines(a, g, false));
    def(axes, "vlines(x, ymin, ymax, " + MANY + "linewidth=1.5)", (a, g) -> lines(a, g, true));
    def(axes, "axhspan(ymin, ymax, " + FILL, (a, g) -> span(a, g, "ymin", "ymax"));
    def(axes, "axvspan(xmin, xmax, " + FILL, (a, g) -> span(a, g, "xmin", "xmax"));
    def(axes, "stem(*args, bottom=0, label=None)", Everyday::stem);
    def(axes, "stackplot(*args, labels=None, colors=None, alpha=None)", Everyday::stack);
    def(axes, "fill(x, y, fmt=None, " + FILL, Everyday::fill);
    def(
        axes,
        "boxplot(x, labels=None, tick_labels=None, positions=None, widths=0.5, showfliers=True)",
        Boxplot::draw);
    def(
        axes,
        "pie(x, labels=None, colors=None, autopct=None, startangle=0, counterclock=True)",
        Everyday::pie);
  }

  private static Object errorbar(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    Drawing.same("x and y", x, y);
    String format = given.string("fmt");
    boolean bare = format.equals("none");
    Style style = Style.of(bare || format.isEmpty() ? null : format, given);
    style = style.color() == null ? style.orColor(axes.nextLine()) : style;
    String ink = given.has("ecolor") ? Colors.of(given.get("ecolor")) : style.color();
    double width = Style.first(given, style.width(), "elinewidth");
    Style bars = new Style(ink, "solid", null, width, 6, style.alpha());
    errors(axes, x, y, given.get("yerr"), bars, given.number("capsize"), false);
    errors(axes, x, y, given.get("xerr"), bars, given.number("capsize"), true);
    if (!bare) {
      axes.marks.add(new Mark.Line(x, y, style, Drawing.labelOf(given)));
    }
    return new Artist("<ErrorbarContainer object of 3 artists>", null);
  }

  /** Bars of error around points; one length, one for each, or two rows: below and above. */
  static void errors(
      Axes axes, double[] x, double[] y, Object given, Style style, double cap, boolean across) {
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
    if (cap > 0) {
      Style caps = new Style(style.color(), null, 3, 1.5, 2 * cap, style.alpha());
      for (double[] ends : new double[][] {from, to}) {
        axes.marks.add(new Mark.Line(across ? ends : x, across ? y : ends, caps, null));
      }
    }
  }

  private static Object lines(Axes axes, Given given, boolean upright) {
    double[] at = Values.numbers(given.get(upright ? "x" : "y"));
    double[] from = Drawing.spread(given.get(upright ? "ymin" : "xmin"), at.length);
    double[] to = Drawing.spread(given.get(upright ? "ymax" : "xmax"), at.length);
    String color = given.has("colors") ? Colors.of(given.get("colors")) : axes.nextLine();
    Style style =
        new Style(
            color,
            Style.line(given.string("linestyles")),
            null,
            given.number("linewidth"),
            6,
            Style.first(given, 1, "alpha"));
    String label = Drawing.labelOf(given);
    return axes.add(
        "matplotlib.collections.LineCollection",
        upright
            ? new Mark.Segments(at, from, at, to, style, false, label)
            : new Mark.Segments(from, at, to, at, style, false, label));
  }

  private static String color(Axes axes, Given given) {
    Object color = given.has("color") ? given.get("color") : given.get("facecolor");
    return color == null ? axes.nextPatch() : Colors.of(color);
  }

  private static Object span(Axes axes, Given given, String from, String to) {
    Mark.Span span =
        new Mark.Span(
            from.startsWith("x"),
            given.number(from),
            given.number(to),
            color(axes, given),
            Style.first(given, 1, "alpha"),
            Drawing.labelOf(given));
    return axes.add("matplotlib.patches.Rectangle", span);
  }

  private static Object stem(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    if (args.isEmpty() || args.size() > 2) {
      throw PyError.type("stem() takes the heights, or places and heights");
    }
    double[] y = Values.numbers(args.get(args.size() - 1));
    double[] x = args.size() == 2 ? axes.x.place(args.get(0)) : Drawing.upTo(y.length);
    Drawing.same("x and y", x, y);
    Style style = new Style(axes.nextLine(), "solid", null, 1.5, 6, 1);
    double[] floor = Drawing.spread(given.get("bottom"), x.length);
    axes.marks.add(new Mark.Segments(x, floor, x, y, style, false, null));
    Style heads = new Style(style.color(), null, 16, 1.5, 6, 1);
    axes.marks.add(new Mark.Line(x, y, heads, Drawing.labelOf(given)));
    Style ground = new Style(Colors.cycle(3), "solid", null, 1.5, 6, 1);
    axes.marks.add(new Mark.Rule(false, given.number("bottom"), ground, null));
    return new Artist("<StemContainer object of 3 artists>", null);
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
    List<Object> labels = given.has("labels") ? Values.items(given.get("labels")) : List.of();
    List<Object> colors = given.has("colors") ? Values.items(given.get("colors")) : List.of();
    double[] floor = new double[x.length];
    List<Object> drawn = new ArrayList<>();
    for (int k = 0; k < layers.size(); k++) {
      double[] y = layers.get(k);
      Drawing.same("x and y", x, y);
      double[] low = floor;
      double[] high = new double[x.length];
      Arrays.setAll(high, i -> low[i] + y[i]);
      String fill = colors.isEmpty() ? axes.nextPatch() : Colors.of(colors.get(k % colors.size()));
      String label = k < labels.size() ? Repr.text(labels.get(k)) : null;
      Mark.Band band = new Mark.Band(x, low, high, fill, Style.first(given, 1, "alpha"), label);
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
    Mark.Shape shape =
        new Mark.Shape(x, y, fill, Style.first(given, 1, "alpha"), Drawing.labelOf(given));
    return new ArrayList<Object>(List.of(axes.add("matplotlib.patches.Polygon", shape)));
  }

  private static Object pie(Axes axes, Given given) {
    double[] sizes = Values.numbers(given.get("x"));
    double all = Arrays.stream(sizes).sum();
    if (!(all > 0) || Arrays.stream(sizes).anyMatch(size -> size < 0)) {
      throw PyError.value("Wedge sizes 'x' must be non negative values");
    }
    List<Object> labels = given.has("labels") ? Values.items(given.get("labels")) : List.of();
    List<Object> colors = given.has("colors") ? Values.items(given.get("colors")) : List.of();
    double turn = given.flag("counterclock") ? 360 : -360;
    double at = given.number("startangle");
    for (int k = 0; k < sizes.length; k++) {
      double part = sizes[k] / all;
      String fill =
          colors.isEmpty() ? Colors.cycle(k % 7) : Colors.of(colors.get(k % colors.size()));
      String label = k < labels.size() ? Repr.text(labels.get(k)) : null;
      axes.marks.add(wedge(at, at + turn * part, fill, label));
      double middle = Math.toRadians(at + turn * part / 2);
      if (label != null) {
        String side = Math.cos(middle) < 0 ? "right" : "left";
        axes.marks.add(word(middle, 1.1, label, Colors.INK, side));
      }
      if (given.has("autopct")) {
        String share = String.format(Locale.ROOT, given.string("autopct"), 100 * part);
        axes.marks.add(word(middle, 0.6, share, "#ffffff", "middle"));
      }
      at += turn * part;
    }
    axes.equal = true;
    axes.hidden = true;
    axes.x.limits(-1.5, 1.5);
    axes.y.limits(-1.25, 1.25);
    return null;
  }

  private static Mark.Words word(
      double angle, double far, String text, String color, String across) {
    double x = far * Math.cos(angle);
    return new Mark.Words(x, far * Math.sin(angle), text, color, 10, across, "center", 0);
  }

  private static Mark.Shape wedge(double from, double to, String fill, String label) {
    int steps = Math.max(2, (int) Math.ceil(Math.abs(to - from) / 2));
    double[] x = new double[steps + 2];
    double[] y = new double[steps + 2];
    for (int i = 0; i <= steps; i++) {
      double angle = Math.toRadians(from + (to - from) * i / steps);
      x[i + 1] = Math.cos(angle);
      y[i + 1] = Math.sin(angle);
    }
    return new Mark.Shape(x, y, fill, 1, label);
  }
}
