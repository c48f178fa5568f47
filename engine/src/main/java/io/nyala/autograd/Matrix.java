package io.nyala.autograd;

import io.nyala.compute.Compute;
import io.nyala.compute.Interruption;
import io.nyala.compute.Threads;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** Matrix products, with leading axes broadcast. */
public final class Matrix {

  /** Below this many multiply-adds several blocks are not worth a second thread. */
  private static final long PARALLEL_WORK = 1_000_000;

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
    if (b.rank() == 2 && a.rank() > 2) {
      return rows(a, b);
    }
    return product(a, false, b, false);
  }

  /**
   * {@code x @ w + b} for rows {@code [.., k]}, a matrix {@code [k, n]} and a bias {@code [n]}; in
   * one array where all are float32.
   */
  public static Tensor affine(Tensor x, Tensor w, Tensor b) {
    boolean floats =
        x.dtype() == DType.FLOAT32 && w.dtype() == DType.FLOAT32 && b.dtype() == DType.FLOAT32;
    int rows = x.rank() < 2 ? 0 : x.shape().slice(0, x.rank() - 1).elements();
    if (!floats || rows == 0 || w.rank() != 2 || x.dim(-1) != w.dim(0) || b.rank() != 1) {
      return Arithmetic.add(matmul(x, w), b);
    }
    int n = w.dim(1);
    float[] y = new float[rows * n];
    Compute.gemm(
        false, false, rows, n, w.dim(0), x.floats(), 0, w.dim(0), w.floats(), 0, n, false, y, 0, n);
    Compute.kernels().addBias(rows, n, b.floats(), 0, y, 0, n);
    Tensor out = Tensor.of(x.shape().with(-1, n), y);
    Backward back =
        (up, needed) -> {
          Tensor g = Shapes.reshape(up[0], rows, n);
          Tensor flat = Shapes.reshape(x, rows, w.dim(0));
          return new Tensor[] {
            needed[0] ? Shapes.reshape(product(g, false, w, true), x.shape()) : null,
            needed[1] ? product(flat, true, g, false) : null,
            needed[2] ? Reduce.sum(g, new int[] {0}, false) : null
          };
        };
    return Op.of("matmul_add", List.of(x, w, b), List.of(out), back).get(0);
  }

  /** Any number of rows times one matrix, as a single product. */
  private static Tensor rows(Tensor a, Tensor b) {
    int rows = a.shape().slice(0, a.rank() - 1).elements();
    Tensor out = product(Shapes.reshape(a, rows, b.dim(0)), false, b, false);
    return Shapes.reshape(out, a.shape().with(-1, b.dim(1)));
  }

  /** {@code op(a) @ op(b)}, where {@code op} exchanges the last two axes if its flag is set. */
  private static Tensor product(Tensor a, boolean ta, Tensor b, boolean tb) {
    int m = a.dim(ta ? -1 : -2);
    int k = a.dim(ta ? -2 : -1);
    int n = b.dim(tb ? -2 : -1);
    Shape leadA = a.shape().slice(0, a.rank() - 2);
    Shape leadB = b.shape().slice(0, b.rank() - 2);
    Shape lead = Shape.broadcast(leadA, leadB);
    DType type = DType.promote(a.dtype(), b.dtype());
    Tensor out = Tensor.zeros(type, lead.concat(Shape.of(m, n)));
    Blocks blocks = new Blocks(a.cast(type), ta, b.cast(type), tb, out, m, n, k);
    int[] ia = Elementwise.sources(leadA, lead);
    int[] ib = Elementwise.sources(leadB, lead);
    int parts = (long) ia.length * m * n * k < PARALLEL_WORK ? 1 : Threads.available();
    if (ia.length == 1) {
      blocks.multiply(ia[0] * m * k, ib[0] * k * n, 0);
    } else {
      Threads.ranges(
          ia.length,
          1,
          parts,
          (from, to) -> {
            for (int i = from; i < to; i++) {
              blocks.multiply(ia[i] * m * k, ib[i] * k * n, i * m * n);
            }
          });
    }
    return Op.of(
        "matmul",
        a,
        b,
        out,
        g -> Arithmetic.back(ta ? product(b, tb, g, true) : product(g, false, b, !tb), a),
        g -> Arithmetic.back(tb ? product(g, true, a, ta) : product(a, !ta, g, false), b));
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

  /** Products of {@code [m, k]} and {@code [k, n]} blocks of two tensors of the same type. */
  private record Blocks(
      Tensor a, boolean ta, Tensor b, boolean tb, Tensor out, int m, int n, int k) {

    void multiply(int aAt, int bAt, int outAt) {
      switch (out.dtype()) {
        case FLOAT32 -> floats(aAt, bAt, outAt);
        case FLOAT64 -> doubles(a.doubles(), aAt, b.doubles(), bAt, out.doubles(), outAt);
        default -> longs(aAt, bAt, outAt);
      }
    }

    private void floats(int aAt, int bAt, int outAt) {
      int lda = ta ? m : k;
      int ldb = tb ? k : n;
      float[] c = out.floats();
      Compute.gemm(ta, tb, m, n, k, a.floats(), aAt, lda, b.floats(), bAt, ldb, false, c, outAt, n);
    }

    private int left(int i, int p) {
      return ta ? p * m + i : i * k + p;
    }

    private int right(int p, int j) {
      return tb ? j * k + p : p * n + j;
    }

    private void doubles(double[] x, int aAt, double[] y, int bAt, double[] z, int outAt) {
      for (int i = 0; i < m; i++) {
        Interruption.check();
        for (int p = 0; p < k; p++) {
          double f = x[aAt + left(i, p)];
          for (int j = 0; j < n; j++) {
            z[outAt + i * n + j] += f * y[bAt + right(p, j)];
          }
        }
      }
    }

    private void longs(int aAt, int bAt, int outAt) {
      for (int i = 0; i < m; i++) {
        Interruption.check();
        for (int j = 0; j < n; j++) {
          long sum = 0;
          for (int p = 0; p < k; p++) {
            sum += a.getLong(aAt + left(i, p)) * b.getLong(bAt + right(p, j));
          }
          Wholes.put(out, outAt + i * n + j, sum);
        }
      }
    }
  }
}
