package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.LongBinaryOperator;
import java.util.function.LongUnaryOperator;

/**
 * Whole numbers element by element, exact and wrapping round as int64 does: doubles would lose what
 * lies beyond 2⁵³.
 */
final class Wholes {

  private Wholes() {}

  /** Whether a type holds whole numbers; truth values are not counted among them. */
  static boolean is(DType type) {
    return type == DType.INT32 || type == DType.INT64 || type == DType.UINT8;
  }

  /** Whether a pair of operands is worked out in whole numbers. */
  static boolean are(Tensor a, Tensor b) {
    return a.dtype() != DType.STRING
        && b.dtype() != DType.STRING
        && is(DType.promote(a.dtype(), b.dtype()));
  }

  /** {@code f} of every element. */
  static Tensor map(Tensor x, LongUnaryOperator f) {
    Tensor out = Tensor.zeros(x.dtype(), x.shape());
    for (int i = 0, n = x.elements(); i < n; i++) {
      put(out, i, f.applyAsLong(x.getLong(i)));
    }
    return out;
  }

  /** {@code f} of every pair, broadcast, stored as {@code to}; null: the promoted type. */
  static Tensor zip(Tensor a, Tensor b, DType to, LongBinaryOperator f) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    Tensor out = Tensor.zeros(to == null ? DType.promote(a.dtype(), b.dtype()) : to, shape);
    boolean alike = a.shape().equals(b.shape());
    int[] ia = alike ? null : Elementwise.sources(a.shape(), shape);
    int[] ib = alike ? null : Elementwise.sources(b.shape(), shape);
    for (int i = 0, n = out.elements(); i < n; i++) {
      long x = a.getLong(alike ? i : ia[i]);
      put(out, i, f.applyAsLong(x, b.getLong(alike ? i : ib[i])));
    }
    return out;
  }

  /**
   * {@code a} to the power {@code b}.
   *
   * @throws IllegalArgumentException if an exponent is negative
   */
  static long power(long a, long b) {
    if (b < 0) {
      throw new IllegalArgumentException(
          "Integers to negative integer powers are not allowed; make one of them a float.");
    }
    long result = 1;
    long square = a;
    for (long left = b; left > 0; left >>= 1) {
      result *= (left & 1) == 1 ? square : 1;
      square *= square;
    }
    return result;
  }

  /** Stores a whole number; what does not fit wraps round. */
  static void put(Tensor out, int i, long value) {
    switch (out.dtype()) {
      case INT64 -> out.longs()[i] = value;
      case INT32 -> out.put(i, (int) value);
      case UINT8 -> out.put(i, (int) (value & 0xff));
      default -> out.put(i, value);
    }
  }
}
