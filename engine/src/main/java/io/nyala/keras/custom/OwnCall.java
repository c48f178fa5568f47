package io.nyala.keras.custom;

import io.nyala.keras.KerasException;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code call} method a person wrote, and what follows from it. */
final class OwnCall {

  private static final List<String> USUAL = List.of("inputs", "training", "mask");

  private final Layer layer;
  private final Class<?> base;

  OwnCall(Layer layer, Class<?> base) {
    this.layer = layer;
    this.base = base;
  }

  private OwnMethod method() {
    OwnMethod method = Written.find(layer, base, "call");
    if (method == null || method.parameters(USUAL).isEmpty()) {
      throw KerasException.unsupported(
          Written.className(layer)
              + " has no method call(inputs). Write one that returns the output.");
    }
    return method;
  }

  /** The parameters after the inputs. */
  List<String> callArguments() {
    List<String> names = method().parameters(USUAL);
    return names.subList(1, names.size());
  }

  List<Tensor> forward(List<Tensor> inputs, Call call) {
    OwnMethod method = method();
    List<String> names = method.parameters(USUAL);
    Map<String, Object> values = new HashMap<>(call.extras());
    values.put(names.get(0), inputs.size() == 1 ? inputs.get(0) : inputs);
    values.put("training", call.isTraining());
    values.put("mask", call.mask(0));
    values.put("initial_state", call.initialState());
    values.put("states", call.initialState());
    Object result = method.call(names, values);
    return Written.tensors(result, Written.className(layer) + ".call");
  }

  /**
   * The output shapes: as {@code compute_output_shape} says, or found by trying two sizes of every
   * unknown extent.
   */
  List<Shape> outputShapes(List<Shape> inputs) {
    OwnMethod written = Written.find(layer, base, "compute_output_shape");
    if (written != null) {
      Object shape = written.call(inputs.size() == 1 ? inputs.get(0) : inputs);
      return List.of(Shape.of((List<?>) shape));
    }
    List<Shape> first = tried(inputs, 2);
    List<Shape> second = tried(inputs, 3);
    List<Shape> found = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      Shape shape = first.get(i);
      for (int axis = 0; axis < shape.rank(); axis++) {
        if (shape.dim(axis) != second.get(i).dim(axis)) {
          shape = shape.with(axis, Shape.UNKNOWN);
        }
      }
      found.add(shape);
    }
    return found;
  }

  private List<Shape> tried(List<Shape> inputs, int size) {
    List<Tensor> zeros = new ArrayList<>();
    for (Shape input : inputs) {
      int[] dims = input.dims();
      for (int i = 0; i < dims.length; i++) {
        dims[i] = dims[i] == Shape.UNKNOWN ? size : dims[i];
      }
      zeros.add(Tensor.zeros(DType.FLOAT32, Shape.of(dims)));
    }
    return forward(zeros, Call.INFERENCE).stream().map(Tensor::shape).toList();
  }
}
