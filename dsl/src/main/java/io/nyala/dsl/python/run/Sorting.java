package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Sorting, stable, by Python's {@code <}. */
final class Sorting {
  private static final Comparator<Object> ORDER =
      (a, b) -> Comparisons.if_less(a, b) ? -1 : Comparisons.if_less(b, a) ? 1 : 0;

  private Sorting() {}

  static Comparator<Object> order() {
    return ORDER;
  }

  /** An item beside what it is sorted by. */
  private record Keyed(Object key, Object item) {}

  static void sort(List<Object> items, Object key, boolean reverse) {
    Comparator<Object> order = reverse ? ORDER.reversed() : ORDER;
    if (key == null) {
      items.sort(order);
      return;
    }
    List<Keyed> keyed = new ArrayList<>();
    for (Object item : items) {
      keyed.add(new Keyed(Invoke.call(key, new Object[] {item}, null), item));
    }
    keyed.sort((a, b) -> order.compare(a.key(), b.key()));
    for (int i = 0; i < keyed.size(); i++) {
      items.set(i, keyed.get(i).item());
    }
  }
}
