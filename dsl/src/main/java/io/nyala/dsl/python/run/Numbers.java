package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The attributes and methods of numbers. */
final class Numbers {
  static final Set<String> INT =
      Set.of("bit_length", "bit_count", "conjugate", "as_integer_ratio", "to_bytes");
  static final Set<String> FLOAT = Set.of("is_integer", "conjugate", "as_integer_ratio", "hex");
  static final Set<String> INT_ATTRIBUTES = Set.of("real", "imag", "numerator", "denominator");
  private static final Pattern HEX =
      Pattern.compile("([-+]?)(?:0x)?([0-9a-f]*)\\.?([0-9a-f]*)(?:p([-+]?\\d+))?");

  private Numbers() {}

  static Set<String> of(Object number) {
    return Ints.is(number) ? INT : FLOAT;
  }

  /** {@code number.name}; Unbound if there is no such attribute. */
  static Object attribute(Object number, String name) {
    boolean whole = Ints.is(number);
    return switch (name) {
      case "real" -> whole ? Ints.fit(Ints.big(number)) : number;
      case "imag" -> whole ? (Object) 0 : (Object) 0.0;
      case "numerator" -> whole ? Ints.fit(Ints.big(number)) : Unbound.VALUE;
      case "denominator" -> whole ? 1 : Unbound.VALUE;
      default -> Unbound.VALUE;
    };
  }

  static Object call(Object self, String name, Object[] given, Kwargs named) {
    return switch (name) {
      case "bit_length" -> bitLength(Ints.big(self).abs());
      case "bit_count" -> Ints.big(self).abs().bitCount();
      case "is_integer" -> Ints.real(self) == Math.rint(Ints.real(self)) && isFinite(self);
      case "conjugate" -> self;
      case "to_bytes" -> toBytes(Ints.big(self), new Args(name, given, named, 0, 2));
      case "hex" -> hex(Ints.real(self));
      default -> ratio(self);
    };
  }

  private static boolean isFinite(Object self) {
    return Double.isFinite(Ints.real(self));
  }

  private static Object bitLength(BigInteger value) {
    return value.bitLength();
  }

  private static Object ratio(Object self) {
    if (Ints.is(self)) {
      return Tuple.of(Ints.fit(Ints.big(self)), 1);
    }
    if (!isFinite(self)) {
      throw Double.isNaN(Ints.real(self))
          ? Errors.value("cannot convert NaN to integer ratio")
          : Errors.of("OverflowError", "cannot convert Infinity to integer ratio");
    }
    BigDecimal exact = new BigDecimal(Ints.real(self));
    BigInteger below = BigInteger.TEN.pow(Math.max(0, exact.scale()));
    BigInteger above = exact.multiply(new BigDecimal(below)).toBigInteger();
    BigInteger common = above.gcd(below);
    return Tuple.of(Ints.fit(above.divide(common)), Ints.fit(below.divide(common)));
  }

  private static Object toBytes(BigInteger value, Args args) {
    args.names("length", "byteorder", "signed");
    int length = args.index(0, "length", 1);
    boolean signed = Truth.of(args.get(-1, "signed", false));
    if (value.signum() < 0 && !signed) {
      throw Errors.of("OverflowError", "can't convert negative int to unsigned");
    }
    int bits = signed ? value.bitLength() + 1 : value.bitLength();
    if (bits > length * 8L && !(signed && value.signum() == 0)) {
      throw Errors.of("OverflowError", "int too big to convert");
    }
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[length - 1 - i] = value.shiftRight(8 * i).byteValue();
    }
    return new PyBytes(isLittle(args) ? reversed(bytes) : bytes);
  }

  private static boolean isLittle(Args args) {
    String order = Texts.str(args.get(1, "byteorder", "big"));
    if (!order.equals("big") && !order.equals("little")) {
      throw Errors.value("byteorder must be either 'little' or 'big'");
    }
    return order.equals("little");
  }

  private static byte[] reversed(byte[] bytes) {
    byte[] all = new byte[bytes.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = bytes[all.length - 1 - i];
    }
    return all;
  }

  /** {@code int.from_bytes}. */
  static Object fromBytes(Object[] given, Kwargs named) {
    Args args = new Args("from_bytes", given, named, 1, 2).names("bytes", "byteorder", "signed");
    PyBytes source = (PyBytes) BytesMethods.make(new Object[] {args.get(0, "bytes", null)}, null);
    byte[] bytes = isLittle(args) ? reversed(source.copy()) : source.copy();
    boolean signed = Truth.of(args.get(-1, "signed", false));
    return bytes.length == 0
        ? (Object) 0
        : Ints.fit(signed ? new BigInteger(bytes) : new BigInteger(1, bytes));
  }

  private static String hex(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return Texts.repr(value);
    }
    if (value == 0) {
      return (1 / value < 0 ? "-" : "") + "0x0.0p+0";
    }
    long bits = Double.doubleToLongBits(Math.abs(value));
    boolean tiny = Math.abs(value) < Double.MIN_NORMAL;
    int exponent = tiny ? -1022 : Math.getExponent(value);
    return String.format(
        Locale.ROOT,
        "%s0x%d.%013xp%+d",
        value < 0 ? "-" : "",
        tiny ? 0 : 1,
        bits & ((1L << 52) - 1),
        exponent);
  }

  /** {@code float.fromhex}. */
  static Object fromHex(Object text) {
    String plain = Texts.str(text).strip().toLowerCase(Locale.ROOT);
    Matcher parts = HEX.matcher(plain);
    if (!parts.matches() || parts.group(2).isEmpty() && parts.group(3).isEmpty()) {
      return Constructors.real(new Object[] {plain}, null);
    }
    String power = parts.group(4) == null ? "0" : parts.group(4);
    String whole = parts.group(2).isEmpty() ? "0" : parts.group(2);
    String part = parts.group(3).isEmpty() ? "0" : parts.group(3);
    return Double.parseDouble(parts.group(1) + "0x" + whole + "." + part + "p" + power);
  }
}
