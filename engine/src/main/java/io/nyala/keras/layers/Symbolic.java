package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.graph.Trees;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calling layers on tensors still to be computed. */
final class Symbolic {

  /** Tells a layer whose shapes are asked for that there will be a mask. */
  private static final Tensor SOME_MASK = Tensor.of(Shape.SCALAR, true);

  private Symbolic() {}

  static boolean isSymbolic(List<?> byPosition, Map<String, ?> byName) {
    return byPosition.stream().anyMatch(Symbolic::isSymbolic)
        || byName.values().stream().anyMatch(Symbolic::isSymbolic);
  }

  private static boolean isSymbolic(Object value) {
    if (value instanceof List<?> list) {
      Object first = list.isEmpty() ? null : list.get(0);
      boolean data = first instanceof Number || first instanceof CharSequence;
      return !data && list.stream().anyMatch(Symbolic::isSymbolic);
    }
    return value instanceof KerasTensor
        || value instanceof Map<?, ?> map && map.values().stream().anyMatch(Symbolic::isSymbolic);
  }

  /** What a call gives: shapes and a type. */
  record Result(List<Shape> shapes, DType type) {}

  /** Notes a call, and the masks of its outputs, in the graph. */
  static List<KerasTensor> connect(
      Layer layer, CallArguments arguments, List<?> byPosition, Map<String, ?> byName) {
    Result result = result(layer, arguments);
    List<KerasTensor> inputs = inputs(layer, arguments);
    Map<String, Object> named = new LinkedHashMap<>(byName);
    if (takesCarriedMask(layer, byPosition, byName)) {
      named.put("mask", inputs.get(0).mask());
    }
    Node node = Node.call(layer, byPosition, named, result.shapes(), result.type());
    List<KerasTensor> masks = new ArrayList<>();
    inputs.forEach(input -> masks.add(input.mask()));
    if (byName.get("mask") instanceof KerasTensor given) {
      masks.set(0, given);
    }
    List<KerasTensor> outgoing = layer.symbolicMasks(inputs, masks, node.outputs().size());
    for (int i = 0; outgoing != null && i < outgoing.size(); i++) {
      node.outputs().get(i).annotateMask(outgoing.get(i));
    }
    return node.outputs();
  }

  /** Keras writes a carried mask down as an argument if the call has no other one. */
  private static boolean takesCarriedMask(Layer layer, List<?> byPosition, Map<String, ?> byName) {
    return byName.isEmpty()
        && byPosition.size() == 1
        && byPosition.get(0) instanceof KerasTensor input
        && input.mask() != null
        && input.dtype() == layer.dtype()
        && layer.callArguments().contains("mask");
  }

  private static List<KerasTensor> inputs(Layer layer, CallArguments arguments) {
    List<KerasTensor> inputs = new ArrayList<>();
    arguments.tensors().forEach(each -> collect(layer.unpack(each), inputs, layer));
    return inputs;
  }

  static Result result(Layer layer, CallArguments arguments) {
    List<KerasTensor> inputs = inputs(layer, arguments);
    Map<String, Object> plain = new LinkedHashMap<>(arguments.named());
    plain.values().removeIf(Symbolic::isSymbolic);
    Call call = LayerCalls.describe(layer, plain);
    boolean masked = inputs.stream().anyMatch(each -> each.mask() != null);
    if ((masked || arguments.named().get("mask") instanceof KerasTensor)
        && call.masks() == null
        && layer.callArguments().contains("mask")) {
      call = call.masks(List.of(SOME_MASK));
    }
    List<Shape> shapes = inputs.stream().map(KerasTensor::shape).toList();
    layer.buildFor(shapes);
    NameScope.enter(layer);
    try {
      DType type = layer.outputType(inputs.stream().map(KerasTensor::dtype).toList());
      return new Result(layer.outputShapes(shapes, call), type);
    } finally {
      NameScope.leave();
    }
  }

  private static void collect(Object value, List<KerasTensor> into, Layer layer) {
    if (value instanceof KerasTensor tensor) {
      into.add(tensor);
    } else if (value instanceof List<?> || value instanceof Map<?, ?>) {
      Trees.leaves(value).forEach(each -> collect(each, into, layer));
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
