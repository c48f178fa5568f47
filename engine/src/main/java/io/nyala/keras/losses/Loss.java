package io.nyala.keras.losses;

import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;

/** What training makes smaller. Source: keras.losses.Loss. */
public interface Loss extends KerasObject {

  /** The loss of each sample (and step), before reduction: {@code [batch, …]}. */
  Tensor call(Tensor yTrue, Tensor yPred);

  /**
   * The loss reduced as its {@code reduction} says, weighted, and without masked steps (the mask
   * that goes along with {@code yPred}).
   *
   * @param sampleWeight {@code [batch]} or {@code [batch, time]}; null: all equal
   */
  Tensor apply(Tensor yTrue, Tensor yPred, Tensor sampleWeight);

  /** The name shown in logs. */
  String name();
}
