package io.nyala.dsl.names;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Variable;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;

/**
 * The rules by which two operands come to one type.
 *
 * <p>A plain number takes the other operand's type. Two tensors must be of one type, as in
 * TensorFlow; an array beside a tensor is converted to the tensor's; two arrays are promoted as
 * NumPy does.
 */
public final class Operands {

  private Operands() {}

  /** The family of the result: arrays, if no operand is a tensor. */
  public static Kind kind(Object a, Object b) {
    Kind x = Kind.of(a);
    Kind y = Kind.of(b);
    if (x == null && y == null) {
      return null;
    }
    return x == Kind.TENSOR || y == Kind.TENSOR ? Kind.TENSOR : Kind.ARRAY;
  }

  /**
   * Both operands as tensors of one type.
   *
   * @param fallback the family if both are plain numbers or lists
   * @throws PyError a {@code TypeError} for tensors of two types
   */
  public static Tensor[] pair(String operation, Object a, Object b, Kind fallback) {
    Kind found = kind(a, b);
    Kind kind = found == null ? fallback : found;
    if (isWeak(a) != isWeak(b)) {
      Tensor strong = kind.convert(isWeak(a) ? b : a);
      Tensor weak = weak(operation, isWeak(a) ? a : b, strong.dtype(), kind);
      Tensor same = Cast.to(strong, weak.dtype());
      return isWeak(a) ? new Tensor[] {weak, same} : new Tensor[] {same, weak};
    }
    return same(operation, a, b, kind);
  }

  private static Tensor[] same(String operation, Object a, Object b, Kind kind) {
    Tensor x = kind.convert(a);
    Tensor y = kind.convert(b);
    if (x.dtype() == y.dtype()) {
      return new Tensor[] {x, y};
    }
    boolean bothTensors = Kind.of(a) == Kind.TENSOR && Kind.of(b) == Kind.TENSOR;
    if (kind == Kind.TENSOR && (Kind.of(a) != null || Kind.of(b) != null)) {
      boolean second = Kind.of(a) == Kind.TENSOR;
      DType type = second ? x.dtype() : y.dtype();
      DType other = second ? y.dtype() : x.dtype();
      boolean loses = other.isFloating() && !type.isFloating() || type == DType.BOOL;
      if (bothTensors || loses || type == DType.STRING || other == DType.STRING) {
        throw mixed(operation, x.dtype(), y.dtype());
      }
      return new Tensor[] {Cast.to(x, type), Cast.to(y, type)};
    }
    DType type = promote(x.dtype(), y.dtype());
    return new Tensor[] {x.cast(type), y.cast(type)};
  }

  private static PyError mixed(String operation, DType a, DType b) {
    DType to = a.isFloating() ? a : b;
    return PyError.type(
        "cannot compute "
            + operation
            + " of a "
            + a
            + " and a "
            + b
            + " tensor: convert one of them, for example with tf.cast(x, tf."
            + to
            + ")");
  }

  private static boolean isWeak(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  private static Tensor weak(String operation, Object value, DType beside, Kind kind) {
    boolean whole =
        value instanceof Boolean
            || value instanceof Integer
            || value instanceof Long
            || value instanceof Short
            || value instanceof java.math.BigInteger;
    if (beside.isFloating() || whole && beside.isInteger()) {
      return kind.convert(value, beside);
    }
    if (kind == Kind.TENSOR && !(beside == DType.BOOL && value instanceof Boolean)) {
      throw PyError.type(
          "cannot compute "
              + operation
              + " of a "
              + beside
              + " tensor and "
              + io.nyala.dsl.show.Repr.of(value)
              + ": convert the tensor first, for example with tf.cast(x, tf.float32)");
    }
    if (beside == DType.STRING) {
      throw PyError.type("cannot compute " + operation + " of strings and a number");
    }
    DType plain = value instanceof Boolean ? DType.BOOL : whole ? DType.INT64 : DType.FLOAT64;
    return kind.convert(value, plain);
  }

  /** The type NumPy gives the result of two arrays. */
  public static DType promote(DType a, DType b) {
    boolean wide = isWideInteger(a) && b == DType.FLOAT32 || isWideInteger(b) && a == DType.FLOAT32;
    return wide ? DType.FLOAT64 : DType.promote(a, b);
  }

  private static boolean isWideInteger(DType type) {
    return type == DType.INT32 || type == DType.INT64;
  }

  /** A tensor, an array or a variable's value, as the tensor it is; null if it is none of them. */
  public static Tensor tensorOf(Object value) {
    if (value instanceof Variable variable) {
      return variable.held();
    }
    return value instanceof Tensor tensor ? tensor : null;
  }

  /** An array as a tensor; everything else as it is. */
  public static Object plain(Object value) {
    return value instanceof NDArray array ? Kind.TENSOR.convert(array) : value;
  }
}
