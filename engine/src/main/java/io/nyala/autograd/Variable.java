package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Printing;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.UnaryOperator;

/**
 * A tensor that can be given a new value: a layer's weight, an optimizer's slot, {@code
 * tf.Variable}.
 *
 * <p>{@link #assign} puts a new tensor in place, so whoever holds the old value keeps it unchanged.
 */
public class Variable {

  private final String name;
  private String path;
  private final boolean fixed;
  private boolean trainable;
  private Tensor value;
  private boolean lent;
  private UnaryOperator<Tensor> constraint;
  private Object regularizer;

  /** A variable of this first value. */
  public Variable(Tensor value, boolean trainable, String name) {
    this.value = value.copy();
    this.trainable = trainable;
    this.fixed = !trainable;
    this.name = name;
    this.path = name;
  }

  /** The value, as an input to operations; the open tapes learn that it was read. */
  public Tensor value() {
    Tape.read(this, value);
    return value;
  }

  /** The value, for somebody who may keep it: it stays as it is, whatever optimizers do later. */
  public Tensor held() {
    return lend(value());
  }

  final Tensor lend(Tensor held) {
    lent = true;
    return held;
  }

  /** The value's storage, for optimizers that update it in place between steps. */
  public float[] storage() {
    if (lent) {
      value = value.copy();
      lent = false;
    }
    return value.floats();
  }

  /**
   * Gives the variable a new value.
   *
   * @throws IllegalArgumentException if its shape differs
   */
  public Variable assign(Tensor newValue) {
    if (!newValue.shape().equals(value.shape())) {
      throw new IllegalArgumentException(
          "Cannot assign a value of shape "
              + newValue.shape()
              + " to the variable "
              + path
              + " of shape "
              + value.shape()
              + ".");
    }
    value = newValue.cast(value.dtype()).copy();
    lent = false;
    return this;
  }

  /** Adds to the value. */
  public Variable assignAdd(Tensor delta) {
    return assign(Arithmetic.add(value, delta.cast(value.dtype())));
  }

  /** Subtracts from the value. */
  public Variable assignSub(Tensor delta) {
    return assign(Arithmetic.subtract(value, delta.cast(value.dtype())));
  }

  /** The last part of the path, such as {@code kernel}. */
  public String name() {
    return name;
  }

  /** The full name, such as {@code sequential/lstm/lstm_cell/kernel}. */
  public String path() {
    return path;
  }

  /** Sets the full name; layers do so when they build. */
  public void path(String newPath) {
    this.path = newPath;
  }

  /** Whether optimizers change it and tapes watch it. */
  public boolean trainable() {
    return trainable;
  }

  /** True if it was made not to be trained, such as a moving average. */
  public boolean isFixed() {
    return fixed;
  }

  /** Sets whether optimizers change it. */
  public void trainable(boolean isTrainable) {
    this.trainable = isTrainable;
  }

  /** The projection an optimizer applies after each update, or null. */
  public UnaryOperator<Tensor> constraint() {
    return constraint;
  }

  /** Sets the projection applied after each update. */
  public void constraint(UnaryOperator<Tensor> projection) {
    this.constraint = projection;
  }

  /** The penalty on this weight ({@code io.nyala.keras.regularizers.Regularizer}), or null. */
  public Object regularizer() {
    return regularizer;
  }

  /** Sets the penalty on this weight. */
  public void regularizer(Object penalty) {
    this.regularizer = penalty;
  }

  /** The extents. */
  public Shape shape() {
    return value.shape();
  }

  /** The element type. */
  public DType dtype() {
    return value.dtype();
  }

  /** As Keras prints a variable. */
  @Override
  public String toString() {
    return Printing.kerasVariable(path, value);
  }
}
