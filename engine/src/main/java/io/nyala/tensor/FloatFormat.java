package io.nyala.tensor;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/**
 * How NumPy lays out the floats of one array: all with or all without exponent, points aligned, at
 * most 8 digits after the point. Source: numpy's {@code FloatingFormat}, mode {@code maxprec}.
 */
final class FloatFormat {

  private final int precision = PrintOptions.current().precision();

  private final boolean single;
  private final boolean exponent;
  private int left;
  private int right;
  private int fraction;
  private int exponentDigits;

  /** The layout for these elements. */
  FloatFormat(double[] shown, boolean single) {
    this.single = single;
    double[] finite = Arrays.stream(shown).filter(Double::isFinite).toArray();
    exponent = needsExponent(finite);
    for (double value : finite) {
      measure(value);
    }
    if (exponent) {
      right = exponentDigits + 2 + fraction;
    }
    if (finite.length < shown.length) {
      boolean negative = Arrays.stream(shown).anyMatch(v -> v == Double.NEGATIVE_INFINITY);
      left = Math.max(left, 3 + (negative ? 1 : 0) - right - 1);
    }
  }

  private boolean needsExponent(double[] finite) {
    double max = 0;
    double min = Double.POSITIVE_INFINITY;
    for (double value : finite) {
      double size = Math.abs(value);
      if (size != 0) {
        max = Math.max(max, size);
        min = Math.min(min, size);
      }
    }
    if (max == 0 || PrintOptions.current().suppress()) {
      return false;
    }
    return single
        ? max >= 1e6 || (float) min < 0.0001f || (float) max / (float) min > 1000f
        : max >= 1e8 || min < 0.0001 || max / min > 1000;
  }

  private void measure(double value) {
    BigDecimal digits = digits(value);
    if (exponent) {
      fraction = Math.max(fraction, digits.signum() == 0 ? 0 : digits.precision() - 1);
      exponentDigits = Math.max(exponentDigits, Digits.exponent(digits, 2).length() - 2);
      left = Math.max(left, sign(value).length() + 1);
    } else {
      String plain = digits.abs().toPlainString();
      int point = plain.indexOf('.');
      left = Math.max(left, sign(value).length() + (point < 0 ? plain.length() : point));
      right = Math.max(right, point < 0 ? 0 : plain.length() - point - 1);
    }
  }

  private static String sign(double value) {
    return value < 0 || value == 0 && 1 / value < 0 ? "-" : "";
  }

  /** The shortest digits, or where those are too many, the value rounded. */
  private BigDecimal digits(double value) {
    BigDecimal digits = single ? Digits.shortest((float) value) : Digits.shortest(value);
    if (exponent && digits.precision() > precision + 1) {
      digits = new BigDecimal(value).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    } else if (!exponent && digits.scale() > precision) {
      digits = new BigDecimal(value).setScale(precision, RoundingMode.HALF_EVEN);
    }
    return digits.stripTrailingZeros();
  }

  /** The digits to print: where the layout wants more than the shortest, the value's own. */
  private BigDecimal filled(double value) {
    BigDecimal digits = digits(value);
    return exponent && digits.precision() <= fraction
        ? new BigDecimal(value).round(new MathContext(fraction + 1, RoundingMode.HALF_EVEN))
        : digits;
  }

  /** One element. */
  String format(double value) {
    if (!Double.isFinite(value)) {
      String text = Digits.special(value);
      return " ".repeat(left + right + 1 - text.length()) + text;
    }
    BigDecimal digits = filled(value);
    if (exponent) {
      String mantissa = Digits.mantissa(digits, fraction);
      String number =
          sign(value)
              + mantissa
              + (mantissa.length() == 1 ? "." : "")
              + Digits.exponent(digits, exponentDigits);
      int whole = sign(value).length() + 1;
      return " ".repeat(left - whole) + number;
    }
    String plain = sign(value) + digits.abs().toPlainString();
    int point = plain.indexOf('.');
    String number = point < 0 ? plain + "." : plain;
    int whole = number.indexOf('.');
    return " ".repeat(left - whole) + number + " ".repeat(right - (number.length() - whole - 1));
  }
}
