package io.nyala.dsl.python.run;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Format specs, {@code >8.3f}: {@code [[fill]align][sign][#][0][width][grouping][.digits][type]}.
 */
final class FormatSpec {
  private static final Pattern SPEC =
      Pattern.compile("(?s)(?:(.)?([<>=^]))?([-+ ])?(z)?(#)?(0)?(\\d+)?([,_])?(?:\\.(\\d+))?(.)?");

  private final String fill;
  private final String align;
  private final String sign;
  private final boolean alternate;
  private final int width;
  private final String grouping;
  private final Integer digits;
  private final char type;

  private FormatSpec(Matcher parts) {
    boolean zero = parts.group(6) != null;
    fill = parts.group(1) != null ? parts.group(1) : zero ? "0" : " ";
    align = parts.group(2) != null ? parts.group(2) : zero ? "=" : null;
    sign = parts.group(3) == null ? "-" : parts.group(3);
    alternate = parts.group(5) != null;
    width = parts.group(7) == null ? 0 : Integer.parseInt(parts.group(7));
    grouping = parts.group(8);
    digits = parts.group(9) == null ? null : Integer.valueOf(parts.group(9));
    type = parts.group(10) == null ? 0 : parts.group(10).charAt(0);
  }

  static String format(Object value, String spec) {
    if (value instanceof Instance instance && instance.type().find("__format__") != null) {
      return Texts.str(Invoke.method(value, "__format__", new Object[] {spec}, null));
    }
    if (spec.isEmpty()) {
      return Texts.str(value);
    }
    Object plain = value instanceof io.nyala.tensor.Tensor t && t.rank() == 0 ? t.item() : value;
    boolean formats = Ints.isNumber(plain) || plain instanceof CharSequence;
    if (!formats) {
      throw Errors.type("unsupported format string passed to " + Types.name(value) + ".__format__");
    }
    Matcher parts = SPEC.matcher(spec);
    if (!parts.matches()) {
      throw Errors.value(
          "Invalid format specifier '" + spec + "' for object of type '" + Types.name(value) + "'");
    }
    return new FormatSpec(parts).apply(plain);
  }

  private String apply(Object value) {
    if (value instanceof CharSequence text) {
      return text(text.toString());
    }
    if (value instanceof Boolean && type == 0) {
      return width == 0 && align == null ? Texts.str(value) : number(Ints.big(value));
    }
    return number(value);
  }

  private PyRaised unknown(String kind) {
    return Errors.value("Unknown format code '" + type + "' for object of type '" + kind + "'");
  }

  private String text(String value) {
    if (type != 0 && type != 's') {
      throw unknown("str");
    }
    if (grouping != null) {
      throw Errors.value("Cannot specify '" + grouping + "' with 's'.");
    }
    if ("=".equals(align) && !fill.equals("0")) {
      throw Errors.value("'=' alignment not allowed in string format specifier");
    }
    int length = value.codePointCount(0, value.length());
    String cut =
        digits == null || digits >= length
            ? value
            : value.substring(0, value.offsetByCodePoints(0, digits));
    return pad("", cut, align == null || align.equals("=") ? "<" : align);
  }

  private String number(Object value) {
    boolean whole = Ints.is(value);
    String body;
    boolean negative;
    if (whole && "eEfFgG%".indexOf(type) < 0) {
      BigInteger number = Ints.big(value);
      negative = number.signum() < 0;
      body = integer(number.abs());
    } else {
      if (!whole && type != 0 && "eEfFgGn%".indexOf(type) < 0) {
        throw unknown("float");
      }
      double real = Ints.real(value);
      negative = real < 0 || 1 / real < 0;
      body = group(real(Math.abs(real)), 3);
    }
    String prefix = negative ? "-" : sign.equals("-") ? "" : sign;
    if (whole && alternate && "xXob".indexOf(type) >= 0) {
      prefix += "0" + type;
    }
    return pad(prefix, body, align == null ? ">" : align);
  }

  private String integer(BigInteger number) {
    if (digits != null) {
      throw Errors.value("Precision not allowed in integer format specifier");
    }
    return switch (type) {
      case 0, 'd', 'n' -> group(number.toString(), 3);
      case 'x' -> group(number.toString(16), 4);
      case 'X' -> group(number.toString(16).toUpperCase(java.util.Locale.ROOT), 4);
      case 'o' -> group(number.toString(8), 4);
      case 'b' -> group(number.toString(2), 4);
      case 'c' -> Character.toString(number.intValueExact());
      default -> throw unknown("int");
    };
  }

  private String real(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      String text = Double.isNaN(value) ? "nan" : "inf";
      return "FEG".indexOf(type) >= 0 ? text.toUpperCase(java.util.Locale.ROOT) : text;
    }
    int places = digits == null ? 6 : digits;
    return switch (type) {
      case 'f', 'F' -> fixed(value, places);
      case '%' -> fixed(value * 100, places) + "%";
      case 'e', 'E' -> scientific(value, places);
      case 'g', 'G', 'n' -> general(value, places, alternate);
      default -> plain(value);
    };
  }

  private static String fixed(double value, int places) {
    return new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
  }

  private String scientific(double value, int places) {
    if (value == 0) {
      return (places == 0 ? "0" : "0." + "0".repeat(places)) + type + "+00";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
    String all = rounded.unscaledValue().toString();
    all = all + "0".repeat(Math.max(0, places + 1 - all.length()));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String mantissa =
        places == 0 ? all.substring(0, 1) : all.charAt(0) + "." + all.substring(1, places + 1);
    char letter = type == 'E' || type == 'G' ? 'E' : 'e';
    return mantissa
        + letter
        + (exponent < 0 ? "-" : "+")
        + String.format("%02d", Math.abs(exponent));
  }

  private String general(double value, int given, boolean keepZeros) {
    int precision = Math.max(1, given);
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(value).round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String text =
        exponent < -4 || exponent >= precision
            ? scientific(value, precision - 1)
            : rounded
                .setScale(Math.max(0, precision - 1 - exponent), RoundingMode.HALF_EVEN)
                .toPlainString();
    if (keepZeros || text.indexOf('.') < 0) {
      return text;
    }
    int e = Math.max(text.indexOf('e'), text.indexOf('E'));
    String mantissa = e < 0 ? text : text.substring(0, e);
    return mantissa.replaceAll("\\.?0+$", "") + (e < 0 ? "" : text.substring(e));
  }

  private String plain(double value) {
    if (digits == null) {
      return Texts.str(value);
    }
    String text = general(value, digits, false);
    boolean bare = text.indexOf('.') < 0 && text.indexOf('e') < 0;
    int exponent = value == 0 ? 0 : (int) Math.floor(Math.log10(value));
    return bare
        ? exponent >= digits - 1 && value != 0 ? scientificShort(value) : text + ".0"
        : text;
  }

  private String scientificShort(double value) {
    String text = scientific(value, Math.max(0, digits - 1));
    int e = text.indexOf('e');
    String mantissa = text.substring(0, e);
    return (mantissa.indexOf('.') < 0 ? mantissa : mantissa.replaceAll("\\.?0+$", ""))
        + text.substring(e);
  }

  private String group(String text, int size) {
    if (grouping == null) {
      return text;
    }
    int end = 0;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    StringBuilder out = new StringBuilder(text.substring(0, end));
    for (int i = end - size; i > 0; i -= size) {
      out.insert(i, grouping);
    }
    return out + text.substring(end);
  }

  private String pad(String prefix, String body, String where) {
    int missing = width - prefix.length() - body.codePointCount(0, body.length());
    if (missing <= 0) {
      return prefix + body;
    }
    return switch (where) {
      case "<" -> prefix + body + fill.repeat(missing);
      case "^" -> fill.repeat(missing / 2) + prefix + body + fill.repeat(missing - missing / 2);
      case "=" -> prefix + zeros(body, missing);
      default -> fill.repeat(missing) + prefix + body;
    };
  }

  private String zeros(String body, int missing) {
    if (grouping == null || !fill.equals("0")) {
      return fill.repeat(missing) + body;
    }
    String all = body;
    int digitsBefore = 0;
    while (digitsBefore < all.length()
        && (Character.isDigit(all.charAt(digitsBefore))
            || all.startsWith(grouping, digitsBefore))) {
      digitsBefore++;
    }
    int total = body.length() + missing;
    while (all.length() < total) {
      int first = all.indexOf(grouping);
      boolean full = (first < 0 ? digitsBefore + all.length() - body.length() : first) % 4 == 3;
      all = full ? "0" + grouping + all : "0" + all;
    }
    return all;
  }
}
