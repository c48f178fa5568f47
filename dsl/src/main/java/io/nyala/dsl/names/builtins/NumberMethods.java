package io.nyala.dsl.names.builtins;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.tensor.Tensor;

/**
 * Operators with a plain number on the left of a tensor, array or variable. A Groovy extension
 * class.
 */
public final class NumberMethods {

  private NumberMethods() {}

  /** {@code plus} as an operator. */
  public static Object plus(Number self, Tensor other) {
    return TensorOperators.add(self, other);
  }

  /** {@code minus} as an operator. */
  public static Object minus(Number self, Tensor other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code multiply} as an operator. */
  public static Object multiply(Number self, Tensor other) {
    return TensorOperators.times(self, other);
  }

  /** {@code div} as an operator. */
  public static Object div(Number self, Tensor other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code mod} as an operator. */
  public static Object mod(Number self, Tensor other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code remainder} as an operator. */
  public static Object remainder(Number self, Tensor other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code power} as an operator. */
  public static Object power(Number self, Tensor other) {
    return TensorOperators.raise(self, other);
  }

  /** {@code plus} as an operator. */
  public static Object plus(Number self, Variable other) {
    return TensorOperators.add(self, other);
  }

  /** {@code minus} as an operator. */
  public static Object minus(Number self, Variable other) {
    return TensorOperators.subtract(self, other);
  }

  /** {@code multiply} as an operator. */
  public static Object multiply(Number self, Variable other) {
    return TensorOperators.times(self, other);
  }

  /** {@code div} as an operator. */
  public static Object div(Number self, Variable other) {
    return TensorOperators.divide(self, other);
  }

  /** {@code mod} as an operator. */
  public static Object mod(Number self, Variable other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code remainder} as an operator. */
  public static Object remainder(Number self, Variable other) {
    return TensorOperators.modulo(self, other);
  }

  /** {@code power} as an operator. */
  public static Object power(Number self, Variable other) {
    return TensorOperators.raise(self, other);
  }

  /** The number itself: single elements of arrays are plain numbers. */
  public static Number numpy(Number self) {
    return self;
  }

  /** The number itself, as of an array of one element. */
  public static Number item(Number self) {
    return self;
  }

  /** The number as another type, as of an array of one element. */
  public static Object astype(Number self, Object dtype) {
    return Kind.ARRAY.wrap(Kind.ARRAY.convert(self, DTypes.of(dtype)));
  }
}
