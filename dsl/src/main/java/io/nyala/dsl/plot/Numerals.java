package io.nyala.dsl.plot;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/**
 * What is written at the marks of a linear axis, by the rules of matplotlib's {@code
 * ScalarFormatter}: as many decimals for all as the closest two need, and where numbers are very
 * large or very small, a power of ten that stands once at the axis's end.
 */
final class Numerals {
  private Numerals() {}

  /** The power of ten that the numbers of an axis are written without; 0: none. */
  static int power(Axis axis, double[] places) {
    double most = Arrays.stream(places).map(Math::abs).filter(Double::isFinite).max().orElse(0);
    if (most == 0 || !axis.isNumbered() || axis.powers == null) {
      return 0;
    }
    int exponent = (int) Math.floor(Math.log10(most) + 1e-12);
    boolean raised =
        exponent <= axis.powers[0] && axis.powers[0] != 0
            || exponent >= axis.powers[1] && axis.powers[1] != 0
            || axis.powers[0] == 0 && axis.powers[1] == 0;
    return raised ? exponent : 0;
  }

  /**
   * The words for numbers of an axis.
   *
   * @param ends from where to where the axis reaches
   */
  static List<String> labels(Axis axis, double[] places, double[] ends) {
    double scale = Math.pow(10, power(axis, places));
    double[] shown = Arrays.stream(places).map(v -> v / scale).toArray();
    double[] spread = shown;
    if (shown.length < 5) {
      spread = Arrays.copyOf(shown, shown.length + 2);
      spread[shown.length] = ends[0] / scale;
      spread[shown.length + 1] = ends[1] / scale;
    }
    double low = Arrays.stream(spread).min().orElse(0);
    double high = Arrays.stream(spread).max().orElse(0);
    double range = high > low ? high - low : Math.max(Math.abs(high), 1e-300);
    int digits = decimals(shown, (int) Math.floor(Math.log10(range)));
    return Arrays.stream(shown).mapToObj(v -> written(v, digits)).toList();
  }

  private static int decimals(double[] shown, int exponent) {
    double close = 1e-3 * Math.pow(10, exponent);
    int digits = Math.max(0, 3 - exponent);
    while (digits >= 0) {
      double unit = Math.pow(10, digits);
      if (Arrays.stream(shown).anyMatch(v -> Math.abs(v - Math.rint(v * unit) / unit) >= close)) {
        break;
      }
      digits--;
    }
    return digits + 1;
  }

  private static String written(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Words.number(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(digits, RoundingMode.HALF_EVEN);
    return signed(rounded.signum() == 0 ? rounded.abs().toPlainString() : rounded.toPlainString());
  }

  /** With the sign that stands at the height of digits. */
  static String signed(String number) {
    return number.replace('-', '\u2212');
  }
}
