package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bars and histograms. */
final class Bars {
  private Bars() {}

  static Object bar(Axes axes, Given given) {
    double[] at = axes.x.place(given.get("x"));
    double[] height = Drawing.spread(given.get("height"), at.length);
    Drawing.same("x and height", at, height);
    double[] width = Drawing.spread(given.get("width"), at.length);
    double[] from = Drawing.spread(given.get("bottom"), at.length);
    ticks(axes.x, at, given);
    return add(
        axes, given, shift(at, width, -0.5), shift(at, width, 0.5), from, shift(from, height, 1));
  }

  static Object barh(Axes axes, Given given) {
    double[] at = axes.y.place(given.get("y"));
    double[] length = Drawing.spread(given.get("width"), at.length);
    Drawing.same("y and width", at, length);
    double[] height = Drawing.spread(given.get("height"), at.length);
    double[] from = Drawing.spread(given.get("left"), at.length);
    ticks(axes.y, at, given);
    return add(
        axes, given, from, shift(from, length, 1), shift(at, height, -0.5), shift(at, height, 0.5));
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
    Arrays.setAll(to, i -> from[i] + share * by[i]);
    return to;
  }

  private static Artist add(
      Axes axes, Given given, double[] left, double[] right, double[] bottom, double[] top) {
    Object color = given.get("color");
    String[] fill = colors(color, left.length);
    if (fill == null) {
      fill = new String[left.length];
      Arrays.fill(fill, axes.nextPatch());
    }
    String edge = given.has("edgecolor") ? Colors.of(given.get("edgecolor")) : null;
    double alpha = Style.first(given, 1, "alpha");
    axes.marks.add(
        new Mark.Boxes(left, right, bottom, top, fill, edge, alpha, Drawing.labelOf(given)));
    String many = left.length + (left.length == 1 ? " artist>" : " artists>");
    return new Artist("<BarContainer object of " + many, axes.marks.get(axes.marks.size() - 1));
  }

  /** One colour for all or a list of them; null: none was given. */
  static String[] colors(Object given, int count) {
    if (given == null) {
      return null;
    }
    String[] all = new String[count];
    boolean many =
        given instanceof List<?> list && !list.isEmpty() && !(list.get(0) instanceof Number);
    List<?> list = many ? (List<?>) given : List.of(given);
    Arrays.setAll(all, i -> Colors.of(list.get(i % list.size())));
    return all;
  }

  static Object hist(Axes axes, Given given) {
    double[] data =
        Arrays.stream(Values.numbers(flat(given.get("x")))).filter(Double::isFinite).toArray();
    double[] edges = edges(given, data);
    double[] counts = new double[edges.length - 1];
    for (double value : data) {
      int bin = bin(edges, value);
      if (bin >= 0) {
        counts[bin]++;
      }
    }
    if (given.flag("density")) {
      double all = Arrays.stream(counts).sum();
      for (int i = 0; i < counts.length; i++) {
        counts[i] /= all * (edges[i + 1] - edges[i]);
      }
    }
    axes.y.log |= given.flag("log");
    int n = counts.length;
    Artist bars =
        add(
            axes,
            given,
            Arrays.copyOf(edges, n),
            Arrays.copyOfRange(edges, 1, n + 1),
            new double[n],
            counts);
    return Drawing.tuple(Drawing.array(counts), Drawing.array(edges), bars);
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
