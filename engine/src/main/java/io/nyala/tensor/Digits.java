package io.nyala.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal digits of floats: the fewest that read back as the same float, as Python and NumPy print
 * them. ({@code Float.toString} gives more than it needs before Java 19.)
 */
public final class Digits {

  private Digits() {}

  /** The shortest decimal that reads back as this float64; of equally short ones the nearest. */
  public static BigDecimal shortest(double value) {
    return shortest(new BigDecimal(value), 17, text -> Double.parseDouble(text) == value);
  }

  /** The shortest decimal that reads back as this float32; of equally short ones the nearest. */
  public static BigDecimal shortest(float value) {
    return shortest(new BigDecimal(value), 9, text -> Float.parseFloat(text) == value);
  }

  private interface ReadsBack {
    boolean test(String text);
  }

  private static BigDecimal shortest(BigDecimal exact, int most, ReadsBack readsBack) {
    for (int digits = 1; digits < most; digits++) {
      BigDecimal down = exact.round(new MathContext(digits, RoundingMode.DOWN));
      BigDecimal up = exact.round(new MathContext(digits, RoundingMode.UP));
      boolean downReads = readsBack.test(down.toString());
      boolean upReads = readsBack.test(up.toString());
      if (downReads && upReads) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN)).stripTrailingZeros();
      }
      if (downReads || upReads) {
        return (downReads ? down : up).stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(most, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /**
   * A float64 as Python's {@code repr} prints it: {@code 0.1}, {@code 3.0}, {@code 1e-05}, {@code
   * nan}.
   */
  public static String text(double value) {
    return Double.isFinite(value) ? text(value, shortest(value), 1e16) : special(value);
  }

  /** A float32 as NumPy's {@code str} prints it. */
  public static String text(float value) {
    return Float.isFinite(value) ? text(value, shortest(value), 1e6) : special(value);
  }

  static String special(double value) {
    return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
  }

  private static String text(double value, BigDecimal digits, double plainBelow) {
    double size = Math.abs(value);
    String sign = value < 0 || 1 / value < 0 ? "-" : "";
    if (size == 0 || size >= 1e-4 && size < plainBelow) {
      String plain = digits.abs().toPlainString();
      return sign + plain + (plain.indexOf('.') < 0 ? ".0" : "");
    }
    return sign + mantissa(digits, 0) + exponent(digits, 2);
  }

  /** The digits before the exponent, {@code 1.25}, with at least so many after the point. */
  static String mantissa(BigDecimal value, int fraction) {
    String digits = value.unscaledValue().abs().toString();
    String rest = digits.substring(1) + "0".repeat(Math.max(0, fraction - digits.length() + 1));
    return digits.charAt(0) + (rest.isEmpty() ? "" : "." + rest);
  }

  /** The exponent, {@code e-05}, with at least so many digits. */
  static String exponent(BigDecimal value, int digits) {
    int power = value.signum() == 0 ? 0 : value.precision() - 1 - value.scale();
    String text = Integer.toString(Math.abs(power));
    return (power < 0 ? "e-" : "e+") + "0".repeat(Math.max(0, digits - text.length())) + text;
  }
}
