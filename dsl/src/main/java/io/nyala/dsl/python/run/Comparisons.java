package io.nyala.dsl.python.run;

import io.nyala.autograd.Compare;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Tensor;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** Python's comparisons, as operators and as conditions. */
public final class Comparisons {
  private Comparisons() {}

  /** {@code a < b}. */
  public static Object less(Object a, Object b) {
    return Ordering.of("<", "lt", "gt", a, b, Compare::less);
  }

  /** {@code a <= b}. */
  public static Object lessEqual(Object a, Object b) {
    return Ordering.of("<=", "le", "ge", a, b, Compare::lessEqual);
  }

  /** {@code a > b}. */
  public static Object greater(Object a, Object b) {
    return Ordering.of(">", "gt", "lt", a, b, Compare::greater);
  }

  /** {@code a >= b}. */
  public static Object greaterEqual(Object a, Object b) {
    return Ordering.of(">=", "ge", "le", a, b, Compare::greaterEqual);
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
    return own == Unbound.VALUE ? (Object) Equality.of(a, b) : own;
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

  /** A comparison element by element. */
  static Object tensors(String sign, Object a, Object b, BinaryOperator<Tensor> compare) {
    Tensor[] pair = Operands.pair(sign, a, b, Kind.TENSOR);
    return Operands.kind(a, b).wrap(compare.apply(pair[0], pair[1]));
  }

  private static Object elements(
      String sign, Object a, Object b, BinaryOperator<Tensor> compare, boolean otherwise) {
    return a == null || b == null ? otherwise : tensors(sign, a, b, compare);
  }

  /** Whether two values are the same object or equal. */
  static boolean same(Object a, Object b) {
    return a == b || Truth.of(equal(a, b));
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
