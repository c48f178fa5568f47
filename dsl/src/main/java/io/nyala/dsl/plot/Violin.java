package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The density of data on both sides of a place: a sum of Gaussian bells over the data, as wide as
 * Scott's rule has it. Source: the documentation of matplotlib's {@code violinplot} and {@code
 * GaussianKDE}.
 */
final class Violin {
  /** What it can be told. */
  static final String SIGNATURE =
      "violinplot(dataset, positions=None, vert=None, orientation='vertical', widths=0.5,"
          + " showmeans=False, showextrema=True, showmedians=False, quantiles=None, points=100,"
          + " bw_method=None, side='both', facecolor=None)";

  private Violin() {}

  static Object draw(Axes axes, Given given) {
    boolean upright =
        given.has("vert") ? given.flag("vert") : given.string("orientation").equals("vertical");
    if (!"both".equals(given.get("side"))) {
      throw given.wrong("side", "'both'");
    }
    Object method = given.get("bw_method");
    if (method != null
        && !"scott".equals(method)
        && !"silverman".equals(method)
        && !(method instanceof Number)) {
      throw given.wrong("bw_method", "'scott', 'silverman' or a number");
    }
    List<Object> sets = Boxplot.sets(given.get("dataset"));
    double[] places =
        given.has("positions")
            ? Values.numbers(given.get("positions"))
            : Boxplot.upFromOne(sets.size());
    if (places.length != sets.size()) {
      throw PyError.value(
          "List of violinplot statistics and `positions` values must have the same length");
    }
    double[] widths = Drawing.spread(given.get("widths"), places.length);
    String fill = given.has("facecolor") ? Colors.of(given.get("facecolor")) : axes.nextPatch();
    List<Object> bodies = new ArrayList<>();
    Map<Object, Object> parts = new LinkedHashMap<>();
    parts.put("bodies", bodies);
    for (int k = 0; k < places.length; k++) {
      double[] data =
          Arrays.stream(Values.numbers(sets.get(k))).filter(Double::isFinite).sorted().toArray();
      if (data.length > 0) {
        bodies.add(body(axes, given, data, places[k], widths[k], fill, upright));
        lines(axes, given, data, places[k], widths[k], fill, upright);
      }
    }
    return parts;
  }

  private static Artist body(
      Axes axes,
      Given given,
      double[] data,
      double at,
      double width,
      String fill,
      boolean upright) {
    int n = given.integer("points");
    double[] where = new double[n];
    double low = data[0];
    double high = data[data.length - 1];
    Arrays.setAll(where, i -> low + (high - low) * i / Math.max(1, n - 1));
    double[] density = density(data, where, given.get("bw_method"));
    double most = Arrays.stream(density).max().orElse(1);
    double[] left = Arrays.stream(density).map(d -> at - d / most * width / 2).toArray();
    double[] right = Arrays.stream(density).map(d -> at + d / most * width / 2).toArray();
    Mark.Band band = new Mark.Band(upright, where, left, right, fill, 0.3, null);
    Artist drawn = axes.add("matplotlib.collections.FillBetweenPolyCollection", band);
    paint(drawn, "set_facecolor(color)", true);
    paint(drawn, "set_color(color)", true);
    paint(drawn, "set_alpha(color)", false);
    return drawn;
  }

  private static void paint(Artist drawn, String signature, boolean color) {
    drawn.def(
        signature,
        given -> {
          Mark.Band it = (Mark.Band) drawn.mark();
          String fill = color ? Colors.of(given.get("color")) : it.fill();
          double alpha = color ? it.alpha() : given.number("color");
          drawn.replace(
              new Mark.Band(it.upright(), it.x(), it.low(), it.high(), fill, alpha, null));
          return null;
        });
  }

  /** The mean of a Gaussian bell over each of the data. */
  static double[] density(double[] data, double[] where, Object method) {
    int n = data.length;
    double mean = Arrays.stream(data).average().orElse(0);
    double sum = Arrays.stream(data).map(v -> (v - mean) * (v - mean)).sum();
    double spread = n < 2 ? 0 : Math.sqrt(sum / (n - 1));
    double rule =
        method instanceof Number number
            ? number.doubleValue()
            : Math.pow("silverman".equals(method) ? n * 3 / 4.0 : n, -0.2);
    double width = spread * rule;
    if (width == 0) {
      return Arrays.stream(where).map(v -> 1).toArray();
    }
    double scale = n * width * Math.sqrt(2 * Math.PI);
    return Arrays.stream(where)
        .map(
            at ->
                Arrays.stream(data)
                        .map(v -> Math.exp(-(at - v) * (at - v) / (2 * width * width)))
                        .sum()
                    / scale)
        .toArray();
  }

  private static void lines(
      Axes axes,
      Given given,
      double[] data,
      double at,
      double width,
      String fill,
      boolean upright) {
    Style style = new Style(fill, "solid", null, 1.5, 6, 1);
    double low = data[0];
    double high = data[data.length - 1];
    List<Double> levels = new ArrayList<>();
    if (given.flag("showextrema")) {
      levels.addAll(List.of(low, high));
      double[] middle = {at, at};
      double[] ends = {low, high};
      axes.marks.add(new Mark.Line(upright ? middle : ends, upright ? ends : middle, style, null));
    }
    if (given.flag("showmeans")) {
      levels.add(Arrays.stream(data).average().orElse(low));
    }
    if (given.flag("showmedians")) {
      levels.add(Boxplot.quantile(data, 0.5));
    }
    if (given.has("quantiles")) {
      for (double share :
          Values.numbers(
              Values.isTable(given.get("quantiles"))
                  ? Values.items(given.get("quantiles")).get(0)
                  : given.get("quantiles"))) {
        levels.add(Boxplot.quantile(data, share));
      }
    }
    for (double level : levels) {
      double[] across = {at - width / 4, at + width / 4};
      double[] up = {level, level};
      axes.marks.add(new Mark.Line(upright ? across : up, upright ? up : across, style, null));
    }
  }
}
