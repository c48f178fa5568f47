package io.nyala.dsl.python.run;

import java.math.BigInteger;

/** Python's whole numbers: an Integer if it fits, else a Long, else a BigInteger. */
public final class Ints {
  private Ints() {}

  /** The number in its smallest form. */
  public static Object fit(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.intValue();
    }
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  /** The number in its smallest form. */
  public static Object fit(long value) {
    return (int) value == value ? (Object) (int) value : (Object) value;
  }

  static boolean is(Object value) {
    return value instanceof Integer
        || value instanceof Long
        || value instanceof Boolean
        || value instanceof BigInteger
        || value instanceof Short
        || value instanceof Byte
        || value instanceof Derived.OfNumber own && is(own.plain());
  }

  /** Whether it is an Integer or a Double, which are most numbers. */
  static boolean isQuick(Object value) {
    return value instanceof Integer || value instanceof Double;
  }

  /** The value of an Integer or a Double; a double holds either exactly. */
  static double quick(Object value) {
    return ((Number) value).doubleValue();
  }

  /** Whether it is a whole number in one of the forms that {@link #fit(long)} gives. */
  static boolean isWhole(Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof BigInteger;
  }

  static boolean isSmall(Object value) {
    return is(value) && !(value instanceof BigInteger);
  }

  static boolean isNumber(Object value) {
    return value instanceof Number || value instanceof Boolean;
  }

  static long small(Object value) {
    return value instanceof Boolean flag ? flag ? 1 : 0 : ((Number) value).longValue();
  }

  static BigInteger big(Object value) {
    if (value instanceof Derived.OfNumber own) {
      return big(own.plain());
    }
    return value instanceof BigInteger big ? big : BigInteger.valueOf(small(value));
  }

  static double real(Object value) {
    if (value instanceof BigInteger big) {
      double real = big.doubleValue();
      if (Double.isInfinite(real)) {
        throw Errors.of("OverflowError", "int too large to convert to float");
      }
      return real;
    }
    return value instanceof Boolean flag ? flag ? 1 : 0 : ((Number) value).doubleValue();
  }

  /** A value as an index or count. */
  static int index(Object value) {
    Object whole =
        value instanceof io.nyala.tensor.Tensor t && t.elements() == 1 ? t.item() : value;
    if (value instanceof Instance instance && Attributes.has(instance, "__index__")) {
      whole = Invoke.method(value, "__index__", new Object[0], null);
    }
    if (!is(whole)) {
      throw Errors.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    if (whole instanceof BigInteger || (int) small(whole) != small(whole)) {
      throw Errors.of("OverflowError", "Python int too large to convert to C ssize_t");
    }
    return (int) small(whole);
  }
}
