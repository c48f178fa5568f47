package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of lists, and those that they share with tuples and ranges. */
final class ListMethods {
  static final Set<String> NAMES =
      Set.of(
          "append", "extend", "insert", "remove", "pop", "clear", "index", "count", "sort",
          "reverse", "copy");
  static final Set<String> OF_TUPLES = Set.of("index", "count");

  /** How many arguments the methods of lists take. */
  private static final Map<String, int[]> COUNTS =
      Map.of(
          "append", new int[] {1, 1},
          "extend", new int[] {1, 1},
          "remove", new int[] {1, 1},
          "count", new int[] {1, 1},
          "insert", new int[] {2, 2},
          "pop", new int[] {0, 1});

  private ListMethods() {}

  static Object call(List<Object> self, String name, Object[] given, Kwargs named) {
    int[] counts = COUNTS.getOrDefault(name, new int[] {0, 3});
    String title = counts[0] == counts[1] ? "list." + name : name;
    return call(self, name, new Args(title, given, named, counts[0], counts[1]));
  }

  private static Object call(List<Object> self, String name, Args args) {
    switch (name) {
      case "append" -> self.add(args.get(0));
      case "extend" -> self.addAll(Iterators.list(args.get(0)));
      case "insert" -> {
        int at = args.index(0, "", 0);
        at = at < 0 ? Math.max(0, at + self.size()) : Math.min(at, self.size());
        self.add(at, args.get(1));
      }
      case "remove" -> {
        int at = indexOf(self, args.get(0), 0, self.size());
        if (at < 0) {
          throw Errors.value("list.remove(x): x not in list");
        }
        self.remove(at);
      }
      case "pop" -> {
        return pop(self, args.index(0, "", -1));
      }
      case "clear" -> self.clear();
      case "sort" -> {
        if (args.has(0, "")) {
          throw Errors.type("sort() takes no positional arguments");
        }
        args.names("key", "reverse");
        Sorting.sort(self, args.get(-1, "key", null), Truth.of(args.get(-1, "reverse", false)));
      }
      case "reverse" -> Collections.reverse(self);
      case "copy" -> {
        return new ArrayList<>(self);
      }
      case "index" -> {
        return index(self, args);
      }
      default -> {
        return sequence(self, name, args.get(0));
      }
    }
    return null;
  }

  private static Object index(List<?> self, Args args) {
    int from = args.index(1, "", 0);
    int to = args.index(2, "", self.size());
    int at =
        indexOf(
            self,
            args.get(0),
            from < 0 ? Math.max(0, from + self.size()) : from,
            to < 0 ? to + self.size() : Math.min(to, self.size()));
    if (at < 0) {
      throw Errors.value(Texts.repr(args.get(0)) + " is not in list");
    }
    return at;
  }

  private static Object pop(List<Object> self, int index) {
    if (self.isEmpty()) {
      throw Errors.of("IndexError", "pop from empty list");
    }
    int at = index < 0 ? index + self.size() : index;
    if (at < 0 || at >= self.size()) {
      throw Errors.of("IndexError", "pop index out of range");
    }
    return self.remove(at);
  }

  private static int indexOf(List<?> self, Object item, int from, int to) {
    for (int i = from; i < to; i++) {
      if (Comparisons.same(self.get(i), item)) {
        return i;
      }
    }
    return -1;
  }

  /** {@code index} or {@code count} of any sequence. */
  static Object sequence(List<?> self, String name, Object item) {
    if (name.equals("index")) {
      int at = indexOf(self, item, 0, self.size());
      if (at < 0) {
        throw Errors.value(
            self instanceof Tuple
                ? "tuple.index(x): x not in tuple"
                : Texts.repr(item) + " is not in range");
      }
      return at;
    }
    int count = 0;
    for (Object each : self) {
      count += Comparisons.same(each, item) ? 1 : 0;
    }
    return count;
  }
}
