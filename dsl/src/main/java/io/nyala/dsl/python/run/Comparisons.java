package io.nyala.dsl.python.run;

import io.nyala.autograd.Compare;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Tuple;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Python's comparisons. */
public final class Comparisons {
  private static final Map<String, String> SYMBOLIC =
      Map.of("<", "less", "<=", "less_equal", ">", "greater", ">=", "greater_equal");

  /** Up to here a double holds every whole number. */
  private static final long EXACT = 1L << 53;

  private Comparisons() {}

  /** {@code a < b}. */
  public static Object less(Object a, Object b) {
    return order("<", "lt", "gt", a, b, Compare::less);
  }

  /** {@code a <= b}. */
  public static Object lessEqual(Object a, Object b) {
    return order("<=", "le", "ge", a, b, Compare::lessEqual);
  }

  /** {@code a > b}. */
  public static Object greater(Object a, Object b) {
    return order(">", "gt", "lt", a, b, Compare::greater);
  }

  /** {@code a >= b}. */
  public static Object greaterEqual(Object a, Object b) {
    return order(">=", "ge", "le", a, b, Compare::greaterEqual);
  }

  private static Object order(
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
          : order(sign, name, mirrored, Derived.plain(a), Derived.plain(b), tensors);
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
      return tensors(sign, a, b, tensors);
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

  private static Object tensors(String sign, Object a, Object b, BinaryOperator<Tensor> compare) {
    Tensor[] pair = Operands.pair(sign, a, b, Kind.TENSOR);
    return Operands.kind(a, b).wrap(compare.apply(pair[0], pair[1]));
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
      if (!same(a.get(i), b.get(i))) {
        return switch (sign) {
          case "<" -> less(a.get(i), b.get(i));
          case "<=" -> lessEqual(a.get(i), b.get(i));
          case ">" -> greater(a.get(i), b.get(i));
          default -> greaterEqual(a.get(i), b.get(i));
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

  /** {@code a == b}; of tensors, element by element. */
  public static Object equal(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x.intValue() == y.intValue();
    }
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return Ints.quick(a) == Ints.quick(b);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.equals(y);
    }
    if (Kind.of(a) != null || Kind.of(b) != null) {
      return elements("==", a, b, Compare::equal, false);
    }
    Object own = Dunders.attempt(a, "__eq__", b);
    own = own == Unbound.VALUE ? Dunders.attempt(b, "__eq__", a) : own;
    return own == Unbound.VALUE ? (Object) equals(a, b) : own;
  }

  /** {@code a != b}; of tensors, element by element. */
  public static Object notEqual(Object a, Object b) {
    if (Ints.isQuick(a) && Ints.isQuick(b)) {
      return Ints.quick(a) != Ints.quick(b);
    }
    if (a instanceof String x && b instanceof String y) {
      return !x.equals(y);
    }
    if (Kind.of(a) != null || Kind.of(b) != null) {
      return elements("!=", a, b, Compare::notEqual, true);
    }
    Object own = Dunders.attempt(a, "__ne__", b);
    return own == Unbound.VALUE ? (Object) !Truth.of(equal(a, b)) : own;
  }

  private static Object elements(
      String sign, Object a, Object b, BinaryOperator<Tensor> compare, boolean otherwise) {
    return a == null || b == null ? otherwise : tensors(sign, a, b, compare);
  }

  /** Whether two values are the same object or equal. */
  static boolean same(Object a, Object b) {
    return a == b || Truth.of(equal(a, b));
  }

  /** A shape as the tuple it is; TensorFlow's shapes equal lists too. */
  private static Object plain(Object value) {
    return value instanceof Shape || value instanceof List<?> && !(value instanceof Tuple)
        ? Tuple.copyOf((List<?>) value)
        : value;
  }

  private static boolean equals(Object a, Object b) {
    if (a == b && !(a instanceof Double) && !(a instanceof Float)) {
      return true;
    }
    if (a == null || b == null) {
      return false;
    }
    if (a instanceof Shape || b instanceof Shape) {
      return equals(plain(a), plain(b));
    }
    if (a instanceof Derived || b instanceof Derived) {
      return equals(Derived.plain(a), Derived.plain(b));
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      boolean nan =
          !Ints.is(a) && Double.isNaN(Ints.real(a)) || !Ints.is(b) && Double.isNaN(Ints.real(b));
      return !nan && compareNumbers(a, b) == 0;
    }
    if (a instanceof CharSequence && b instanceof CharSequence) {
      return a.toString().contentEquals(b.toString());
    }
    if (a instanceof PyBytes || b instanceof PyBytes) {
      return a.equals(b);
    }
    if (a instanceof List<?> x && b instanceof List<?> y) {
      boolean alike = a instanceof Tuple == b instanceof Tuple;
      return (alike || a instanceof Shape || b instanceof Shape) && lists(x, y);
    }
    if (a instanceof OrderedDict && b instanceof OrderedDict && !a.equals(b)) {
      return false;
    }
    if (a instanceof Map<?, ?> x && b instanceof Map<?, ?> y) {
      return maps(x, y);
    }
    if (a instanceof Set<?> x && b instanceof Set<?> y) {
      return x.size() == y.size() && x.containsAll(y);
    }
    return !(a instanceof Instance || b instanceof PyObject) && a.equals(b);
  }

  private static boolean lists(List<?> a, List<?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    Iterator<?> other = b.iterator();
    for (Object item : a) {
      if (!same(item, other.next())) {
        return false;
      }
    }
    return true;
  }

  private static boolean maps(Map<?, ?> a, Map<?, ?> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (Map.Entry<?, ?> entry : a.entrySet()) {
      Object key = Dicts.slot(b, entry.getKey());
      if (!b.containsKey(key) || !same(entry.getValue(), b.get(key))) {
        return false;
      }
    }
    return true;
  }

  /** {@code a in b}. */
  public static Object in(Object a, Object b) {
    if (b instanceof String text && a instanceof String part) {
      return text.contains(part);
    }
    if (b instanceof Instance instance && instance.type().find("__contains__") != null) {
      return Truth.of(Invoke.call(instance.type().find("__contains__"), new Object[] {b, a}, null));
    }
    if (b instanceof Derived derived) {
      return in(a, derived.plain());
    }
    if (b instanceof CharSequence text) {
      if (!(a instanceof CharSequence)) {
        throw Errors.type("'in <string>' requires string as left operand, not " + Types.name(a));
      }
      return text.toString().contains(a.toString());
    }
    if (b instanceof PyBytes bytes && a instanceof PyBytes part) {
      return bytes.latin().contains(part.latin());
    }
    if (b instanceof Map<?, ?> map) {
      return map.containsKey(Dicts.slot(map, a));
    }
    if (b instanceof Set<?> set) {
      return set.contains(Dicts.key(a));
    }
    if (b instanceof Collection<?> items && !(b instanceof Tensor)) {
      for (Object item : items) {
        if (same(item, a)) {
          return true;
        }
      }
      return false;
    }
    if (!Iterators.canGoThrough(b)
        && !(b instanceof Instance own && own.type().find("__next__") != null)) {
      throw Errors.type("argument of type '" + Types.name(b) + "' is not iterable");
    }
    Iterator<Object> items = Iterators.of(b);
    while (items.hasNext()) {
      if (same(items.next(), a)) {
        return true;
      }
    }
    return false;
  }

  /** {@code a not in b}. */
  public static Object notIn(Object a, Object b) {
    return !Truth.of(in(a, b));
  }

  /** {@code a is b}; CPython keeps one object of each of the small numbers and letters. */
  public static Object is(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (a instanceof Integer x && b instanceof Integer y) {
      return x.intValue() == y.intValue() && x >= -5 && x <= 256;
    }
    if (a instanceof Boolean && b instanceof Boolean) {
      return a.equals(b);
    }
    if (a instanceof String x && b instanceof String y) {
      return x.equals(y) && (x.isEmpty() || x.length() == 1 && x.charAt(0) < 256);
    }
    return a instanceof Tuple x && b instanceof Tuple y && x.isEmpty() && y.isEmpty();
  }

  /** {@code a is not b}. */
  public static Object isNot(Object a, Object b) {
    return !Truth.of(is(a, b));
  }

  /** {@code a < b} as a condition. */
  public static boolean if_less(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x < y;
    }
    return Ints.isQuick(a) && Ints.isQuick(b)
        ? Ints.quick(a) < Ints.quick(b)
        : Truth.of(less(a, b));
  }

  /** {@code a <= b} as a condition. */
  public static boolean if_lessEqual(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x <= y;
    }
    return Ints.isQuick(a) && Ints.isQuick(b)
        ? Ints.quick(a) <= Ints.quick(b)
        : Truth.of(lessEqual(a, b));
  }

  /** {@code a > b} as a condition. */
  public static boolean if_greater(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x > y;
    }
    return Ints.isQuick(a) && Ints.isQuick(b)
        ? Ints.quick(a) > Ints.quick(b)
        : Truth.of(greater(a, b));
  }

  /** {@code a >= b} as a condition. */
  public static boolean if_greaterEqual(Object a, Object b) {
    if (a instanceof Integer x && b instanceof Integer y) {
      return x >= y;
    }
    return Ints.isQuick(a) && Ints.isQuick(b)
        ? Ints.quick(a) >= Ints.quick(b)
        : Truth.of(greaterEqual(a, b));
  }

  /** {@code a == b} as a condition. */
  public static boolean if_equal(Object a, Object b) {
    return a instanceof Integer x && b instanceof Integer y
        ? x.intValue() == y.intValue()
        : Truth.of(equal(a, b));
  }

  /** {@code a != b} as a condition. */
  public static boolean if_notEqual(Object a, Object b) {
    return a instanceof Integer x && b instanceof Integer y
        ? x.intValue() != y.intValue()
        : Truth.of(notEqual(a, b));
  }

  /** {@code a in b} as a condition. */
  public static boolean if_in(Object a, Object b) {
    return Truth.of(in(a, b));
  }

  /** {@code a not in b} as a condition. */
  public static boolean if_notIn(Object a, Object b) {
    return !Truth.of(in(a, b));
  }

  /** {@code a is b} as a condition. */
  public static boolean if_is(Object a, Object b) {
    return a == b || Truth.of(is(a, b));
  }

  /** {@code a is not b} as a condition. */
  public static boolean if_isNot(Object a, Object b) {
    return !if_is(a, b);
  }
}
