package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.compute.Compute;
import io.nyala.compute.Interruption;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/**
 * Sums, extremes and counts along axes. {@code axes} null means all; {@code keep} leaves reduced
 * axes with extent 1.
 */
public final class Reduce {

  private Reduce() {}

  /** The sum. */
  public static Tensor sum(Tensor x, int[] axes, boolean keep) {
    Plan plan = Plan.of(x.shape(), axes);
    Tensor numbers = x.dtype() == DType.BOOL ? x.cast(DType.INT64) : x;
    Tensor out;
    if (Wholes.is(numbers.dtype())) {
      out = plan.foldLongs(numbers, 0, Long::sum, keep);
    } else {
      out = plan.sum(numbers, keep);
    }
    return Op.of("sum", x, out, g -> plan.spread(g));
  }

  /** The sum of all elements. */
  public static Tensor sum(Tensor x) {
    return sum(x, null, false);
  }

  /** The mean; whole numbers give float64 as in NumPy. */
  public static Tensor mean(Tensor x, int[] axes, boolean keep) {
    Tensor numbers = x.dtype().isFloating() ? x : x.cast(DType.FLOAT64);
    Tensor sum = sum(numbers, axes, keep);
    double count = (double) x.elements() / Math.max(1, sum.elements());
    return Arithmetic.divide(sum, Arithmetic.like(sum, count));
  }

  /** The mean of all elements. */
  public static Tensor mean(Tensor x) {
    return mean(x, null, false);
  }

  /** The product. */
  public static Tensor prod(Tensor x, int[] axes, boolean keep) {
    Plan plan = Plan.of(x.shape(), axes);
    if (Tape.isFollowed(x) && hasZero(x)) {
      return prodOneByOne(x, plan, keep);
    }
    Tensor out =
        Wholes.is(x.dtype())
            ? plan.foldLongs(x, 1, (a, b) -> a * b, keep)
            : plan.fold(x, 1, (a, b) -> a * b, keep);
    return Op.of(
        "prod", x, out, g -> Arithmetic.divide(multiply(plan.spread(g), plan.spread(out)), x));
  }

  /** Factor by factor, since dividing the product by a factor of 0 gives no gradient. */
  private static Tensor prodOneByOne(Tensor x, Plan plan, boolean keep) {
    Tensor out = x;
    for (int axis = x.rank() - 1; axis >= 0; axis--) {
      if (plan.reduced[axis]) {
        Tensor product = null;
        for (Tensor factor : Shapes.unstack(out, axis)) {
          product = product == null ? factor : multiply(product, factor);
        }
        out = product;
      }
    }
    return Shapes.reshape(out, plan.shape(keep));
  }

  private static boolean hasZero(Tensor x) {
    for (int i = 0; i < x.elements(); i++) {
      if (x.getDouble(i) == 0) {
        return true;
      }
    }
    return false;
  }

  /** The largest element; equal ones share the gradient. */
  public static Tensor max(Tensor x, int[] axes, boolean keep) {
    return extreme("max", x, axes, keep, Double.NEGATIVE_INFINITY, Math::max);
  }

  /** The smallest element; equal ones share the gradient. */
  public static Tensor min(Tensor x, int[] axes, boolean keep) {
    return extreme("min", x, axes, keep, Double.POSITIVE_INFINITY, Math::min);
  }

  private static Tensor extreme(
      String name, Tensor x, int[] axes, boolean keep, double start, DoubleBinaryOperator f) {
    if (x.elements() == 0) {
      throw new IllegalArgumentException(
          "There is no " + name + " of an empty tensor of shape " + x.shape() + ".");
    }
    Plan plan = Plan.of(x.shape(), axes);
    Tensor out =
        name.equals("max") && plan.isRows() && x.dtype() == DType.FLOAT32
            ? plan.largest(x.floats(), keep)
            : !Wholes.is(x.dtype())
                ? plan.fold(x, start, f, keep)
                : name.equals("max")
                    ? plan.foldLongs(x, Long.MIN_VALUE, Math::max, keep)
                    : plan.foldLongs(x, Long.MAX_VALUE, Math::min, keep);
    return Op.of(
        name,
        x,
        out,
        g -> {
          Tensor best = Cast.to(Compare.equal(x, plan.spread(out)), x.dtype());
          Tensor ties = plan.spread(sum(best, axes, keep));
          return Arithmetic.divide(multiply(plan.spread(g), best), ties);
        });
  }

  /** The variance, dividing by the count. */
  public static Tensor variance(Tensor x, int[] axes, boolean keep) {
    Tensor centred = Arithmetic.subtract(x, mean(x, axes, true));
    return mean(Maths.square(centred), axes, keep);
  }

  /** True where any element is. */
  public static Tensor any(Tensor x, int[] axes, boolean keep) {
    return Plan.of(x.shape(), axes).fold(x, 0, (a, b) -> a != 0 || b != 0 ? 1 : 0, keep);
  }

  /** True where all elements are. */
  public static Tensor all(Tensor x, int[] axes, boolean keep) {
    return Plan.of(x.shape(), axes).fold(x, 1, (a, b) -> a != 0 && b != 0 ? 1 : 0, keep);
  }

  /** {@code ln Σ eˣ}, computed without overflow. */
  public static Tensor logSumExp(Tensor x, int[] axes, boolean keep) {
    Tensor top = Cast.stopGradient(max(x, axes, true));
    Tensor sum = sum(Maths.exp(Arithmetic.subtract(x, top)), axes, true);
    Tensor out = Arithmetic.add(Maths.log(sum), top);
    return keep ? out : Shapes.reshape(out, Plan.of(x.shape(), axes).shape(false));
  }

  /**
   * The place of the largest element along an axis, int64; the first of equal ones, nan left out.
   */
  public static Tensor argmax(Tensor x, int axis) {
    return place(x, axis, 1);
  }

  /**
   * The place of the smallest element along an axis, int64; the first of equal ones, nan left out.
   */
  public static Tensor argmin(Tensor x, int axis) {
    return place(x, axis, -1);
  }

  private static Tensor place(Tensor x, int axis, int sign) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    int length = x.dim(at);
    if (length == 0) {
      throw new IllegalArgumentException("argmax of an empty axis: shape " + x.shape() + ".");
    }
    long[] out = new long[x.elements() / length];
    boolean rows = sign > 0 && inner == 1 && x.dtype() == DType.FLOAT32;
    for (int i = 0; i < out.length; i++) {
      Interruption.checkNowAndThen(i);
      if (rows && (out[i] = placeOfLargest(x.floats(), i * length, length)) >= 0) {
        continue;
      }
      out[i] = 0;
      int base = i / inner * length * inner + i % inner;
      double best = x.getDouble(base) * sign;
      for (int k = 1; k < length; k++) {
        Interruption.checkNowAndThen(k);
        double value = x.getDouble(base + k * inner) * sign;
        if (value > best || (Double.isNaN(best) && !Double.isNaN(value))) {
          best = value;
          out[i] = k;
        }
      }
    }
    return Tensor.of(x.shape().without(at), out);
  }

  /** The first place of the largest of a row; -1 if something in it is no number. */
  private static int placeOfLargest(float[] x, int at, int length) {
    float largest = Compute.kernels().max(length, x, at);
    for (int k = 0; k < length; k++) {
      if (x[at + k] == largest) {
        return k;
      }
    }
    return -1;
  }

  /** Running sums along an axis. */
  public static Tensor cumsum(Tensor x, int axis) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    int length = x.dim(at);
    Tensor out = x.copy();
    for (int i = 0; i < out.elements(); i++) {
      Interruption.checkNowAndThen(i);
      if (i / inner % length > 0) {
        if (Wholes.is(x.dtype())) {
          Wholes.put(out, i, out.getLong(i - inner) + x.getLong(i));
        } else {
          out.put(i, out.getDouble(i - inner) + x.getDouble(i));
        }
      }
    }
    return Op.of("cumsum", x, out, g -> Shapes.reverse(cumsum(Shapes.reverse(g, at), at), at));
  }

  /**
   * What is folded into what. Where the reduced axes follow each other, the tensor is seen as
   * {@code [outer, run, inner]} with the middle one reduced; run is -1 where they do not.
   */
  private record Plan(Shape from, boolean[] reduced, int outer, int run, int inner) {

    static Plan of(Shape from, int[] axes) {
      boolean[] reduced = new boolean[from.rank()];
      if (axes == null) {
        Arrays.fill(reduced, true);
      } else {
        for (int axis : axes) {
          reduced[from.normalize(axis)] = true;
        }
      }
      int first = 0;
      while (first < reduced.length && !reduced[first]) {
        first++;
      }
      int last = first;
      while (last < reduced.length && reduced[last]) {
        last++;
      }
      boolean one = true;
      for (int i = last; i < reduced.length; i++) {
        one &= !reduced[i];
      }
      return new Plan(
          from,
          reduced,
          from.slice(0, first).elements(),
          one ? from.slice(first, last).elements() : -1,
          from.slice(last, from.rank()).elements());
    }

    boolean isRun() {
      return run >= 0;
    }

    /** Whether the last axes are reduced, and they alone. */
    boolean isRows() {
      return isRun() && inner == 1;
    }

    /** For each input element, the output element it goes to. */
    private int[] targets() {
      int[] strides = new int[from.rank()];
      int step = 1;
      for (int i = from.rank() - 1; i >= 0; i--) {
        if (!reduced[i]) {
          strides[i] = step;
          step *= from.dim(i);
        }
      }
      return Walk.indices(from, strides);
    }

    Tensor sum(Tensor x, boolean keep) {
      if (isRun() && x.dtype() == DType.FLOAT32) {
        return sumFloats(x.floats(), keep);
      }
      boolean rows = run >= 0 && inner == 1 && x.dtype() == DType.FLOAT64;
      return rows ? sumDoubles(x.doubles(), keep) : fold(x, 0, Double::sum, keep);
    }

    private Tensor sumDoubles(double[] x, boolean keep) {
      double[] out = new double[outer];
      for (int o = 0; o < outer; o++) {
        out[o] = Pairwise.sum(x, o * run, run);
      }
      return Tensor.of(shape(keep), out);
    }

    private Tensor sumFloats(float[] x, boolean keep) {
      float[] out = new float[outer * inner];
      double[] totals = new double[inner == 1 ? 0 : inner];
      for (int o = 0; o < outer; o++) {
        if (inner == 1) {
          out[o] = (float) Compute.kernels().sum(run, x, o * run);
          continue;
        }
        Arrays.fill(totals, 0);
        for (int r = 0, at = o * run * inner; r < run; r++, at += inner) {
          for (int i = 0; i < inner; i++) {
            totals[i] += x[at + i];
          }
        }
        for (int i = 0; i < inner; i++) {
          out[o * inner + i] = (float) totals[i];
        }
      }
      return Tensor.of(shape(keep), out);
    }

    Shape shape(boolean keep) {
      int[] dims = new int[from.rank()];
      int rank = 0;
      for (int i = 0; i < reduced.length; i++) {
        if (!reduced[i]) {
          dims[rank++] = from.dim(i);
        } else if (keep) {
          dims[rank++] = 1;
        }
      }
      return Shape.of(Arrays.copyOf(dims, rank));
    }

    /** The largest of each row of {@code [outer, run]}. */
    Tensor largest(float[] x, boolean keep) {
      float[] out = new float[outer];
      for (int o = 0; o < outer; o++) {
        out[o] = Compute.kernels().max(run, x, o * run);
      }
      return Tensor.of(shape(keep), out);
    }

    Tensor fold(Tensor x, double start, DoubleBinaryOperator f, boolean keep) {
      Shape shape = shape(keep);
      double[] totals = new double[shape.elements()];
      Arrays.fill(totals, start);
      if (isRun()) {
        for (int o = 0, at = 0; o < outer; o++) {
          for (int r = 0; r < run; r++) {
            for (int i = o * inner; i < (o + 1) * inner; i++, at++) {
              totals[i] = f.applyAsDouble(totals[i], x.getDouble(at));
            }
          }
        }
      } else {
        int[] target = targets();
        for (int i = 0; i < target.length; i++) {
          totals[target[i]] = f.applyAsDouble(totals[target[i]], x.getDouble(i));
        }
      }
      Tensor out = Tensor.zeros(x.dtype(), shape);
      for (int i = 0; i < totals.length; i++) {
        out.put(i, totals[i]);
      }
      return out;
    }

    Tensor foldLongs(Tensor x, long start, LongBinaryOperator f, boolean keep) {
      long[] totals = new long[shape(keep).elements()];
      int[] target = targets();
      Arrays.fill(totals, start);
      for (int i = 0; i < target.length; i++) {
        totals[target[i]] = f.applyAsLong(totals[target[i]], x.getLong(i));
      }
      Tensor out = Tensor.zeros(x.dtype(), shape(keep));
      for (int i = 0; i < totals.length; i++) {
        Wholes.put(out, i, totals[i]);
      }
      return out;
    }

    Tensor spread(Tensor g) {
      return Shapes.broadcastTo(Shapes.reshape(g, shape(true)), from);
    }
  }
}
