package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import io.nyala.compute.Threads;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Normalised exponentials along an axis. */
public final class Softmax {

  /** So many elements are worth a second thread. */
  private static final int GRAIN = 1 << 13;

  private static final Kernels KERNELS = Compute.kernels();

  private Softmax() {}

  /** {@code softmax(x)ᵢ = e^xᵢ / Σⱼ e^xⱼ}. */
  public static Tensor softmax(Tensor x, int axis) {
    if (x.dtype() == DType.FLOAT32
        && x.elements() > 0
        && x.shape().normalize(axis) == x.rank() - 1
        && Tape.followers(x) <= 1) {
      return rows(x);
    }
    Tensor[] result = new Tensor[1];
    Tape.withoutRecording(
        () -> {
          Tensor e = Maths.exp(subtract(x, Reduce.max(x, new int[] {axis}, true)));
          result[0] = divide(e, Reduce.sum(e, new int[] {axis}, true));
        });
    Tensor out = result[0];
    return Op.of(
        "softmax",
        x,
        out,
        g -> {
          Tensor weighted = multiply(g, out);
          return subtract(weighted, multiply(out, Reduce.sum(weighted, new int[] {axis}, true)));
        });
  }

  /** Along the last axis, by kernels, for one tape at most. */
  private static Tensor rows(Tensor x) {
    int cols = x.dim(-1);
    float[] from = x.floats();
    float[] y = new float[from.length];
    eachRow(
        from.length,
        cols,
        (at, rows) -> KERNELS.softmaxRows(rows, cols, from, at, cols, y, at, cols));
    return Op.of(
        "softmax",
        x,
        Tensor.of(x.shape(), y),
        g -> {
          float[] dy = g.floats();
          float[] dx = new float[dy.length];
          eachRow(
              dx.length,
              cols,
              (at, rows) -> KERNELS.softmaxRowsGrad(rows, cols, y, at, dy, at, dx, at));
          return Tensor.of(x.shape(), dx);
        });
  }

  /** Hands out rows to threads: where the first begins, and how many. */
  private static void eachRow(int elements, int cols, Threads.Range work) {
    int grain = Math.max(1, GRAIN / cols);
    Threads.ranges(
        elements / cols,
        grain,
        Threads.available(),
        (from, to) -> work.run(from * cols, to - from));
  }

  /**
   * {@code -ln softmax(x)} of one class in each row: {@code [.., classes] → [..]}.
   *
   * @param picked for each row its class
   */
  public static Tensor minusLog(Tensor x, int[] picked) {
    int cols = x.dim(-1);
    Shape shape = x.shape().without(-1);
    if (x.dtype() == DType.FLOAT32 && x.elements() > 0 && Tape.followers(x) <= 1) {
      return Op.of(
          "sparse_softmax_cross_entropy_with_logits",
          x,
          Tensor.of(shape, minusLogs(x.floats(), cols, picked)),
          g -> Tensor.of(x.shape(), minusLogsGrad(x.floats(), cols, picked, g.floats())));
    }
    Tensor[] logs = new Tensor[1];
    Tape.withoutRecording(() -> logs[0] = logSoftmax(x, -1));
    Tensor out = Tensor.zeros(x.dtype(), shape);
    for (int i = 0; i < picked.length; i++) {
      out.put(i, -logs[0].getDouble(i * cols + picked[i]));
    }
    Tensor classes = Tensor.of(shape, picked);
    return Op.of(
        "sparse_softmax_cross_entropy_with_logits",
        x,
        out,
        g ->
            multiply(
                Shapes.expandDims(g, -1),
                subtract(softmax(x, -1), Gather.oneHot(classes, cols, x.dtype()))));
  }

  /** {@code ln Σ e^x - x[picked]}, the sum from the largest share, which is its reciprocal. */
  private static float[] minusLogs(float[] x, int cols, int[] picked) {
    float[] out = new float[picked.length];
    eachRow(
        x.length,
        cols,
        (at, rows) -> {
          float[] shares = new float[cols];
          for (int row = at / cols; row < at / cols + rows; row++) {
            KERNELS.softmaxRows(1, cols, x, row * cols, cols, shares, 0, cols);
            double top = KERNELS.max(cols, x, row * cols);
            double logSum = top - Math.log(KERNELS.max(cols, shares, 0));
            out[row] = (float) (logSum - x[row * cols + picked[row]]);
          }
        });
    return out;
  }

  /** {@code g·(softmax(x) - one at the picked class)}. */
  private static float[] minusLogsGrad(float[] x, int cols, int[] picked, float[] g) {
    float[] dx = new float[x.length];
    eachRow(
        x.length,
        cols,
        (at, rows) -> {
          KERNELS.softmaxRows(rows, cols, x, at, cols, dx, at, cols);
          for (int row = at / cols; row < at / cols + rows; row++) {
            dx[row * cols + picked[row]] -= 1;
            KERNELS.scale(cols, g[row], dx, row * cols, dx, row * cols);
          }
        });
    return dx;
  }

  /** {@code ln softmax(x)}, computed without overflow. */
  public static Tensor logSoftmax(Tensor x, int axis) {
    return subtract(x, Reduce.logSumExp(x, new int[] {axis}, true));
  }
}
