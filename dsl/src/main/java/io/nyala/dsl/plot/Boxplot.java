package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Boxes from the first quartile to the third with a line at the median, whiskers to the furthest
 * value within one and a half of the box's height, and what lies beyond as points. Source: the
 * documentation of matplotlib's {@code boxplot}.
 */
final class Boxplot {
  /** What it can be told. */
  static final String SIGNATURE =
      "boxplot(x, notch=False, sym=None, vert=None, whis=1.5, positions=None, widths=None,"
          + " patch_artist=False, labels=None, tick_labels=None, orientation='vertical',"
          + " showmeans=False, meanline=False, showcaps=True, showbox=True, showfliers=True,"
          + " label=None, boxprops=None, medianprops=None, flierprops=None, whiskerprops=None,"
          + " capprops=None, meanprops=None)";

  private static final List<String> PARTS =
      List.of("whiskers", "caps", "boxes", "medians", "fliers", "means");

  private final Axes axes;
  private final Given given;
  private final boolean upright;
  private final Map<Object, Object> parts = new LinkedHashMap<>();

  private Boxplot(Axes axes, Given given) {
    this.axes = axes;
    this.given = given;
    boolean lying =
        given.has("vert") ? !given.flag("vert") : given.string("orientation").equals("horizontal");
    this.upright = !lying;
    PARTS.forEach(part -> parts.put(part, new ArrayList<>()));
  }

  static Object draw(Axes axes, Given given) {
    if (given.flag("notch")) {
      throw given.wrong("notch", "False: boxes have no notches here");
    }
    return new Boxplot(axes, given).draw();
  }

  private Object draw() {
    List<Object> sets = sets(given.get("x"));
    double[] places =
        given.has("positions") ? Values.numbers(given.get("positions")) : upFromOne(sets.size());
    if (places.length != sets.size()) {
      throw PyError.value(
          "List of boxplot statistics and `positions` values must have same the length");
    }
    double[] widths =
        given.has("widths")
            ? Drawing.spread(given.get("widths"), places.length)
            : Drawing.spread(width(places), places.length);
    for (int i = 0; i < sets.size(); i++) {
      double[] sorted =
          Arrays.stream(Values.numbers(sets.get(i))).filter(Double::isFinite).sorted().toArray();
      if (sorted.length > 0) {
        box(places[i], widths[i], sorted);
      }
    }
    name(places);
    return parts;
  }

  private static double width(double[] places) {
    double span = Arrays.stream(places).max().orElse(0) - Arrays.stream(places).min().orElse(0);
    return Math.max(0.15, Math.min(0.5, 0.15 * span == 0 ? 0.5 : 0.15 * span));
  }

  private void name(double[] places) {
    Axis axis = upright ? axes.x : axes.y;
    axis.ticks = places;
    axis.limits(
        Arrays.stream(places).min().orElse(1) - 0.5, Arrays.stream(places).max().orElse(1) + 0.5);
    Object names = given.has("tick_labels") ? given.get("tick_labels") : given.get("labels");
    axis.tickLabels = names == null ? null : Values.items(names).stream().map(Repr::text).toList();
    if (names != null && axis.tickLabels.size() != places.length) {
      throw PyError.value("Dimensions of labels and X must be compatible");
    }
  }

  /** A list holds a data set in each item, an array in each column. */
  static List<Object> sets(Object data) {
    boolean ragged =
        data instanceof List<?> list
            && !list.isEmpty()
            && !(list.get(0) instanceof Number || list.get(0) instanceof CharSequence);
    if (ragged) {
      return List.copyOf((List<?>) data);
    }
    if (data instanceof Map<?, ?> map) {
      return List.copyOf(map.values());
    }
    if (!Values.isTable(data)) {
      return List.of(data);
    }
    double[][] rows = Values.rows(data);
    Object[] columns = new Object[rows[0].length];
    for (int j = 0; j < columns.length; j++) {
      int column = j;
      columns[j] = Arrays.stream(rows).map(row -> row[column]).toList();
    }
    return List.of(columns);
  }

  static double[] upFromOne(int count) {
    double[] all = Drawing.upTo(count);
    return Arrays.stream(all).map(i -> i + 1).toArray();
  }

  /** Between the two nearest values, as NumPy has it. */
  static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int from = (int) at;
    int to = Math.min(from + 1, sorted.length - 1);
    return sorted[from] + (at - from) * (sorted[to] - sorted[from]);
  }

  /** The whiskers' ends: a reach in boxes, or two percentages. */
  private double[] whiskers(double[] sorted, double low, double high) {
    if (given.get("whis") instanceof List<?>) {
      double[] share = Values.numbers(given.get("whis"));
      return new double[] {quantile(sorted, share[0] / 100), quantile(sorted, share[1] / 100)};
    }
    double reach = given.number("whis") * (high - low);
    double least = Arrays.stream(sorted).filter(v -> v >= low - reach).min().orElse(low);
    double most = Arrays.stream(sorted).filter(v -> v <= high + reach).max().orElse(high);
    return new double[] {Math.min(least, low), Math.max(most, high)};
  }

  private void box(double at, double width, double[] sorted) {
    double low = quantile(sorted, 0.25);
    double high = quantile(sorted, 0.75);
    double[] ends = whiskers(sorted, low, high);
    double left = at - width / 2;
    double right = at + width / 2;
    if (given.flag("showbox")) {
      frame(left, right, low, high);
    }
    Style whisker = style("whiskerprops", Colors.INK, 1);
    stroke("whiskers", at, ends[0], at, low, whisker);
    stroke("whiskers", at, high, at, ends[1], whisker);
    if (given.flag("showcaps")) {
      Style cap = style("capprops", Colors.INK, 1);
      stroke("caps", at - width / 4, ends[0], at + width / 4, ends[0], cap);
      stroke("caps", at - width / 4, ends[1], at + width / 4, ends[1], cap);
    }
    double middle = quantile(sorted, 0.5);
    stroke("medians", left, middle, right, middle, style("medianprops", Colors.cycle(1), 1.5));
    if (given.flag("showmeans")) {
      mean(left, right, at, Arrays.stream(sorted).average().orElse(middle));
    }
    double[] beyond = Arrays.stream(sorted).filter(v -> v < ends[0] || v > ends[1]).toArray();
    boolean fliers = given.flag("showfliers") && !"".equals(given.get("sym"));
    if (fliers && beyond.length > 0) {
      double[] x = new double[beyond.length];
      Arrays.fill(x, at);
      Style points = new Style(Colors.INK, null, 1, 1, 5, 1);
      Style look =
          given.get("sym") instanceof CharSequence sign
              ? Style.of(axes, sign.toString(), plain()).orColor(Colors.INK)
              : props("flierprops", points);
      part("fliers", line(x, beyond, look));
    }
  }

  private static Given plain() {
    return new Given("boxplot", io.nyala.dsl.names.Kind.ARRAY, Map.of());
  }

  private void frame(double left, double right, double low, double high) {
    Style look = style("boxprops", Colors.INK, 1);
    double[] x = {left, right, right, left};
    double[] y = {low, low, high, high};
    Object inside = given.get("boxprops") instanceof Map<?, ?> map ? map.get("facecolor") : null;
    String fill =
        !given.flag("patch_artist") ? "none" : inside == null ? Colors.cycle(0) : Colors.of(inside);
    Mark.Shape shape =
        new Mark.Shape(upright ? x : y, upright ? y : x, fill, look.color(), look.width(), 1, null);
    Artist drawn = axes.add("matplotlib.patches.PathPatch", shape);
    drawn.def(
        "set_facecolor(color)",
        paint -> {
          Mark.Shape it = (Mark.Shape) drawn.mark();
          drawn.replace(
              new Mark.Shape(
                  it.x(), it.y(), Colors.of(paint.get("color")), it.edge(), it.width(), 1, null));
          return null;
        });
    part("boxes", drawn);
  }

  private void mean(double left, double right, double at, double mean) {
    if (given.flag("meanline")) {
      Style dashed = new Style(Colors.cycle(2), "dashed", null, 1, 6, 1);
      stroke("means", left, mean, right, mean, props("meanprops", dashed));
      return;
    }
    Style sign = new Style(Colors.cycle(2), null, 24, 1, 6, 1);
    part("means", line(new double[] {at}, new double[] {mean}, props("meanprops", sign)));
  }

  private Artist line(double[] x, double[] y, Style style) {
    Mark.Line line = new Mark.Line(upright ? x : y, upright ? y : x, style, null);
    return axes.add("matplotlib.lines.Line2D", line);
  }

  private void stroke(String part, double x0, double y0, double x1, double y1, Style style) {
    part(part, line(new double[] {x0, x1}, new double[] {y0, y1}, style));
  }

  @SuppressWarnings("unchecked")
  private void part(String name, Artist drawn) {
    ((List<Object>) parts.get(name)).add(drawn);
  }

  private Style style(String name, String color, double width) {
    return props(name, new Style(color, "solid", null, width, 6, 1));
  }

  /** A style with what a map says of it. */
  private Style props(String name, Style style) {
    if (!(given.get(name) instanceof Map<?, ?> looks)) {
      return style;
    }
    Style look = style;
    for (Map.Entry<?, ?> each : looks.entrySet()) {
      String what = String.valueOf(each.getKey());
      Object value = each.getValue();
      look =
          switch (what) {
            case "color", "edgecolor", "markeredgecolor", "markerfacecolor" ->
                look.changed("color", value);
            case "linewidth", "lw" -> look.changed("linewidth", value);
            case "linestyle", "ls" -> look.line() == null ? look : look.changed("linestyle", value);
            case "marker" -> look.changed("marker", value);
            case "markersize", "ms" -> look.changed("markersize", value);
            case "alpha" -> look.changed("alpha", value);
            case "facecolor" -> look;
            default -> throw PyError.type(name + ": " + Repr.of(what) + " is not supported");
          };
    }
    return look;
  }
}
