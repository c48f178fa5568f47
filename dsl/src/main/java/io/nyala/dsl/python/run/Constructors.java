package io.nyala.dsl.python.run;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the built-in classes make when they are called. */
final class Constructors {
  private Constructors() {}

  static Object type(Object[] given, Kwargs named) {
    if (given.length == 3) {
      return Classes.build(Types.TYPE, given, named);
    }
    if (given.length != 1) {
      throw Errors.type("type() takes 1 or 3 arguments");
    }
    return Types.of(given[0]);
  }

  static Object integer(Object[] given, Kwargs named) {
    if (given.length == 1 && named == null && given[0] instanceof Double real && isSmall(real)) {
      return real.intValue();
    }
    Args args = new Args("int", given, named, 0, 2);
    if (!args.has(0, "x")) {
      return 0;
    }
    Object value = number(args.get(0));
    if (value instanceof CharSequence text) {
      return parse(text.toString(), args.index(1, "base", 10));
    }
    if (args.has(1, "base")) {
      throw Errors.type("int() can't convert non-string with explicit base");
    }
    if (Ints.is(value)) {
      return Ints.fit(Ints.big(value));
    }
    if (value instanceof Number number) {
      return truncated(number.doubleValue());
    }
    if (value instanceof Tensor tensor && tensor.elements() == 1) {
      return integer(new Object[] {tensor.item()}, null);
    }
    for (String method : new String[] {"__int__", "__index__", "__trunc__"}) {
      if (value instanceof Instance it && it.type().find(method) != null) {
        return Invoke.method(value, method, new Object[0], null);
      }
    }
    throw Errors.type(
        "int() argument must be a string, a bytes-like object or a real number, not '"
            + Types.name(value)
            + "'");
  }

  /** A variable counts as its value. */
  private static Object number(Object given) {
    return given instanceof Variable variable ? variable.value() : given;
  }

  static Object truncated(double value) {
    if (Double.isNaN(value)) {
      throw Errors.value("cannot convert float NaN to integer");
    }
    if (Double.isInfinite(value)) {
      throw Errors.of("OverflowError", "cannot convert float infinity to integer");
    }
    return Ints.fit(new BigDecimal(value).toBigInteger());
  }

  private static Object parse(String text, int base) {
    if (base != 0 && (base < 2 || base > 36)) {
      throw Errors.value("int() base must be >= 2 and <= 36, or 0");
    }
    if (text.length() > 4300 && base == 10) {
      throw Errors.value(
          "Exceeds the limit (4300 digits) for integer string conversion: value has "
              + text.strip().length()
              + " digits; use sys.set_int_max_str_digits() to increase the limit");
    }
    String digits =
        text.strip().replaceAll("(?<=\\w)_(?=\\w)", "").toLowerCase(java.util.Locale.ROOT);
    boolean negative = digits.startsWith("-");
    String plain = negative || digits.startsWith("+") ? digits.substring(1) : digits;
    int radix = base;
    String prefix = plain.length() > 1 ? plain.substring(0, 2) : "";
    int given = prefix.equals("0x") ? 16 : prefix.equals("0o") ? 8 : prefix.equals("0b") ? 2 : 0;
    if (given != 0 && (base == 0 || base == given)) {
      plain = plain.substring(2);
      radix = given;
    }
    try {
      if (plain.startsWith("-") || plain.startsWith("+")) {
        throw new NumberFormatException(plain);
      }
      BigInteger value = new BigInteger(plain, radix == 0 ? 10 : radix);
      return Ints.fit(negative ? value.negate() : value);
    } catch (NumberFormatException e) {
      throw Errors.value("invalid literal for int() with base " + base + ": " + Texts.repr(text));
    }
  }

  static Object bool(Object[] given, Kwargs named) {
    return new Args("bool", given, named, 0, 1).has(0, "x") && Truth.of(given[0]);
  }

  private static boolean isSmall(double real) {
    return Math.abs(real) < Integer.MAX_VALUE;
  }

  static Object real(Object[] given, Kwargs named) {
    Args args = new Args("float", given, named, 0, 1);
    if (!args.has(0, "x")) {
      return 0.0;
    }
    Object value = number(args.get(0));
    if (value instanceof CharSequence text) {
      return parseReal(text.toString());
    }
    if (Ints.isNumber(value)) {
      return value instanceof Float f ? (double) f : Ints.real(value);
    }
    if (value instanceof Tensor tensor && tensor.elements() == 1) {
      return Ints.real(tensor.item());
    }
    if (value instanceof Instance it && it.type().find("__float__") != null) {
      return Invoke.method(value, "__float__", new Object[0], null);
    }
    throw Errors.type(
        "float() argument must be a string or a real number, not '" + Types.name(value) + "'");
  }

  private static double parseReal(String text) {
    String plain = text.strip().toLowerCase(java.util.Locale.ROOT);
    String unsigned = plain.replaceFirst("^[-+]", "");
    double sign = plain.startsWith("-") ? -1 : 1;
    if (unsigned.equals("nan")) {
      return Double.NaN;
    }
    if (unsigned.equals("inf") || unsigned.equals("infinity")) {
      return sign * Double.POSITIVE_INFINITY;
    }
    if (unsigned.matches("(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)(e[-+]?\\d+)?")) {
      return Double.parseDouble(plain.replace("_", ""));
    }
    throw Errors.value("could not convert string to float: " + Texts.repr(text));
  }

  static Object text(Object[] given, Kwargs named) {
    if (given.length == 1 && named == null && given[0] instanceof Integer small) {
      return small.toString();
    }
    Args args = new Args("str", given, named, 0, 3).names("object", "encoding", "errors");
    Object value = args.get(0, "object", "");
    if (!args.has(1, "encoding") && !args.has(2, "errors")) {
      return Texts.str(value);
    }
    if (!(value instanceof PyBytes bytes)) {
      throw Errors.type(
          value instanceof CharSequence
              ? "decoding str is not supported"
              : "decoding to str: need a bytes-like object, " + Types.name(value) + " found");
    }
    return BytesMethods.decode(
        bytes,
        Texts.str(args.get(1, "encoding", "utf-8")),
        Texts.str(args.get(2, "errors", "strict")));
  }

  static Object list(Object[] given, Kwargs named) {
    return Containers.list(items("list", given, named));
  }

  static Object tuple(Object[] given, Kwargs named) {
    if (given.length == 1 && given[0] instanceof Tuple) {
      return given[0];
    }
    return Tuple.of(items("tuple", given, named));
  }

  static Object set(Object[] given, Kwargs named) {
    return new Args("set", given, named, 0, 1).has(0, "x") ? PySet.from(given[0]) : new PySet();
  }

  static Object frozenSet(Object[] given, Kwargs named) {
    boolean some = new Args("frozenset", given, named, 0, 1).has(0, "x");
    return some && given[0] instanceof FrozenSet
        ? given[0]
        : new FrozenSet(some ? PySet.from(given[0]) : new PySet());
  }

  private static Object[] items(String name, Object[] given, Kwargs named) {
    Args args = new Args(name, given, named, 0, 1);
    return args.has(0, "x") ? Iterators.list(given[0]).toArray() : new Object[0];
  }

  static Object dict(Object[] given, Kwargs named) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    for (Object each : given) {
      Dicts.addAll(dict, each);
    }
    if (named != null) {
      dict.putAll(named);
    }
    return dict;
  }

  static Object range(Object[] given, Kwargs named) {
    Args args = new Args("range", given, named, 1, 3);
    int first = Ints.index(args.get(0));
    return given.length == 1
        ? new PyRange(0, first, 1)
        : new PyRange(first, Ints.index(args.get(1)), args.index(2, "", 1));
  }
}
