package io.nyala.keras.graph;

import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Values in lists and maps, to any depth. Source: keras.tree, which takes the entries of a map in
 * the order of their names.
 */
public final class Trees {

  private Trees() {}

  /** The symbolic tensors in a value, in order. */
  public static List<KerasTensor> tensors(Object value) {
    return leaves(value).stream()
        .filter(KerasTensor.class::isInstance)
        .map(KerasTensor.class::cast)
        .toList();
  }

  /** The leaves of a value, in order; null among them. */
  public static List<Object> leaves(Object value) {
    List<Object> found = new ArrayList<>();
    collect(value, found);
    return found;
  }

  private static void collect(Object value, List<Object> into) {
    if (value instanceof List<?> list && !(value instanceof Shape)) {
      list.forEach(each -> collect(each, into));
    } else if (value instanceof Map<?, ?> map) {
      sorted(map).values().forEach(each -> collect(each, into));
    } else {
      into.add(value);
    }
  }

  /** The same value with every leaf replaced. */
  public static Object map(Object value, Function<Object, Object> leaf) {
    if (value instanceof List<?> list && !(value instanceof Shape)) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(map(each, leaf)));
      return copy;
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> copy = new LinkedHashMap<>();
      map.forEach((name, each) -> copy.put(String.valueOf(name), map(each, leaf)));
      return copy;
    }
    return leaf.apply(value);
  }

  /** Leaves in the form of another value that has as many. */
  public static Object pack(Object form, List<?> leaves) {
    return packed(form, leaves.iterator());
  }

  private static Object packed(Object form, Iterator<?> leaves) {
    if (form instanceof List<?> list && !(form instanceof Shape)) {
      List<Object> copy = new ArrayList<>(list.size());
      list.forEach(each -> copy.add(packed(each, leaves)));
      return copy;
    }
    if (form instanceof Map<?, ?> map) {
      Map<String, Object> byName = new LinkedHashMap<>();
      map.keySet().forEach(name -> byName.put(String.valueOf(name), null));
      sorted(map).forEach((name, each) -> byName.put(name, packed(each, leaves)));
      return byName;
    }
    return leaves.next();
  }

  /** The names at the top of a value that is a map of leaves, in order; else null. */
  public static List<String> names(Object value) {
    boolean flat =
        value instanceof Map<?, ?> map
            && map.values().stream().noneMatch(each -> each instanceof List || each instanceof Map);
    return flat ? List.copyOf(sorted((Map<?, ?>) value).keySet()) : null;
  }

  private static Map<String, Object> sorted(Map<?, ?> map) {
    Map<String, Object> sorted = new TreeMap<>();
    map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
    return sorted;
  }
}
