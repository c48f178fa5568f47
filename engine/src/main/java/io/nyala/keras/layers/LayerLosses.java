package io.nyala.keras.layers;

import io.nyala.autograd.Variable;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** What layers add to the loss of a step, in Keras' order. */
final class LayerLosses {

  private LayerLosses() {}

  /** Penalties of outputs, of a layer and those in it, then those of weights. */
  static List<Tensor> of(Layer root) {
    List<Tensor> all = new ArrayList<>(root.extraLosses());
    Deque<Layer> open = new ArrayDeque<>(root.layers());
    Set<Layer> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    while (!open.isEmpty()) {
      Layer layer = open.pop();
      if (seen.add(layer)) {
        all.addAll(layer.extraLosses());
        // Keras puts the layers inside a layer before the rest, the last of them first.
        layer.layers().forEach(open::push);
      }
    }
    for (Variable weight : root.trainableWeights()) {
      if (weight.regularizer() instanceof Regularizer penalty) {
        all.add(penalty.apply(weight.value()));
      }
    }
    return all;
  }
}
