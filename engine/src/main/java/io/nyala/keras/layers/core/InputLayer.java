package io.nyala.keras.layers.core;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The place where data enters a model. Source: keras.layers.InputLayer. */
public final class InputLayer extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<InputLayer> CLASS =
      new KerasClass<>(
          "InputLayer",
          "keras.layers",
          "The place where data enters a model.",
          LayerArgs.table(
              "InputLayer",
              Arg.of("shape", ArgTypes.SHAPE, null, "The shape of one sample.").notInConfig(),
              Arg.of("batch_size", ArgTypes.INT, null, "The number of samples.").notInConfig(),
              Arg.of("dtype", ArgTypes.DTYPE, null, "The type of the data.").noneMeans("float32"),
              Arg.of("sparse", ArgTypes.BOOL, null, "Sparse inputs are not supported."),
              Arg.of("ragged", ArgTypes.BOOL, null, "Ragged inputs are not supported."),
              Arg.of("batch_shape", ArgTypes.SHAPE, null, "The shape of a batch."),
              Arg.of("input_tensor", ArgTypes.ANY, null, "Not supported.").notInConfig(),
              Arg.of("optional", ArgTypes.BOOL, false, "Not supported.").notInConfig(),
              Arg.of("name", ArgTypes.STRING, null, "The input's name.")),
          InputLayer::new);

  private final Shape batchShape;
  private final KerasTensor output;

  /** An input of these arguments. */
  public InputLayer(Arguments arguments) {
    super(arguments);
    refuse("sparse");
    refuse("ragged");
    refuse("optional");
    this.batchShape = shapeOf(arguments);
    this.output = new KerasTensor(batchShape, dtype(), getName());
    Node.source(this, output);
    markBuilt(List.of(batchShape));
  }

  private void refuse(String argument) {
    if (arguments().flag(argument)) {
      throw KerasException.unsupported(
          "`" + argument + "=True` inputs are not supported; pad the data to one shape instead.");
    }
  }

  private static Shape shapeOf(Arguments arguments) {
    Shape whole = arguments.get("batch_shape", Shape.class);
    if (whole == null) {
      whole = arguments.get("batch_input_shape", Shape.class);
    }
    if (whole != null) {
      return whole;
    }
    Shape sample = arguments.get("shape", Shape.class);
    if (sample == null) {
      sample = arguments.get("input_shape", Shape.class);
    }
    if (sample == null) {
      throw KerasException.value("You must pass a `shape` argument.");
    }
    Integer batch = arguments.integer("batch_size");
    return sample.insert(0, batch == null ? Shape.UNKNOWN : batch);
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    return input;
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  protected Tensor accept(Tensor input) {
    boolean both = input.dtype().isNumeric() && dtype().isNumeric();
    return both && input.dtype() != dtype() ? input.cast(dtype()) : input;
  }

  @Override
  public DType dtype() {
    return arguments().get("dtype", DType.class);
  }

  /** The symbolic tensor that stands for the data. */
  public KerasTensor output() {
    return output;
  }

  /** The shape of a batch. */
  public Shape batchShape() {
    return batchShape;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("batch_shape", new java.util.ArrayList<>(batchShape));
    config.put("dtype", dtype().typeName());
    config.put("sparse", false);
    config.put("ragged", false);
    config.put("name", getName());
    config.put("optional", false);
    return config;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = super.describe();
    described.remove("build_config"); // it is never built for anything
    return described;
  }

  @Override
  public KerasClass<InputLayer> kerasClass() {
    return CLASS;
  }
}
