package io.nyala.keras.models;

import io.nyala.keras.graph.Trees;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * What one step sees.
 *
 * @param x the inputs, each {@code [batch, …]}
 * @param y the targets; empty when predicting; null where an output has none
 * @param weights sample weights, one per target; empty: all equal
 * @param forms the lists and maps they were given in
 */
public record Batch(List<Tensor> x, List<Tensor> y, List<Tensor> weights, Forms forms) {

  /**
   * The lists and maps that data was given in, with null in place of each array; null: no list.
   *
   * @param x of the inputs
   * @param y of the targets
   * @param weights of the sample weights
   */
  public record Forms(Object x, Object y, Object weights) {

    /** One array each, or lists of them. */
    public static final Forms PLAIN = new Forms(null, null, null);
  }

  /** Inputs, targets and weights in lists. */
  public Batch(List<Tensor> x, List<Tensor> y, List<Tensor> weights) {
    this(x, y, weights, Forms.PLAIN);
  }

  /** The number of samples. */
  public int size() {
    Tensor first = x.get(0);
    return first.rank() == 0 ? 1 : first.dim(0);
  }

  /** The weight of the samples for a target, or null. */
  public Tensor weight(int target) {
    return target < weights.size() ? weights.get(target) : null;
  }

  /** The inputs in the form they were given in. */
  public Object inputs() {
    return packed(x, forms.x());
  }

  /** The targets in the form they were given in; null if there are none. */
  public Object targets() {
    return packed(y, forms.y());
  }

  /** The sample weights in the form they were given in; null if there are none. */
  public Object sampleWeights() {
    return packed(weights, forms.weights());
  }

  private static Object packed(List<Tensor> tensors, Object form) {
    if (form != null && Trees.leaves(form).size() == tensors.size()) {
      return Trees.pack(form, tensors);
    }
    return tensors.isEmpty() ? null : tensors.size() == 1 ? tensors.get(0) : tensors;
  }
}
