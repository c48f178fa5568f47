package io.nyala.keras.layers.attention;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Einsum;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.activation.ActivationLayers;
import io.nyala.keras.layers.core.EinsumDense;
import io.nyala.keras.layers.regularization.Dropout;
import io.nyala.keras.random.Random;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Attention by several heads, each with projections of its own: {@code concat(softmax(QᵢKᵢᵀ/√d) Vᵢ)
 * W}.
 *
 * <p>Called with query {@code [batch, queries, features]}, value and, if it is another, key {@code
 * [batch, keys, features]}; output {@code [batch, queries, features]} or of {@code output_shape}.
 * Source: Vaswani et al. 2017; keras.layers.MultiHeadAttention.
 */
public final class MultiHeadAttention extends Layer {

  /** What hides a score where no share of 0 is forced: a large part of the smallest float. */
  private static final double HIDDEN = -0.7 * Float.MAX_VALUE;

  /** The class and its arguments. */
  public static final KerasClass<MultiHeadAttention> CLASS =
      new KerasClass<>(
          "MultiHeadAttention",
          "keras.layers",
          "Attention by several heads, each with projections of its own.",
          LayerArgs.table(
              "MultiHeadAttention",
              Arg.required("num_heads", ArgTypes.POSITIVE_INT, "The number of heads."),
              Arg.required("key_dim", ArgTypes.POSITIVE_INT, "The length of a head's queries."),
              Arg.of("value_dim", ArgTypes.POSITIVE_INT, null, "Of its values; else key_dim."),
              BaseAttention.DROPOUT,
              Arg.of("use_bias", ArgTypes.BOOL, true, "Whether projections add biases."),
              Arg.of("output_shape", ArgTypes.SHAPE, null, "A step's output; else as the query."),
              Arg.of(
                  "attention_axes", TensorTypes.AXES, null, "Axes that attend; else all between."),
              Arg.of("sliding_window", ArgTypes.POSITIVE_INT, null, "How far a step looks."),
              LayerArgs.unsupported("flash_attention", null).notInConfig(),
              Arg.of(
                  "kernel_initializer", Initializers.TYPE, "glorot_uniform", "Makes the kernels."),
              Arg.of("bias_initializer", Initializers.TYPE, "zeros", "Makes the biases."),
              Arg.of("kernel_regularizer", Regularizers.TYPE, null, "A penalty on the kernels."),
              Arg.of("bias_regularizer", Regularizers.TYPE, null, "A penalty on the biases."),
              LayerArgs.ACTIVITY_REGULARIZER,
              Arg.of("kernel_constraint", Constraints.TYPE, null, "A constraint on the kernels."),
              Arg.of("bias_constraint", Constraints.TYPE, null, "A constraint on the biases."),
              Arg.of("use_gate", ArgTypes.BOOL, false, "Whether a gate of the query scales heads."),
              BaseAttention.SEED),
          MultiHeadAttention::new);

  private final int heads;
  private final int keyLength;
  private final int valueLength;
  private final double dropout;
  private final Random random;
  private EinsumDense queries;
  private EinsumDense keys;
  private EinsumDense values;
  private EinsumDense gate;
  private EinsumDense outputs;
  private int[] axes;

  /** A layer of these arguments. */
  public MultiHeadAttention(Arguments arguments) {
    super(arguments);
    this.heads = arguments.integer("num_heads");
    this.keyLength = arguments.integer("key_dim");
    Integer length = arguments.integer("value_dim");
    this.valueLength = length == null ? keyLength : length;
    this.dropout = arguments.number("dropout");
    this.random = Random.of(arguments.integer("seed"));
  }

  @Override
  protected List<String> tensorArguments() {
    return List.of("query", "value", "key");
  }

  @Override
  protected List<String> callArguments() {
    return List.of(
        "query_mask",
        "value_mask",
        "key_mask",
        "attention_mask",
        "return_attention_scores",
        "training",
        "use_causal_mask");
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    if (inputs.size() < 2) {
      throw KerasException.type(getName() + "() missing 1 required argument: 'value'");
    }
    Shape value = inputs.get(1);
    Shape key = inputs.get(inputs.size() - 1);
    if (!value.slice(1, value.rank() - 1).equals(key.slice(1, key.rank() - 1))) {
      throw KerasException.value(
          "All dimensions of `value` and `key`, except the last one, must be equal. Received:"
              + " value_shape="
              + value
              + " and key_shape="
              + key);
    }
  }

  @Override
  protected void build(List<Shape> inputs) {
    Shape query = inputs.get(0);
    Shape value = inputs.get(1);
    queries = projection("query", query, keyLength, "linear");
    keys = projection("key", inputs.get(inputs.size() - 1), keyLength, "linear");
    if (arguments().flag("use_gate")) {
      gate = projection("gate", query, valueLength, "sigmoid");
    }
    values = projection("value", value, valueLength, "linear");
    axes = attending(value.rank() + 1);
    Shape given = arguments().get("output_shape", Shape.class);
    Shape step = given == null ? Shape.of(query.dim(-1)) : given;
    int free = query.rank() - 1;
    outputs =
        dense(
            "attention_output",
            AttentionEquations.projection(free, 2, step.rank()),
            AttentionEquations.made(free, 2, step.rank()),
            open(free - 1).concat(step),
            "linear");
    outputs.build(query.with(-1, heads).insert(query.rank(), valueLength));
  }

  private int[] attending(int rank) {
    int[] given = TensorTypes.Axes.of(arguments(), "attention_axes");
    return given == null
        ? IntStream.range(1, rank - 2).toArray()
        : IntStream.of(given).map(axis -> axis < 0 ? rank - 1 + axis : axis).toArray();
  }

  private EinsumDense projection(String name, Shape input, int length, String activation) {
    int free = input.rank() - 1;
    EinsumDense layer =
        dense(
            name,
            AttentionEquations.projection(free, 1, 2),
            AttentionEquations.made(free, 1, 2),
            open(free - 1).concat(Shape.of(heads, length)),
            activation);
    layer.build(input);
    return layer;
  }

  private static Shape open(int axes) {
    return Shape.of(IntStream.generate(() -> Shape.UNKNOWN).limit(axes).toArray());
  }

  private EinsumDense dense(
      String name, String equation, String biasAxes, Shape output, String activation) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("equation", equation);
    config.put("output_shape", output);
    config.put("bias_axes", arguments().flag("use_bias") ? biasAxes : null);
    config.put("activation", activation);
    config.put("name", name);
    config.put("dtype", dtype().typeName());
    for (String what : List.of("kernel", "bias")) {
      for (String part : List.of("_initializer", "_regularizer", "_constraint")) {
        config.put(what + part, arguments().get(what + part));
      }
    }
    config.put("activity_regularizer", arguments().get("activity_regularizer"));
    return addLayer(EinsumDense.CLASS.create(List.of(), config));
  }

  /** The penalty is one on the projections. */
  @Override
  protected Regularizer activityRegularizer() {
    return null;
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    // As in Keras 3.15, masks of the inputs are used up here: whoever comes next sees none.
    inputs.forEach(input -> input.annotateMask(null));
    Tensor query = inputs.get(0);
    Tensor value = inputs.get(1);
    Tensor mask = seen(query, value, call);
    Tensor gates = gate == null ? null : gate.apply(query, Call.DEFAULT);
    Tensor q = queries.apply(query, Call.DEFAULT);
    Tensor k = keys.apply(inputs.get(inputs.size() - 1), Call.DEFAULT);
    Tensor v = values.apply(value, Call.DEFAULT);
    Tensor weights = weights(q, k, mask, call);
    Tensor dropped =
        call.isTraining() && dropout > 0
            ? Dropout.drop(weights, dropout, weights.shape(), random)
            : weights;
    Tensor mixed = Einsum.einsum(AttentionEquations.outputs(q.rank(), axes), List.of(dropped, v));
    Tensor output =
        outputs.apply(gates == null ? mixed : Arithmetic.multiply(mixed, gates), Call.DEFAULT);
    output.annotateMask(call.mask(0));
    return asksScores(call) ? List.of(output, weights) : List.of(output);
  }

  /** Outputs keep the masks that {@link #forward} gave them. */
  @Override
  protected List<Tensor> outputMasks(List<Tensor> inputs, List<Tensor> masks, int count) {
    return null;
  }

  private static boolean asksScores(Call call) {
    return call.flag("return_attention_scores");
  }

  private Tensor weights(Tensor query, Tensor key, Tensor mask, Call call) {
    Tensor scaled = Arithmetic.scale(query, 1 / Math.sqrt(keyLength));
    Tensor scores =
        Einsum.einsum(AttentionEquations.scores(query.rank(), axes), List.of(key, scaled));
    Tensor seen = mask;
    while (seen != null && seen.rank() < scores.rank()) {
      seen = Shapes.expandDims(seen, -axes.length * 2 - 1);
    }
    if (dropout > 0 || asksScores(call) || query.rank() != 4) {
      int first = scores.rank() - axes.length;
      Tensor shares =
          ActivationLayers.softmax(scores, seen, IntStream.range(first, scores.rank()).toArray());
      // The scores handed out carry the mask they were made with, as Keras' softmax layer has it.
      return seen == null ? shares : shares.annotateMask(seen);
    }
    // Here a query that sees nothing takes the mean of all values, above it takes nothing.
    return Softmax.softmax(
        seen == null ? scores : Compare.where(seen, scores, Arithmetic.like(scores, HIDDEN)), -1);
  }

  /** Which query sees which key; null: every query sees every key. */
  private Tensor seen(Tensor query, Tensor value, Call call) {
    Tensor seen = null;
    seen = and(seen, call.mask(0), -1);
    seen = and(seen, given(call, "value_mask", 1), -2);
    seen = and(seen, given(call, "key_mask", 2), -2);
    int from = query.dim(1);
    int to = value.dim(1);
    if (call.flag("use_causal_mask")) {
      Tensor causal = StepMasks.causal(from, to);
      seen = seen == null ? causal : Compare.and(seen, causal);
    }
    if (arguments().integer("sliding_window") != null) {
      Tensor near = StepMasks.near(from, to, arguments().integer("sliding_window"));
      seen = seen == null ? near : Compare.and(seen, near);
    }
    Tensor attention = call.tensor("attention_mask");
    if (attention == null) {
      return seen;
    }
    Tensor own = Cast.to(attention, DType.BOOL);
    return seen == null ? own : Compare.and(own, seen);
  }

  private static Tensor given(Call call, String name, int input) {
    Tensor own = call.tensor(name);
    return own != null ? own : call.mask(input);
  }

  private static Tensor and(Tensor seen, Tensor steps, int axis) {
    if (steps == null) {
      return seen;
    }
    Tensor wide = Shapes.expandDims(Cast.to(steps, DType.BOOL), axis);
    return seen == null ? wide : Compare.and(seen, wide);
  }

  @Override
  public Map<String, Object> parts() {
    Map<String, Object> parts = new LinkedHashMap<>();
    if (outputs != null) {
      parts.put("query_dense", queries);
      parts.put("key_dense", keys);
      parts.put("value_dense", values);
      parts.put("output_dense", outputs);
    }
    if (gate != null) {
      parts.put("_gate_dense", gate);
    }
    return parts;
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    Shape query = inputs.get(0);
    Shape given = arguments().get("output_shape", Shape.class);
    return List.of(given == null ? query : query.without(-1).concat(given));
  }

  @Override
  protected List<Shape> outputShapes(List<Shape> inputs, Call call) {
    List<Shape> shapes = new ArrayList<>(outputShapes(inputs));
    if (asksScores(call)) {
      int from = inputs.get(0).dim(1);
      shapes.add(Shape.of(inputs.get(0).dim(0), heads, from, inputs.get(1).dim(1)));
    }
    return shapes;
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int count) {
    List<T> result = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      result.add(i == 0 ? masks.get(0) : null);
    }
    return result;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>(super.getConfig());
    config.put("value_dim", valueLength);
    if (axes != null) {
      config.put("attention_axes", IntStream.of(axes).boxed().toList());
    }
    return config;
  }

  @Override
  public KerasClass<MultiHeadAttention> kerasClass() {
    return CLASS;
  }
}
