package io.nyala.keras.layers.core;

import io.nyala.autograd.Matrix;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * A fully connected layer: {@code y = f(x·W + b)}.
 *
 * <p>Input {@code [batch, …, features]}; output {@code [batch, …, units]}. Source:
 * keras.layers.Dense.
 */
public final class Dense extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<Dense> CLASS =
      new KerasClass<>(
          "Dense",
          "keras.layers",
          "A fully connected layer.",
          LayerArgs.table(
              "Dense",
              Arg.required("units", ArgTypes.POSITIVE_INT, "The length of the output."),
              Arg.of("activation", Activations.TYPE, null, "The function applied at the end.")
                  .noneMeans("linear"),
              Arg.of("use_bias", ArgTypes.BOOL, true, "Whether a bias is added."),
              Arg.of(
                  "kernel_initializer", Initializers.TYPE, "glorot_uniform", "Makes the kernel."),
              Arg.of("bias_initializer", Initializers.TYPE, "zeros", "Makes the bias."),
              Arg.of("kernel_regularizer", Regularizers.TYPE, null, "A penalty on the kernel."),
              Arg.of("bias_regularizer", Regularizers.TYPE, null, "A penalty on the bias."),
              LayerArgs.ACTIVITY_REGULARIZER.inConfigIfSet(),
              Arg.of("kernel_constraint", Constraints.TYPE, null, "A constraint on the kernel."),
              Arg.of("bias_constraint", Constraints.TYPE, null, "A constraint on the bias."),
              LayerArgs.unsupported("lora_rank", null).notInConfig(),
              LayerArgs.unsupported("lora_alpha", null).notInConfig(),
              LayerArgs.unsupported("quantization_config", null)),
          Dense::new);

  private final int units;
  private Variable kernel;
  private Variable bias;

  /** A layer of these arguments. */
  public Dense(Arguments arguments) {
    super(arguments);
    this.units = arguments.integer("units");
  }

  /** A layer of this many units, with further arguments as names and values. */
  public Dense(int units, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(units), KerasClass.pairs(namesAndValues)));
  }

  @Override
  protected void checkInput(Shape input) {
    requireMinRank(input, 2);
    if (kernel != null) {
      requireAxis(input, -1, kernel.shape().dim(0));
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    int features = input.dim(-1);
    if (features == Shape.UNKNOWN) {
      throw KerasException.value(
          "The last dimension of the inputs to a Dense layer should be defined. Found None. Full"
              + " input shape received: "
              + input);
    }
    kernel = addWeight("kernel", "kernel", Shape.of(features, units));
    if (arguments().flag("use_bias")) {
      bias = addWeight("bias", "bias", Shape.of(units));
    }
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Tensor y =
        bias == null
            ? Matrix.matmul(input, kernel.value())
            : Matrix.affine(input, kernel.value(), bias.value());
    return arguments().get("activation", Activation.class).apply(y);
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input.with(-1, units);
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  public KerasClass<Dense> kerasClass() {
    return CLASS;
  }
}
