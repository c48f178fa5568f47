package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * Sum, difference and product of float32 tensors in plain loops; other types go the general way.
 */
final class FloatPairs {

  private FloatPairs() {}

  static Tensor add(Tensor a, Tensor b) {
    if (general(a, b)) {
      return Elementwise.zip(a, b, null, Double::sum);
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    float[] x = a.floats();
    float[] y = b.floats();
    float[] z = new float[shape.elements()];
    for (int i = 0; i < z.length; i += Math.max(1, block(x, y))) {
      int n = Math.min(block(x, y), z.length - i);
      int from = x.length == z.length ? i : 0;
      int with = y.length == z.length ? i : 0;
      for (int k = 0; k < n; k++) {
        z[i + k] = x[x.length == 1 ? 0 : from + k] + y[y.length == 1 ? 0 : with + k];
      }
    }
    return Tensor.of(shape, z);
  }

  static Tensor subtract(Tensor a, Tensor b) {
    if (general(a, b)) {
      return Elementwise.zip(a, b, null, (x, y) -> x - y);
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    float[] x = a.floats();
    float[] y = b.floats();
    float[] z = new float[shape.elements()];
    for (int i = 0; i < z.length; i += Math.max(1, block(x, y))) {
      int n = Math.min(block(x, y), z.length - i);
      int from = x.length == z.length ? i : 0;
      int with = y.length == z.length ? i : 0;
      for (int k = 0; k < n; k++) {
        z[i + k] = x[x.length == 1 ? 0 : from + k] - y[y.length == 1 ? 0 : with + k];
      }
    }
    return Tensor.of(shape, z);
  }

  static Tensor multiply(Tensor a, Tensor b) {
    if (general(a, b)) {
      return Elementwise.zip(a, b, null, (x, y) -> x * y);
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    float[] x = a.floats();
    float[] y = b.floats();
    float[] z = new float[shape.elements()];
    for (int i = 0; i < z.length; i += Math.max(1, block(x, y))) {
      int n = Math.min(block(x, y), z.length - i);
      int from = x.length == z.length ? i : 0;
      int with = y.length == z.length ? i : 0;
      for (int k = 0; k < n; k++) {
        z[i + k] = x[x.length == 1 ? 0 : from + k] * y[y.length == 1 ? 0 : with + k];
      }
    }
    return Tensor.of(shape, z);
  }

  /** How far both operands run without wrapping, the longer one being as long as the result. */
  private static int block(float[] x, float[] y) {
    int shorter = Math.min(x.length, y.length);
    return shorter == 1 ? Math.max(x.length, y.length) : shorter;
  }

  /** True unless both are float32 and the smaller one repeats whole along the larger. */
  private static boolean general(Tensor a, Tensor b) {
    if (a.dtype() != DType.FLOAT32 || b.dtype() != DType.FLOAT32) {
      return true;
    }
    Tensor small = a.elements() <= b.elements() ? a : b;
    Tensor large = small == a ? b : a;
    if (small.elements() == 0 || large.rank() < small.rank()) {
      return true;
    }
    if (small.elements() == 1) {
      return false;
    }
    int rank = small.rank();
    return !large.shape().slice(large.rank() - rank, large.rank()).equals(small.shape());
  }
}
