package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.Conversions;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Parameters;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Python's list and set methods on Groovy's, where Groovy has none of the name. */
public final class ListMethods {
  private ListMethods() {}

  public static void append(List<Object> self, Object item) {
    self.add(item);
  }

  public static void extend(List<Object> self, Object items) {
    self.addAll(Iteration.items(items));
  }

  public static void insert(List<Object> self, int index, Object item) {
    int at = index < 0 ? Math.max(0, self.size() + index) : Math.min(index, self.size());
    self.add(at, item);
  }

  public static int index(List<?> self, Object item) {
    for (int i = 0; i < self.size(); i++) {
      if (org.codehaus.groovy.runtime.typehandling.DefaultTypeTransformation.compareEqual(
          self.get(i), item)) {
        return i;
      }
    }
    throw PyError.value(io.nyala.dsl.show.Repr.of(item) + " is not in list");
  }

  public static Object pop(List<?> self, int index) {
    int at = index < 0 ? self.size() + index : index;
    if (at < 0 || at >= self.size()) {
      throw new PyError(
          "IndexError", self.isEmpty() ? "pop from empty list" : "pop index out of range");
    }
    return self.remove(at);
  }

  public static List<Object> copy(List<?> self) {
    return new ArrayList<>(self);
  }

  /** {@code xs.sort(key = f, reverse = True)}, in place. */
  public static void sort(List<Object> self, Kwargs named) {
    Parameters.only("sort", named, "key", "reverse");
    self.sort(Iteration.order(named.get("key"), Conversions.truth(named.get("reverse"))));
  }

  public static void discard(Set<?> self, Object item) {
    self.remove(item);
  }

  public static void update(Set<Object> self, Collection<?> items) {
    self.addAll(items);
  }
}
