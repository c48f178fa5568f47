package io.nyala.keras.activations;

import io.nyala.tensor.Tensor;

/** A function applied to a layer's output, element by element or along its last axis. */
public interface Activation {

  /** The activation of {@code x}; same shape. */
  Tensor apply(Tensor x);

  /** Keras' name, such as {@code sigmoid}. */
  String name();
}
