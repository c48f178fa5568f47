package io.nyala.autograd;

import io.nyala.tensor.Printing;
import io.nyala.tensor.Tensor;

/** A variable a person made with {@code tf.Variable}; it prints as TensorFlow's do. */
public final class TfVariable extends Variable {

  /** A variable of this first value. */
  public TfVariable(Tensor value, boolean trainable, String name) {
    super(value, trainable, name);
  }

  /** As TensorFlow prints a variable. */
  @Override
  public String toString() {
    return Printing.tfVariable(name(), value());
  }
}
