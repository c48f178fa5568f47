package io.nyala.dsl.python.run;

import java.math.BigInteger;

/** Arithmetic of Python's numbers: whole ones of any size, and floats. */
final class Arithmetic {
  private Arithmetic() {}

  static Object add(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b)) {
      long x = Ints.small(a);
      long y = Ints.small(b);
      long sum = x + y;
      if (((x ^ sum) & (y ^ sum)) >= 0) {
        return Ints.fit(sum);
      }
    }
    return Ints.is(a) && Ints.is(b)
        ? Ints.fit(Ints.big(a).add(Ints.big(b)))
        : (Object) (Ints.real(a) + Ints.real(b));
  }

  static Object subtract(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b)) {
      long x = Ints.small(a);
      long y = Ints.small(b);
      long difference = x - y;
      if (((x ^ y) & (x ^ difference)) >= 0) {
        return Ints.fit(difference);
      }
    }
    return Ints.is(a) && Ints.is(b)
        ? Ints.fit(Ints.big(a).subtract(Ints.big(b)))
        : (Object) (Ints.real(a) - Ints.real(b));
  }

  static Object multiply(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b)) {
      long x = Ints.small(a);
      long y = Ints.small(b);
      long high = Math.multiplyHigh(x, y);
      long low = x * y;
      if (high == 0 && low >= 0 || high == -1 && low < 0) {
        return Ints.fit(low);
      }
    }
    return Ints.is(a) && Ints.is(b)
        ? Ints.fit(Ints.big(a).multiply(Ints.big(b)))
        : (Object) (Ints.real(a) * Ints.real(b));
  }

  static Object divide(Object a, Object b) {
    if (a instanceof BigInteger || b instanceof BigInteger) {
      return divideBig(a, b);
    }
    double y = Ints.real(b);
    if (y == 0) {
      throw Errors.of(
          "ZeroDivisionError",
          Ints.is(a) && Ints.is(b) ? "division by zero" : "float division by zero");
    }
    return Ints.real(a) / y;
  }

  private static Object divideBig(Object a, Object b) {
    if (Ints.is(a) && Ints.is(b)) {
      BigInteger y = Ints.big(b);
      if (y.signum() == 0) {
        throw Errors.of("ZeroDivisionError", "division by zero");
      }
      double quotient =
          new java.math.BigDecimal(Ints.big(a))
              .divide(new java.math.BigDecimal(y), new java.math.MathContext(40))
              .doubleValue();
      if (Double.isInfinite(quotient)) {
        throw Errors.of("OverflowError", "integer division result too large for a float");
      }
      return quotient;
    }
    double y = Ints.real(b);
    if (y == 0) {
      throw Errors.of("ZeroDivisionError", "float division by zero");
    }
    return Ints.real(a) / y;
  }

  static Object floorDivide(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b) && Ints.small(b) > 0) {
      return Ints.fit(Math.floorDiv(Ints.small(a), Ints.small(b)));
    }
    if (Ints.is(a) && Ints.is(b)) {
      BigInteger y = Ints.big(b);
      if (y.signum() == 0) {
        throw Errors.of("ZeroDivisionError", "integer division or modulo by zero");
      }
      BigInteger[] parts = Ints.big(a).divideAndRemainder(y);
      boolean down = parts[1].signum() != 0 && parts[1].signum() != y.signum();
      return Ints.fit(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }
    double y = Ints.real(b);
    if (y == 0) {
      throw Errors.of("ZeroDivisionError", "float floor division by zero");
    }
    double x = Ints.real(a);
    double quotient = Math.floor((x - floatModulo(x, y)) / y + 0.5);
    return Double.isInfinite(y) || Double.isInfinite(x) ? Math.floor(x / y) : quotient;
  }

  static Object modulo(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b) && Ints.small(b) != 0) {
      return Ints.fit(Math.floorMod(Ints.small(a), Ints.small(b)));
    }
    if (Ints.is(a) && Ints.is(b)) {
      BigInteger y = Ints.big(b);
      if (y.signum() == 0) {
        throw Errors.of("ZeroDivisionError", "integer modulo by zero");
      }
      BigInteger remainder = Ints.big(a).mod(y.abs());
      return Ints.fit(y.signum() < 0 && remainder.signum() != 0 ? remainder.add(y) : remainder);
    }
    double y = Ints.real(b);
    if (y == 0) {
      throw Errors.of("ZeroDivisionError", "float modulo");
    }
    return floatModulo(Ints.real(a), y);
  }

  private static double floatModulo(double x, double y) {
    double remainder = x % y;
    if (remainder == 0) {
      return Math.copySign(0, y);
    }
    return (remainder < 0) != (y < 0) ? remainder + y : remainder;
  }

  private static boolean fits(int base, int exponent) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(base));
    return exponent < Long.SIZE && base != Integer.MIN_VALUE && bits * exponent < Long.SIZE - 1;
  }

  private static long product(long base, int exponent) {
    long result = 1;
    for (int i = 0; i < exponent; i++) {
      result *= base;
    }
    return result;
  }

  static Object power(Object a, Object b) {
    if (Ints.is(a) && Ints.is(b)) {
      if (a instanceof Integer x && b instanceof Integer y && y >= 0 && fits(x, y)) {
        return Ints.fit(product(x, y));
      }
      BigInteger exponent = Ints.big(b);
      if (exponent.signum() >= 0) {
        return Ints.fit(Ints.big(a).pow(exponent.intValueExact()));
      }
    }
    double x = Ints.real(a);
    double y = Ints.real(b);
    if (x == 0 && y < 0) {
      throw Errors.of("ZeroDivisionError", "0.0 cannot be raised to a negative power");
    }
    if (x < 0 && y != Math.rint(y)) {
      throw Errors.of(
          "NotImplementedError", "complex numbers are not supported in Nyala's Python cells");
    }
    double result = Math.pow(x, y);
    if (Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isInfinite(y)) {
      throw Errors.of("OverflowError", "(34, 'Numerical result out of range')");
    }
    return result;
  }
}
