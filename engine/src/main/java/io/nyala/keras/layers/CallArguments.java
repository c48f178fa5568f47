package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a person wrote in a call of a layer, sorted out.
 *
 * @param tensors the values of {@link Layer#tensorArguments}, as far as they were given
 * @param named the other arguments by name
 */
record CallArguments(List<Object> tensors, Map<String, Object> named) {

  /**
   * Binds a call's arguments to their names.
   *
   * @throws KerasException a TypeError for arguments missing, too many, given twice or unknown
   */
  static CallArguments bind(Layer layer, List<?> byPosition, Map<String, ?> byName) {
    List<String> first = layer.tensorArguments();
    List<String> order = new ArrayList<>(first);
    order.addAll(layer.callArguments());
    if (byPosition.size() > order.size()) {
      throw KerasException.type(
          layer.getName() + "() takes " + order + "; received " + byPosition.size() + " values.");
    }
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i < byPosition.size(); i++) {
      named.put(order.get(i), byPosition.get(i));
    }
    byName.forEach(
        (name, value) -> {
          if (named.containsKey(name)) {
            throw KerasException.type(
                layer.getName() + "() got multiple values for argument '" + name + "'");
          }
          requireKnown(layer, name, order);
          named.put(name, value);
        });
    List<Object> tensors = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Object value = named.remove(first.get(i));
      if (value != null && tensors.size() < i || value == null && i == 0) {
        throw KerasException.type(
            layer.getName()
                + "() missing 1 required argument: '"
                + first.get(tensors.size())
                + "'");
      }
      if (value != null) {
        tensors.add(value);
      }
    }
    return new CallArguments(tensors, named);
  }

  private static void requireKnown(Layer layer, String name, List<String> order) {
    boolean usual = List.of("training", "mask", "initial_state", "states").contains(name);
    if (!usual && !order.contains(name)) {
      throw KerasException.type(
          layer.getName()
              + "() got an unexpected keyword argument '"
              + name
              + "'. A call takes "
              + String.join(", ", order)
              + ", training, mask.");
    }
  }
}
