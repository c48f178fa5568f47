package io.nyala.keras.layers;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.KerasObject;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation with weights: makes them when it first sees an input's shape ({@link #build}) and
 * turns tensors into tensors ({@link #forward}). Source: keras.layers.Layer.
 */
public abstract class Layer implements KerasObject {

  private final Arguments arguments;
  private final LayerWeights ownWeights = new LayerWeights(this);
  private final List<Layer> ownLayers = new ArrayList<>();
  private final List<Tensor> extraLosses = new ArrayList<>();
  private final List<Node> calls = new ArrayList<>();
  private String name;
  private boolean trainable;
  private boolean built;
  private List<Shape> builtFor;

  /** A layer of these arguments, which hold at least those of {@link LayerArgs#COMMON}. */
  protected Layer(Arguments arguments) {
    this.arguments = arguments;
    String given = arguments.string("name");
    this.name = given != null ? given : Names.next(arguments.table().owner());
    this.trainable = arguments.table().get("trainable") == null || arguments.flag("trainable");
  }

  /** Makes the weights; called once, before the first {@link #forward}. */
  protected void build(List<Shape> inputs) {}

  /** The computation: inputs to outputs. */
  protected abstract List<Tensor> forward(List<Tensor> inputs, Call call);

  /** The shapes of the outputs for inputs of these shapes, which may hold unknown extents. */
  public abstract List<Shape> outputShapes(List<Shape> inputs);

  /** The type of the inputs the layer is made for, where none was ever declared. */
  public DType inputType() {
    return DType.FLOAT32;
  }

  /**
   * The shapes of the outputs of a call with further arguments, such as one that asks for scores.
   */
  protected List<Shape> outputShapes(List<Shape> inputs, Call call) {
    return outputShapes(inputs);
  }

  /** The types of the outputs; float layers keep the layer's own. */
  public DType outputType(List<DType> inputs) {
    return dtype();
  }

  /** The masks of the outputs; by default those that pass. */
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int outputs) {
    return passMasks(masks, outputs);
  }

  /** The mask of the outputs for inputs and the masks they carry; null for none. */
  public final Tensor computeMask(Tensor inputs, Tensor mask) {
    List<Tensor> masks = outputMasks(List.of(inputs), Collections.singletonList(mask), 1);
    return masks == null ? mask : masks.get(0);
  }

  /** The masks of the outputs in a graph, computed from the inputs by operations. */
  protected List<KerasTensor> symbolicMasks(
      List<KerasTensor> inputs, List<KerasTensor> masks, int outputs) {
    return passMasks(masks, outputs);
  }

  /**
   * The masks that pass to the outputs unchanged: by default the first input's, if the layer knows
   * what to do with it. Null: outputs keep the masks they have.
   */
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    List<T> result = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      result.add(supportsMasking() && !masks.isEmpty() ? masks.get(0) : null);
    }
    return result;
  }

  /** True if masked steps are handled, so that the mask travels on. */
  protected boolean supportsMasking() {
    return false;
  }

  /**
   * True if a mask that only travels along with the inputs is used for computing. Keras leaves it
   * aside where a call has several tensor arguments, and so do the recurrent layers here.
   */
  protected boolean heedsCarriedMask(List<Tensor> inputs, Call call) {
    return true;
  }

  /**
   * Checks the inputs before anything is computed.
   *
   * @throws KerasException a ValueError in Keras' words if a shape does not fit
   */
  protected void checkInputs(List<Shape> inputs) {}

  /**
   * The names of the tensors a call takes, in order. What is given of them are the layer's inputs,
   * the first of them perhaps a list.
   */
  protected List<String> tensorArguments() {
    return List.of("inputs");
  }

  /** The names of call arguments that may be given by position after the inputs. */
  protected List<String> callArguments() {
    return List.of("training");
  }

  /** Calls the layer. */
  public final List<Tensor> apply(List<Tensor> inputs, Call call) {
    List<Tensor> ready = new ArrayList<>(inputs.size());
    for (Tensor input : inputs) {
      ready.add(accept(input));
    }
    buildFor(ready.stream().map(Tensor::shape).toList());
    List<Tensor> masks = call.masks() != null ? call.masks() : annotations(inputs);
    Boolean flag = call.training() != null ? call.training() : CallContext.training();
    if (CallContext.isOutside()) {
      clearLosses(); // as in Keras, they are those of the last call
    }
    CallContext.Frame outer = CallContext.enter(flag);
    NameScope.enter(this);
    try {
      boolean heeded = call.masks() != null || heedsCarriedMask(ready, call);
      List<Tensor> outputs = forward(ready, call.masks(heeded ? masks : null).training(flag));
      annotate(outputs, ready, masks);
      return outputs;
    } finally {
      NameScope.leave();
      CallContext.leave(outer);
    }
  }

  private void annotate(List<Tensor> outputs, List<Tensor> inputs, List<Tensor> masks) {
    List<Tensor> outgoing = outputMasks(inputs, masks, outputs.size());
    for (int i = 0; outgoing != null && i < outputs.size(); i++) {
      Tensor mask = outgoing.get(i);
      Tensor output = outputs.get(i);
      if (output.mask() != mask && !inputs.contains(output)) {
        output.annotateMask(mask);
      }
    }
    Regularizer penalty = activityRegularizer();
    if (penalty != null) {
      for (Tensor output : outputs) {
        addLoss(ActivityPenalty.of(penalty, output));
      }
    }
  }

  /** The penalty on the outputs; null for none. */
  protected Regularizer activityRegularizer() {
    return arguments.table().get("activity_regularizer") == null
        ? null
        : arguments.get("activity_regularizer", Regularizer.class);
  }

  /** What a layer inside this one computes, without the masks and penalties of a call. */
  protected static List<Tensor> compute(Layer layer, List<Tensor> inputs, Call call) {
    return layer.forward(inputs, call);
  }

  private static List<Tensor> annotations(List<Tensor> inputs) {
    List<Tensor> masks = new ArrayList<>(inputs.size());
    for (Tensor input : inputs) {
      masks.add(input.mask());
    }
    return masks;
  }

  /** An input as the layer computes with it: float inputs in the layer's own float type. */
  protected Tensor accept(Tensor input) {
    boolean convert =
        input.dtype().isFloating() && dtype().isFloating() && input.dtype() != dtype();
    Tensor accepted = convert ? Cast.to(input, dtype()) : input;
    return accepted == input ? input : accepted.annotateMask(input.mask());
  }

  /** Calls the layer on one tensor for one tensor. */
  public final Tensor apply(Tensor input, Call call) {
    return apply(List.of(input), call).get(0);
  }

  /** Calls the layer on one tensor for one tensor, not training. */
  public final Tensor apply(Tensor input) {
    return apply(input, Call.DEFAULT);
  }

  /**
   * Calls the layer as Python would: inputs, then call arguments by position or by name. Symbolic
   * inputs give symbolic outputs.
   *
   * @return one output, or a list of several
   */
  public Object invoke(List<?> byPosition, Map<String, ?> byName) {
    return LayerCalls.invoke(this, byPosition, byName);
  }

  /**
   * The shapes of what {@link #invoke} would give for these arguments, symbolic ones among them.
   */
  public List<Shape> callShapes(List<?> byPosition, Map<String, ?> byName) {
    return Symbolic.result(this, CallArguments.bind(this, byPosition, byName)).shapes();
  }

  /** Inputs in lists and maps as the layer computes with them; by default as they are. */
  protected Object unpack(Object given) {
    return given;
  }

  /** Outputs as a call returns them: one by itself, several as a list. */
  protected Object pack(List<?> outputs) {
    return LayerCalls.result(outputs);
  }

  /** Calls the layer on inputs as a person writes them: tensors, arrays, nested lists. */
  public final Object invoke(Object inputs) {
    return invoke(Collections.singletonList(inputs), Map.of());
  }

  /** Makes the weights for inputs of these shapes, unless they are there. */
  public final void buildFor(List<Shape> inputs) {
    checkInputs(inputs);
    if (!built) {
      NameScope.enter(this);
      try {
        build(inputs);
      } finally {
        NameScope.leave();
      }
      built = true;
      builtFor = inputs;
    }
  }

  /** Makes the weights for one input of this shape. */
  public final void build(Shape input) {
    buildFor(List.of(input));
  }

  /** Adds a weight, by the arguments of Keras' {@code add_weight}. */
  public final Variable addWeight(Map<String, ?> named, Object... byPosition) {
    Arguments args = LayerArgs.WEIGHT.bind(Arrays.asList(byPosition), named);
    DType type = args.get("dtype", DType.class);
    return ownWeights.add(
        args.string("name"),
        args.get("shape", Shape.class),
        args.get("initializer", Initializer.class),
        args.get("regularizer", Regularizer.class),
        args.get("constraint", Constraint.class),
        args.flag("trainable"),
        type == null ? dtype() : type);
  }

  /** Adds a weight of the layer's own type. */
  protected final Variable addWeight(
      String weightName,
      Shape shape,
      Initializer initializer,
      Regularizer regularizer,
      Constraint constraint,
      boolean isTrainable) {
    return ownWeights.add(
        weightName, shape, initializer, regularizer, constraint, isTrainable, dtype());
  }

  /** Adds a weight whose initializer, regularizer and constraint stand in the arguments. */
  protected final Variable addWeight(String weightName, String prefix, Shape shape) {
    return addWeight(
        weightName,
        shape,
        arguments.get(prefix + "_initializer", Initializer.class),
        arguments.get(prefix + "_regularizer", Regularizer.class),
        arguments.get(prefix + "_constraint", Constraint.class),
        true);
  }

  /** Adds a weight that is already there. */
  protected final Variable addWeight(Variable weight) {
    return ownWeights.add(weight);
  }

  /** Counts a layer as part of this one. */
  protected final <T extends Layer> T addLayer(T layer) {
    ownLayers.add(layer);
    return layer;
  }

  /** Stops counting a layer as part of this one. */
  protected final void removeLayer(Layer layer) {
    ownLayers.remove(layer);
  }

  /** Adds a scalar to the loss of the step under way. */
  public final void addLoss(Tensor loss) {
    extraLosses.add(loss);
  }

  /** Penalties of outputs, of this layer and those in it, then those of weights. */
  public List<Tensor> losses() {
    return LayerLosses.of(this);
  }

  /** The penalties of outputs, of this layer itself. */
  final List<Tensor> extraLosses() {
    return extraLosses;
  }

  /** Forgets the penalties of outputs, before a new step. */
  public void clearLosses() {
    extraLosses.clear();
    layers().forEach(Layer::clearLosses);
  }

  /** The calls on symbolic tensors, in order. */
  public final List<Node> calls() {
    return calls;
  }

  /** Notes a call on symbolic tensors. */
  public final void noteCall(Node call) {
    calls.add(call);
  }

  /** The layers in this one. */
  public List<Layer> layers() {
    return List.copyOf(ownLayers);
  }

  /** The weights that belong to this layer itself. */
  public final List<Variable> ownWeights() {
    return ownWeights.list();
  }

  /** All weights, of this layer and those in it. */
  public List<Variable> weights() {
    return ownWeights.andThoseOf(layers());
  }

  /** The weights that training changes. */
  public List<Variable> trainableWeights() {
    return weights().stream().filter(Variable::trainable).toList();
  }

  /** The weights that training leaves alone. */
  public List<Variable> nonTrainableWeights() {
    return weights().stream().filter(w -> !w.trainable()).toList();
  }

  /** The values of all weights, as copies. */
  public List<Tensor> getWeights() {
    return weights().stream().map(w -> w.value().copy()).toList();
  }

  /**
   * Gives all weights new values, in the order of {@link #weights}.
   *
   * @throws KerasException a ValueError if the number or a shape differs
   */
  public void setWeights(List<Tensor> values) {
    LayerCalls.setWeights(this, values);
  }

  /** The number of elements of all weights. */
  public long countParams() {
    if (!built) {
      throw KerasException.value(
          "You tried to call `count_params` on layer '"
              + name
              + "', but the layer isn't built. You can build it manually via `layer.build(shape)`.");
    }
    return weights().stream().mapToLong(w -> w.shape().elements()).sum();
  }

  /** Starts states kept between batches over; does nothing for layers without. */
  public void resetState() {
    layers().forEach(Layer::resetState);
  }

  /** True once the weights are there. */
  public final boolean isBuilt() {
    return built;
  }

  /** Says that the weights are there. */
  protected final void markBuilt(List<Shape> inputs) {
    built = true;
    builtFor = inputs;
  }

  /** The shapes the layer was built for; null before. */
  public final List<Shape> builtFor() {
    return builtFor;
  }

  /** Whether training changes the weights. */
  public final boolean isTrainable() {
    return trainable;
  }

  /** Sets whether training changes the weights, of this layer and those in it. */
  public void setTrainable(boolean flag) {
    trainable = flag;
    ownWeights.setTrainable(flag);
    layers().forEach(layer -> layer.setTrainable(flag));
  }

  /** The name. */
  public final String getName() {
    return name;
  }

  /** Renames the layer; containers do so when they copy one. */
  public final void rename(String newName) {
    this.name = newName;
    if (!built) {
      ownWeights.renamePaths();
    }
  }

  /** The type of weights and results. */
  public DType dtype() {
    return arguments.get("dtype", DType.class);
  }

  @Override
  public final Arguments arguments() {
    return arguments;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", name);
    config.put("trainable", trainable);
    config.put("dtype", LayerCalls.dtypePolicy(dtype()));
    arguments.config().forEach(config::putIfAbsent);
    return config;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = KerasObject.super.describe();
    if (builtFor != null && builtFor.size() == 1 && builtFor.get(0).rank() > 0) {
      List<Integer> shape = new ArrayList<>(builtFor.get(0));
      shape.set(0, null);
      described.put("build_config", Map.of("input_shape", shape));
    }
    return described;
  }

  /**
   * The layers in this one by the name of the attribute that holds them in Keras, a layer or a list
   * of layers each. A weights file is laid out by these names.
   */
  public Map<String, Object> parts() {
    return LayerParts.of(this);
  }

  /** As Keras prints a layer: {@code <LSTM name=lstm, built=True>}. */
  @Override
  public String toString() {
    return "<"
        + kerasClass().name()
        + " name="
        + name
        + ", built="
        + (built ? "True" : "False")
        + ">";
  }
}
