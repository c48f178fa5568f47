package io.nyala.dsl.python.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code collections.OrderedDict}: a dict that is equal to another in the same order alone. */
public final class OrderedDict extends LinkedHashMap<Object, Object> implements NamedClass {
  private static final long serialVersionUID = 1L;

  /** An empty one. */
  public OrderedDict() {}

  @Override
  public String className() {
    return "OrderedDict";
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other)
        && (!(other instanceof OrderedDict it)
            || new ArrayList<>(keySet()).equals(new ArrayList<>(it.keySet())));
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** Puts a key at one of the ends. */
  void move(Object key, boolean last) {
    if (!containsKey(key)) {
      throw Errors.key(key);
    }
    Object value = remove(key);
    Map<Object, Object> others = new LinkedHashMap<>(this);
    if (last) {
      put(key, value);
    } else {
      clear();
      put(key, value);
      putAll(others);
    }
  }

  /** The key at one of the ends. */
  Object end(boolean last) {
    List<Object> keys = new ArrayList<>(keySet());
    return keys.get(last ? keys.size() - 1 : 0);
  }
}
