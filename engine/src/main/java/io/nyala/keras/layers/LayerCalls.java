package io.nyala.keras.layers;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The dynamic door to layers: from what a person writes to typed calls and back. */
final class LayerCalls {

  private LayerCalls() {}

  static Object invoke(Layer layer, List<?> byPosition, Map<String, ?> byName) {
    CallArguments arguments = CallArguments.bind(layer, byPosition, byName);
    if (Symbolic.isSymbolic(byPosition, byName)) {
      return layer.pack(Symbolic.connect(layer, arguments, byPosition, byName));
    }
    List<Tensor> inputs = new ArrayList<>();
    arguments.tensors().forEach(each -> inputs.addAll(tensors(layer, layer.unpack(each))));
    return layer.pack(layer.apply(inputs, describe(layer, arguments.named())));
  }

  /** Arguments other than the inputs, as a call. */
  static Call describe(Layer layer, Map<String, Object> named) {
    Boolean training = null;
    List<Tensor> masks = null;
    List<Tensor> states = null;
    Map<String, Object> extras = new LinkedHashMap<>();
    for (Map.Entry<String, Object> entry : named.entrySet()) {
      Object value = entry.getValue();
      switch (entry.getKey()) {
        case "training" -> training = flag(value);
        case "mask" -> masks = value == null ? null : tensors(layer, value);
        case "initial_state", "states" -> states = value == null ? null : tensors(layer, value);
        default -> extras.put(entry.getKey(), value);
      }
    }
    return new Call(training, masks, states, extras);
  }

  private static Boolean flag(Object value) {
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    if (value instanceof Number number) {
      return number.doubleValue() != 0;
    }
    throw KerasException.type("`training` should be True, False or None; received " + value + ".");
  }

  /** One tensor, or the tensors of a list of them, or a nested list of numbers as one tensor. */
  static List<Tensor> tensors(Layer layer, Object value) {
    if (value instanceof Variable variable) {
      return List.of(variable.value());
    }
    if (value instanceof List<?> list
        && !list.isEmpty()
        && list.stream().allMatch(LayerCalls::isTensorOrNull)) {
      List<Tensor> all = new ArrayList<>();
      list.forEach(each -> all.addAll(each == null ? nothing() : tensors(layer, each)));
      return all;
    }
    return List.of(Tensors.of(value));
  }

  private static List<Tensor> nothing() {
    List<Tensor> one = new ArrayList<>();
    one.add(null);
    return one;
  }

  private static boolean isTensorOrNull(Object each) {
    return each == null
        || each instanceof Tensor
        || each instanceof Variable
        || each instanceof List<?> inner
            && !inner.isEmpty()
            && inner.stream().allMatch(LayerCalls::isTensorOrNull)
            && inner.stream().anyMatch(Objects::nonNull);
  }

  static Object result(List<?> outputs) {
    return outputs.size() == 1 ? outputs.get(0) : outputs;
  }

  /** True for weights that are left alone only because the layer is frozen. */
  static boolean canTrain(Variable weight) {
    return !weight.isFixed();
  }

  static void setWeights(Module layer, List<Tensor> values) {
    if (layer instanceof Embedding table && layer.weights().isEmpty() && !values.isEmpty()) {
      // Its weights do not hang on the input; Keras 2 made them at once.
      table.buildFor(List.of(Shape.of(Shape.UNKNOWN, Shape.UNKNOWN)));
    }
    List<Variable> weights = layer.weights();
    if (weights.size() != values.size()) {
      throw KerasException.value(
          "You called `set_weights(weights)` on layer '"
              + layer.getName()
              + "' with a weight list of length "
              + values.size()
              + ", but the layer was expecting "
              + weights.size()
              + " weights.");
    }
    for (int i = 0; i < weights.size(); i++) {
      if (!weights.get(i).shape().equals(values.get(i).shape())) {
        throw KerasException.value(
            "Layer '"
                + layer.getName()
                + "' weight shape "
                + weights.get(i).shape()
                + " is not compatible with provided weight shape "
                + values.get(i).shape()
                + ".");
      }
    }
    for (int i = 0; i < weights.size(); i++) {
      weights.get(i).assign(values.get(i));
    }
  }

  static Map<String, Object> dtypePolicy(DType dtype) {
    Map<String, Object> policy = new LinkedHashMap<>();
    policy.put("module", "keras");
    policy.put("class_name", "DTypePolicy");
    policy.put("config", Map.of("name", dtype.typeName()));
    policy.put("registered_name", null);
    return policy;
  }
}
