package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inputs or outputs of a functional model.
 *
 * @param tensors all of them, in order
 * @param names their names, where they were given as a map; else null
 * @param nested whether they were given as a list
 */
public record Structure(List<KerasTensor> tensors, List<String> names, boolean nested) {

  /** Understands one tensor, a list or a map of them. */
  public static Structure of(Object given, String what) {
    if (given instanceof KerasTensor tensor) {
      return new Structure(List.of(tensor), null, false);
    }
    if (given instanceof Map<?, ?> map) {
      // Keras takes the entries of a map in the order of their names.
      Map<String, Object> sorted = new TreeMap<>();
      map.forEach((name, value) -> sorted.put(String.valueOf(name), value));
      List<String> names = List.copyOf(sorted.keySet());
      return new Structure(tensors(List.copyOf(sorted.values()), what), names, true);
    }
    if (given instanceof List<?> list && !list.isEmpty()) {
      return new Structure(tensors(list, what), null, true);
    }
    throw wrong(given, what);
  }

  private static List<KerasTensor> tensors(List<?> values, String what) {
    List<KerasTensor> all = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof List<?> inner) {
        all.addAll(tensors(inner, what));
      } else if (value instanceof KerasTensor tensor) {
        all.add(tensor);
      } else {
        throw wrong(value, what);
      }
    }
    return all;
  }

  private static KerasException wrong(Object value, String what) {
    return KerasException.value(
        "All `"
            + what
            + "` values must be KerasTensors: results of keras.Input or of layers called on them."
            + " Received: "
            + value
            + ".");
  }
}
