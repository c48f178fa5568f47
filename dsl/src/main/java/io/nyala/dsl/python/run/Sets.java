package io.nyala.dsl.python.run;

import java.util.Map;
import java.util.Set;

/** Operations of sets. */
final class Sets {
  private Sets() {}

  static boolean isMutable(Object value) {
    return value instanceof Set && !(value instanceof FrozenSet);
  }

  /** {@code a - b}, {@code a & b}, {@code a | b}, {@code a ^ b}; null if they are not sets. */
  static Object operate(String sign, Object a, Object b) {
    if (a instanceof DefaultDict x && b instanceof DefaultDict y && x.isCounter()) {
      return Counters.operate(sign, x, y);
    }
    return a instanceof Set<?> x && b instanceof Set<?> ? like(a, apply(sign, x, b)) : null;
  }

  /** A new set; the other operand may be anything that can be gone through. */
  static PySet apply(String sign, Set<?> a, Object b) {
    return switch (sign) {
      case "-" -> difference(a, b);
      case "&" -> intersection(a, b);
      case "|" -> {
        PySet all = PySet.from(a);
        all.update(b);
        yield all;
      }
      default -> {
        PySet result = PySet.from(b);
        for (Object item : a) {
          if (!result.remove(item)) {
            result.add(item);
          }
        }
        yield result;
      }
    };
  }

  private static PySet difference(Set<?> a, Object b) {
    boolean keyed = b instanceof Set || b instanceof Map && !(b instanceof Instance);
    if (!keyed || (a.size() >> 2) > Builtins.len(b)) {
      PySet result = PySet.from(a);
      result.removeEach(Iterators.list(b));
      return result;
    }
    PySet result = new PySet();
    for (Object item : a) {
      if (!Truth.of(Comparisons.in(item, b))) {
        result.add(item);
      }
    }
    return result;
  }

  private static PySet intersection(Set<?> a, Object b) {
    if (a == b) {
      return PySet.from(a);
    }
    PySet result = new PySet();
    boolean swap = b instanceof Set<?> other && other.size() > a.size();
    Set<?> within = swap ? (Set<?>) b : a;
    for (Object item : Iterators.list(swap ? a : b)) {
      if (within.contains(item)) {
        result.add(item);
      }
    }
    return result;
  }

  static Object like(Object model, PySet items) {
    return model instanceof FrozenSet ? new FrozenSet(items) : items;
  }
}
