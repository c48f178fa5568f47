package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** Element-by-element evaluation with broadcasting, for every numeric type; records nothing. */
final class Elementwise {

  private Elementwise() {}

  /** {@code f} of every element; the type stays. */
  static Tensor map(Tensor x, DoubleUnaryOperator f) {
    return map(x, x.dtype(), f);
  }

  /** {@code f} of every element, stored as another type. */
  static Tensor map(Tensor x, DType to, DoubleUnaryOperator f) {
    int n = x.elements();
    Tensor out = Tensor.zeros(to, x.shape());
    if (x.dtype() == DType.FLOAT32 && to == DType.FLOAT32) {
      float[] from = x.floats();
      float[] into = out.floats();
      for (int i = 0; i < n; i++) {
        into[i] = (float) f.applyAsDouble(from[i]);
      }
      return out;
    }
    for (int i = 0; i < n; i++) {
      out.put(i, f.applyAsDouble(x.getDouble(i)));
    }
    return out;
  }

  /** {@code f} of every pair, broadcast, stored as {@code to}; null: the promoted type. */
  static Tensor zip(Tensor a, Tensor b, DType to, DoubleBinaryOperator f) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    DType type = to == null ? DType.promote(a.dtype(), b.dtype()) : to;
    Tensor out = Tensor.zeros(type, shape);
    int n = out.elements();
    boolean floats =
        type == DType.FLOAT32 && a.dtype() == DType.FLOAT32 && b.dtype() == DType.FLOAT32;
    if (a.shape().equals(shape) && b.shape().equals(shape)) {
      if (floats) {
        float[] x = a.floats();
        float[] y = b.floats();
        float[] z = out.floats();
        for (int i = 0; i < n; i++) {
          z[i] = (float) f.applyAsDouble(x[i], y[i]);
        }
      } else {
        for (int i = 0; i < n; i++) {
          out.put(i, f.applyAsDouble(a.getDouble(i), b.getDouble(i)));
        }
      }
      return out;
    }
    int[] ia = sources(a.shape(), shape);
    int[] ib = sources(b.shape(), shape);
    for (int i = 0; i < n; i++) {
      out.put(i, f.applyAsDouble(a.getDouble(ia[i]), b.getDouble(ib[i])));
    }
    return out;
  }

  /** The storage of {@code x} repeated to a larger shape, run by run. */
  static Object repeat(Tensor x, Shape to) {
    int extra = to.rank() - x.rank();
    int split = to.rank();
    int run = 1;
    while (split > extra && x.dim(split - 1 - extra) == to.dim(split - 1)) {
      run *= to.dim(--split);
    }
    int[] from = sources(x.shape().slice(0, Math.max(0, split - extra)), to.slice(0, split));
    if (run == 1) {
      return Walk.pick(x.data(), from);
    }
    Tensor out = Tensor.zeros(x.dtype(), to);
    for (int i = 0; i < from.length; i++) {
      System.arraycopy(x.data(), from[i] * run, out.data(), i * run, run);
    }
    return out.data();
  }

  /** For each element of {@code to}, the index in {@code from} that broadcasts there. */
  static int[] sources(Shape from, Shape to) {
    int rank = to.rank();
    int[] strides = new int[rank];
    int step = 1;
    for (int i = 1; i <= from.rank(); i++) {
      int dim = from.dim(from.rank() - i);
      strides[rank - i] = dim == 1 ? 0 : step;
      step *= dim;
    }
    return Walk.indices(to, strides);
  }
}
