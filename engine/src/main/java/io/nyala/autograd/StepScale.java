package io.nyala.autograd;

import io.nyala.compute.Compute;
import io.nyala.compute.Threads;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.IntConsumer;

/**
 * A sequence scaled at every step by the same factors: {@code y[b, t, f] = x[b, t, f] · s[b, f]},
 * as dropout does that holds for a whole sequence.
 */
public final class StepScale {

  /** So many rows are worth a thread's while. */
  private static final int GRAIN = 256;

  private StepScale() {}

  /**
   * The scaled sequence.
   *
   * @param x float32 {@code [batch, time, features]}
   * @param factors {@code [batch, features]}; no gradient reaches them
   */
  public static Tensor of(Tensor x, Tensor factors) {
    return Op.of("step_scale", x, scaled(x, factors), g -> of(g, factors));
  }

  private static Tensor scaled(Tensor x, Tensor factors) {
    if (x.dtype() != DType.FLOAT32) {
      throw new IllegalArgumentException("StepScale is for float32; received " + x.dtype());
    }
    int time = x.dim(1);
    int features = x.dim(2);
    float[] by = factors.floats();
    if (x instanceof Placed placed) {
      int rows = placed.values().dim(0);
      int[] samples = placed.pick(samples(x.dim(0), time));
      float[] out = new float[rows * features];
      float[] from = placed.values().floats();
      each(rows, row -> multiply(features, from, row, by, samples[row], out));
      return placed.with(Tensor.of(Shape.of(rows, features), out));
    }
    float[] out = new float[x.elements()];
    float[] from = x.floats();
    each(x.dim(0) * time, row -> multiply(features, from, row, by, row / time, out));
    return Tensor.of(x.shape(), out);
  }

  private static void each(int rows, IntConsumer work) {
    Threads.ranges(
        rows,
        GRAIN,
        Threads.available(),
        (from, to) -> {
          for (int row = from; row < to; row++) {
            work.accept(row);
          }
        });
  }

  private static void multiply(int n, float[] x, int row, float[] by, int sample, float[] out) {
    Compute.kernels().multiply(n, x, row * n, by, sample * n, out, row * n);
  }

  /** For each place of {@code [batch, time]} the sample it belongs to. */
  private static int[] samples(int batch, int time) {
    int[] samples = new int[batch * time];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = i / time;
    }
    return samples;
  }
}
