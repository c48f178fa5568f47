package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Shapes;
import io.nyala.compute.Threads;
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
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two copies of a recurrent layer, one reading forwards and one backwards, their outputs merged.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, 2·units]} with {@code
 * merge_mode='concat'}. Source: Schuster and Paliwal 1997; keras.layers.Bidirectional.
 */
public final class Bidirectional extends Layer {

  private static final ArgType<Object> LAYER =
      ArgTypes.simple(
          "a recurrent layer",
          value ->
              value instanceof RecurrentLayer
                  ? value
                  : value instanceof Map<?, ?> config && config.containsKey("class_name")
                      ? ObjectType.fromConfig("keras.layers", config)
                      : null);

  /** The class and its arguments. */
  public static final KerasClass<Bidirectional> CLASS =
      new KerasClass<>(
          "Bidirectional",
          "keras.layers",
          "Reads a sequence from both ends.",
          LayerArgs.table(
              "Bidirectional",
              Arg.required("layer", LAYER, "The recurrent layer to copy.").notInConfig(),
              Arg.of(
                  "merge_mode",
                  new MergeModeType(),
                  "concat",
                  "How the outputs are merged; None returns both."),
              Arg.of("weights", ArgTypes.ANY, null, "First values of the weights.").notInConfig(),
              Arg.of("backward_layer", LAYER, null, "A layer of its own for reading backwards.")
                  .notInConfig()),
          Bidirectional::new);

  /** From here on a sweep by itself has use for more threads than two. */
  private static final int MANY_THREADS = 4;

  private final RecurrentLayer forward;
  private final RecurrentLayer backward;
  private final String mergeMode;

  /** A layer of these arguments. */
  public Bidirectional(Arguments arguments) {
    super(arguments);
    RecurrentLayer given = arguments.get("layer", RecurrentLayer.class);
    RecurrentLayer own = arguments.get("backward_layer", RecurrentLayer.class);
    forward = addLayer(copy(given, "forward_", Map.of()));
    backward = addLayer(own != null ? own : copy(given, "backward_", Map.of("go_backwards", true)));
    mergeMode = arguments.string("merge_mode");
    verify();
    forward.zeroOutputForMask(forward.returnSequences());
    backward.zeroOutputForMask(backward.returnSequences());
  }

  /** Around a layer, with further arguments as names and values. */
  public Bidirectional(RecurrentLayer layer, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(layer), KerasClass.pairs(namesAndValues)));
  }

  private static RecurrentLayer copy(
      RecurrentLayer layer, String prefix, Map<String, Object> changes) {
    Map<String, Object> config = new LinkedHashMap<>(layer.getConfig());
    String base = layer.getName();
    config.put("name", base.startsWith(prefix) ? base : prefix + base);
    config.putAll(changes);
    return (RecurrentLayer) layer.kerasClass().create(List.of(), config);
  }

  private void verify() {
    if (forward.goBackwards() == backward.goBackwards()) {
      throw KerasException.value(
          "Forward layer and backward layer should have different `go_backwards` value. Received:"
              + " forward_layer.go_backwards "
              + python(forward.goBackwards())
              + ", backward_layer.go_backwards="
              + python(backward.goBackwards()));
    }
    same("stateful", forward.stateful(), backward.stateful());
    same("return_sequences", forward.returnSequences(), backward.returnSequences());
    same("return_state", forward.returnState(), backward.returnState());
  }

  private static void same(String attribute, boolean first, boolean second) {
    if (first != second) {
      throw KerasException.value(
          "Forward layer and backward layer are expected to have the same value for attribute \""
              + attribute
              + "\", got \""
              + python(first)
              + "\" for forward layer and \""
              + python(second)
              + "\" for backward layer");
    }
  }

  private static String python(boolean flag) {
    return flag ? "True" : "False";
  }

  @Override
  protected void build(List<Shape> inputs) {
    forward.build(inputs.get(0));
    backward.build(inputs.get(0));
    if (arguments().get("weights") instanceof List<?> values) {
      setWeights(values.stream().map(io.nyala.tensor.Tensors::of).toList());
    }
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    forward.checkInputs(inputs);
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    List<Tensor> states = call.initialState();
    if (states == null && inputs.size() > 1) {
      states = inputs.subList(1, inputs.size());
    }
    int half = states == null ? 0 : states.size() / 2;
    Tensor x = inputs.get(0);
    List<Tensor> ahead;
    List<Tensor> back;
    if (states == null && sideBySide(x, call)) {
      FusedPass there = ((FusedLayer) forward).pass(x, call.mask(0), null, call.isTraining());
      FusedPass here = ((FusedLayer) backward).pass(x, call.mask(0), null, call.isTraining());
      FusedPass.runBoth(getName(), there, here);
      ahead = outputs(there);
      back = outputs(here);
    } else {
      Call plain = call.masks(Collections.singletonList(call.mask(0)));
      ahead =
          forward.apply(List.of(x), plain.from(states == null ? null : states.subList(0, half)));
      back =
          backward.apply(
              List.of(x), plain.from(states == null ? null : states.subList(half, states.size())));
    }
    List<Tensor> outputs = new ArrayList<>();
    Tensor y = ahead.get(0);
    Tensor reversed = forward.returnSequences() ? Shapes.reverse(back.get(0), 1) : back.get(0);
    if (mergeMode == null) {
      outputs.add(y);
      outputs.add(reversed);
    } else {
      outputs.add(merge(y, reversed));
    }
    outputs.addAll(ahead.subList(1, ahead.size()));
    outputs.addAll(back.subList(1, back.size()));
    return outputs;
  }

  /**
   * Whether both directions run at once, one thread each: where sweeps can do it, nothing else
   * belongs to the layers' calls, and there are no more threads than a sweep by itself would share.
   */
  private boolean sideBySide(Tensor x, Call call) {
    boolean free = Threads.available() > 1 && Threads.available() < MANY_THREADS;
    return free && isPlain(forward, x, call) && isPlain(backward, x, call);
  }

  private static boolean isPlain(RecurrentLayer layer, Tensor x, Call call) {
    return layer instanceof FusedLayer fused
        && !layer.stateful()
        && layer.arguments().get("activity_regularizer") == null
        && fused.fusible(x, call.mask(0), null, call.isTraining());
  }

  private List<Tensor> outputs(FusedPass pass) {
    List<Tensor> outputs = new ArrayList<>();
    outputs.add(pass.result().output());
    if (forward.returnState()) {
      outputs.addAll(pass.result().states());
    }
    return outputs;
  }

  private Tensor merge(Tensor a, Tensor b) {
    return switch (mergeMode) {
      case "concat" -> Shapes.concat(List.of(a, b), -1);
      case "sum" -> Arithmetic.add(a, b);
      case "mul" -> Arithmetic.multiply(a, b);
      default -> Arithmetic.scale(Arithmetic.add(a, b), 0.5);
    };
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    List<Shape> one = forward.outputShapes(inputs);
    Shape y = one.get(0);
    List<Shape> shapes = new ArrayList<>();
    if (mergeMode == null) {
      shapes.add(y);
      shapes.add(y);
    } else {
      shapes.add(mergeMode.equals("concat") ? y.with(-1, 2 * y.dim(-1)) : y);
    }
    shapes.addAll(one.subList(1, one.size()));
    shapes.addAll(one.subList(1, one.size()));
    return shapes;
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    List<T> result = new ArrayList<>();
    int sequences = mergeMode == null ? 2 : 1;
    for (int i = 0; i < outputs; i++) {
      result.add(i < sequences && forward.returnSequences() ? masks.get(0) : null);
    }
    return result;
  }

  @Override
  protected boolean heedsCarriedMask(List<Tensor> inputs, Call call) {
    return inputs.size() == 1 && call.initialState() == null;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("initial_state", "mask", "training");
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = super.getConfig();
    config.put("merge_mode", mergeMode);
    config.put("layer", ObjectType.describe(forward));
    config.put("backward_layer", ObjectType.describe(backward));
    return config;
  }

  @Override
  public Map<String, Object> parts() {
    return Map.of("forward_layer", forward, "backward_layer", backward);
  }

  /** The copy that reads from the start. */
  public RecurrentLayer forwardLayer() {
    return forward;
  }

  /** The copy that reads from the end. */
  public RecurrentLayer backwardLayer() {
    return backward;
  }

  @Override
  public KerasClass<Bidirectional> kerasClass() {
    return CLASS;
  }
}
