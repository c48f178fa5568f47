package io.nyala.autograd;

import io.nyala.compute.Compute;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * A sequence scaled at every step by the same factors: {@code y[b, t, f] = x[b, t, f] · s[b, f]},
 * as dropout does that holds for a whole sequence.
 */
public final class StepScale {

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
    if (x instanceof Placed placed) {
      int rows = placed.values().dim(0);
      int[] samples = placed.pick(samples(x.dim(0), time));
      float[] out = new float[rows * features];
      for (int i = 0; i < rows; i++) {
        multiply(features, placed.values(), i, factors, samples[i], out);
      }
      return placed.with(Tensor.of(Shape.of(rows, features), out));
    }
    float[] out = new float[x.elements()];
    for (int row = 0; row < x.dim(0) * time; row++) {
      multiply(features, x, row, factors, row / time, out);
    }
    return Tensor.of(x.shape(), out);
  }

  private static void multiply(int n, Tensor x, int row, Tensor factors, int sample, float[] out) {
    Compute.kernels().multiply(n, x.floats(), row * n, factors.floats(), sample * n, out, row * n);
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
