package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Calling layers on tensors still to be computed. */
final class Symbolic {

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

  static Result result(Layer layer, CallArguments arguments) {
    List<KerasTensor> inputs = new ArrayList<>();
    arguments.tensors().forEach(each -> collect(each, inputs, layer));
    Map<String, Object> plain = new LinkedHashMap<>(arguments.named());
    plain.values().removeIf(Symbolic::isSymbolic);
    Call call = LayerCalls.describe(layer, plain);
    List<Shape> shapes = inputs.stream().map(KerasTensor::shape).toList();
    layer.buildFor(shapes);
    DType type = layer.outputType(inputs.stream().map(KerasTensor::dtype).toList());
    return new Result(layer.outputShapes(shapes, call), type);
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
