package io.nyala.keras.constraints;

import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;

/** A projection of a weight, applied after every update. */
public interface Constraint extends KerasObject {

  /** The nearest allowed value; same shape. */
  Tensor apply(Tensor weight);
}
