package io.nyala.keras.custom;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Trees;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The {@code call} method a person wrote, and what follows from it. */
final class OwnCall {

  private static final List<String> USUAL = List.of("inputs", "training", "mask");

  private final Layer layer;
  private final Class<?> base;
  private Object inputForm;
  private Object outputForm;

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

  /** What the first parameter is called. */
  String input() {
    return method().parameters(USUAL).get(0);
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
    values.put(names.get(0), given(inputs));
    values.put("training", call.isTraining());
    values.put("mask", call.mask(0));
    values.put("initial_state", call.initialState());
    values.put("states", call.initialState());
    Object result = method.call(names, values);
    List<Tensor> outputs = Written.tensors(result, Written.className(layer) + ".call");
    outputForm = outputs.size() > 1 || result instanceof Map ? result : null;
    outputForm = outputForm == null ? null : Trees.map(outputForm, leaf -> null);
    return outputs;
  }

  /** Notes the lists and maps in which the next inputs come; null: one tensor, or a plain list. */
  void read(Object form) {
    inputForm = form;
  }

  /** Inputs in lists and maps, taken apart; their form is noted. */
  Object unpack(Object given) {
    boolean nested = given instanceof Map || given instanceof List<?> list && list.size() == 1;
    boolean tensors = nested && Trees.leaves(given).stream().allMatch(OwnCall::isTensor);
    inputForm = tensors ? Trees.map(given, leaf -> null) : null;
    return tensors ? Trees.leaves(given) : given;
  }

  private static boolean isTensor(Object leaf) {
    return leaf instanceof Tensor || leaf instanceof Variable || leaf instanceof KerasTensor;
  }

  /** Inputs, or what stands for them, as {@code call} takes them. */
  Object given(List<?> inputs) {
    if (inputForm != null && Trees.leaves(inputForm).size() == inputs.size()) {
      return Trees.pack(inputForm, inputs);
    }
    return inputs.size() == 1 ? inputs.get(0) : inputs;
  }

  /** Outputs in the form in which {@code call} last returned them. */
  Object pack(List<?> outputs) {
    boolean known = outputForm != null && Trees.leaves(outputForm).size() == outputs.size();
    return known ? Trees.pack(outputForm, outputs) : outputs.size() == 1 ? outputs.get(0) : outputs;
  }

  /** The names of the outputs where {@code call} last returned a map; else empty. */
  List<String> outputNames() {
    List<String> names = Trees.names(outputForm);
    return names == null ? List.of() : names;
  }

  /**
   * The output shapes: as {@code compute_output_shape} says, or found by trying two sizes of every
   * unknown extent.
   *
   * @param masked whether the inputs come with a mask
   */
  List<Shape> outputShapes(List<Shape> inputs, boolean masked) {
    OwnMethod written = Written.find(layer, base, "compute_output_shape");
    if (written != null) {
      Object shape = written.call(inputs.size() == 1 ? inputs.get(0) : inputs);
      return List.of(Shape.of((List<?>) shape));
    }
    List<Shape> first = tried(inputs, 2, masked);
    List<Shape> second = tried(inputs, 3, masked);
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

  private List<Shape> tried(List<Shape> inputs, int size, boolean masked) {
    List<Tensor> zeros = new ArrayList<>();
    List<Tensor> masks = new ArrayList<>();
    for (Shape input : inputs) {
      int[] dims = input.dims();
      for (int i = 0; i < dims.length; i++) {
        dims[i] = dims[i] == Shape.UNKNOWN ? size : dims[i];
      }
      zeros.add(Tensor.zeros(DType.FLOAT32, Shape.of(dims)));
      Shape steps = Shape.of(Arrays.copyOf(dims, Math.min(2, dims.length)));
      boolean[] real = new boolean[steps.elements()];
      Arrays.fill(real, true);
      masks.add(Tensor.of(steps, real));
    }
    return forward(zeros, Call.INFERENCE.masks(masked ? masks : null)).stream()
        .map(Tensor::shape)
        .toList();
  }
}
