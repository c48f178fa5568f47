package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Tuple;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The methods of dicts, and of the dicts of {@code collections}. */
final class DictMethods {
  static final Set<String> NAMES =
      Set.of(
          "get",
          "keys",
          "values",
          "items",
          "pop",
          "popitem",
          "setdefault",
          "update",
          "clear",
          "copy",
          "most_common",
          "elements",
          "subtract",
          "move_to_end",
          "total");

  /** Those that only a counter has. */
  static final Set<String> COUNTING = Set.of("most_common", "elements", "subtract", "total");

  private DictMethods() {}

  @SuppressWarnings("unchecked")
  static Object call(Object receiver, String name, Object[] given, Kwargs named) {
    Args args = new Args(name, given, named, 0, 2);
    Map<Object, Object> self = (Map<Object, Object>) receiver;
    switch (name) {
      case "get" -> {
        Object key = Dicts.slot(self, args.get(0));
        return self.containsKey(key) ? self.get(key) : args.get(1, "default", null);
      }
      case "keys", "values", "items" -> {
        return new DictView(self, name);
      }
      case "pop" -> {
        Object key = Dicts.slot(self, args.get(0));
        if (!self.containsKey(key) && !args.has(1, "default")) {
          throw Errors.key(args.get(0));
        }
        return self.containsKey(key) ? self.remove(key) : args.get(1, "default", null);
      }
      case "popitem" -> {
        if (self.isEmpty()) {
          throw Errors.key("popitem(): dictionary is empty");
        }
        if (self instanceof OrderedDict ordered) {
          Object key = ordered.end(Truth.of(args.get(0, "last", true)));
          return Tuple.of(key, self.remove(key));
        }
        Object last = null;
        for (Object key : self.keySet()) {
          last = key;
        }
        return Tuple.of(last, self.remove(last));
      }
      case "setdefault" -> {
        Object key = Dicts.slot(self, args.get(0));
        if (!self.containsKey(key)) {
          self.put(key, args.get(1));
        }
        return self.get(key);
      }
      case "update" -> {
        if (self instanceof DefaultDict counter && counter.isCounter()) {
          Counters.update(counter, args.get(0), 1);
        } else {
          if (args.has(0, "")) {
            Dicts.addAll(self, args.get(0));
          }
          if (named != null) {
            self.putAll(named);
          }
        }
      }
      case "clear" -> self.clear();
      case "copy" -> {
        return copy(self);
      }
      case "move_to_end" -> {
        Object key = Dicts.slot(self, args.get(0));
        if (self instanceof OrderedDict ordered) {
          ordered.move(key, Truth.of(args.get(1, "last", true)));
        } else {
          throw Attributes.missing(self, name);
        }
      }
      default -> {
        return counter((DefaultDict) receiver, name, args);
      }
    }
    return null;
  }

  private static Object counter(DefaultDict self, String name, Args args) {
    return switch (name) {
      case "most_common" -> Counters.mostCommon(self, args.index(0, "n", -1));
      case "elements" -> Counters.elements(self).iterator();
      case "total" -> Builtins.sum(self.values(), 0);
      default -> {
        Counters.update(self, args.get(0), -1);
        yield null;
      }
    };
  }

  private static Object copy(Map<Object, Object> self) {
    if (self instanceof DefaultDict dict) {
      DefaultDict copy = new DefaultDict(dict.factory(), dict.isCounter());
      copy.putAll(dict);
      return copy;
    }
    if (self instanceof OrderedDict) {
      OrderedDict copy = new OrderedDict();
      copy.putAll(self);
      return copy;
    }
    return new LinkedHashMap<>(self);
  }
}
