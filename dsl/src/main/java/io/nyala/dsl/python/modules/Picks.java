package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.run.Module;
import java.util.ArrayList;
import java.util.List;

/** {@code product}, {@code permutations} and {@code combinations}. */
final class Picks {
  private final List<Object> found = new ArrayList<>();
  private final List<Object> items;
  private final int count;
  private final boolean ordered;
  private final boolean repeated;

  private Picks(List<Object> items, int count, boolean ordered, boolean repeated) {
    this.items = items;
    this.count = count;
    this.ordered = ordered;
    this.repeated = repeated;
  }

  static void define(Module tools) {
    tools.function("product", Picks::product);
    tools.function("permutations", (given, named) -> of(given, named, true, false));
    tools.function("combinations", (given, named) -> of(given, named, false, false));
    tools.function(
        "combinations_with_replacement", (given, named) -> of(given, named, false, true));
  }

  private static Object of(Object[] given, Kwargs named, boolean ordered, boolean repeated) {
    List<Object> items = Module.items(given[0]);
    Object count = given.length > 1 ? given[1] : named == null ? null : named.get("r");
    Picks picks =
        new Picks(items, count == null ? items.size() : Module.index(count), ordered, repeated);
    picks.pick(new ArrayList<>(), 0);
    return picks.found.iterator();
  }

  private void pick(List<Integer> taken, int from) {
    if (taken.size() == count) {
      found.add(Tuple.of(taken.stream().map(items::get).toArray()));
      return;
    }
    for (int i = ordered ? 0 : from; i < items.size(); i++) {
      if (!ordered || !taken.contains(i)) {
        taken.add(i);
        pick(taken, repeated ? i : i + 1);
        taken.remove(taken.size() - 1);
      }
    }
  }

  private static Object product(Object[] given, Kwargs named) {
    int times =
        named != null && named.get("repeat") != null ? Module.index(named.get("repeat")) : 1;
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of());
    for (int i = 0; i < times; i++) {
      for (Object each : given) {
        List<Object> items = Module.items(each);
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> row : rows) {
          for (Object item : items) {
            List<Object> next = new ArrayList<>(row);
            next.add(item);
            longer.add(next);
          }
        }
        rows = longer;
      }
    }
    return rows.stream().map(row -> (Object) Tuple.copyOf(row)).iterator();
  }
}
