package io.nyala.keras.layers.core;

import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies a layer to every step of a sequence, with the same weights.
 *
 * <p>Input {@code [batch, time, …]}; output {@code [batch, time, …]} of whatever the layer makes of
 * {@code [batch, …]}. Source: keras.layers.TimeDistributed.
 */
public final class TimeDistributed extends UnaryLayer {

  private static final ArgType<Object> LAYER =
      ArgTypes.simple(
          "a layer",
          value ->
              value instanceof Map<?, ?> config && config.containsKey("class_name")
                  ? ObjectType.fromConfig("keras.layers", config)
                  : value instanceof Layer ? value : null);

  /** The class and its arguments. */
  public static final KerasClass<TimeDistributed> CLASS =
      new KerasClass<>(
          "TimeDistributed",
          "keras.layers",
          "Applies a layer to every step of a sequence.",
          LayerArgs.table(
              "TimeDistributed", Arg.required("layer", LAYER, "The layer to apply.").notInConfig()),
          TimeDistributed::new);

  private final Layer layer;

  /** A layer of these arguments. */
  public TimeDistributed(Arguments arguments) {
    super(arguments);
    this.layer = addLayer(arguments.get("layer", Layer.class));
  }

  /** Around a layer. */
  public TimeDistributed(Layer layer) {
    this(CLASS.table().bind(List.of(layer), Map.of()));
  }

  @Override
  protected void checkInput(Shape input) {
    if (input.rank() < 3) {
      throw KerasException.value(
          "`TimeDistributed` Layer should be passed an `input_shape` with at least 3 dimensions,"
              + " received: "
              + input);
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    layer.build(input.without(1));
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Tensor mask = call.mask(0);
    if (mask != null) {
      requireSteps(input.shape(), mask.shape());
    }
    List<Tensor> masks = mask == null ? null : Shapes.unstack(mask, 1);
    List<Tensor> outputs = new ArrayList<>();
    for (Tensor step : Shapes.unstack(input, 1)) {
      Tensor real = masks == null ? null : masks.get(outputs.size());
      Call inner = call.masks(Collections.singletonList(real));
      outputs.add(compute(layer, List.of(step), inner).get(0));
    }
    return Shapes.stack(outputs, 1);
  }

  private static void requireSteps(Shape input, Shape mask) {
    if (mask.rank() < 2 || mask.dim(0) != input.dim(0) || mask.dim(1) != input.dim(1)) {
      throw KerasException.value(
          "The `mask` passed to the `TimeDistributed` layer has a shape "
              + mask
              + " that is incompatible with the input shape "
              + input
              + ". The first two dimensions of the mask (batch size and timesteps) must match the"
              + " input's first two dimensions. Expected mask shape prefix: ("
              + input.dim(0)
              + ", "
              + input.dim(1)
              + ").");
    }
  }

  @Override
  protected Shape outputShape(Shape input) {
    return layer.outputShapes(List.of(input.without(1))).get(0).insert(1, input.dim(1));
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>(super.getConfig());
    config.put("layer", ObjectType.describe(layer));
    return config;
  }

  /** The layer applied to every step. */
  public Layer layer() {
    return layer;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("training", "mask");
  }

  @Override
  public KerasClass<TimeDistributed> kerasClass() {
    return CLASS;
  }
}
