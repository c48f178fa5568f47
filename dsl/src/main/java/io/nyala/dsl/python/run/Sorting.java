package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Sorting, stable, by Python's {@code <}. */
final class Sorting {
  private static final Comparator<Object> ORDER =
      (a, b) -> Comparisons.if_less(a, b) ? -1 : Comparisons.if_less(b, a) ? 1 : 0;
  private static final Comparator<Object> WHOLE = (a, b) -> Integer.compare((int) a, (int) b);
  private static final Comparator<Object> REAL =
      (a, b) -> Double.compare((double) a + 0.0, (double) b + 0.0);
  private static final Comparator<Object> TEXT =
      (a, b) -> Ordering.compareText((String) a, (String) b);

  private Sorting() {}

  static Comparator<Object> order() {
    return ORDER;
  }

  /** An item beside what it is sorted by. */
  private record Keyed(Object key, Object item) {}

  static void sort(List<Object> items, Object key, boolean reverse) {
    if (key == null && Plain.sort(items, reverse)) {
      return;
    }
    if (key == null) {
      items.sort(order(items, each -> each, reverse));
      return;
    }
    List<Keyed> keyed = new ArrayList<>(items.size());
    for (Object item : items) {
      keyed.add(new Keyed(Invoke.call(key, new Object[] {item}, null), item));
    }
    Comparator<Object> order = order(keyed, Keyed::key, reverse);
    keyed.sort((a, b) -> order.compare(a.key(), b.key()));
    for (int i = 0; i < keyed.size(); i++) {
      items.set(i, keyed.get(i).item());
    }
  }

  /** The order of these keys: that of their type if all have one, which is sooner told. */
  private static <T> Comparator<Object> order(
      List<T> items, Function<T, Object> key, boolean reverse) {
    Comparator<Object> order = ORDER;
    if (all(items, key, Integer.class::isInstance)) {
      order = WHOLE;
    } else if (all(items, key, it -> it instanceof Double real && !real.isNaN())) {
      order = REAL;
    } else if (all(items, key, String.class::isInstance)) {
      order = TEXT;
    }
    return reverse ? order.reversed() : order;
  }

  private static <T> boolean all(
      List<T> items, Function<T, Object> key, Predicate<Object> condition) {
    for (T item : items) {
      if (!condition.test(key.apply(item))) {
        return false;
      }
    }
    return true;
  }
}
