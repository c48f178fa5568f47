package io.nyala.dsl.names;

import io.nyala.autograd.Variable;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation;

/** {@code int}, {@code float}, {@code bool}: one value as another type. */
public final class Conversions {
  private Conversions() {}

  public static Object toInt(Object value, Object base) {
    if (value instanceof CharSequence text) {
      return parseInt(text.toString(), base == null ? 10 : ((Number) base).intValue());
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Number number) {
      return whole(number);
    }
    if (value instanceof Variable variable) {
      return toInt(variable.value(), null);
    }
    if (value instanceof Tensor tensor && tensor.elements() == 1) {
      return toInt(tensor.item(), null);
    }
    throw PyError.type(
        "int() argument must be a string or a real number, not '" + Types.nameOf(value) + "'");
  }

  private static Object parseInt(String text, int base) {
    String digits = text.strip().replaceAll("(?<=\\w)_(?=\\w)", "");
    try {
      return fit(new BigInteger(digits.startsWith("+") ? digits.substring(1) : digits, base));
    } catch (NumberFormatException e) {
      throw new PyError(
          "ValueError", "invalid literal for int() with base " + base + ": " + Repr.quote(text), e);
    }
  }

  private static Object whole(Number number) {
    if (number instanceof Integer || number instanceof Long) {
      return number;
    }
    if (number instanceof Double || number instanceof Float) {
      double d = number.doubleValue();
      if (Double.isNaN(d)) {
        throw PyError.value("cannot convert float NaN to integer");
      }
      if (Double.isInfinite(d)) {
        throw new PyError("OverflowError", "cannot convert float infinity to integer");
      }
      return fit(new BigDecimal(d).toBigInteger());
    }
    return fit(new BigDecimal(number.toString()).toBigInteger());
  }

  private static Object fit(BigInteger value) {
    if (value.bitLength() < 32) {
      return value.intValue();
    }
    return value.bitLength() < 64 ? (Object) value.longValue() : value;
  }

  public static Object toFloat(Object value) {
    if (value instanceof CharSequence text) {
      return parseFloat(text.toString());
    }
    if (value instanceof Boolean flag) {
      return flag ? 1.0 : 0.0;
    }
    if (value instanceof Float f) {
      return (double) f;
    }
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    if (value instanceof Variable variable) {
      return toFloat(variable.value());
    }
    if (value instanceof Tensor tensor && tensor.elements() == 1) {
      return toFloat(tensor.item());
    }
    throw PyError.type(
        "float() argument must be a string or a real number, not '" + Types.nameOf(value) + "'");
  }

  private static Object parseFloat(String text) {
    String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
    switch (plain) {
      case "nan", "+nan", "-nan" -> {
        return Double.NaN;
      }
      case "inf", "+inf", "infinity", "+infinity" -> {
        return Double.POSITIVE_INFINITY;
      }
      case "-inf", "-infinity" -> {
        return Double.NEGATIVE_INFINITY;
      }
      default -> {}
    }
    boolean javaOnly = plain.isEmpty() || !plain.matches("[-+0-9._e]+");
    try {
      if (!javaOnly) {
        return Double.parseDouble(plain.replace("_", ""));
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw PyError.value("could not convert string to float: " + Repr.quote(text));
  }

  public static boolean truth(Object value) {
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Tensor tensor && tensor.elements() == 1) {
      return truth(tensor.item());
    }
    return DefaultTypeTransformation.castToBoolean(value);
  }
}
