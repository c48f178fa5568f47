package io.nyala.dsl.show;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers as Python prints them. */
final class Numbers {
  /** What Java prints as Python does. */
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]+\\.([0-9]*[1-9]|0)");

  private Numbers() {}

  static String text(Number number) {
    if (number instanceof Double d && Math.abs(d) == Double.MIN_VALUE) {
      return d < 0 ? "-5e-324" : "5e-324";
    }
    if (number instanceof Double d) {
      return real(d, shortest(d));
    }
    if (number instanceof Float f) {
      return real(f, Float.toString(f));
    }
    return number instanceof BigDecimal decimal ? decimal(decimal) : number.toString();
  }

  /** The shortest digits that read back; those of Java before 19 may be longer. */
  private static String shortest(double value) {
    String digits = Double.toString(value);
    if (digits.length() < 17 || !Double.isFinite(value)) {
      return digits;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int places = 15; places < 18; places++) {
      BigDecimal rounded = exact.round(new MathContext(places, RoundingMode.HALF_EVEN));
      if (rounded.doubleValue() == value) {
        return rounded.toString();
      }
    }
    return digits;
  }

  /** The shortest digits that read back, laid out as Python does: plain from 1e-4 up to 1e16. */
  private static String real(double value, String shortest) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= 1e16)) {
      BigDecimal exact = new BigDecimal(shortest).stripTrailingZeros();
      String digits = exact.unscaledValue().abs().toString();
      int exponent = digits.length() - 1 - exact.scale();
      String mantissa =
          digits.length() == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
      String power = (exponent < 0 ? "-" : "+") + String.format("%02d", Math.abs(exponent));
      return (value < 0 ? "-" : "") + mantissa + "e" + power;
    }
    if (shortest.length() < 17 && PLAIN.matcher(shortest).matches()) {
      return shortest;
    }
    String plain = new BigDecimal(shortest).stripTrailingZeros().toPlainString();
    return plain.indexOf('.') < 0 ? plain + ".0" : plain;
  }

  private static String decimal(BigDecimal decimal) {
    return decimal.scale() > 0 && decimal.precision() - decimal.scale() > -5
        ? decimal.toPlainString()
        : decimal.toString();
  }
}
