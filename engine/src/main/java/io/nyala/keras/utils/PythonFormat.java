package io.nyala.keras.utils;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Numbers as Python's format language writes them: halves of the exact value go to even. */
public final class PythonFormat {

  private PythonFormat() {}

  /** {@code f"{x:.nf}"}. */
  public static String fixed(double x, int digits) {
    if (!Double.isFinite(x)) {
      return special(x);
    }
    String text =
        new BigDecimal(Math.abs(x)).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    return sign(x) + text;
  }

  /** {@code f"{x:.ne}"}: the exponent has a sign and at least two digits. */
  public static String scientific(double x, int digits) {
    if (!Double.isFinite(x)) {
      return special(x);
    }
    if (x == 0) {
      return sign(x) + new BigDecimal(0).setScale(digits).toPlainString() + "e+00";
    }
    BigDecimal rounded =
        new BigDecimal(Math.abs(x)).round(new MathContext(digits + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa = rounded.movePointLeft(exponent).setScale(digits).toPlainString();
    int size = Math.abs(exponent);
    return sign(x) + mantissa + "e" + (exponent < 0 ? "-" : "+") + (size < 10 ? "0" : "") + size;
  }

  private static String sign(double x) {
    return x < 0 || 1 / x < 0 ? "-" : "";
  }

  private static String special(double x) {
    return x != x ? "nan" : x > 0 ? "inf" : "-inf";
  }
}
