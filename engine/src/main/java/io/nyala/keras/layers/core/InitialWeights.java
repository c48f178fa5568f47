package io.nyala.keras.layers.core;

import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.List;

/** Weights given to a layer's constructor: one array, or a list of them. */
final class InitialWeights {

  private InitialWeights() {}

  static List<Tensor> of(Object given) {
    if (given instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Tensor) {
      return list.stream().map(Tensors::of).toList();
    }
    if (given instanceof List<?> list && list.size() == 1) {
      return List.of(Tensors.of(list.get(0)));
    }
    return List.of(Tensors.of(given));
  }
}
