package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Which of two values comes first: numbers, text, sequences, sets, and what says so itself. */
final class Ordering {
  private static final Map<String, String> SYMBOLIC =
      Map.of("<", "less", "<=", "less_equal", ">", "greater", ">=", "greater_equal");

  /** Up to here a double holds every whole number. */
  private static final long EXACT = 1L << 53;

  private Ordering() {}

  /**
   * An ordering of two values.
   *
   * @param sign {@code <}, {@code <=}, {@code >} or {@code >=}
   * @param name of the method that a class may have for it, without underscores
   * @param mirrored the method of the other operand for the same
   */
  static Object of(
      String sign,
      String name,
      String mirrored,
      Object a,
      Object b,
      BinaryOperator<Tensor> tensors) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return holds(sign, Integer.compare(x, y));
    }
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return quick(sign, Ints.quick(a), Ints.quick(b));
    }
    if (a instanceof Derived || b instanceof Derived) {
      Object own = Dunders.compare(name, mirrored, a, b);
      return own != Unbound.VALUE
          ? own
          : of(sign, name, mirrored, Derived.plain(a), Derived.plain(b), tensors);
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      return numbers(sign, a, b);
    }
    if (a instanceof CharSequence && b instanceof CharSequence) {
      return holds(sign, compareText(a.toString(), b.toString()));
    }
    boolean lists = a instanceof List<?> && b instanceof List<?>;
    boolean alike = a instanceof Tuple ? b instanceof Tuple : Types.of(a) == Types.of(b);
    if (lists && alike) {
      return sequences(sign, (List<?>) a, (List<?>) b);
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return sets(sign, x, y);
    }
    Object own = Dunders.compare(name, mirrored, a, b);
    if (own != Unbound.VALUE) {
      return own;
    }
    if (a instanceof KerasTensor || b instanceof KerasTensor) {
      return Operations.call(SYMBOLIC.get(sign), a, b);
    }
    if (Kind.of(a) != null || Kind.of(b) != null) {
      return Comparisons.tensors(sign, a, b, tensors);
    }
    throw Errors.type(
        "'"
            + sign
            + "' not supported between instances of '"
            + Types.name(a)
            + "' and '"
            + Types.name(b)
            + "'");
  }

  static int compareText(String a, String b) {
    int length = Math.min(a.length(), b.length());
    for (int i = 0; i < length; i++) {
      if (a.charAt(i) != b.charAt(i)) {
        boolean wide = Character.isSurrogate(a.charAt(i)) || Character.isSurrogate(b.charAt(i));
        return wide
            ? Integer.compare(a.codePointAt(i), b.codePointAt(i))
            : Character.compare(a.charAt(i), b.charAt(i));
      }
    }
    return Integer.compare(a.length(), b.length());
  }

  private static boolean holds(String sign, int order) {
    return switch (sign) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private static boolean quick(String sign, double a, double b) {
    return switch (sign) {
      case "<" -> a < b;
      case "<=" -> a <= b;
      case ">" -> a > b;
      default -> a >= b;
    };
  }

  private static boolean numbers(String sign, Object a, Object b) {
    if (!Ints.is(a) && Double.isNaN(Ints.real(a)) || !Ints.is(b) && Double.isNaN(Ints.real(b))) {
      return false;
    }
    return holds(sign, compareNumbers(a, b));
  }

  static int compareNumbers(Object a, Object b) {
    if (Ints.isSmall(a) && Ints.isSmall(b)) {
      return Long.compare(Ints.small(a), Ints.small(b));
    }
    if (Ints.is(a) && Ints.is(b)) {
      return Ints.big(a).compareTo(Ints.big(b));
    }
    if (Ints.is(a) != Ints.is(b)) {
      double real = Ints.real(Ints.is(a) ? b : a);
      Object whole = Ints.is(a) ? a : b;
      if (Ints.isSmall(whole) && Math.abs(Ints.small(whole)) <= EXACT) {
        return Ints.is(a)
            ? Double.compare(Ints.small(a), real + 0.0)
            : Double.compare(real + 0.0, Ints.small(b));
      }
      if (Double.isInfinite(real)) {
        return (real > 0) == Ints.is(a) ? -1 : 1;
      }
      return exact(a).compareTo(exact(b));
    }
    double x = Ints.real(a);
    double y = Ints.real(b);
    return x < y ? -1 : x > y ? 1 : 0;
  }

  private static BigDecimal exact(Object number) {
    return Ints.is(number) ? new BigDecimal(Ints.big(number)) : new BigDecimal(Ints.real(number));
  }

  private static Object sequences(String sign, List<?> a, List<?> b) {
    int length = Math.min(a.size(), b.size());
    for (int i = 0; i < length; i++) {
      if (!Comparisons.same(a.get(i), b.get(i))) {
        return switch (sign) {
          case "<" -> Comparisons.less(a.get(i), b.get(i));
          case "<=" -> Comparisons.lessEqual(a.get(i), b.get(i));
          case ">" -> Comparisons.greater(a.get(i), b.get(i));
          default -> Comparisons.greaterEqual(a.get(i), b.get(i));
        };
      }
    }
    return holds(sign, Integer.compare(a.size(), b.size()));
  }

  private static boolean sets(String sign, Set<?> a, Set<?> b) {
    return switch (sign) {
      case "<" -> b.size() > a.size() && b.containsAll(a);
      case "<=" -> b.containsAll(a);
      case ">" -> a.size() > b.size() && a.containsAll(b);
      default -> a.containsAll(b);
    };
  }
}
