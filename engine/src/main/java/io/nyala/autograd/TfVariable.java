package io.nyala.autograd;

import io.nyala.tensor.Printing;
import io.nyala.tensor.Tensor;

/** A variable a person made with {@code tf.Variable}; it prints as TensorFlow's do. */
public final class TfVariable extends Variable {

  /** A variable of this first value. */
  public TfVariable(Tensor value, boolean trainable, String name) {
    super(value, trainable, name);
  }

  /** The value, which in a person's own code may be kept. */
  @Override
  public Tensor value() {
    return lend(super.value());
  }

  /** As TensorFlow prints a variable. */
  @Override
  public String toString() {
    return Printing.tfVariable(name(), value());
  }
}
