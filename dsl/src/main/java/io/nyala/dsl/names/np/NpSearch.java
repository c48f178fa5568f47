package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Selection;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Places in sorted arrays and in shapes, and statistics that pass over what is not a number. */
public final class NpSearch {

  private NpSearch() {}

  /** Fills a namespace. */
  public static void into(Library np) {
    np.def(
        "searchsorted(a, v, side='left')",
        g -> places(g.tensor("a"), g.tensor("v"), g.string("side").equals("right"), g));
    np.def(
        "digitize(x, bins, right=False)",
        g -> places(g.tensor("bins"), g.tensor("x"), !g.flag("right"), g));
    np.def("argwhere(a)", g -> Shapes.stack(Arrays.asList(Selection.nonzero(g.tensor("a"))), 1));
    np.def("flatnonzero(a)", g -> Selection.nonzero(ReductionNames.flat(g.tensor("a")))[0]);
    np.def("unravel_index(indices, shape)", NpSearch::unravel);
    np.def("interp(x, xp, fp)", NpSearch::between);
    np.def("nanargmax(a, axis=None)", g -> first(g, true));
    np.def("nanargmin(a, axis=None)", g -> first(g, false));
    np.def("nancumsum(a, axis=None)", g -> running(g, 0));
    np.def("nancumprod(a, axis=None)", g -> running(g, 1));
    nan(np, "nansum", (x, axes, keep) -> Reduce.sum(filled(x, 0), axes, keep));
    nan(np, "nanprod", (x, axes, keep) -> Reduce.prod(filled(x, 1), axes, keep));
    nan(np, "nanmean", NpSearch::mean);
    nan(np, "nanvar", NpSearch::variance);
    nan(np, "nanstd", (x, axes, keep) -> Maths.sqrt(variance(x, axes, keep)));
    nan(
        np,
        "nanmax",
        (x, axes, keep) -> Reduce.max(filled(x, Double.NEGATIVE_INFINITY), axes, keep));
    nan(
        np,
        "nanmin",
        (x, axes, keep) -> Reduce.min(filled(x, Double.POSITIVE_INFINITY), axes, keep));
  }

  private static Tensor first(Given g, boolean largest) {
    Tensor x = g.floats("a");
    Tensor real = filled(x, largest ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    Tensor flat = g.has("axis") ? real : ReductionNames.flat(real);
    int axis = g.has("axis") ? g.integer("axis") : 0;
    return largest ? Reduce.argmax(flat, axis) : Reduce.argmin(flat, axis);
  }

  private interface Statistic {
    Tensor apply(Tensor x, int[] axes, boolean keep);
  }

  private static void nan(Library np, String name, Statistic statistic) {
    np.def(
        name + "(a, axis=None, keepdims=False)",
        g -> statistic.apply(g.floats("a"), g.axes("axis"), g.flag("keepdims")));
  }

  private static Tensor filled(Tensor x, double value) {
    return Compare.where(Maths.isNan(x), Arithmetic.like(x, value), x);
  }

  private static Tensor running(Given g, double instead) {
    Tensor x = filled(g.floats("a"), instead);
    Tensor ready = g.has("axis") ? x : ReductionNames.flat(x);
    int axis = g.has("axis") ? g.integer("axis") : 0;
    return instead == 0 ? Reduce.cumsum(ready, axis) : Products.cumprod(ready, axis);
  }

  private static Tensor mean(Tensor x, int[] axes, boolean keep) {
    Tensor real = Compare.not(Maths.isNan(x)).cast(x.dtype());
    return Arithmetic.divide(Reduce.sum(filled(x, 0), axes, keep), Reduce.sum(real, axes, keep));
  }

  private static Tensor variance(Tensor x, int[] axes, boolean keep) {
    return mean(Maths.square(Arithmetic.subtract(x, mean(x, axes, true))), axes, keep);
  }

  /** Where values would stand in a sorted array, in the index type of the family. */
  private static Tensor places(Tensor sorted, Tensor values, boolean right, Given g) {
    long[] out = new long[values.elements()];
    boolean down =
        sorted.elements() > 1 && sorted.getDouble(0) > sorted.getDouble(sorted.elements() - 1);
    for (int i = 0; i < out.length; i++) {
      double value = values.getDouble(i);
      for (int k = 0; k < sorted.elements(); k++) {
        double edge = sorted.getDouble(k);
        boolean before = down ? right ? edge > value : edge >= value : edge < value;
        out[i] += before || !down && right && edge == value ? 1 : 0;
      }
    }
    Tensor places = Tensor.of(values.shape(), out);
    return g.kind() == Kind.ARRAY ? places : places.cast(DType.INT32);
  }

  private static Object unravel(Given g) {
    Tensor indices = g.tensor("indices");
    int[] dims = g.integers("shape");
    List<Object> all = new ArrayList<>();
    int run = Shape.of(dims).elements();
    for (int dim : dims) {
      run /= dim;
      long[] out = new long[indices.elements()];
      for (int i = 0; i < out.length; i++) {
        out[i] = indices.getLong(i) / run % dim;
      }
      all.add(Tensor.of(indices.shape(), out));
    }
    return Tuple.copyOf(all);
  }

  private static Tensor between(Given g) {
    Tensor x = g.floats("x");
    Tensor at = g.floats("xp");
    Tensor values = g.floats("fp");
    if (at.elements() != values.elements() || at.elements() == 0) {
      throw PyError.value("fp and xp are not of the same length.");
    }
    double[] out = new double[x.elements()];
    int last = at.elements() - 1;
    for (int i = 0; i < out.length; i++) {
      double place = x.getDouble(i);
      int k = 0;
      while (k < last && at.getDouble(k + 1) <= place) {
        k++;
      }
      if (place <= at.getDouble(0) || k == last) {
        out[i] = values.getDouble(place <= at.getDouble(0) ? 0 : last);
      } else {
        double slope =
            (values.getDouble(k + 1) - values.getDouble(k))
                / (at.getDouble(k + 1) - at.getDouble(k));
        out[i] = slope * (place - at.getDouble(k)) + values.getDouble(k);
      }
    }
    return Tensor.of(x.shape(), out);
  }
}
