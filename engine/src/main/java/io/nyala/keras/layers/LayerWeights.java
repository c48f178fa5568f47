package io.nyala.keras.layers;

import io.nyala.autograd.Variable;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.keras.saving.WeightBudget;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/** The weights that belong to a layer itself. */
final class LayerWeights {

  private final Module layer;
  private final List<Variable> own = new ArrayList<>();

  LayerWeights(Module layer) {
    this.layer = layer;
  }

  /** Makes a weight. */
  Variable add(
      String name,
      Shape shape,
      Initializer initializer,
      Regularizer regularizer,
      Constraint constraint,
      boolean isTrainable,
      DType type) {
    WeightBudget.take(shape);
    Variable weight = new Variable(initializer.create(shape, type), isTrainable, name);
    weight.trainable(isTrainable && layer.isTrainable());
    weight.regularizer(regularizer);
    weight.constraint(constraint == null ? null : constraint::apply);
    return add(weight);
  }

  /** Adds a weight that is already there. */
  Variable add(Variable weight) {
    weight.path(path(weight));
    own.add(weight);
    return weight;
  }

  List<Variable> list() {
    return List.copyOf(own);
  }

  /** Those that can be trained, then the layer's others, then those of the layers in it. */
  List<Variable> andThoseOf(List<Layer> inner) {
    List<Variable> all = new ArrayList<>();
    own.stream().filter(LayerCalls::canTrain).forEach(all::add);
    own.stream().filter(weight -> !LayerCalls.canTrain(weight)).forEach(all::add);
    for (Layer each : inner) {
      for (Variable weight : each.weights()) {
        if (!all.contains(weight)) {
          all.add(weight);
        }
      }
    }
    return all;
  }

  void setTrainable(boolean flag) {
    own.stream().filter(LayerCalls::canTrain).forEach(weight -> weight.trainable(flag));
  }

  /** Writes the layer's present name into the paths. */
  void renamePaths() {
    own.forEach(weight -> weight.path(path(weight)));
  }

  private String path(Variable weight) {
    return NameScope.path(layer) + "/" + weight.name();
  }
}
