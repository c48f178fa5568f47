package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Matrix products, with leading axes broadcast. */
public final class Matrix {

  private Matrix() {}

  /**
   * {@code a @ b}: {@code [.., m, k] × [.., k, n] → [.., m, n]}; a vector on either side is taken
   * as one row or one column, as NumPy does.
   *
   * @throws IllegalArgumentException if the inner extents differ
   */
  public static Tensor matmul(Tensor a, Tensor b) {
    if (a.rank() == 1 && b.rank() == 1) {
      return Shapes.squeeze(matmul(Shapes.expandDims(a, 0), Shapes.expandDims(b, 1)), null);
    }
    if (a.rank() == 1) {
      return Shapes.squeeze(matmul(Shapes.expandDims(a, 0), b), -2);
    }
    if (b.rank() == 1) {
      return Shapes.squeeze(matmul(a, Shapes.expandDims(b, 1)), -1);
    }
    if (a.rank() == 0 || b.rank() == 0 || a.dim(-1) != b.dim(-2)) {
      throw new IllegalArgumentException(
          "Cannot multiply matrices of shapes "
              + a.shape()
              + " and "
              + b.shape()
              + ": the last extent of the first must equal the second to last of the second.");
    }
    if (b.rank() == 2) {
      return rows(a, b);
    }
    return batched(a, b);
  }

  /** Any number of rows times one matrix, as a single product. */
  private static Tensor rows(Tensor a, Tensor b) {
    int k = b.dim(0);
    int n = b.dim(1);
    int m = k == 0 ? a.shape().slice(0, a.rank() - 1).elements() : a.elements() / k;
    Shape shape = a.shape().with(-1, n);
    Tensor out = product(a, false, b, false, m, n, k, shape);
    return Op.of(
        "matmul",
        a,
        b,
        out,
        g -> matmul(g, Shapes.transpose(b)),
        g -> matmul(Shapes.transpose(Shapes.reshape(a, m, k)), Shapes.reshape(g, m, n)));
  }

  private static Tensor product(
      Tensor a, boolean ta, Tensor b, boolean tb, int m, int n, int k, Shape shape) {
    DType type = DType.promote(a.dtype(), b.dtype());
    Tensor out = Tensor.zeros(type, shape);
    block(a.cast(type), 0, b.cast(type), 0, m, n, k, out, 0);
    return out;
  }

  private static Tensor batched(Tensor a, Tensor b) {
    int m = a.dim(-2);
    int k = a.dim(-1);
    int n = b.dim(-1);
    Shape lead =
        Shape.broadcast(a.shape().slice(0, a.rank() - 2), b.shape().slice(0, b.rank() - 2));
    int[] ia = Elementwise.sources(a.shape().slice(0, a.rank() - 2), lead);
    int[] ib = Elementwise.sources(b.shape().slice(0, b.rank() - 2), lead);
    DType type = DType.promote(a.dtype(), b.dtype());
    Tensor x = a.cast(type);
    Tensor y = b.cast(type);
    Tensor out = Tensor.zeros(type, lead.concat(Shape.of(m, n)));
    for (int i = 0; i < ia.length; i++) {
      block(x, ia[i] * m * k, y, ib[i] * k * n, m, n, k, out, i * m * n);
    }
    return Op.of(
        "matmul",
        a,
        b,
        out,
        g -> Arithmetic.back(matmul(g, swapLast(b)), a),
        g -> Arithmetic.back(matmul(swapLast(a), g), b));
  }

  /** The last two axes exchanged. */
  public static Tensor swapLast(Tensor x) {
    int[] order = new int[x.rank()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    order[order.length - 1] = order.length - 2;
    order[order.length - 2] = order.length - 1;
    return Shapes.transpose(x, order);
  }

  private static void block(
      Tensor a, int aAt, Tensor b, int bAt, int m, int n, int k, Tensor out, int outAt) {
    switch (out.dtype()) {
      case FLOAT32 -> floats(a.floats(), aAt, b.floats(), bAt, m, n, k, out.floats(), outAt);
      case FLOAT64 -> doubles(a.doubles(), aAt, b.doubles(), bAt, m, n, k, out.doubles(), outAt);
      default -> {
        for (int i = 0; i < m; i++) {
          for (int j = 0; j < n; j++) {
            long sum = 0;
            for (int p = 0; p < k; p++) {
              sum += a.getLong(aAt + i * k + p) * b.getLong(bAt + p * n + j);
            }
            out.put(outAt + i * n + j, sum);
          }
        }
      }
    }
  }

  private static void floats(
      float[] a, int aAt, float[] b, int bAt, int m, int n, int k, float[] out, int outAt) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        float f = a[aAt + i * k + p];
        for (int j = 0; j < n; j++) {
          out[outAt + i * n + j] += f * b[bAt + p * n + j];
        }
      }
    }
  }

  private static void doubles(
      double[] a, int aAt, double[] b, int bAt, int m, int n, int k, double[] out, int outAt) {
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < k; p++) {
        double f = a[aAt + i * k + p];
        for (int j = 0; j < n; j++) {
          out[outAt + i * n + j] += f * b[bAt + p * n + j];
        }
      }
    }
  }
}
