package io.nyala.keras.layers.core;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function of a person's own as a layer.
 *
 * <p>The function takes the input, or the list of inputs, and returns the output. Code from a model
 * file is never run. Source: keras.layers.Lambda.
 */
public final class Lambda extends Layer {

  private static final ArgType<Callables.Fn> FUNCTION =
      ArgTypes.simple("a function of the inputs", Lambda::function);

  /** The class and its arguments. */
  public static final KerasClass<Lambda> CLASS =
      new KerasClass<>(
          "Lambda",
          "keras.layers",
          "A function of a person's own as a layer.",
          LayerArgs.table(
              "Lambda",
              Arg.required("function", FUNCTION, "The function of the inputs."),
              Arg.of("output_shape", ArgTypes.ANY, null, "The output's shape, or a function of it.")
                  .inConfigIfSet(),
              Arg.of("mask", ArgTypes.ANY, null, "The output's mask, or a function of it.")
                  .inConfigIfSet(),
              Arg.of("arguments", ArgTypes.ANY, null, "Further arguments by name.")
                  .noneMeans(Map.of())),
          Lambda::new);

  private final Callables.Fn function;

  /** A layer of these arguments. */
  public Lambda(Arguments arguments) {
    super(arguments);
    this.function = arguments.get("function", Callables.Fn.class);
    if (!(arguments.get("arguments") instanceof Map<?, ?>)) {
      throw KerasException.type(
          "`arguments` of a Lambda layer should be a map from names to values; received "
              + ArgTypes.show(arguments.get("arguments")));
    }
  }

  private static Callables.Fn function(Object value) {
    if (value instanceof Map<?, ?> || value instanceof CharSequence) {
      throw KerasException.value(
          "The function of a `Lambda` layer in a file is not loaded: it could be any code. Build the"
              + " model in your own code and load its weights with `model.load_weights`.");
    }
    return Callables.of(value);
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    Map<?, ?> more = (Map<?, ?>) arguments().get("arguments");
    Object given = inputs.size() == 1 ? inputs.get(0) : inputs;
    Object result = more.isEmpty() ? function.call(given) : function.callNamed(more, given);
    if (result instanceof List<?> list && list.stream().allMatch(Tensor.class::isInstance)) {
      return list.stream().map(Tensors::of).toList();
    }
    return List.of(Tensors.of(result));
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    Object given = arguments().get("mask");
    Callables.Fn rule = given == null ? null : Callables.of(given);
    List<Tensor> result = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      Object mask =
          rule == null
              ? given
              : rule.call(
                  inputs.size() == 1 ? inputs.get(0) : inputs,
                  masks.size() == 1 ? masks.get(0) : masks);
      result.add(mask == null ? null : Tensors.of(mask));
    }
    return result;
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    Object given = arguments().get("output_shape");
    if (given instanceof List<?> list) {
      return List.of(Shape.of(list).insert(0, inputs.get(0).dim(0)));
    }
    Callables.Fn rule = given == null ? null : Callables.of(given);
    if (rule != null) {
      return List.of(Shape.of((List<?>) rule.call(inputs.size() == 1 ? inputs.get(0) : inputs)));
    }
    return triedShapes(inputs);
  }

  /** The shapes found by trying two sizes of every unknown extent. */
  private List<Shape> triedShapes(List<Shape> inputs) {
    List<Shape> shapes = new ArrayList<>(tried(inputs, 2));
    List<Shape> second = tried(inputs, 3);
    for (int i = 0; i < shapes.size(); i++) {
      for (int axis = 0; axis < shapes.get(i).rank(); axis++) {
        if (shapes.get(i).dim(axis) != second.get(i).dim(axis)) {
          shapes.set(i, shapes.get(i).with(axis, Shape.UNKNOWN));
        }
      }
    }
    return shapes;
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
    try {
      return forward(zeros, Call.INFERENCE).stream().map(Tensor::shape).toList();
    } catch (RuntimeException failed) {
      throw KerasException.unsupported(
          "We could not automatically infer the shape of the Lambda's output ("
              + failed.getMessage()
              + "). Please specify the `output_shape` argument for this Lambda layer.");
    }
  }

  @Override
  protected List<String> callArguments() {
    return List.of("mask", "training");
  }

  @Override
  public KerasClass<Lambda> kerasClass() {
    return CLASS;
  }
}
