package io.nyala.keras.activations;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Op;
import io.nyala.autograd.Reduce;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/**
 * The nearest point of the probability simplex along an axis: like softmax, with true zeros.
 *
 * <p>Source: Martins and Astudillo, ICML 2016; keras.activations.sparsemax.
 */
final class Sparsemax {

  private Sparsemax() {}

  /** {@code max(x - τ, 0)} with τ such that each row sums to 1; same shape. */
  static Tensor apply(Tensor x, int axis) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    int length = x.dim(at);
    Tensor out = Tensor.zeros(x.dtype(), x.shape());
    double[] row = new double[length];
    for (int r = 0; r < x.elements() / Math.max(1, length); r++) {
      int base = r / inner * length * inner + r % inner;
      for (int k = 0; k < length; k++) {
        row[k] = x.getDouble(base + k * inner);
      }
      double tau = threshold(row.clone());
      for (int k = 0; k < length; k++) {
        out.put(base + k * inner, Math.max(row[k] - tau, 0));
      }
    }
    return Op.of("sparsemax", x, out, g -> gradient(g, out, at));
  }

  private static double threshold(double[] sorted) {
    Arrays.sort(sorted);
    double sum = 0;
    double tau = 0;
    for (int k = 1; k <= sorted.length; k++) {
      double value = sorted[sorted.length - k];
      sum += value;
      if (value - (sum - 1) / k > 0) {
        tau = (sum - 1) / k;
      }
    }
    return tau;
  }

  private static Tensor gradient(Tensor g, Tensor out, int axis) {
    int[] axes = {axis};
    Tensor support = Cast.to(Compare.greater(out, like(out, 0)), out.dtype());
    Tensor kept = multiply(g, support);
    Tensor mean = divide(Reduce.sum(kept, axes, true), Reduce.sum(support, axes, true));
    return subtract(kept, multiply(support, mean));
  }
}
