package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Shapes;
import io.nyala.keras.losses.Reduction;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.stream.IntStream;

/**
 * Values of any shape made one per sample, weighted. Source:
 * keras/src/metrics/reduction_metrics.py.
 *
 * @param values {@code [batch]}, or a scalar
 * @param weights {@code [batch]}, or null
 */
record Samples(Tensor values, Tensor weights) {

  /** A sum or a mean over axes. */
  interface Fold {
    Tensor over(Tensor x, int[] axes, boolean keep);
  }

  static Samples of(Tensor given, Tensor sampleWeight, Fold fold, DType dtype) {
    Tensor values = Cast.to(given, dtype);
    Tensor weights = null;
    if (sampleWeight != null) {
      weights = Reduction.masked(Cast.to(sampleWeight, dtype), given.mask(), dtype, "sum");
      Reduction.Pair pair = Reduction.sameRank(values, weights);
      values = pair.first();
      weights = pair.second();
      int rank = weights.rank();
      values = over(values, rank, fold);
      weights = Shapes.broadcastTo(weights, values.shape());
      values = multiply(values, weights);
      weights = over(weights, 1, fold);
    }
    return new Samples(over(values, 1, fold), weights);
  }

  /** Folds the axes from {@code from} on. */
  private static Tensor over(Tensor x, int from, Fold fold) {
    return x.rank() > from ? fold.over(x, IntStream.range(from, x.rank()).toArray(), false) : x;
  }
}
