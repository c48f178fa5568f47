package io.nyala.keras.regularizers;

import io.nyala.keras.KerasObject;
import io.nyala.tensor.Tensor;

/** A penalty on a weight or an output, added to the loss. */
public interface Regularizer extends KerasObject {

  /** The penalty, a scalar. */
  Tensor apply(Tensor x);
}
