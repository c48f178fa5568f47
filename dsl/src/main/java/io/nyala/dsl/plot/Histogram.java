package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often numbers fall between edges: bars, side by side for several data sets, or outlines. */
final class Histogram {
  /** What it can be told besides how it is filled. */
  static final String ARGUMENTS = "log=False, histtype='bar', cumulative=False)";

  private Histogram() {}

  static Object draw(Axes axes, Given given) {
    List<double[]> sets = new ArrayList<>();
    for (Object each : sets(given.get("x"))) {
      sets.add(Arrays.stream(Values.numbers(flat(each))).filter(Double::isFinite).toArray());
    }
    if (!List.of("bar", "step").contains(given.string("histtype"))) {
      throw given.wrong("histtype", "'bar' or 'step'");
    }
    double[] edges = edges(given, sets.stream().flatMapToDouble(Arrays::stream).toArray());
    axes.y.log |= given.flag("log");
    List<Object> counts = new ArrayList<>();
    List<Object> drawn = new ArrayList<>();
    for (int k = 0; k < sets.size(); k++) {
      double[] found = counts(given, sets.get(k), edges);
      counts.add(Drawing.array(found));
      drawn.add(
          given.string("histtype").equals("step")
              ? outline(axes, given, edges, found, k)
              : side(axes, given, edges, found, k, sets.size()));
    }
    boolean one = sets.size() == 1;
    return Drawing.tuple(
        one ? counts.get(0) : counts, Drawing.array(edges), one ? drawn.get(0) : drawn);
  }

  /** The data sets: one, or those that a list holds. */
  private static List<Object> sets(Object data) {
    boolean many =
        data instanceof List<?> list
            && !list.isEmpty()
            && !(list.get(0) instanceof Number || list.get(0) instanceof CharSequence);
    return many ? List.copyOf((List<?>) data) : List.of(data);
  }

  private static double[] counts(Given given, double[] data, double[] edges) {
    double[] counts = new double[edges.length - 1];
    for (double value : data) {
      int bin = bin(edges, value);
      if (bin >= 0) {
        counts[bin]++;
      }
    }
    double all = Arrays.stream(counts).sum();
    boolean sums = given.flag("cumulative");
    for (int i = 0; i < counts.length && given.flag("density"); i++) {
      counts[i] /= all * (sums ? 1 : edges[i + 1] - edges[i]);
    }
    if (sums) {
      Arrays.parallelPrefix(counts, Double::sum);
    }
    return counts;
  }

  /** The bars of one data set, beside those of the others. */
  private static Artist side(
      Axes axes, Given given, double[] edges, double[] counts, int which, int of) {
    int n = counts.length;
    double[] left = new double[n];
    double[] right = new double[n];
    for (int i = 0; i < n; i++) {
      double room = (edges[i + 1] - edges[i]) * (of == 1 ? 1 : 0.8);
      double start = edges[i] + (edges[i + 1] - edges[i] - room) / 2;
      left[i] = start + room * which / of;
      right[i] = start + room * (which + 1) / of;
    }
    Artist bars = Bars.add(axes, given, left, right, new double[n], counts);
    return of == 1 ? bars : named(axes, given, which);
  }

  private static Artist named(Axes axes, Given given, int which) {
    Mark.Boxes it = (Mark.Boxes) axes.marks.remove(axes.marks.size() - 1);
    String label = label(given, which);
    return axes.add(
        "BarContainer",
        new Mark.Boxes(
            it.left(), it.right(), it.bottom(), it.top(), it.fill(), it.edge(), it.alpha(), label));
  }

  private static String label(Given given, int which) {
    Object label = given.get("label");
    return label instanceof List<?> all
        ? which < all.size() ? Repr.text(all.get(which)) : null
        : which == 0 ? Drawing.labelOf(given) : null;
  }

  private static Artist outline(
      Axes axes, Given given, double[] edges, double[] counts, int which) {
    int n = counts.length;
    double[] x = new double[2 * n + 2];
    double[] y = new double[2 * n + 2];
    for (int i = 0; i <= n; i++) {
      x[2 * i] = edges[i];
      x[2 * i + 1] = edges[i];
      y[2 * i] = i == 0 ? 0 : counts[i - 1];
      y[2 * i + 1] = i == n ? 0 : counts[i];
    }
    String color = given.has("color") ? Colors.of(given.get("color")) : axes.nextPatch();
    Style style = new Style(color, "solid", null, 1.5, 6, Style.first(given, 1, "alpha"));
    return axes.add("matplotlib.patches.Polygon", new Mark.Line(x, y, style, label(given, which)));
  }

  private static Object flat(Object data) {
    return data instanceof io.nyala.tensor.Tensor tensor && tensor.rank() > 1
        ? tensor.view(io.nyala.tensor.Shape.of(tensor.elements()))
        : data;
  }

  private static double[] edges(Given given, double[] data) {
    Object bins = given.get("bins");
    if (!(bins instanceof Number) && !(bins instanceof CharSequence)) {
      double[] edges = Values.numbers(bins);
      if (edges.length < 2) {
        throw given.wrong("bins", "a number of bins or at least two edges");
      }
      return edges;
    }
    int count =
        bins instanceof CharSequence
            ? (int) Math.ceil(Math.log(Math.max(1, data.length)) / Math.log(2)) + 1
            : given.integer("bins");
    if (count < 1) {
      throw PyError.value("`bins` must be positive, when an integer");
    }
    double low = Arrays.stream(data).min().orElse(0);
    double high = Arrays.stream(data).max().orElse(1);
    if (given.has("range")) {
      double[] range = Values.numbers(given.get("range"));
      low = range[0];
      high = range[1];
    }
    if (low == high) {
      low -= 0.5;
      high += 0.5;
    }
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = low + (high - low) * i / count;
    }
    return edges;
  }

  /** The bin of a value, the last one closed on both sides; -1: outside. */
  private static int bin(double[] edges, double value) {
    int last = edges.length - 1;
    if (value < edges[0] || value > edges[last]) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, value);
    int bin = found >= 0 ? found : -found - 2;
    return Math.min(bin, last - 1);
  }
}
