package io.nyala.dsl.python.run;

import io.nyala.keras.custom.OwnMethod;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What layers and models of Python cells have in common. */
final class KerasLayers {

  private KerasLayers() {}

  /** Sets an attribute that Keras knows too; false for all others. */
  static <T extends Layer & StatefulInstance> boolean assign(T layer, String name, Object value) {
    switch (name) {
      case "trainable" -> layer.setTrainable(Truth.of(value));
      case "supports_masking" -> layer.state().masking(Truth.of(value));
      case "name", "_name" -> layer.rename(Texts.str(value));
      case "built" -> {
        // Keras' own state; set after build() in any case.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The masks of the outputs, as {@code compute_mask(inputs, mask)} gives them. */
  static List<Tensor> masks(
      OwnMethod written, List<Tensor> inputs, List<Tensor> masks, int outputs) {
    Object one = inputs.size() == 1 ? inputs.get(0) : inputs;
    Object mask = written.call(one, masks.size() == 1 ? masks.get(0) : masks);
    List<Tensor> all = new ArrayList<>(Collections.nCopies(outputs, null));
    if (mask instanceof Tensor tensor) {
      all.set(0, tensor);
    } else if (mask instanceof List<?> list) {
      for (int i = 0; i < Math.min(outputs, list.size()); i++) {
        all.set(i, (Tensor) list.get(i));
      }
    }
    return all;
  }
}
