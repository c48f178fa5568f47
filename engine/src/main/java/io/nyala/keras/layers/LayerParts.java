package io.nyala.keras.layers;

import java.util.List;
import java.util.Map;

/** The layers that a layer of Keras' own holds, under the names Keras would find them by. */
final class LayerParts {

  private LayerParts() {}

  static Map<String, Object> of(Layer layer) {
    List<Layer> held = layer.layers();
    return switch (held.size()) {
      case 0 -> Map.of();
      case 1 -> Map.of("layer", held.get(0));
      default -> Map.of("layers", held);
    };
  }
}
