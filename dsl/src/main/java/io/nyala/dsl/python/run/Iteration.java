package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** {@code zip}, {@code map}, {@code sorted} and their kin. */
final class Iteration {
  private Iteration() {}

  static void define(Map<String, Object> all) {
    add(all, "iter", Iteration::iter);
    add(all, "next", Iteration::next);
    add(all, "enumerate", Iteration::enumerate);
    add(all, "zip", Iteration::zip);
    add(all, "map", Iteration::map);
    add(all, "filter", Iteration::filter);
    add(all, "reversed", Iteration::reversed);
    add(all, "sorted", Iteration::sorted);
    add(all, "min", (given, named) -> extreme("min", given, named, Sorting.order()));
    add(all, "max", (given, named) -> extreme("max", given, named, Sorting.order().reversed()));
    add(
        all,
        "sum",
        (given, named) -> {
          Args args = new Args("sum", given, named, 1, 2).names("start");
          return Builtins.sum(args.get(0), args.get(1, "start", 0));
        });
    all.put("any", Native.one("any", value -> matches(value, true)));
    all.put("all", Native.one("all", value -> !matches(value, false)));
    add(all, "open", Files::open);
  }

  private static void add(Map<String, Object> all, String name, Native.Body body) {
    all.put(name, new Native(name, body));
  }

  private static boolean matches(Object items, boolean wanted) {
    Iterator<Object> all = Iterators.of(items);
    while (all.hasNext()) {
      if (Truth.of(all.next()) == wanted) {
        return true;
      }
    }
    return false;
  }

  private static Object iter(Object[] given, Kwargs named) {
    if (given.length == 2) {
      return new Lazy("callable_iterator") {
        @Override
        Object compute() {
          Object value = Invoke.call(given[0], new Object[0], null);
          return Comparisons.same(value, given[1]) ? Unbound.VALUE : value;
        }
      };
    }
    if (given[0] instanceof Instance instance && instance.type().find("__iter__") != null) {
      return Invoke.method(instance, "__iter__", new Object[0], null);
    }
    if (given[0] instanceof Iterator
        || !Methods.isOurs(given[0]) && !(given[0] instanceof CharSequence)) {
      return Iterators.of(given[0]);
    }
    return Iterators.named(Iterators.forwards(given[0]), Iterators.of(given[0]));
  }

  private static Object next(Object[] given, Kwargs named) {
    try {
      return Iterators.next(given[0]);
    } catch (PyRaised raised) {
      if (given.length > 1 && Errors.matches(Exceptions.named("StopIteration"), raised)) {
        return given[1];
      }
      throw raised;
    }
  }

  private static Object enumerate(Object[] given, Kwargs named) {
    Args args = new Args("enumerate", given, named, 1, 2).names("iterable", "start");
    Iterator<Object> items = Iterators.of(args.get(0, "iterable", null));
    Object start = args.get(1, "start", 0);
    return new Lazy("enumerate") {
      private Object at = start;

      @Override
      Object compute() {
        if (!items.hasNext()) {
          return Unbound.VALUE;
        }
        Object pair = Tuple.of(at, items.next());
        at = at instanceof Integer small ? Ints.fit(small + 1L) : Operators.add(at, 1);
        return pair;
      }
    };
  }

  private static Object zip(Object[] given, Kwargs named) {
    List<Iterator<Object>> all = Arrays.stream(given).map(Iterators::of).toList();
    boolean strict = named != null && Truth.of(named.get("strict"));
    return new Lazy("zip") {
      @Override
      Object compute() {
        Object[] row = new Object[all.size()];
        for (int i = 0; i < row.length; i++) {
          if (!all.get(i).hasNext()) {
            if (strict) {
              check(i);
            }
            return Unbound.VALUE;
          }
          row[i] = all.get(i).next();
        }
        return row.length == 0 ? Unbound.VALUE : Tuple.of(row);
      }

      private void check(int ended) {
        for (int i = ended == 0 ? 1 : ended; i < all.size(); i++) {
          boolean shorter = ended > 0 && i == ended;
          if (shorter || ended == 0 && all.get(i).hasNext()) {
            String others = i == 1 ? "argument 1" : "arguments 1-" + i;
            throw Errors.value(
                "zip() argument "
                    + (i + 1)
                    + " is "
                    + (shorter ? "shorter" : "longer")
                    + " than "
                    + others);
          }
        }
      }
    };
  }

  private static Object map(Object[] given, Kwargs named) {
    if (given.length < 2) {
      throw Errors.type("map() must have at least two arguments.");
    }
    List<Iterator<Object>> all = Arrays.stream(given).skip(1).map(Iterators::of).toList();
    return new Lazy("map") {
      @Override
      Object compute() {
        Object[] row = new Object[all.size()];
        for (int i = 0; i < row.length; i++) {
          if (!all.get(i).hasNext()) {
            return Unbound.VALUE;
          }
          row[i] = all.get(i).next();
        }
        return Invoke.call(given[0], row, null);
      }
    };
  }

  private static Object filter(Object[] given, Kwargs named) {
    Iterator<Object> items = Iterators.of(given[1]);
    return new Lazy("filter") {
      @Override
      Object compute() {
        while (items.hasNext()) {
          Object item = items.next();
          Object kept = given[0] == null ? item : Invoke.call(given[0], new Object[] {item}, null);
          if (Truth.of(kept)) {
            return item;
          }
        }
        return Unbound.VALUE;
      }
    };
  }

  static Object reversed(Object[] given, Kwargs named) {
    Object value = given[0];
    if (value instanceof Instance instance && instance.type().find("__reversed__") != null) {
      return Invoke.method(value, "__reversed__", new Object[0], null);
    }
    boolean sequence =
        value instanceof List
            || value instanceof CharSequence
            || value instanceof Map
            || value instanceof DictView
            || value instanceof io.nyala.tensor.Tensor
            || value instanceof Instance it && it.type().find("__getitem__") != null;
    if (!sequence) {
      throw Errors.type("'" + Types.name(value) + "' object is not reversible");
    }
    List<Object> items = Iterators.list(value);
    java.util.Collections.reverse(items);
    return Iterators.named(Iterators.backwards(value), items.iterator());
  }

  private static Object sorted(Object[] given, Kwargs named) {
    if (given.length != 1) {
      throw Errors.type("sorted expected 1 argument, got " + given.length);
    }
    Args args = new Args("sorted", given, named, 1, 1).names("key", "reverse");
    List<Object> items = Iterators.list(args.get(0));
    Sorting.sort(items, args.get(-1, "key", null), Truth.of(args.get(-1, "reverse", false)));
    return items;
  }

  private static Object extreme(
      String name, Object[] given, Kwargs named, Comparator<Object> order) {
    boolean two = given.length == 2 && named == null;
    if (two && Ints.isQuick(given[0]) && Ints.isQuick(given[1])) {
      return order.compare(given[1], given[0]) < 0 ? given[1] : given[0];
    }
    Args args = new Args(name, given, named, 1, Integer.MAX_VALUE).names("key", "default");
    List<Object> items = given.length == 1 ? Iterators.list(given[0]) : Arrays.asList(given);
    if (items.isEmpty()) {
      if (named != null && named.containsKey("default")) {
        return named.get("default");
      }
      throw Errors.value(name + "() arg is an empty sequence");
    }
    Object key = args.get(-1, "key", null);
    Object best = null;
    Object bestKey = Unbound.VALUE;
    for (Object item : items) {
      Object by = key == null ? item : Invoke.call(key, new Object[] {item}, null);
      if (bestKey == Unbound.VALUE || order.compare(by, bestKey) < 0) {
        best = item;
        bestKey = by;
      }
    }
    return best;
  }
}
