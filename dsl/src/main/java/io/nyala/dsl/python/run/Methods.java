package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.PyRange;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The methods of lists, tuples, dicts, sets, numbers and generators. */
final class Methods {
  private static final Set<String> LIST =
      Set.of(
          "append", "extend", "insert", "remove", "pop", "clear", "index", "count", "sort",
          "reverse", "copy");
  private static final Set<String> TUPLE = Set.of("index", "count");
  private static final Set<String> DICT =
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
  private static final Set<String> DEQUE =
      Set.of(
          "append",
          "appendleft",
          "pop",
          "popleft",
          "extend",
          "extendleft",
          "clear",
          "rotate",
          "copy",
          "count",
          "index",
          "insert",
          "remove",
          "reverse");
  private static final Set<String> COUNTING =
      Set.of("most_common", "elements", "subtract", "total");
  private static final Set<String> GENERATOR = Set.of("send", "throw", "close", "__next__");

  /** How many arguments the methods of lists take. */
  private static final Map<String, int[]> COUNTS =
      Map.of(
          "append", new int[] {1, 1},
          "extend", new int[] {1, 1},
          "remove", new int[] {1, 1},
          "count", new int[] {1, 1},
          "insert", new int[] {2, 2},
          "pop", new int[] {0, 1});

  private Methods() {}

  /** Values whose methods are all here. */
  static boolean isOurs(Object value) {
    return value == null
        || Containers.isList(value)
        || value instanceof Tuple
        || value instanceof PyBytes
        || value instanceof Map && !(value instanceof KerasInstance)
        || value instanceof Set
        || value instanceof Boolean
        || value instanceof Number
        || value instanceof PyGenerator
        || value instanceof PyRange;
  }

  /** The names of the methods that a built-in value has. */
  static Set<String> of(Object value) {
    if (value instanceof CharSequence) {
      return StrMethods.NAMES;
    }
    if (value instanceof PyBytes) {
      return BytesMethods.NAMES;
    }
    if (Containers.isList(value)) {
      return LIST;
    }
    if (value instanceof Tuple || value instanceof PyRange) {
      return TUPLE;
    }
    if (value instanceof Map && !(value instanceof KerasInstance)) {
      return DICT;
    }
    if (value instanceof Set) {
      return value instanceof FrozenSet ? SetMethods.FROZEN : SetMethods.NAMES;
    }
    if (value instanceof Deque) {
      return DEQUE;
    }
    if (value instanceof PyGenerator) {
      return GENERATOR;
    }
    return Ints.isNumber(value) ? Numbers.of(value) : Set.of();
  }

  static boolean has(Object value, String name) {
    boolean counter = value instanceof DefaultDict dict && dict.isCounter();
    boolean counting = COUNTING.contains(name);
    if (value instanceof NamedTuple && NamedTuple.METHODS.contains(name)) {
      return true;
    }
    return of(value).contains(name) && (!counting || counter);
  }

  /** Whether a built-in class has a method. */
  static boolean names(PyClass type, String name) {
    return switch (type.name()) {
      case "bytes" -> BytesMethods.NAMES.contains(name);
      case "str" -> StrMethods.NAMES.contains(name);
      case "list" -> LIST.contains(name);
      case "dict" -> DICT.contains(name);
      case "set" -> SetMethods.NAMES.contains(name);
      case "frozenset" -> SetMethods.FROZEN.contains(name);
      case "tuple" -> TUPLE.contains(name);
      case "int", "bool" -> Numbers.INT.contains(name);
      case "float" -> Numbers.FLOAT.contains(name);
      case "deque" -> DEQUE.contains(name);
      case "defaultdict", "Counter", "OrderedDict" -> DICT.contains(name);
      default -> false;
    };
  }

  /** The method's result; Unbound if there is no such method here. */
  static Object call(Object self, String name, Object[] given, Kwargs named) {
    if (name.startsWith("__") && !(self instanceof PyGenerator)) {
      return Protocol.call(self, name, given);
    }
    if (!has(self, name)) {
      return Unbound.VALUE;
    }
    if (Containers.isList(self)) {
      int[] counts = COUNTS.getOrDefault(name, new int[] {0, 3});
      String title = counts[0] == counts[1] ? "list." + name : name;
      return list(Containers.list(self), name, new Args(title, given, named, counts[0], counts[1]));
    }
    if (self instanceof PyBytes bytes) {
      return BytesMethods.call(bytes, name, given, named);
    }
    if (self instanceof NamedTuple tuple && NamedTuple.METHODS.contains(name)) {
      return tuple.method(name, named);
    }
    if (self instanceof Tuple || self instanceof PyRange) {
      return sequence((List<?>) self, name, given[0]);
    }
    if (self instanceof Map) {
      return dict(self, name, new Args(name, given, named, 0, 2), named);
    }
    if (self instanceof Set<?> set) {
      return SetMethods.call(set, name, given);
    }
    if (self instanceof Deque) {
      return deque(self, name, given);
    }
    return self instanceof PyGenerator generator
        ? generator(generator, name, given)
        : Numbers.call(self, name, given, named);
  }

  private static Object list(List<Object> self, String name, Args args) {
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

  private static Object sequence(List<?> self, String name, Object item) {
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

  @SuppressWarnings("unchecked")
  private static Object dict(Object receiver, String name, Args args, Kwargs named) {
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

  @SuppressWarnings("unchecked")
  private static Object deque(Object receiver, String name, Object[] given) {
    Deque<Object> self = (Deque<Object>) receiver;
    switch (name) {
      case "append" -> self.addLast(given[0]);
      case "appendleft" -> self.addFirst(given[0]);
      case "extend" -> Iterators.list(given[0]).forEach(self::addLast);
      case "extendleft" -> Iterators.list(given[0]).forEach(self::addFirst);
      case "clear" -> self.clear();
      case "copy" -> {
        return new PyDeque(self, ((PyDeque) receiver).most());
      }
      case "reverse" -> Collections.reverse((List<?>) self);
      case "count", "index" -> {
        return sequence(new ArrayList<>(self), name, given[0]);
      }
      case "insert" -> Containers.list(receiver).add(Lists.clamp(given[0], self.size()), given[1]);
      case "remove" -> {
        int at = new ArrayList<>(self).indexOf(given[0]);
        if (at < 0) {
          throw Errors.value("deque.remove(x): x not in deque");
        }
        Containers.list(receiver).remove(at);
      }
      case "rotate" ->
          Collections.rotate((List<?>) self, given.length == 0 ? 1 : Ints.index(given[0]));
      default -> {
        if (self.isEmpty()) {
          throw Errors.of("IndexError", "pop from an empty deque");
        }
        return name.equals("pop") ? self.removeLast() : self.removeFirst();
      }
    }
    return null;
  }

  private static Object generator(PyGenerator self, String name, Object[] given) {
    return switch (name) {
      case "send" -> self.send(given[0]);
      case "close" -> self.close();
      case "throw" -> self.raise(Errors.raise(given[0], Unbound.VALUE, null));
      default -> self.send(null);
    };
  }
}
