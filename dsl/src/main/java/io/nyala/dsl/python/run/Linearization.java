package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.List;

/** The order in which base classes are looked through: C3, as Python has it. */
final class Linearization {
  private Linearization() {}

  static List<PyClass> merge(List<PyClass> bases) {
    List<List<PyClass>> rows = new ArrayList<>();
    bases.forEach(base -> rows.add(new ArrayList<>(base.order())));
    rows.add(new ArrayList<>(bases));
    List<PyClass> merged = new ArrayList<>();
    rows.removeIf(List::isEmpty);
    while (!rows.isEmpty()) {
      PyClass next = next(rows);
      merged.add(next);
      rows.forEach(row -> row.remove(next));
      rows.removeIf(List::isEmpty);
    }
    return merged;
  }

  private static PyClass next(List<List<PyClass>> rows) {
    for (List<PyClass> row : rows) {
      PyClass candidate = row.get(0);
      boolean blocked =
          rows.stream().anyMatch(each -> each.subList(1, each.size()).contains(candidate));
      if (!blocked) {
        return candidate;
      }
    }
    String heads =
        String.join(", ", rows.stream().map(row -> row.get(0).name()).distinct().toList());
    throw Errors.type(
        "Cannot create a consistent method resolution\norder (MRO) for bases " + heads);
  }
}
