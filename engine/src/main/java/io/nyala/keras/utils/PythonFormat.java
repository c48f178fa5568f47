package io.nyala.keras.utils;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Digits;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Python's format language writes them: halves of the exact value go to even. */
public final class PythonFormat {

  private static final Pattern FIELD = Pattern.compile("\\{\\{|\\}\\}|\\{(\\w+)(?::([^{}]*))?\\}");
  private static final Pattern SPEC = Pattern.compile("(0?)(\\d*)(?:\\.(\\d+))?([dfe]?)");

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

  /**
   * {@code template.format(**values)}: {@code {name}} and {@code {name:04d}}, {@code {name:.2f}}
   * and their kin; doubled braces are braces.
   *
   * @throws KerasException a ValueError for a name that has no value or a format not known
   */
  public static String format(String template, Map<String, ? extends Number> values) {
    StringBuilder out = new StringBuilder();
    Matcher field = FIELD.matcher(template);
    while (field.find()) {
      String text = field.group();
      String name = field.group(1);
      if (name != null) {
        if (!values.containsKey(name)) {
          throw KerasException.value(
              "Failed to format this callback filepath: \""
                  + template
                  + "\". Reason: there is no figure '"
                  + name
                  + "'; there are "
                  + String.join(", ", values.keySet())
                  + ".");
        }
        text = number(values.get(name), field.group(2), template);
      } else {
        text = text.substring(1);
      }
      field.appendReplacement(out, Matcher.quoteReplacement(text));
    }
    return field.appendTail(out).toString();
  }

  private static String number(Number value, String spec, String template) {
    boolean whole = value instanceof Integer || value instanceof Long;
    if (spec == null) {
      return whole ? value.toString() : Digits.text(value.doubleValue());
    }
    Matcher parts = SPEC.matcher(spec);
    String type = parts.matches() ? parts.group(4) : "";
    if (!parts.matches()
        || !whole && type.equals("d")
        || whole && parts.group(3) != null && type.isEmpty()) {
      throw KerasException.value(
          "The format ':" + spec + "' in \"" + template + "\" is not supported here.");
    }
    int digits = parts.group(3) == null ? 6 : Integer.parseInt(parts.group(3));
    String text =
        switch (type) {
          case "f" -> fixed(value.doubleValue(), digits);
          case "e" -> scientific(value.doubleValue(), digits);
          default -> whole ? value.toString() : Digits.text(value.doubleValue());
        };
    int width = parts.group(2).isEmpty() ? 0 : Integer.parseInt(parts.group(2));
    String fill = parts.group(1).isEmpty() ? " " : "0";
    return fill.repeat(Math.max(0, width - text.length())) + text;
  }
}
