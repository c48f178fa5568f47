package io.nyala.keras.models;

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
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers one after another, each fed the output of the one before. Source: keras.Sequential. */
public final class Sequential extends Model {

  private static final ArgType<List<Layer>> LAYERS =
      new ArgType<>() {
        @Override
        public List<Layer> convert(Object value) {
          if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException(ArgTypes.expected("a list of layers", value));
          }
          List<Layer> layers = new ArrayList<>();
          list.forEach(each -> layers.add(layer(each)));
          return layers;
        }

        @Override
        public Object toConfig(List<Layer> value) {
          return value.stream().map(ObjectType::describe).toList();
        }

        @Override
        public String describe() {
          return "list of layers";
        }
      };

  /** The class and its arguments. */
  public static final KerasClass<Sequential> CLASS =
      new KerasClass<>(
          "Sequential",
          "keras.models",
          "Layers one after another.",
          LayerArgs.table(
              "Sequential",
              Arg.of("layers", LAYERS, null, "The layers, first to last.").notInConfig(),
              Arg.of("trainable", ArgTypes.BOOL, true, "Whether training changes the weights."),
              Arg.of("name", ArgTypes.STRING, null, "The model's name.")),
          Sequential::new);

  /** A model of these arguments. */
  public Sequential(Arguments arguments) {
    super(arguments);
    if (arguments.get("layers") instanceof List<?> layers) {
      layers.forEach(each -> add((Layer) each));
    }
  }

  /** A model of these layers. */
  public Sequential(Layer... layers) {
    this(CLASS.table().bind(List.of(List.of(layers)), Map.of()));
  }

  private static Layer layer(Object value) {
    if (value instanceof Layer layer) {
      return layer;
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return (Layer) ObjectType.fromConfig("keras.layers", config);
    }
    throw KerasException.value(
        "Only instances of `keras.Layer` can be added to a Sequential model. Received: "
            + ArgTypes.show(value));
  }

  /**
   * Adds a layer at the end.
   *
   * @throws KerasException a ValueError for what is not a layer, or a name that is taken
   */
  public void add(Object layer) {
    Layer added = layer(layer);
    for (Layer each : layers()) {
      if (each.getName().equals(added.getName()) && each != added) {
        throw KerasException.value(
            "All layers added to a Sequential model should have unique names. Name '"
                + added.getName()
                + "' is already the name of a layer in this model. Update the `name` argument to"
                + " pass a unique name.");
      }
    }
    addLayer(added);
  }

  /** Takes the last layer away and returns it. */
  public Layer pop() {
    List<Layer> all = layers();
    if (all.isEmpty()) {
      throw KerasException.value("There are no layers in the model to pop.");
    }
    Layer last = all.get(all.size() - 1);
    removeLayer(last);
    return last;
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    List<Tensor> at = inputs;
    Call plain = new Call(call.training(), call.masks(), null, Map.of());
    for (Layer layer : layers()) {
      at = layer.apply(at, plain);
      plain = new Call(call.training(), null, null, Map.of());
    }
    return at;
  }

  @Override
  protected Tensor accept(Tensor input) {
    return input;
  }

  @Override
  protected void build(List<Shape> inputs) {
    List<Shape> at = inputs;
    for (Layer layer : layers()) {
      layer.buildFor(at);
      at = layer.outputShapes(at);
    }
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    List<Shape> at = inputs;
    for (Layer layer : layers()) {
      at = layer.outputShapes(at);
    }
    return at;
  }

  @Override
  public DType outputType(List<DType> inputs) {
    List<DType> at = inputs;
    for (Layer layer : layers()) {
      at = List.of(layer.outputType(at));
    }
    return at.get(0);
  }

  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return null;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("training", "mask");
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", getName());
    config.put("trainable", isTrainable());
    config.put("dtype", super.getConfig().get("dtype"));
    config.put("layers", layers().stream().map(ObjectType::describe).toList());
    return config;
  }

  @Override
  public KerasClass<Sequential> kerasClass() {
    return CLASS;
  }
}
