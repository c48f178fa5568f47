package io.nyala.dsl.python.run;

import java.util.Collection;
import java.util.Set;

/** The methods of sets and frozen sets. */
final class SetMethods {
  static final Set<String> FROZEN =
      Set.of(
          "copy",
          "union",
          "intersection",
          "difference",
          "symmetric_difference",
          "issubset",
          "issuperset",
          "isdisjoint");
  static final Set<String> NAMES = new java.util.HashSet<>(FROZEN);

  static {
    NAMES.addAll(
        Set.of(
            "add",
            "remove",
            "discard",
            "pop",
            "clear",
            "update",
            "intersection_update",
            "difference_update",
            "symmetric_difference_update"));
  }

  private SetMethods() {}

  static Object call(Set<?> self, String name, Object[] given) {
    switch (name) {
      case "copy" -> {
        return self instanceof FrozenSet ? self : PySet.from(self);
      }
      case "issubset" -> {
        return PySet.from(one(name, given)).containsAll(self);
      }
      case "issuperset" -> {
        return PySet.from(self).containsAll(Iterators.list(one(name, given)));
      }
      case "isdisjoint" -> {
        return Sets.apply("&", self, one(name, given)).isEmpty();
      }
      default -> {
        return name.endsWith("update") || NAMES.contains(name) && !FROZEN.contains(name)
            ? change(self, name, given)
            : combined(self, sign(name), given);
      }
    }
  }

  private static Object one(String name, Object[] given) {
    if (given.length != 1) {
      throw Errors.type(
          "set." + name + "() takes exactly one argument (" + given.length + " given)");
    }
    return given[0];
  }

  private static String sign(String name) {
    return name.startsWith("intersection")
        ? "&"
        : name.startsWith("difference") ? "-" : name.startsWith("symmetric") ? "^" : "|";
  }

  private static Object combined(Set<?> self, String sign, Object[] given) {
    PySet result = PySet.from(self);
    for (Object other : given) {
      result = Sets.apply(sign, result, other);
    }
    return Sets.like(self, result);
  }

  @SuppressWarnings("unchecked")
  private static Object change(Set<?> receiver, String name, Object[] given) {
    Set<Object> self = (Set<Object>) receiver;
    switch (name) {
      case "add" -> self.add(Dicts.key(one(name, given)));
      case "discard" -> self.remove(Dicts.key(one(name, given)));
      case "remove" -> {
        if (!self.remove(Dicts.key(one(name, given)))) {
          throw Errors.key(given[0]);
        }
      }
      case "pop" -> {
        if (self instanceof PySet own) {
          return own.pop();
        }
        Object taken = self.iterator().next();
        self.remove(taken);
        return taken;
      }
      case "clear" -> self.clear();
      default -> update(self, sign(name), given);
    }
    return null;
  }

  /** {@code update} and its kin, which change the set itself. */
  static void update(Set<Object> self, String sign, Object[] given) {
    for (Object other : given) {
      if (self == other && sign.equals("^")) {
        self.clear();
      } else if (!(self instanceof PySet own)) {
        Collection<Object> result = Sets.apply(sign, self, other);
        self.clear();
        self.addAll(result);
      } else if (sign.equals("|")) {
        own.update(other);
      } else if (sign.equals("-")) {
        own.removeEach(other instanceof Set<?> set ? set : Iterators.list(other));
      } else if (sign.equals("&")) {
        own.become(Sets.apply(sign, own, other));
      } else {
        Set<?> items = other instanceof Set<?> set ? set : PySet.from(other);
        for (Object item : Iterators.list(items)) {
          if (!own.remove(item)) {
            own.add(item);
          }
        }
      }
    }
  }
}
