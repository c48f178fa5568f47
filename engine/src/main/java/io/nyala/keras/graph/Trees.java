package io.nyala.keras.graph;

import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Values that may hold symbolic tensors: in lists and maps, to any depth. */
public final class Trees {

  private Trees() {}

  /** The symbolic tensors in a value, in order. */
  public static List<KerasTensor> tensors(Object value) {
    List<KerasTensor> found = new ArrayList<>();
    collect(value, found);
    return found;
  }

  private static void collect(Object value, List<KerasTensor> into) {
    if (value instanceof KerasTensor tensor) {
      into.add(tensor);
    } else if (value instanceof List<?> list && !(value instanceof Shape)) {
      list.forEach(each -> collect(each, into));
    } else if (value instanceof Map<?, ?> map) {
      map.values().forEach(each -> collect(each, into));
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
}
