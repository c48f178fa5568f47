package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bars. */
final class Bars {
  /** How bars look, of every function that draws them. */
  static final String LOOK =
      "label=None, color=None, facecolor=None, fc=None, edgecolor=None, ec=None, linewidth=None,"
          + " lw=None, alpha=None, zorder=None, hatch=None, fill=True";

  private static final String MORE =
      ", align='center', tick_label=None, yerr=None, xerr=None, ecolor=None, capsize=0,"
          + " error_kw=None, log=False, "
          + LOOK
          + ")";

  private Bars() {}

  static void into(Axes axes) {
    def(axes, "bar(x, height, width=0.8, bottom=0" + MORE, (a, g) -> bars(a, g, true));
    def(axes, "barh(y, width, height=0.8, left=0" + MORE, (a, g) -> bars(a, g, false));
    def(
        axes,
        "bar_label(container, labels=None, fmt=None, label_type='edge', padding=0, "
            + Font.ARGUMENTS
            + ", rotation=0)",
        Notes::onBars);
    def(axes, "broken_barh(xranges, yrange, " + LOOK + ")", Bars::broken);
  }

  private static Object bars(Axes axes, Given given, boolean upright) {
    Axis along = upright ? axes.x : axes.y;
    double[] at = along.place(given.get(upright ? "x" : "y"));
    double[] length = Drawing.spread(given.get(upright ? "height" : "width"), at.length);
    Drawing.same(upright ? "x and height" : "y and width", at, length);
    double[] width = Drawing.spread(given.get(upright ? "width" : "height"), at.length);
    double[] from = Drawing.spread(given.get(upright ? "bottom" : "left"), at.length);
    Drawing.same("the bars and their floor", at, from);
    ticks(along, at, given);
    if (given.flag("log")) {
      (upright ? axes.y : axes.x).scale("log", 10);
    }
    String align = given.string("align");
    if (!List.of("center", "edge").contains(align)) {
      throw given.wrong("align", "'center' or 'edge'");
    }
    double[] ends = shift(from, length, 1);
    double[] low = shift(at, width, align.equals("center") ? -0.5 : 0);
    double[] high = shift(at, width, align.equals("center") ? 0.5 : 1);
    BarContainer drawn =
        upright ? add(axes, given, low, high, from, ends) : add(axes, given, from, ends, low, high);
    double[] middle = align.equals("center") ? at : shift(at, width, 0.5);
    errors(axes, given, upright ? middle : ends, upright ? ends : middle);
    return drawn;
  }

  private static void errors(Axes axes, Given given, double[] x, double[] y) {
    Map<String, Object> looks = new LinkedHashMap<>();
    if (given.get("error_kw") instanceof Map<?, ?> more) {
      more.forEach((name, value) -> looks.put(String.valueOf(name), value));
    }
    for (String name : looks.keySet()) {
      if (!List.of("ecolor", "elinewidth", "lw", "capsize").contains(name)) {
        throw PyError.type("error_kw: " + Repr.of(name) + " is not supported");
      }
    }
    Object color = looks.getOrDefault("ecolor", given.get("ecolor"));
    Object width = looks.getOrDefault("elinewidth", looks.get("lw"));
    double cap = Values.number(looks.getOrDefault("capsize", given.get("capsize")));
    String ink = color == null ? Colors.INK : Colors.of(color);
    Style style = new Style(ink, "solid", null, width == null ? 1.5 : Values.number(width), 6, 1);
    Everyday.errors(axes, x, y, given.get("yerr"), style, cap, false);
    Everyday.errors(axes, x, y, given.get("xerr"), style, cap, true);
  }

  private static Object broken(Axes axes, Given given) {
    double[][] parts = Values.rows(given.get("xranges"));
    double[] y = Values.numbers(given.get("yrange"));
    double[] left = Arrays.stream(parts).mapToDouble(part -> part[0]).toArray();
    double[] right = Arrays.stream(parts).mapToDouble(part -> part[0] + part[1]).toArray();
    double[] bottom = new double[parts.length];
    double[] top = new double[parts.length];
    Arrays.fill(bottom, y[0]);
    Arrays.fill(top, y[0] + y[1]);
    return add(axes, given, left, right, bottom, top);
  }

  private static void ticks(Axis axis, double[] at, Given given) {
    if (given.has("tick_label")) {
      List<Object> labels = Values.items(given.get("tick_label"));
      if (labels.size() != at.length) {
        throw PyError.value(
            "tick_label holds " + labels.size() + " labels for " + at.length + " bars");
      }
      axis.ticks = at;
      axis.tickLabels = labels.stream().map(Repr::text).toList();
    }
  }

  private static double[] shift(double[] from, double[] by, double share) {
    double[] to = new double[from.length];
    Drawing.same("the bars and their widths", from, by);
    Arrays.setAll(to, i -> from[i] + share * by[i]);
    return to;
  }

  static BarContainer add(
      Axes axes, Given given, double[] left, double[] right, double[] bottom, double[] top) {
    Everyday.refuse(given, "hatch");
    Object color = Everyday.fill(given);
    String[] fill = colors(color, left.length);
    if (fill == null) {
      fill = new String[left.length];
      Arrays.fill(fill, axes.nextPatch());
    }
    if (!given.flag("fill")) {
      Arrays.fill(fill, "none");
    }
    Object around = given.has("edgecolor") ? given.get("edgecolor") : given.get("ec");
    double width = Style.first(given, 1, "linewidth", "lw");
    boolean plain = around == null || "none".equals(around) || width == 0;
    String[] edge =
        plain ? given.flag("fill") ? null : colors("k", left.length) : colors(around, left.length);
    double alpha = Style.first(given, 1, "alpha");
    Object label = given.get("label");
    boolean each = label instanceof List<?> many && many.size() == left.length && left.length > 1;
    Mark.Boxes boxes =
        new Mark.Boxes(
            left,
            right,
            bottom,
            top,
            fill,
            edge,
            width,
            alpha,
            each ? null : Drawing.labelOf(given));
    axes.marks.add(boxes);
    if (each) {
      for (int i = 0; i < left.length; i++) {
        axes.marks.add(new Mark.Proxy(null, fill[i], Repr.text(((List<?>) label).get(i))));
      }
    }
    BarContainer drawn = new BarContainer(axes, boxes);
    Drawing.ordered(axes, given, drawn.artist());
    return drawn;
  }

  /** One colour for all or a list of them; null: none was given. */
  static String[] colors(Object given, int count) {
    if (given == null) {
      return null;
    }
    String[] all = new String[count];
    List<Object> list = List.of(given);
    boolean one = given instanceof CharSequence;
    if (!one) {
      List<Object> items = Values.items(given);
      boolean parts = !items.isEmpty() && items.get(0) instanceof Number;
      list = parts || items.isEmpty() ? list : items;
    }
    List<Object> each = list;
    Arrays.setAll(all, i -> Colors.orNone(each.get(i % each.size())));
    return all;
  }

  /** Every number of a table, row by row. */
  static List<Double> all(double[][] rows) {
    List<Double> all = new ArrayList<>();
    for (double[] row : rows) {
      for (double value : row) {
        all.add(value);
      }
    }
    return all;
  }
}
