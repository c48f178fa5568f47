package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** The methods of {@code collections.deque}. */
final class DequeMethods {
  static final Set<String> NAMES =
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

  private DequeMethods() {}

  @SuppressWarnings("unchecked")
  static Object call(Object receiver, String name, Object[] given) {
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
        return ListMethods.sequence(new ArrayList<>(self), name, given[0]);
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
}
