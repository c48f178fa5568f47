package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Sorting;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.TfCreation;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.stream.IntStream;

/** NumPy's statistics and comparisons of whole arrays. */
public final class NpStats {

  private NpStats() {}

  /** Fills a namespace. */
  public static void into(Library np) {
    np.def("percentile(a, q, axis=None, keepdims=False)", g -> quantile(g, 100));
    np.def("quantile(a, q, axis=None, keepdims=False)", g -> quantile(g, 1));
    np.def("median(a, axis=None, keepdims=False)", g -> kept(g, quantile(ready(g), place(g), 0.5)));
    np.def("nanmedian(a, axis=None)", g -> withoutNan(g, 0.5));
    np.def("nanpercentile(a, q, axis=None)", g -> withoutNan(g, g.number("q") / 100));
    np.def("nanquantile(a, q, axis=None)", g -> withoutNan(g, g.number("q")));
    np.def("average(a, axis=None, weights=None)", NpStats::average);
    np.def("corrcoef(x, y=None)", g -> correlation(covariance(g, 1)));
    np.def("cov(m, y=None, ddof=1)", g -> covariance(g, g.integer("ddof")));
    np.def("diff(a, n=1, axis=-1)", NpStats::diff);
    np.def("isclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)", NpStats::close);
    np.def(
        "allclose(a, b, rtol=1e-05, atol=1e-08, equal_nan=False)",
        g -> Reduce.all(close(g), null, false).booleans()[0]);
    np.def("array_equal(a1, a2)", NpStats::equal);
    np.def("histogram(a, bins=10, range=None, density=False)", NpStats::histogram);
    np.def("meshgrid(*xi, indexing='xy')", NpShapes::grid);
    np.def(
        "cumprod(a, axis=None)",
        g ->
            g.has("axis")
                ? Products.cumprod(g.tensor("a"), g.integer("axis"))
                : Products.cumprod(ReductionNames.flat(g.tensor("a")), 0));
  }

  private static Tensor ready(Given g) {
    Tensor a = g.floats("a");
    return g.has("axis") ? a : ReductionNames.flat(a);
  }

  private static int axis(Given g) {
    return g.integer("axis");
  }

  private static int place(Given g) {
    return g.has("axis") ? axis(g) : 0;
  }

  private static Tensor kept(Given g, Tensor result) {
    if (!g.flag("keepdims")) {
      return result;
    }
    Tensor a = g.tensor("a");
    Shape shape = a.shape();
    for (int i = 0; i < a.rank(); i++) {
      boolean reduced = !g.has("axis") || a.shape().normalize(axis(g)) == i;
      shape = reduced ? shape.with(i, 1) : shape;
    }
    return Shapes.reshape(result, shape);
  }

  private static Object quantile(Given g, double whole) {
    Tensor a = ready(g);
    if (g.get("q") instanceof Number) {
      return kept(g, quantile(a, place(g), g.number("q") / whole));
    }
    Tensor q = g.floats("q");
    java.util.List<Tensor> all = new java.util.ArrayList<>();
    for (int i = 0; i < q.elements(); i++) {
      all.add(kept(g, quantile(a, place(g), q.getDouble(i) / whole)));
    }
    return Shapes.stack(all, 0);
  }

  /** A quantile of what is a number, of each row along the axis. */
  private static Tensor withoutNan(Given g, double q) {
    Tensor a = ready(g);
    int axis = place(g);
    int step = a.shape().strides()[axis];
    Tensor result = Tensor.zeros(a.dtype(), a.shape().without(axis));
    for (int i = 0; i < result.elements(); i++) {
      int first = i / step * step * a.dim(axis) + i % step;
      double[] row =
          IntStream.range(0, a.dim(axis))
              .mapToDouble(k -> a.getDouble(first + k * step))
              .filter(value -> !Double.isNaN(value))
              .toArray();
      boolean none = row.length == 0;
      result.put(
          i, none ? Double.NaN : quantile(Tensor.of(Shape.of(row.length), row), 0, q).getDouble(0));
    }
    return result;
  }

  /** Between the two nearest elements, in a straight line. */
  private static Tensor quantile(Tensor a, int axis, double q) {
    int n = a.dim(axis);
    if (n == 0 || q < 0 || q > 1) {
      throw PyError.value(
          n == 0
              ? "an empty array has no percentiles"
              : "Percentiles must be in the range [0, 100]");
    }
    Tensor sorted = Sorting.sort(a, axis, false);
    double place = q * (n - 1);
    int low = (int) Math.floor(place);
    int high = Math.min(n - 1, low + 1);
    Tensor from = Shapes.squeeze(Shapes.slice(sorted, axis, low, low + 1), axis);
    Tensor to = Shapes.squeeze(Shapes.slice(sorted, axis, high, high + 1), axis);
    Tensor gap = Arithmetic.subtract(to, from);
    double part = place - low;
    return part < 0.5
        ? Arithmetic.add(from, Arithmetic.scale(gap, part))
        : Arithmetic.subtract(to, Arithmetic.scale(gap, 1 - part));
  }

  private static Tensor average(Given g) {
    if (!g.has("weights")) {
      return Reduce.mean(g.tensor("a"), g.axes("axis"), false);
    }
    Tensor[] pair = g.pair("a", "weights");
    Tensor sum = Reduce.sum(Arithmetic.multiply(pair[0], pair[1]), g.axes("axis"), false);
    Tensor spread = Shapes.broadcastTo(pair[1], pair[0].shape());
    return Arithmetic.divide(sum, Reduce.sum(spread, g.axes("axis"), false));
  }

  private static Tensor covariance(Given g, int ddof) {
    Tensor x = g.floats(g.values().containsKey("x") ? "x" : "m");
    Tensor rows = x.rank() == 1 ? Shapes.expandDims(x, 0) : x;
    if (g.has("y")) {
      Tensor y = g.floats("y");
      Tensor more = y.rank() == 1 ? Shapes.expandDims(y, 0) : y;
      rows = Shapes.concat(java.util.List.of(rows, more), 0);
    }
    Tensor centred = Arithmetic.subtract(rows, Reduce.mean(rows, new int[] {1}, true));
    Tensor product = Matrix.matmul(centred, Shapes.transpose(centred));
    return Arithmetic.scale(product, 1.0 / (rows.dim(1) - ddof));
  }

  private static Tensor correlation(Tensor covariance) {
    Tensor deviation = Maths.sqrt(LinAlg.diagPart(covariance));
    Tensor scaled = Arithmetic.divide(covariance, Shapes.expandDims(deviation, 1));
    return Arithmetic.divide(scaled, Shapes.expandDims(deviation, 0));
  }

  private static Tensor diff(Given g) {
    Tensor a = g.tensor("a");
    int axis = g.integer("axis");
    for (int i = 0; i < g.integer("n"); i++) {
      int n = a.dim(axis);
      a = Arithmetic.subtract(Shapes.slice(a, axis, 1, n), Shapes.slice(a, axis, 0, n - 1));
    }
    return a;
  }

  private static Tensor close(Given g) {
    Tensor a = g.floats("a").cast(DType.FLOAT64);
    Tensor b = g.floats("b").cast(DType.FLOAT64);
    Tensor gap = Maths.abs(Arithmetic.subtract(a, b));
    Tensor allowed =
        Arithmetic.shift(Arithmetic.scale(Maths.abs(b), g.number("rtol")), g.number("atol"));
    Tensor near = Compare.and(Compare.lessEqual(gap, allowed), Maths.isFinite(b));
    Tensor same = Compare.or(near, Compare.equal(a, b));
    return g.flag("equal_nan")
        ? Compare.or(same, Compare.and(Maths.isNan(a), Maths.isNan(b)))
        : same;
  }

  private static Object equal(Given g) {
    Tensor a = g.tensor("a1");
    Tensor b = g.tensor("a2");
    return a.shape().equals(b.shape())
        && (a.dtype() == DType.STRING) == (b.dtype() == DType.STRING)
        && Reduce.all(Compare.equal(a, b), null, false).getDouble(0) != 0;
  }

  private static Object histogram(Given g) {
    Tensor a = g.floats("a");
    Tensor edges = edges(g, a);
    int bins = edges.elements() - 1;
    double low = edges.getDouble(0);
    double high = edges.getDouble(bins);
    double[] counts = new double[bins];
    for (int i = 0; i < a.elements(); i++) {
      double value = a.getDouble(i);
      int bin = 0;
      while (bin < bins - 1 && value >= edges.getDouble(bin + 1)) {
        bin++;
      }
      counts[bin] += value >= low && value <= high ? 1 : 0;
    }
    Tensor found = Tensor.of(Shape.of(bins), counts);
    if (!g.flag("density")) {
      return Tuple.of(found.cast(DType.INT64), edges);
    }
    double total = Reduce.sum(found).getDouble(0);
    for (int i = 0; i < bins; i++) {
      counts[i] /= total * (edges.getDouble(i + 1) - edges.getDouble(i));
    }
    return Tuple.of(Tensor.of(Shape.of(bins), counts), edges);
  }

  private static Tensor edges(Given g, Tensor a) {
    if (!(g.get("bins") instanceof Number)) {
      return g.floats("bins");
    }
    double low = a.elements() == 0 ? 0 : Reduce.min(a, null, false).getDouble(0);
    double high = a.elements() == 0 ? 1 : Reduce.max(a, null, false).getDouble(0);
    if (g.has("range")) {
      low = ((Number) g.list("range").get(0)).doubleValue();
      high = ((Number) g.list("range").get(1)).doubleValue();
    }
    if (low == high) {
      low -= 0.5;
      high += 0.5;
    }
    return TfCreation.linspace(low, high, g.integer("bins") + 1, true, DType.FLOAT64);
  }
}
