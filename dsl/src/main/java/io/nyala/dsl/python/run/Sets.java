package io.nyala.dsl.python.run;

import java.util.Collection;
import java.util.LinkedHashSet;
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
    if (!(a instanceof Set<?> x) || !(b instanceof Set<?> y)) {
      return null;
    }
    return like(a, apply(sign, x, y));
  }

  static Set<Object> apply(String sign, Set<?> a, Collection<?> b) {
    Set<Object> result = new LinkedHashSet<>(a);
    switch (sign) {
      case "-" -> b.forEach(result::remove);
      case "&" -> result.retainAll(b instanceof Set ? b : new LinkedHashSet<>(b));
      case "|" -> result.addAll(b);
      default -> {
        for (Object item : b) {
          if (!result.remove(item)) {
            result.add(item);
          }
        }
      }
    }
    return result;
  }

  static Object like(Object model, Set<Object> items) {
    return model instanceof FrozenSet ? new FrozenSet(items) : items;
  }
}
