package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code 'text' % values}. */
final class Percent {
  private static final Pattern FIELD =
      Pattern.compile("%(?:\\(([^)]*)\\))?([-+ 0#]*)(\\d+|\\*)?(?:\\.(\\d+|\\*))?[lhL]?(.)?");

  private final List<?> values;
  private final Object all;
  private int next;

  private Percent(Object all) {
    this.all = all;
    values = all instanceof Tuple tuple ? tuple : java.util.Collections.singletonList(all);
  }

  static String format(String template, Object values) {
    Percent percent = new Percent(values);
    Matcher field = FIELD.matcher(template);
    StringBuilder out = new StringBuilder();
    while (field.find()) {
      field.appendReplacement(out, Matcher.quoteReplacement(percent.one(field)));
    }
    boolean left =
        percent.next < percent.values.size() && !(values instanceof Map) && percent.strict();
    if (left) {
      throw Errors.type("not all arguments converted during string formatting");
    }
    return field.appendTail(out).toString();
  }

  private boolean strict() {
    return all instanceof Tuple || next == 0;
  }

  private Object take() {
    if (next >= values.size()) {
      throw Errors.type("not enough arguments for format string");
    }
    return values.get(next++);
  }

  private String one(Matcher field) {
    String code = field.group(5);
    if (code == null) {
      throw Errors.value("incomplete format");
    }
    if (code.equals("%")) {
      return "%";
    }
    String width = "*".equals(field.group(3)) ? Texts.str(take()) : field.group(3);
    String digits = "*".equals(field.group(4)) ? Texts.str(take()) : field.group(4);
    Object value = field.group(1) == null ? take() : Items.get(all, field.group(1));
    return shown(field.group(2), width == null ? "" : width, digits, code, value, field.end() - 1);
  }

  private static Object letter(Object value) {
    if (value instanceof CharSequence text) {
      if (text.toString().codePointCount(0, text.length()) != 1) {
        throw Errors.type("%c requires int or char");
      }
      return text;
    }
    if (!Ints.is(value)) {
      throw Errors.type("%c requires int or char");
    }
    if (Ints.big(value).signum() < 0
        || Ints.big(value).bitLength() > 31
        || Ints.index(value) > Character.MAX_CODE_POINT) {
      throw Errors.of("OverflowError", "%c arg not in range(0x110000)");
    }
    return Character.toString(Ints.index(value));
  }

  private static String shown(
      String flags, String width, String digits, String code, Object value, int at) {
    String precision = digits == null ? "" : "." + digits;
    String align = flags.contains("-") ? "<" : ">";
    String sign = flags.contains("+") ? "+" : flags.contains(" ") ? " " : "";
    String zero = flags.contains("0") && align.equals(">") ? "0" : "";
    String start = (zero.isEmpty() ? align : "") + sign + (flags.contains("#") ? "#" : "") + zero;
    return switch (code) {
      case "s" -> FormatSpec.format(Texts.str(value), align + width + precision);
      case "r" -> FormatSpec.format(Texts.repr(value), align + width + precision);
      case "a" -> FormatSpec.format(Texts.ascii(value), align + width + precision);
      case "c" -> FormatSpec.format(letter(value), align + width);
      case "d", "i", "u" -> {
        if (!Ints.isNumber(value)) {
          throw Errors.type(
              "%" + code + " format: a real number is required, not " + Types.name(value));
        }
        yield FormatSpec.format(
            Constructors.integer(new Object[] {value}, null), start + width + "d");
      }
      case "x", "X", "o" -> {
        if (!Ints.is(value)) {
          throw Errors.type(
              "%" + code + " format: an integer is required, not " + Types.name(value));
        }
        yield FormatSpec.format(value, start + width + code);
      }
      case "e", "E", "f", "F", "g", "G" -> {
        if (!Ints.isNumber(value) && !(value instanceof io.nyala.tensor.Tensor)) {
          throw Errors.type("must be real number, not " + Types.name(value));
        }
        yield FormatSpec.format(value, start + width + precision + code);
      }
      default ->
          throw Errors.value(
              "unsupported format character '"
                  + code
                  + "' (0x"
                  + Integer.toHexString(code.charAt(0))
                  + ") at index "
                  + at);
    };
  }
}
