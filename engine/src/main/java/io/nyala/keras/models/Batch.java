package io.nyala.keras.models;

import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * What one step sees.
 *
 * @param x the inputs, each {@code [batch, …]}
 * @param y the targets; empty when predicting
 * @param weights sample weights, one per target; empty: all equal
 */
public record Batch(List<Tensor> x, List<Tensor> y, List<Tensor> weights) {

  /** The number of samples. */
  public int size() {
    Tensor first = x.get(0);
    return first.rank() == 0 ? 1 : first.dim(0);
  }

  /** The weight of the samples for a target, or null. */
  public Tensor weight(int target) {
    return target < weights.size() ? weights.get(target) : null;
  }
}
