package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.Conversions;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.show.Repr;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code '{:.2f}'.format(x)} and {@code '%.2f' % x}. */
public final class Formats {
  private static final Pattern BRACES =
      Pattern.compile("\\{\\{|}}|\\{([^{}!:]*)(?:!([rs]))?(?::([^{}]*))?}|[{}]");
  private static final Pattern PERCENT =
      Pattern.compile("%(?:\\((\\w+)\\))?([-+ 0#]*)(\\d+|\\*)?(?:\\.(\\d+))?[lh]?([a-zA-Z%])");
  private static final Pattern SPEC =
      Pattern.compile("(?:(.)?([<>^=]))?([-+ ])?#?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?([a-zA-Z%])?");

  private Formats() {}

  /** {@code template.format(…)}. */
  public static String braces(String template, List<Object> positional, Map<String, Object> named) {
    Matcher field = BRACES.matcher(template);
    StringBuilder out = new StringBuilder();
    int next = 0;
    while (field.find()) {
      String text = field.group();
      if (text.equals("{{") || text.equals("}}")) {
        field.appendReplacement(out, text.substring(1));
        continue;
      }
      if (text.length() == 1) {
        throw PyError.value("Single '" + text + "' encountered in format string");
      }
      String name = field.group(1).strip();
      Object value = name.isEmpty() ? at(positional, next++) : named(name, positional, named);
      String spec = field.group(3) == null ? "" : field.group(3);
      Object shown = "r".equals(field.group(2)) ? Repr.of(value) : value;
      field.appendReplacement(out, Matcher.quoteReplacement(format(shown, spec)));
    }
    return field.appendTail(out).toString();
  }

  private static Object at(List<Object> positional, int index) {
    if (index >= positional.size()) {
      throw new PyError(
          "IndexError", "Replacement index " + index + " out of range for positional args tuple");
    }
    return positional.get(index);
  }

  private static Object named(String path, List<Object> positional, Map<String, Object> named) {
    Matcher parts = Pattern.compile("^(\\w+)|\\.(\\w+)|\\[([^]]+)]").matcher(path);
    Object value = null;
    int end = 0;
    while (parts.find() && parts.start() == end) {
      end = parts.end();
      if (parts.group(1) != null) {
        value = root(parts.group(1), positional, named);
      } else if (parts.group(2) != null) {
        value = org.codehaus.groovy.runtime.InvokerHelper.getProperty(value, parts.group(2));
      } else {
        String key = parts.group(3);
        Object index = key.matches("\\d+") ? (Object) Integer.valueOf(key) : key;
        value =
            org.codehaus.groovy.runtime.InvokerHelper.invokeMethod(
                value, "getAt", new Object[] {index});
      }
    }
    if (end != path.length()) {
      throw PyError.value("cannot read the field {" + path + "}");
    }
    return value;
  }

  private static Object root(String name, List<Object> positional, Map<String, Object> named) {
    if (name.matches("\\d+")) {
      return at(positional, Integer.parseInt(name));
    }
    if (!named.containsKey(name)) {
      throw new PyError("KeyError", Repr.quote(name));
    }
    return named.get(name);
  }

  /** One value in a format such as {@code >8.3f}. */
  static String format(Object value, String spec) {
    if (spec.isEmpty()) {
      return Repr.text(value);
    }
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw PyError.value("Invalid format specifier '" + spec + "'");
    }
    String fill = parts.group(1) == null ? parts.group(4) == null ? " " : "0" : parts.group(1);
    boolean number = value instanceof Number || value instanceof io.nyala.tensor.Tensor;
    String align =
        parts.group(2) == null ? number ? parts.group(4) == null ? ">" : "=" : "<" : parts.group(2);
    String body =
        body(value, parts.group(3), parts.group(6), parts.group(7), parts.group(8), number);
    int width = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
    return pad(body, fill, align, width);
  }

  private static String body(
      Object value, String sign, String group, String digits, String type, boolean number) {
    if (!number) {
      String text = Repr.text(value);
      boolean numeric = type != null && !type.equals("s");
      if (numeric) {
        throw PyError.value(
            "Unknown format code '" + type + "' for object of type '" + Types.nameOf(value) + "'");
      }
      return digits == null
          ? text
          : text.substring(0, Math.min(text.length(), Integer.parseInt(digits)));
    }
    String text = number(value, group, digits, type);
    boolean positive = !text.startsWith("-") && sign != null && !sign.equals("-");
    return positive ? sign + text : text;
  }

  private static String number(Object value, String group, String digits, String type) {
    String flags = group == null ? "" : ",";
    int places = digits == null ? 6 : Integer.parseInt(digits);
    String code = type == null ? "" : type;
    Object whole = code.matches("[dxXob]") ? Conversions.toInt(value, null) : null;
    String text =
        switch (code) {
          case "f", "F" -> real("%" + flags + "." + places + "f", value);
          case "e", "E" -> real("%." + places + code, value);
          case "%" -> real("%" + flags + "." + places + "f", times100(value)) + "%";
          case "d" -> String.format(java.util.Locale.ROOT, "%" + flags + "d", whole);
          case "x", "X", "o" -> String.format("%" + code, whole);
          case "b" -> new java.math.BigInteger(whole.toString()).toString(2);
          case "g", "G" ->
              general(
                  ((Number) Conversions.toFloat(value)).doubleValue(), digits == null ? 6 : places);
          case "" -> plain(value, flags, digits);
          default ->
              throw PyError.value(
                  "Unknown format code '"
                      + code
                      + "' for object of type '"
                      + Types.nameOf(value)
                      + "'");
        };
    return "_".equals(group) ? text.replace(',', '_') : text;
  }

  private static Object times100(Object value) {
    return ((Number) Conversions.toFloat(value)).doubleValue() * 100;
  }

  private static String real(String format, Object value) {
    double d = ((Number) Conversions.toFloat(value)).doubleValue();
    if (Double.isNaN(d)) {
      return "nan";
    }
    if (Double.isInfinite(d)) {
      return d > 0 ? "inf" : "-inf";
    }
    // Exact digits, rounded half to even: Java's own formatting rounds the shortest decimal half
    // up.
    if (format.endsWith("f")) {
      int places = Integer.parseInt(format.replaceAll(".*\\.|f", ""));
      java.math.BigDecimal exact =
          new java.math.BigDecimal(d).setScale(places, java.math.RoundingMode.HALF_EVEN);
      String text = String.format(java.util.Locale.ROOT, format, exact);
      boolean negativeZero = exact.signum() == 0 && (d < 0 || 1 / d < 0);
      return negativeZero ? "-" + text : text;
    }
    return String.format(java.util.Locale.ROOT, format, d);
  }

  private static String plain(Object value, String flags, String digits) {
    if (digits != null) {
      return general(((Number) Conversions.toFloat(value)).doubleValue(), Integer.parseInt(digits));
    }
    boolean whole =
        value instanceof Integer || value instanceof Long || value instanceof java.math.BigInteger;
    if (whole && !flags.isEmpty()) {
      return String.format(java.util.Locale.ROOT, "%,d", value);
    }
    String text = Repr.text(value instanceof io.nyala.tensor.Tensor tensor ? tensor.item() : value);
    int dot = text.indexOf('.');
    boolean group = !flags.isEmpty() && dot > 0;
    return group
        ? String.format(java.util.Locale.ROOT, "%,d", Long.parseLong(text.substring(0, dot)))
            + text.substring(dot)
        : text;
  }

  private static String general(double value, int digits) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return value == 0 ? "0" : real("%.0f", value);
    }
    int precision = Math.max(1, digits);
    java.math.BigDecimal rounded =
        new java.math.BigDecimal(value)
            .round(new java.math.MathContext(precision, java.math.RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (exponent >= -4 && exponent < precision) {
      return rounded.stripTrailingZeros().toPlainString();
    }
    String unscaled = rounded.unscaledValue().abs().toString().replaceFirst("0+$", "");
    String mantissa =
        unscaled.length() > 1 ? unscaled.charAt(0) + "." + unscaled.substring(1) : unscaled;
    String power = (exponent < 0 ? "-" : "+") + String.format("%02d", Math.abs(exponent));
    return (value < 0 ? "-" : "") + mantissa + "e" + power;
  }

  private static String pad(String body, String fill, String align, int width) {
    int missing = Math.max(0, width - body.length());
    return switch (align) {
      case "<" -> body + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + body + fill.repeat(missing - missing / 2);
      case "=" -> {
        boolean signed = body.startsWith("-") || body.startsWith("+");
        yield signed
            ? body.charAt(0) + fill.repeat(missing) + body.substring(1)
            : fill.repeat(missing) + body;
      }
      default -> fill.repeat(missing) + body;
    };
  }

  /** {@code template % values}. */
  public static String percent(String template, Object[] values, Map<?, ?> named) {
    Matcher field = PERCENT.matcher(template);
    StringBuilder out = new StringBuilder();
    int next = 0;
    while (field.find()) {
      String code = field.group(5);
      if (code.equals("%")) {
        field.appendReplacement(out, "%");
        continue;
      }
      Object value;
      if (field.group(1) != null && named != null) {
        value = named.get(field.group(1));
      } else if (next < values.length) {
        value = values[next++];
      } else {
        throw PyError.type("not enough arguments for format string");
      }
      field.appendReplacement(out, Matcher.quoteReplacement(one(field, code, value)));
    }
    if (next < values.length && named == null) {
      throw PyError.type("not all arguments converted during string formatting");
    }
    return field.appendTail(out).toString();
  }

  private static String one(Matcher field, String code, Object value) {
    String flags = field.group(2);
    String width = field.group(3) == null ? "" : field.group(3);
    String digits = field.group(4) == null ? "" : "." + field.group(4);
    String align = flags.contains("-") ? "<" : code.matches("[sr]") ? ">" : "";
    String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    String zero = flags.contains("0") && align.isEmpty() ? "0" : "";
    return switch (code) {
      case "s" -> format(Repr.text(value), align + width + digits);
      case "r" -> format(Repr.of(value), align + width + digits);
      case "d", "i", "u" ->
          format(Conversions.toInt(value, null), align + sign + zero + width + "d");
      case "f", "F", "e", "E", "g", "G", "x", "X", "o" ->
          format(value, align + sign + zero + width + digits + code);
      default -> throw PyError.value("unsupported format character '" + code + "'");
    };
  }
}
