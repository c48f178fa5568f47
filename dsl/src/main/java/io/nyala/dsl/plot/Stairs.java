package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Heights between edges, shares of data up to a number, and events on a line. */
final class Stairs {
  private Stairs() {}

  static Object stairs(Axes axes, Given given) {
    double[] heights = Values.numbers(given.get("values"));
    double[] edges =
        given.has("edges") ? Values.numbers(given.get("edges")) : Drawing.upTo(heights.length + 1);
    if (edges.length != heights.length + 1) {
      throw PyError.value(
          "Size mismatch between \"values\" and \"edges\". Expected `len(values) + 1 == len(edges)`,"
              + " but got `"
              + heights.length
              + "` and `"
              + edges.length
              + "`.");
    }
    int n = heights.length;
    double[] x = new double[2 * n + 2];
    double[] y = new double[2 * n + 2];
    double base = given.number("baseline");
    for (int i = 0; i <= n; i++) {
      x[2 * i] = edges[i];
      x[2 * i + 1] = edges[i];
      y[2 * i] = i == 0 ? base : heights[i - 1];
      y[2 * i + 1] = i == n ? base : heights[i];
    }
    String color = given.has("color") ? Colors.of(given.get("color")) : axes.nextPatch();
    double alpha = Style.first(given, 1, "alpha");
    double[] floor = new double[x.length];
    Arrays.fill(floor, base);
    String label = Drawing.labelOf(given);
    Style style =
        new Style(color, "solid", null, Style.first(given, 1.5, "linewidth", "lw"), 6, alpha);
    return axes.add(
        "matplotlib.patches.StepPatch",
        given.flag("fill")
            ? new Mark.Band(false, x, floor, y, color, alpha, label)
            : new Mark.Line(x, y, style, label));
  }

  static Object shares(Axes axes, Given given) {
    double[] sorted =
        Arrays.stream(Values.numbers(given.get("x"))).filter(Double::isFinite).sorted().toArray();
    int n = sorted.length;
    if (n == 0) {
      throw PyError.value("ecdf() needs at least one number");
    }
    double[] x = new double[2 * n];
    double[] y = new double[2 * n];
    for (int i = 0; i < n; i++) {
      x[2 * i] = sorted[i];
      x[2 * i + 1] = sorted[i];
      y[2 * i] = (double) i / n;
      y[2 * i + 1] = (i + 1.0) / n;
    }
    if (given.flag("complementary")) {
      Arrays.setAll(y, i -> 1 - y[i]);
    }
    Style style = Style.of(axes, null, given);
    Style look = style.color() == null ? style.orColor(axes.nextLine()) : style;
    return axes.add("matplotlib.lines.Line2D", new Mark.Line(x, y, look, Drawing.labelOf(given)));
  }

  static Object events(Axes axes, Given given) {
    boolean many =
        Values.isTable(given.get("positions"))
            || given.get("positions") instanceof List<?> l
                && !l.isEmpty()
                && l.get(0) instanceof List<?>;
    List<Object> sets =
        many ? Values.items(given.get("positions")) : List.of(given.get("positions"));
    boolean across = given.string("orientation").equals("horizontal");
    double[] lengths = Drawing.spread(given.get("linelengths"), sets.size());
    double[] offsets =
        given.get("lineoffsets") instanceof Number number && sets.size() > 1
            ? Arrays.stream(Drawing.upTo(sets.size())).map(i -> i * number.doubleValue()).toArray()
            : Drawing.spread(given.get("lineoffsets"), sets.size());
    String[] inks = Bars.colors(given.get("colors"), sets.size());
    List<Object> drawn = new ArrayList<>();
    for (int k = 0; k < sets.size(); k++) {
      double[] at = Values.numbers(sets.get(k));
      double[] low = new double[at.length];
      double[] high = new double[at.length];
      Arrays.fill(low, offsets[k] - lengths[k] / 2);
      Arrays.fill(high, offsets[k] + lengths[k] / 2);
      String color = inks == null ? Colors.cycle(0) : inks[k];
      double width = given.has("linewidths") ? Values.numbers(given.get("linewidths"))[0] : 1.5;
      Style style = new Style(color, "solid", null, width, 6, Style.first(given, 1, "alpha"));
      drawn.add(
          axes.add(
              "matplotlib.collections.EventCollection",
              across
                  ? new Mark.Segments(at, low, at, high, style, false, Drawing.labelOf(given))
                  : new Mark.Segments(low, at, high, at, style, false, Drawing.labelOf(given))));
    }
    return drawn;
  }
}
