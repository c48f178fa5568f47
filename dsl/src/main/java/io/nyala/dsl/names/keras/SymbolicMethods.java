package io.nyala.dsl.names.keras;

import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.ops.Operations;

/** Operators on tensors still to be computed: each adds a node to the graph. A Groovy extension. */
public final class SymbolicMethods {

  private SymbolicMethods() {}

  /** {@code x._keras_mask}: the mask that goes along; none: null. */
  public static Object get_keras_mask(KerasTensor self) {
    return self.mask();
  }

  /** {@code x + y}. */
  public static Object plus(KerasTensor self, Object other) {
    return TensorOperators.add(self, other);
  }

  /** {@code x - y}. */
  public static Object minus(KerasTensor self, Object other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code x * y}. */
  public static Object multiply(KerasTensor self, Object other) {
    return TensorOperators.times(self, other);
  }

  /** {@code x / y}. */
  public static Object div(KerasTensor self, Object other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code x % y}. */
  public static Object mod(KerasTensor self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code x % y}. */
  public static Object remainder(KerasTensor self, Object other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code x // y}. */
  public static Object intdiv(KerasTensor self, Object other) {
    return TensorOperators.floorDivide(self, other);
  }

  /** {@code x ** y}. */
  public static Object power(KerasTensor self, Object other) {
    return TensorOperators.raise(self, other);
  }

  /** {@code x & y}. */
  public static Object and(KerasTensor self, Object other) {
    return TensorOperators.both(self, other);
  }

  /** {@code x | y}. */
  public static Object or(KerasTensor self, Object other) {
    return TensorOperators.either(self, other);
  }

  /** {@code x ^ y}. */
  public static Object xor(KerasTensor self, Object other) {
    return TensorOperators.one(self, other);
  }

  /** {@code 1 + x}. */
  public static Object plus(Number self, KerasTensor other) {
    return TensorOperators.add(self, other);
  }

  /** {@code 1 - x}. */
  public static Object minus(Number self, KerasTensor other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code 1 * x}. */
  public static Object multiply(Number self, KerasTensor other) {
    return TensorOperators.times(self, other);
  }

  /** {@code 1 / x}. */
  public static Object div(Number self, KerasTensor other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code 1 % x}. */
  public static Object mod(Number self, KerasTensor other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code 1 % x}. */
  public static Object remainder(Number self, KerasTensor other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code 1 ** x}. */
  public static Object power(Number self, KerasTensor other) {
    return TensorOperators.raise(self, other);
  }

  /** {@code -x}. */
  public static Object negative(KerasTensor self) {
    return Operations.call("negative", self);
  }

  /** {@code x[index]}. */
  public static Object getAt(KerasTensor self, Object index) {
    return TensorOperators.symbolicItem(self, index);
  }
}
