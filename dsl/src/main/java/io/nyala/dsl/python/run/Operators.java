package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.ops.Operations;
import java.math.BigInteger;
import java.util.function.BinaryOperator;

/** Python's binary and unary operators. */
public final class Operators {
  private Operators() {}

  /** {@code a + b}. */
  public static Object add(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Ints.fit((long) x + y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x + y;
    }
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return Ints.quick(a) + Ints.quick(b);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.concat(y);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("+", "add", a, b, Operators::add, TensorOperators::add);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.add(a, b);
    }
    if (a instanceof DefaultDict) {
      Object counter = Sets.operate("+", a, b);
      return counter != null ? counter : other("+", "add", a, b, null);
    }
    Object joined = Containers.concatenate(a, b);
    return joined != null ? joined : other("+", "add", a, b, TensorOperators::add);
  }

  /** {@code a - b}. */
  public static Object subtract(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Ints.fit((long) x - y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x - y;
    }
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return Ints.quick(a) - Ints.quick(b);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("-", "sub", a, b, Operators::subtract, TensorOperators::subtract);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.subtract(a, b);
    }
    Object set = Sets.operate("-", a, b);
    return set != null ? set : other("-", "sub", a, b, TensorOperators::subtract);
  }

  /** {@code a * b}. */
  public static Object multiply(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return Ints.fit((long) x * y);
    }
    if (a instanceof Double x && b instanceof Double y) {
      return x * y;
    }
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return Ints.quick(a) * Ints.quick(b);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("*", "mul", a, b, Operators::multiply, TensorOperators::times);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.multiply(a, b);
    }
    Object repeated = Containers.repeat(a, b);
    return repeated != null ? repeated : other("*", "mul", a, b, TensorOperators::times);
  }

  /** {@code a / b}. */
  public static Object divide(Object a, Object b) {
    if (Ints.isQuick(a) && Ints.isQuick(b) && Ints.quick(b) != 0) {
      return Ints.quick(a) / Ints.quick(b);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("/", "truediv", a, b, Operators::divide, TensorOperators::divide);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.divide(a, b);
    }
    return other("/", "truediv", a, b, TensorOperators::divide);
  }

  /** {@code a // b}. */
  public static Object floorDivide(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y && y != 0) {
      return Ints.fit(Math.floorDiv((long) x, (long) y));
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("//", "floordiv", a, b, Operators::floorDivide, TensorOperators::floorDivide);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.floorDivide(a, b);
    }
    return other("//", "floordiv", a, b, TensorOperators::floorDivide);
  }

  /** {@code a % b}. */
  public static Object modulo(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y && y != 0) {
      return Math.floorMod(x, y);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("%", "mod", a, b, Operators::modulo, TensorOperators::modulo);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.modulo(a, b);
    }
    if (a instanceof CharSequence text) {
      return Percent.format(text.toString(), b);
    }
    return other("%", "mod", a, b, TensorOperators::modulo);
  }

  /** {@code a ** b}. */
  public static Object power(Object a, Object b) {
    if (a instanceof Instance || b instanceof Instance) {
      return own("** or pow()", "pow", a, b, Operators::power, TensorOperators::raise);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return Arithmetic.power(a, b);
    }
    return other("** or pow()", "pow", a, b, TensorOperators::raise);
  }

  /** {@code a @ b}. */
  public static Object matmul(Object a, Object b) {
    return other("@", "matmul", a, b, TensorOperators::matmul);
  }

  /** {@code a << b}. */
  public static Object shiftLeft(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y && y >= 0 && y < Integer.SIZE) {
      return Ints.fit((long) x << y);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own("<<", "lshift", a, b, Operators::shiftLeft, null);
    }
    if (Ints.is(a) && Ints.is(b)) {
      return Ints.fit(Ints.big(a).shiftLeft(count(b)));
    }
    return other("<<", "lshift", a, b, null);
  }

  /** {@code a >> b}. */
  public static Object shiftRight(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y && y >= 0) {
      return x >> Math.min(y, Integer.SIZE - 1);
    }
    if (a instanceof Instance || b instanceof Instance) {
      return own(">>", "rshift", a, b, Operators::shiftRight, null);
    }
    if (Ints.is(a) && Ints.is(b)) {
      return Ints.fit(Ints.big(a).shiftRight(count(b)));
    }
    return other(">>", "rshift", a, b, null);
  }

  private static int count(Object b) {
    int count = Ints.index(b);
    if (count < 0) {
      throw Errors.value("negative shift count");
    }
    return count;
  }

  /** {@code a & b}. */
  public static Object and(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x & y;
    }
    if (Ints.isWhole(a) && Ints.isWhole(b)) {
      return Bits.and((Number) a, (Number) b);
    }
    return bits("&", "and", a, b, BigInteger::and, TensorOperators::both);
  }

  /** {@code a | b}. */
  public static Object or(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x | y;
    }
    if (Ints.isWhole(a) && Ints.isWhole(b)) {
      return Bits.or((Number) a, (Number) b);
    }
    if (Generics.isType(a) && Generics.isType(b)) {
      return Generics.union(a, b);
    }
    boolean own = a instanceof Derived || b instanceof Derived;
    if (own && Dunders.binary("or", a, b) == Unbound.VALUE) {
      return or(Derived.plain(a), Derived.plain(b));
    }
    boolean counters = a instanceof DefaultDict x && x.isCounter() && b instanceof DefaultDict;
    if (!counters && a instanceof java.util.Map<?, ?> x && b instanceof java.util.Map<?, ?> y) {
      return Dicts.merged(x, y);
    }
    return bits("|", "or", a, b, BigInteger::or, TensorOperators::either);
  }

  /** {@code a ^ b}. */
  public static Object xor(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x ^ y;
    }
    if (Ints.isWhole(a) && Ints.isWhole(b)) {
      return Bits.xor((Number) a, (Number) b);
    }
    return bits("^", "xor", a, b, BigInteger::xor, TensorOperators::one);
  }

  private static Object bits(
      String sign,
      String name,
      Object a,
      Object b,
      BinaryOperator<BigInteger> numbers,
      BinaryOperator<Object> tensors) {
    boolean derived = a instanceof Derived || b instanceof Derived;
    if (derived) {
      Object own = Dunders.binary(name, a, b);
      return own != Unbound.VALUE
          ? own
          : bits(sign, name, Derived.plain(a), Derived.plain(b), numbers, tensors);
    }
    if (Ints.is(a) && Ints.is(b)) {
      BigInteger result = numbers.apply(Ints.big(a), Ints.big(b));
      boolean flags = a instanceof Boolean && b instanceof Boolean;
      return flags ? (Object) (result.signum() != 0) : Ints.fit(result);
    }
    Object set = Sets.operate(sign, a, b);
    return set != null ? set : other(sign, name, a, b, tensors);
  }

  /** An operator where an operand is an object of a person's class. */
  private static Object own(
      String sign,
      String name,
      Object a,
      Object b,
      BinaryOperator<Object> plainly,
      BinaryOperator<Object> tensors) {
    boolean derived = a instanceof Derived || b instanceof Derived;
    if (!derived) {
      return a instanceof CharSequence && sign.equals("%")
          ? Percent.format(a.toString(), b)
          : other(sign, name, a, b, tensors);
    }
    Object result = Dunders.binary(name, a, b);
    return result != Unbound.VALUE ? result : plainly.apply(Derived.plain(a), Derived.plain(b));
  }

  /** Operands that are objects of their own, tensors, or wrong. */
  private static Object other(
      String sign, String name, Object a, Object b, BinaryOperator<Object> tensors) {
    Object own = Dunders.binary(name, a, b);
    if (own != Unbound.VALUE) {
      return own;
    }
    boolean symbolic = a instanceof KerasTensor || b instanceof KerasTensor;
    boolean tensor = symbolic || Kind.of(a) != null || Kind.of(b) != null;
    if (tensor && tensors != null) {
      return tensors.apply(a, b);
    }
    throw Dunders.unsupported(sign, a, b);
  }

  /** {@code -a}. */
  public static Object negate(Object a) {
    if (a instanceof Derived derived && derived.type().find("__neg__") == null) {
      return negate(derived.plain());
    }
    if (a instanceof Integer x) {
      return Ints.fit(-(long) x);
    }
    if (a instanceof Double x) {
      return -x;
    }
    if (Ints.is(a)) {
      return Ints.fit(Ints.big(a).negate());
    }
    if (a instanceof Number x) {
      return -x.doubleValue();
    }
    if (a instanceof KerasTensor) {
      return Operations.call("negative", a);
    }
    if (a instanceof DefaultDict counter && counter.isCounter()) {
      return Counters.operate("-", new DefaultDict(null, true), counter);
    }
    return Kind.of(a) != null ? TensorOperators.negate(a) : Dunders.unary("-", "__neg__", a);
  }

  /** {@code +a}. */
  public static Object positive(Object a) {
    if (a instanceof Derived derived && derived.type().find("__pos__") == null) {
      return positive(derived.plain());
    }
    if (Ints.is(a)) {
      return Ints.fit(Ints.big(a));
    }
    if (a instanceof DefaultDict counter && counter.isCounter()) {
      return Counters.operate("+", counter, new DefaultDict(null, true));
    }
    boolean same = a instanceof Number || Kind.of(a) != null;
    return same ? a : Dunders.unary("+", "__pos__", a);
  }

  /** {@code ~a}. */
  public static Object invert(Object a) {
    if (a instanceof Derived derived && derived.type().find("__invert__") == null) {
      return invert(derived.plain());
    }
    if (Ints.is(a)) {
      return Ints.fit(Ints.big(a).not());
    }
    if (a instanceof KerasTensor) {
      return Operations.call("logical_not", a);
    }
    return Kind.of(a) != null ? TensorOperators.invert(a) : Dunders.unary("~", "__invert__", a);
  }

  /** {@code not a}. */
  public static Object not(Object a) {
    return !Truth.of(a);
  }
}
