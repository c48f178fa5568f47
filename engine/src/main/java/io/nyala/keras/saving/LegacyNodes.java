package io.nyala.keras.saving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns the calls of a functional model as Keras 2 wrote them, {@code [[layer, call, output,
 * {arguments}], …]}, into those of Keras 3.
 */
final class LegacyNodes {

  private LegacyNodes() {}

  /** The calls in Keras 3's form. */
  static List<Object> modern(Object nodes) {
    List<Object> all = new ArrayList<>();
    if (nodes instanceof List<?> list) {
      for (Object node : list) {
        all.add(node instanceof List<?> old ? convert(old) : node);
      }
    }
    return all;
  }

  private static Map<String, Object> convert(List<?> node) {
    boolean single = !node.isEmpty() && node.get(0) instanceof String;
    List<?> inputs = single ? List.of(node) : node;
    List<Object> tensors = new ArrayList<>();
    Map<String, Object> named = new LinkedHashMap<>();
    for (Object each : inputs) {
      List<?> input = (List<?>) each;
      tensors.add(
          Map.of(
              "class_name",
              "__keras_tensor__",
              "config",
              Map.of("keras_history", List.copyOf(input.subList(0, 3)))));
      if (input.size() > 3 && input.get(3) instanceof Map<?, ?> arguments) {
        arguments.forEach((key, value) -> named.put(String.valueOf(key), value));
      }
    }
    Map<String, Object> call = new LinkedHashMap<>();
    call.put("args", tensors.size() == 1 ? tensors : List.of(tensors));
    call.put("kwargs", named);
    return call;
  }
}
