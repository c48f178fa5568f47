package io.nyala.keras.initializers;

import io.nyala.keras.KerasObject;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** Makes the first value of a weight. */
public interface Initializer extends KerasObject {

  /** A first value of this shape. */
  Tensor create(Shape shape, DType dtype);
}
