package io.nyala.dsl.python.run;

import io.nyala.tensor.Slice;
import java.util.ArrayList;
import java.util.List;

/** Slices of lists that are written or deleted. */
final class Lists {
  private Lists() {}

  static void replace(List<Object> list, Slice slice, List<Object> items) {
    Slice.Positions positions = slice.over(list.size());
    if (positions.step() == 1) {
      int end = positions.start() + positions.count();
      List<Object> tail = new ArrayList<>(list.subList(end, list.size()));
      list.subList(positions.start(), list.size()).clear();
      list.addAll(items);
      list.addAll(tail);
      return;
    }
    if (items.size() != positions.count()) {
      throw Errors.value(
          "attempt to assign sequence of size "
              + items.size()
              + " to extended slice of size "
              + positions.count());
    }
    for (int i = 0; i < positions.count(); i++) {
      list.set(positions.at(i), items.get(i));
    }
  }

  static void delete(List<Object> list, Slice slice) {
    Slice.Positions positions = slice.over(list.size());
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < positions.count(); i++) {
      places.add(positions.at(i));
    }
    places.sort(java.util.Comparator.reverseOrder());
    places.forEach(place -> list.remove(place.intValue()));
  }

  /** Where an insertion at this index goes. */
  static int clamp(Object index, int length) {
    int at = Ints.index(index);
    return Math.max(0, Math.min(length, at < 0 ? at + length : at));
  }
}
