package io.nyala.keras.models;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.NameScope;
import io.nyala.keras.layers.core.Embedding;
import io.nyala.keras.layers.core.InputLayer;
import io.nyala.keras.layers.rnn.Bidirectional;
import io.nyala.keras.layers.rnn.RecurrentLayer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
          list.forEach(
              each ->
                  layers.add(
                      each instanceof KerasTensor tensor ? tensor.node().layer() : layer(each)));
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

  private static final Map<String, Object> IN_ROWS = Map.of(Embedding.IN_ROWS, true);

  private final Map<Layer, KerasTensor> connected = new IdentityHashMap<>();
  private InputLayer input;

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
   * Adds a layer at the end. With an input of known shape at the front, its weights are made now.
   *
   * @throws KerasException a ValueError for what is not a layer, or a name that is taken
   */
  public void add(Object layer) {
    if (layer instanceof KerasTensor tensor && tensor.node().layer() instanceof InputLayer given) {
      addInput(given);
      return;
    }
    Layer added = layer(layer);
    if (added instanceof InputLayer given) {
      addInput(given);
      return;
    }
    for (Layer each : layers()) {
      if (each.getName().equals(added.getName())) {
        throw KerasException.value(
            "All layers added to a Sequential model should have unique names. Name '"
                + added.getName()
                + "' is already the name of a layer in this model. Update the `name` argument to"
                + " pass a unique name.");
      }
    }
    if (layers().isEmpty() && input == null) {
      input = impliedInput(added);
    }
    addLayer(added);
    rebuild();
  }

  private void addInput(InputLayer given) {
    if (input != null || !layers().isEmpty()) {
      throw KerasException.value(
          "Sequential model '"
              + getName()
              + "' has already been configured to use input shape "
              + (input == null ? "of its first layer" : input.batchShape())
              + ". You cannot add a different Input layer to it.");
    }
    input = given;
  }

  /** The input a first layer asks for by {@code input_shape} and its kin. */
  private static InputLayer impliedInput(Layer first) {
    Arguments args = first.arguments();
    for (String name : List.of("batch_input_shape", "input_shape", "input_dim")) {
      Object given = args.table().get(name) == null ? null : args.get(name);
      if (given != null && !(first instanceof Embedding)) {
        Map<String, Object> shape =
            name.equals("batch_input_shape")
                ? Map.of("batch_shape", given)
                : Map.of("shape", name.equals("input_dim") ? List.of(given) : given);
        return InputLayer.CLASS.create(List.of(), shape);
      }
    }
    return null;
  }

  /** Connects the layers to the input, if its shape is known. */
  private void rebuild() {
    if (input == null) {
      return;
    }
    KerasTensor at = input.output();
    NameScope.enter(this);
    try {
      for (Layer layer : layers()) {
        KerasTensor before = at;
        at = connected.computeIfAbsent(layer, ignored -> (KerasTensor) layer.invoke(before));
      }
    } finally {
      NameScope.leave();
    }
    markBuilt(List.of(input.batchShape()));
  }

  /** Takes the last layer away and returns it. */
  public Layer pop() {
    List<Layer> all = layers();
    if (all.isEmpty()) {
      throw KerasException.value("There are no layers in the model to pop.");
    }
    Layer last = all.get(all.size() - 1);
    removeLayer(last);
    connected.remove(last);
    return last;
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    List<Tensor> at = inputs;
    List<Tensor> masks = call.masks();
    List<Layer> chain = layers();
    for (int i = 0; i < chain.size(); i++) {
      boolean rows = chain.get(i) instanceof Embedding && i + 1 < chain.size();
      Map<String, Object> extras = rows && readsRows(chain.get(i + 1)) ? IN_ROWS : Map.of();
      at = chain.get(i).apply(at, new Call(call.training(), masks, null, extras));
      masks = null;
    }
    return at;
  }

  /** Whether a layer reads the rows of an embedding itself, and lets nobody else see them. */
  private static boolean readsRows(Layer layer) {
    return layer instanceof RecurrentLayer || layer instanceof Bidirectional;
  }

  @Override
  protected Tensor accept(Tensor input) {
    return input;
  }

  /** The input layer; null while the input's shape is open. */
  public InputLayer inputLayer() {
    return input;
  }

  /** The output shapes of each layer in this model; empty before it is built. */
  Map<Layer, List<Shape>> shapesInChain() {
    Map<Layer, List<Shape>> shapes = new LinkedHashMap<>();
    List<Shape> at = builtFor();
    if (at != null) {
      for (Layer layer : layers()) {
        at = layer.outputShapes(at);
        shapes.put(layer, at);
      }
    }
    return shapes;
  }

  @Override
  void buildForBatches(Batch batch) {
    boolean fixed = layers().stream().anyMatch(l -> l instanceof RecurrentLayer r && r.stateful());
    if (!isBuilt() && !fixed) {
      buildFor(batch.x().stream().map(t -> t.shape().with(0, Shape.UNKNOWN)).toList());
    }
  }

  @Override
  protected void build(List<Shape> inputs) {
    if (layers().isEmpty()) {
      throw KerasException.value(
          "Sequential model "
              + getName()
              + " cannot be built because it has no layers. Call `model.add(layer)`.");
    }
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
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    return null;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("training", "mask");
  }

  @Override
  public Map<String, Object> parts() {
    return Map.of("layers", layers());
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = super.describe();
    described.put("module", "keras");
    return described;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", getName());
    config.put("trainable", isTrainable());
    config.put("dtype", super.getConfig().get("dtype"));
    List<Object> all = new ArrayList<>();
    InputLayer front = input == null && isBuilt() ? impliedInput() : input;
    if (front != null) {
      all.add(ObjectType.describe(front));
    }
    layers().forEach(each -> all.add(ObjectType.describe(each)));
    config.put("layers", all);
    if (front != null) {
      config.put("build_input_shape", new ArrayList<>(front.batchShape()));
    }
    return config;
  }

  /** The input that the first batch has shown the model to take. */
  private InputLayer impliedInput() {
    Shape shape = builtFor().get(0).with(0, Shape.UNKNOWN);
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("batch_shape", shape);
    arguments.put("dtype", layers().get(0).inputType());
    arguments.put("name", getName() + "_input");
    return InputLayer.CLASS.create(List.of(), arguments);
  }

  @Override
  public KerasClass<Sequential> kerasClass() {
    return CLASS;
  }
}
