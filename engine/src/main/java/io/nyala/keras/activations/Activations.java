package io.nyala.keras.activations;

import io.nyala.autograd.Maths;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.Nearest;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.saving.CustomObjects;
import io.nyala.tensor.Tensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The activation functions there are. Source: keras.activations. */
public final class Activations {

  private static final String MODULE = "keras.activations";
  private static final Arg AXIS =
      Arg.of("axis", ArgTypes.INT, -1, "Axis along which the function is applied.");

  /** Every class of {@code keras.activations}: there are none, they are all functions. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** Every function of {@code keras.activations}. */
  public static final List<KerasFunction> FUNCTIONS = functions();

  private static final Map<String, KerasFunction> BY_NAME = byName();

  /** Leaves its input as it is. */
  public static final Activation LINEAR = get("linear");

  /** An argument that names an activation, or is a function of a tensor. */
  public static final ArgType<Activation> TYPE =
      new ArgType<>() {
        @Override
        public Activation convert(Object value) {
          return understand(value);
        }

        @Override
        public Object toConfig(Activation value) {
          return config(value);
        }

        @Override
        public String describe() {
          return "activation";
        }

        @Override
        public List<String> choices() {
          return List.copyOf(BY_NAME.keySet());
        }
      };

  private Activations() {}

  /**
   * The activation of this name.
   *
   * @throws KerasException a ValueError naming the nearest one
   */
  public static Activation get(String name) {
    KerasFunction function = BY_NAME.get(name);
    if (function != null) {
      return new Named(function.name(), x -> (Tensor) function.call(List.of(x), Map.of()));
    }
    throw Nearest.unknown("activation function", name, BY_NAME.keySet());
  }

  /** An activation of a person's own. */
  public static Activation of(String name, UnaryOperator<Tensor> function) {
    return new Named(name, function);
  }

  private record Named(String name, UnaryOperator<Tensor> function) implements Activation {
    @Override
    public Tensor apply(Tensor x) {
      return function.apply(x);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Activation understand(Object value) {
    if (value instanceof Activation activation) {
      return activation;
    }
    if (value instanceof CharSequence name && CustomObjects.function(name.toString()) != null) {
      return understand(CustomObjects.function(name.toString()));
    }
    if (value instanceof CharSequence name) {
      return get(name.toString());
    }
    if (value instanceof KerasFunction function && BY_NAME.containsKey(function.name())) {
      return get(function.name());
    }
    if (value instanceof Map<?, ?> config && config.get("config") instanceof CharSequence name) {
      return get(name.toString());
    }
    Callables.Fn own = Callables.of(value);
    if (own == null) {
      throw new IllegalArgumentException(
          ArgTypes.expected("the name of an activation or a function", value));
    }
    return new Named(own.name(), x -> Callables.tensor(own.call(x)));
  }

  private static Object config(Activation activation) {
    if (BY_NAME.containsKey(activation.name())) {
      return activation.name();
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("module", "builtins");
    map.put("class_name", "function");
    map.put("config", activation.name());
    map.put("registered_name", "function");
    return map;
  }

  private static Map<String, KerasFunction> byName() {
    Map<String, KerasFunction> map = new LinkedHashMap<>();
    FUNCTIONS.forEach(f -> map.put(f.name(), f));
    map.put("swish", map.get("silu"));
    map.put("hard_swish", map.get("hard_silu"));
    return Collections.unmodifiableMap(map);
  }

  private static KerasFunction plain(String name, String doc, UnaryOperator<Tensor> f) {
    return with(name, doc, a -> f.apply(x(a)));
  }

  private static KerasFunction with(
      String name, String doc, Function<Arguments, Object> body, Arg... more) {
    Arg[] args = new Arg[more.length + 1];
    args[0] = Arg.required("x", TensorTypes.TENSOR, "Input tensor.");
    System.arraycopy(more, 0, args, 1, more.length);
    return new KerasFunction(name, MODULE, doc, ArgTable.of(name, args), body);
  }

  private static Arg number(String name, double value, String doc) {
    return Arg.of(name, ArgTypes.FLOAT, value, doc);
  }

  private static Tensor x(Arguments a) {
    return a.get("x", Tensor.class);
  }

  private static List<KerasFunction> functions() {
    KerasFunction silu = plain("silu", "x · sigmoid(x).", ActivationFunctions::silu);
    KerasFunction hardSilu =
        plain("hard_silu", "x · hard_sigmoid(x).", ActivationFunctions::hardSilu);
    Arg slope = number("negative_slope", 0, "Slope below the threshold.");
    Arg largest = Arg.of("max_value", ArgTypes.FLOAT, null, "Largest value; None: no bound.");
    Arg shrink = number("threshold", 0.5, "Values up to this size become 0.");
    return List.of(
        with(
            "relu",
            "max(x, 0).",
            Activations::relu,
            slope,
            largest,
            number("threshold", 0, "Where it starts.")),
        with(
            "leaky_relu",
            "x above 0, negative_slope · x below.",
            a -> ActivationFunctions.leakyRelu(x(a), a.number("negative_slope")),
            number("negative_slope", 0.2, "Slope below 0.")),
        plain("relu6", "min(max(x, 0), 6).", ActivationFunctions::relu6),
        with(
            "softmax",
            "Probabilities along an axis.",
            a -> ActivationFunctions.softmax(x(a), a.integer("axis")),
            AXIS),
        with(
            "celu",
            "max(x, 0) + α (e^(min(x, 0) / α) - 1).",
            a -> ActivationFunctions.celu(x(a), a.number("alpha")),
            number("alpha", 1, "Shape below 0.")),
        with(
            "elu",
            "x above 0, α (eˣ - 1) below.",
            a -> ActivationFunctions.elu(x(a), a.number("alpha")),
            number("alpha", 1, "Scale below 0.")),
        plain("selu", "Scaled elu that keeps mean and variance.", ActivationFunctions::selu),
        plain("softplus", "ln(eˣ + 1).", Maths::softplus),
        plain("softsign", "x / (|x| + 1).", ActivationFunctions::softsign),
        with(
            "squareplus",
            "(x + √(x² + b)) / 2.",
            a -> ActivationFunctions.squareplus(x(a), a.number("b")),
            number("b", 4, "Smoothness.")),
        with(
            "soft_shrink",
            "x moved towards 0 by the threshold.",
            a -> ActivationFunctions.softShrink(x(a), a.number("threshold")),
            shrink),
        plain("sparse_plus", "0, then a parabola, then x.", ActivationFunctions::sparsePlus),
        silu,
        silu.named("swish"),
        with(
            "gelu",
            "x · Φ(x).",
            a -> ActivationFunctions.gelu(x(a), a.flag("approximate")),
            Arg.of("approximate", ArgTypes.BOOL, false, "Whether to approximate by tanh.")),
        with(
            "glu",
            "a · sigmoid(b), the halves of x.",
            a -> ActivationFunctions.glu(x(a), a.integer("axis")),
            AXIS),
        plain("tanh", "Hyperbolic tangent.", Maths::tanh),
        plain("tanh_shrink", "x - tanh(x).", ActivationFunctions::tanhShrink),
        with(
            "threshold",
            "x above the threshold, else a fixed value.",
            a ->
                ActivationFunctions.threshold(
                    x(a), a.number("threshold"), a.number("default_value")),
            Arg.required("threshold", ArgTypes.FLOAT, "Where x is kept."),
            Arg.required("default_value", ArgTypes.FLOAT, "Value elsewhere.")),
        plain("sigmoid", "1 / (1 + e⁻ˣ).", ActivationFunctions::sigmoid),
        plain("sparse_sigmoid", "0, then a line, then 1.", ActivationFunctions::sparseSigmoid),
        plain("exponential", "eˣ.", Maths::exp),
        plain("hard_sigmoid", "relu6(x + 3) / 6.", ActivationFunctions::hardSigmoid),
        hardSilu,
        hardSilu.named("hard_swish"),
        plain("hard_tanh", "x held between -1 and 1.", x -> Maths.clip(x, -1, 1)),
        with(
            "hard_shrink",
            "x where |x| is above the threshold, else 0.",
            a -> ActivationFunctions.hardShrink(x(a), a.number("threshold")),
            shrink),
        plain("linear", "x.", x -> x),
        plain("mish", "x · tanh(softplus(x)).", ActivationFunctions::mish),
        with(
            "log_softmax",
            "ln softmax(x).",
            a -> ActivationFunctions.logSoftmax(x(a), a.integer("axis")),
            AXIS),
        plain("log_sigmoid", "ln sigmoid(x).", ActivationFunctions::logSigmoid),
        with(
            "sparsemax",
            "Nearest point of the simplex.",
            a -> Sparsemax.apply(x(a), a.integer("axis")),
            AXIS));
  }

  private static Tensor relu(Arguments a) {
    return ActivationFunctions.relu(
        x(a), a.number("negative_slope"), a.number("max_value"), a.number("threshold"));
  }
}
