package io.nyala.keras.layers;

import io.nyala.autograd.Cast;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.keras.graph.Node;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A computation with weights: makes them when it first sees an input's shape ({@link #build}) and
 * turns tensors into tensors ({@link #forward}). Source: keras.layers.Layer.
 */
public abstract class Layer extends Module {

  private final List<Tensor> extraLosses = new ArrayList<>();
  private final List<Node> calls = new ArrayList<>();
  private boolean built;
  private List<Shape> builtFor;

  /** A layer of these arguments, which hold at least those of {@link LayerArgs#COMMON}. */
  protected Layer(Arguments arguments) {
    super(arguments);
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
    return arguments().table().get("activity_regularizer") == null
        ? null
        : arguments().get("activity_regularizer", Regularizer.class);
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

  /** The number of elements of all weights. */
  public long countParams() {
    if (!built) {
      throw KerasException.value(
          "You tried to call `count_params` on layer '"
              + getName()
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

  /** Renames the layer; containers do so when they copy one. */
  public final void rename(String newName) {
    rename(newName, !built);
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("name", getName());
    config.put("trainable", isTrainable());
    config.put("dtype", LayerCalls.dtypePolicy(dtype()));
    arguments().config().forEach(config::putIfAbsent);
    return config;
  }

  @Override
  public Map<String, Object> describe() {
    Map<String, Object> described = super.describe();
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
        + getName()
        + ", built="
        + (built ? "True" : "False")
        + ">";
  }
}
