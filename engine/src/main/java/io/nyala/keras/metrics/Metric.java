package io.nyala.keras.metrics;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;
import java.util.List;

/** A figure of merit gathered over batches. Source: keras.metrics.Metric. */
public interface Metric extends KerasObject {

  /** Takes one batch into account. */
  void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight);

  /** The figure over all batches since the last reset; a scalar for nearly all metrics. */
  Tensor result();

  /** The figure, or several by name, as {@code result()} of a person's own metric gives them. */
  default Object figures() {
    return result();
  }

  /** Starts over. */
  void reset();

  /** The name shown in logs. */
  String name();

  /** The state, as Keras orders it. */
  List<Variable> variables();
}
