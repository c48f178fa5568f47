package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calling layers on tensors still to be computed. */
final class Symbolic {

  private Symbolic() {}

  static boolean isSymbolic(Object inputs) {
    return inputs instanceof KerasTensor
        || inputs instanceof List<?> list && list.stream().anyMatch(Symbolic::isSymbolic);
  }

  static List<KerasTensor> connect(Layer layer, Object inputs, Map<String, Object> named) {
    List<KerasTensor> all = new ArrayList<>();
    collect(inputs, all, layer);
    Map<String, Object> rest = new LinkedHashMap<>(named);
    Object states = rest.get("initial_state");
    if (states != null && isSymbolic(states)) {
      collect(states, all, layer);
      rest.remove("initial_state");
    }
    LayerCalls.describe(layer, rest);
    return Node.call(layer, all, inputs instanceof List, rest).outputs();
  }

  private static void collect(Object value, List<KerasTensor> into, Layer layer) {
    if (value instanceof KerasTensor tensor) {
      into.add(tensor);
    } else if (value instanceof List<?> list) {
      list.forEach(each -> collect(each, into, layer));
    } else {
      throw KerasException.value(
          "Layer \""
              + layer.getName()
              + "\" was called with symbolic and other inputs together; received "
              + value
              + ". Make all of them keras.Input or outputs of layers.");
    }
  }
}
