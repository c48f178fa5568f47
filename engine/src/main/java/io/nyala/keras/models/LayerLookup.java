package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.layers.Layer;
import java.util.List;

/** Finds a layer among those of a model. Source: keras.Model.get_layer. */
final class LayerLookup {

  private LayerLookup() {}

  /**
   * The layer of this name, or at this place, counted from the end if negative.
   *
   * @throws KerasException a ValueError if there is none, or not exactly one of both is given
   */
  static Layer find(List<Layer> all, String name, Integer index) {
    if (name != null && index != null) {
      throw KerasException.value(
          "Provide only a layer name or a layer index. Received: index="
              + index
              + ", name="
              + name
              + ".");
    }
    if (name == null && index == null) {
      throw KerasException.value("Provide either a layer name or layer index at `get_layer`.");
    }
    return index != null ? at(all, index) : named(all, name);
  }

  private static Layer at(List<Layer> all, int index) {
    if (index < 0 ? -index > all.size() : index >= all.size()) {
      throw KerasException.value(
          "Was asked to retrieve layer at index "
              + index
              + " but model only has "
              + all.size()
              + " layers.");
    }
    return all.get(index < 0 ? index + all.size() : index);
  }

  private static Layer named(List<Layer> all, String name) {
    for (Layer layer : all) {
      if (layer.getName().equals(name)) {
        return layer;
      }
    }
    throw KerasException.value(
        "No such layer: "
            + name
            + ". Existing layers are: "
            + all.stream().map(Layer::getName).toList()
            + ".");
  }
}
