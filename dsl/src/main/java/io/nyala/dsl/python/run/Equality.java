package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.Shape;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** When built-in values are equal: numbers of all kinds, text, sequences, dicts and sets. */
final class Equality {

  private Equality() {}

  /** A shape as the tuple it is; TensorFlow's shapes equal lists too. */
  private static Object plain(Object value) {
    return value instanceof Shape || value instanceof List<?> && !(value instanceof Tuple)
        ? Tuple.copyOf((List<?>) value)
        : value;
  }

  /** Whether two values are equal; tensors and what has a method for it are not asked here. */
  static boolean of(Object a, Object b) {
    if (a == b && !(a instanceof Double) && !(a instanceof Float)) {
      return true;
    }
    if (a == null || b == null) {
      return false;
    }
    if (a instanceof Shape || b instanceof Shape) {
      return of(plain(a), plain(b));
    }
    if (a instanceof Derived || b instanceof Derived) {
      return of(Derived.plain(a), Derived.plain(b));
    }
    if (Ints.isNumber(a) && Ints.isNumber(b)) {
      boolean nan =
          !Ints.is(a) && Double.isNaN(Ints.real(a)) || !Ints.is(b) && Double.isNaN(Ints.real(b));
      return !nan && Ordering.compareNumbers(a, b) == 0;
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
      if (!Comparisons.same(item, other.next())) {
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
      if (!b.containsKey(key) || !Comparisons.same(entry.getValue(), b.get(key))) {
        return false;
      }
    }
    return true;
  }
}
