package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;

/** Sums, means, extremes: {@code tf.reduce_sum} and {@code np.sum} are one body. */
public final class ReductionNames {

  private ReductionNames() {}

  private interface Reduction {
    Tensor apply(Tensor x, int[] axes, boolean keep);
  }

  /** TensorFlow's names, {@code reduce_sum(input_tensor, axis=None, keepdims=False)}. */
  public static void tensorFlow(Library to) {
    define(to, "reduce_sum", "input_tensor", Reduce::sum);
    define(to, "reduce_mean", "input_tensor", ReductionNames::meanLike);
    define(to, "reduce_prod", "input_tensor", Reduce::prod);
    define(to, "reduce_max", "input_tensor", Reduce::max);
    define(to, "reduce_min", "input_tensor", Reduce::min);
    define(to, "reduce_any", "input_tensor", Reduce::any);
    define(to, "reduce_all", "input_tensor", Reduce::all);
    define(to, "reduce_logsumexp", "input_tensor", Reduce::logSumExp);
    define(to, "reduce_variance", "input_tensor", Reduce::variance);
    define(to, "reduce_std", "input_tensor", (x, a, k) -> Maths.sqrt(Reduce.variance(x, a, k)));
    define(
        to,
        "reduce_euclidean_norm",
        "input_tensor",
        (x, a, k) -> Maths.sqrt(Reduce.sum(Maths.square(x), a, k)));
    define(to, "count_nonzero", "input", ReductionNames::countNonzero);
    to.def(
        "argmax(input, axis=0, output_type=None)",
        g -> place(g, "input", true).cast(type(g, "output_type")));
    to.def(
        "argmin(input, axis=0, output_type=None)",
        g -> place(g, "input", false).cast(type(g, "output_type")));
    to.def(
        "cumsum(x, axis=0, exclusive=False, reverse=False)",
        g -> cumsum(g.tensor("x"), g.integer("axis"), g.flag("exclusive"), g.flag("reverse")));
  }

  private static DType type(Given g, String name) {
    return g.has(name) ? g.dtype(name) : DType.INT64;
  }

  /** NumPy's names, {@code sum(a, axis=None, keepdims=False)}. */
  public static void numPy(Library to) {
    accumulating(to, "sum", (x, a, k) -> Reduce.sum(wide(x), a, k));
    accumulating(to, "prod", (x, a, k) -> Reduce.prod(wide(x), a, k));
    accumulating(to, "mean", Reduce::mean);
    define(to, "max", "a", Reduce::max);
    define(to, "min", "a", Reduce::min);
    to.alias("amax", "max").alias("amin", "min");
    define(to, "any", "a", (x, a, k) -> Cast.to(Reduce.any(x, a, k), DType.BOOL));
    define(to, "all", "a", (x, a, k) -> Cast.to(Reduce.all(x, a, k), DType.BOOL));
    define(to, "count_nonzero", "a", ReductionNames::countNonzero);
    define(
        to, "ptp", "a", (x, a, k) -> Arithmetic.subtract(Reduce.max(x, a, k), Reduce.min(x, a, k)));
    to.def("var(a, axis=None, ddof=0, keepdims=False)", ReductionNames::variance);
    to.def(
        "std(a, axis=None, ddof=0, keepdims=False)", g -> Maths.sqrt(ReductionNames.variance(g)));
    to.def("argmax(a, axis=None)", g -> place(g, "a", true));
    to.def("argmin(a, axis=None)", g -> place(g, "a", false));
    to.def(
        "cumsum(a, axis=None)",
        g -> {
          Tensor x = g.has("axis") ? g.tensor("a") : flat(g.tensor("a"));
          return Reduce.cumsum(wide(x), g.has("axis") ? g.integer("axis") : 0);
        });
  }

  private static void define(Library to, String name, String parameter, Reduction reduction) {
    to.def(
        name + "(" + parameter + ", axis=None, keepdims=False)",
        g -> reduction.apply(g.tensor(parameter), g.axes("axis"), g.flag("keepdims")));
  }

  /** A reduction that may be asked to work in another type than its argument's. */
  private static void accumulating(Library to, String name, Reduction reduction) {
    to.def(
        name + "(a, axis=None, dtype=None, keepdims=False)",
        g -> {
          Tensor x = g.has("dtype") ? g.tensor("a").cast(g.dtype("dtype")) : g.tensor("a");
          Tensor result = reduction.apply(x, g.axes("axis"), g.flag("keepdims"));
          return g.has("dtype") ? result.cast(g.dtype("dtype")) : result;
        });
  }

  /** TensorFlow keeps the type of whole numbers. */
  private static Tensor meanLike(Tensor x, int[] axes, boolean keep) {
    return Cast.to(Reduce.mean(x, axes, keep), x.dtype());
  }

  /** NumPy adds up small whole numbers as int64. */
  private static Tensor wide(Tensor x) {
    return x.dtype().isFloating() ? x : x.cast(DType.INT64);
  }

  private static Tensor countNonzero(Tensor x, int[] axes, boolean keep) {
    Tensor zero = Tensor.zeros(x.dtype(), io.nyala.tensor.Shape.SCALAR);
    return Reduce.sum(Compare.notEqual(x, zero).cast(DType.INT64), axes, keep);
  }

  private static Tensor variance(Given g) {
    Tensor x = g.floats("a");
    Tensor biased = Reduce.variance(x, g.axes("axis"), g.flag("keepdims"));
    double n = (double) x.elements() / Math.max(1, biased.elements());
    int ddof = g.integer("ddof");
    return ddof == 0 ? biased : Arithmetic.scale(biased, n / (n - ddof));
  }

  private static Tensor place(Given g, String name, boolean largest) {
    Tensor x = g.has("axis") ? g.tensor(name) : flat(g.tensor(name));
    int axis = g.has("axis") ? g.integer("axis") : 0;
    Tensor found = largest ? Reduce.argmax(x, axis) : Reduce.argmin(x, axis);
    return x.dtype().isFloating() ? nanFirst(x, axis, found) : found;
  }

  /** To NumPy nan is larger than all and smaller than all: the first one is found. */
  private static Tensor nanFirst(Tensor x, int axis, Tensor otherwise) {
    Tensor nan = Maths.isNan(x).cast(DType.INT32);
    Tensor any = Reduce.max(nan, new int[] {axis}, false).cast(DType.BOOL);
    return Compare.where(any, Reduce.argmax(nan, axis), otherwise);
  }

  public static Tensor flat(Tensor x) {
    return Shapes.reshape(x, -1);
  }

  private static Tensor cumsum(Tensor x, int axis, boolean exclusive, boolean reverse) {
    Tensor source = reverse ? Shapes.reverse(x, axis) : x;
    Tensor sum = Reduce.cumsum(source, axis);
    Tensor out = exclusive ? Arithmetic.subtract(sum, source) : sum;
    return reverse ? Shapes.reverse(out, axis) : out;
  }

  /** Whether each target is among the k largest predictions of its row. */
  public static Tensor inTopK(Given g) {
    Tensor targets = g.tensor("targets");
    Tensor predictions = g.floats("predictions");
    int classes = predictions.dim(-1);
    boolean[] out = new boolean[targets.elements()];
    for (int i = 0; i < out.length; i++) {
      double own = predictions.getDouble(i * classes + (int) targets.getLong(i));
      int above = 0;
      for (int k = 0; k < classes; k++) {
        above += predictions.getDouble(i * classes + k) > own ? 1 : 0;
      }
      out[i] = above < g.integer("k") && Double.isFinite(own);
    }
    return Tensor.of(targets.shape(), out);
  }
}
