package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Python's dict methods on Groovy's maps, where Groovy has none of the name. */
public final class MapMethods {
  private MapMethods() {}

  public static List<Object> items(Map<?, ?> self) {
    List<Object> items = new ArrayList<>(self.size());
    self.forEach((key, value) -> items.add(Tuple.of(key, value)));
    return items;
  }

  public static Set<?> keys(Map<?, ?> self) {
    return self.keySet();
  }

  public static void update(Map<Object, Object> self, Map<?, ?> other) {
    self.putAll(other);
  }

  public static Object setdefault(Map<Object, Object> self, Object key, Object value) {
    if (!self.containsKey(key)) {
      self.put(key, value);
    }
    return self.get(key);
  }

  public static Object pop(Map<?, ?> self, Object key) {
    if (!self.containsKey(key)) {
      throw new PyError("KeyError", Repr.of(key));
    }
    return self.remove(key);
  }

  public static Object pop(Map<?, ?> self, Object key, Object otherwise) {
    return self.containsKey(key) ? self.remove(key) : otherwise;
  }

  public static Map<Object, Object> copy(Map<?, ?> self) {
    return new LinkedHashMap<>(self);
  }

  /** {@code map[key] = value}: a key is never a property, whatever the word. */
  public static void putAt(Map<Object, Object> self, String key, Object value) {
    self.put(key, value);
  }

  /** {@code map[key]}, likewise. */
  public static Object getAt(Map<Object, Object> self, String key) {
    return self.get(key);
  }
}
