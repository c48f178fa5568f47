package io.nyala.keras.activations;

import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Op;
import io.nyala.autograd.Reduce;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Like softmax, with true zeros: {@code max(x - τ, 0)} along an axis.
 *
 * <p>With x sorted downwards, {@code Sⱼ} the sum of the first j and k the number of j with {@code
 * xⱼ > (Sⱼ - 1) / j}, Keras takes {@code τ = (S₁ + … + Sₖ - 1) / k}. (The paper takes {@code Sₖ}
 * alone, so that rows sum to 1.) Source: keras.activations.sparsemax; Martins and Astudillo, ICML
 * 2016.
 */
final class Sparsemax {

  private Sparsemax() {}

  /** The activation of {@code x}; same shape. */
  static Tensor apply(Tensor x, int axis) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    int length = x.dim(at);
    Tensor out = Tensor.zeros(x.dtype(), x.shape());
    Tensor slope = Tensor.zeros(x.dtype(), x.shape());
    for (int r = 0; r < x.elements() / Math.max(1, length); r++) {
      row(x, r / inner * length * inner + r % inner, inner, length, out, slope);
    }
    return Op.of("sparsemax", x, out, g -> gradient(g, out, slope, at));
  }

  /** One row: its output, and the slope of τ by each element. */
  private static void row(Tensor x, int base, int step, int length, Tensor out, Tensor slope) {
    Integer[] order = new Integer[length];
    Arrays.setAll(order, k -> base + k * step);
    Arrays.sort(order, Comparator.comparingDouble(i -> -x.getDouble(i)));
    double sum = 0;
    double sums = 0;
    int k = 0;
    for (int j = 1; j <= length; j++) {
      double value = x.getDouble(order[j - 1]);
      sum += value;
      if (value - (sum - 1) / j > 0) {
        sums += sum;
        k = j;
      }
    }
    double tau = (sums - 1) / k;
    for (int j = 0; j < length; j++) {
      out.put(order[j], Math.max(x.getDouble(order[j]) - tau, 0));
      slope.put(order[j], Math.max(0, (double) (k - j) / k));
    }
  }

  private static Tensor gradient(Tensor g, Tensor out, Tensor slope, int axis) {
    Tensor kept = multiply(g, Cast.to(Compare.greater(out, like(out, 0)), out.dtype()));
    return subtract(kept, multiply(slope, Reduce.sum(kept, new int[] {axis}, true)));
  }
}
