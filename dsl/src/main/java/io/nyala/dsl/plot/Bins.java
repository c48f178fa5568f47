package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.Arrays;

/**
 * The edges between which numbers are counted; rules of their number as in NumPy's documentation.
 */
final class Bins {
  private Bins() {}

  static double[] edges(Given given, String name, Object range, double[] data) {
    Object bins = given.get(name);
    if (!(bins instanceof Number) && !(bins instanceof CharSequence)) {
      double[] edges = Values.numbers(bins);
      if (edges.length < 2) {
        throw given.wrong(name, "a number of bins or at least two edges");
      }
      for (int i = 1; i < edges.length; i++) {
        if (edges[i] < edges[i - 1]) {
          throw PyError.value("`bins` must increase monotonically, when an array");
        }
      }
      return edges;
    }
    double low = Arrays.stream(data).min().orElse(0);
    double high = Arrays.stream(data).max().orElse(1);
    if (range != null) {
      double[] ends = Values.numbers(range);
      low = ends[0];
      high = ends[1];
      if (low > high) {
        throw PyError.value("max must be larger than min in range parameter.");
      }
    }
    if (low == high) {
      low -= 0.5;
      high += 0.5;
    }
    double from = low;
    double to = high;
    double[] inside = Arrays.stream(data).filter(v -> v >= from && v <= to).sorted().toArray();
    int count = bins instanceof CharSequence ? count(given, name, inside) : given.integer(name);
    if (count < 1) {
      throw PyError.value("`bins` must be positive, when an integer");
    }
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = i == count ? high : low + i * ((high - low) / count);
    }
    return edges;
  }

  private static int count(Given given, String name, double[] sorted) {
    int n = sorted.length;
    if (n == 0) {
      return 1;
    }
    double span = sorted[n - 1] - sorted[0];
    double sturges = span / (Math.log(n) / Math.log(2) + 1);
    double apart =
        2 * (Boxplot.quantile(sorted, 0.75) - Boxplot.quantile(sorted, 0.25)) / Math.cbrt(n);
    double width =
        switch (given.string(name)) {
          case "sturges" -> sturges;
          case "fd" -> apart;
          case "auto" -> apart > 0 ? Math.min(apart, sturges) : sturges;
          case "sqrt" -> span / Math.sqrt(n);
          case "rice" -> span / (2 * Math.cbrt(n));
          case "scott" -> Math.cbrt(24 * Math.sqrt(Math.PI) / n) * deviation(sorted);
          default ->
              throw given.wrong(
                  name, "a number, edges, or 'auto', 'sturges', 'fd', 'sqrt', 'rice', 'scott'");
        };
    return width > 0 ? (int) Math.ceil(span / width) : 1;
  }

  static double deviation(double[] values) {
    double mean = Arrays.stream(values).average().orElse(0);
    return Math.sqrt(Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** The bin of a value, the last one closed on both sides; -1: outside. */
  static int of(double[] edges, double value) {
    int last = edges.length - 1;
    if (!(value >= edges[0] && value <= edges[last])) {
      return -1;
    }
    int found = Arrays.binarySearch(edges, value);
    int bin = found >= 0 ? found : -found - 2;
    return Math.min(bin, last - 1);
  }
}
