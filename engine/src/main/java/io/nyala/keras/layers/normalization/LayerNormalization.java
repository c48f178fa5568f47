package io.nyala.keras.layers.normalization;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every sample mean 0 and variance 1 along axes, then scales and shifts: {@code y = γ (x - μ)
 * / √(σ² + ε) + β}.
 *
 * <p>Input and output {@code [batch, …]}; γ and β have the extents of the axes. Masks travel on.
 * Source: Ba et al. 2016; keras.layers.LayerNormalization.
 */
public final class LayerNormalization extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<LayerNormalization> CLASS =
      new KerasClass<>(
          "LayerNormalization",
          "keras.layers",
          "Gives every sample mean 0 and variance 1.",
          LayerArgs.table(
                  "LayerNormalization",
                  Arg.of("axis", TensorTypes.AXES, -1, "The axis or axes to normalize."),
                  Arg.of("epsilon", ArgTypes.FLOAT, 0.001, "Added to the variance."),
                  Arg.of("center", ArgTypes.BOOL, true, "Whether beta is added."),
                  Arg.of("scale", ArgTypes.BOOL, true, "Whether to multiply by gamma."),
                  Arg.of("beta_initializer", Initializers.TYPE, "zeros", "Makes beta."),
                  Arg.of("gamma_initializer", Initializers.TYPE, "ones", "Makes gamma."),
                  Arg.of("beta_regularizer", Regularizers.TYPE, null, "A penalty on beta."),
                  Arg.of("gamma_regularizer", Regularizers.TYPE, null, "A penalty on gamma."),
                  Arg.of("beta_constraint", Constraints.TYPE, null, "A constraint on beta."),
                  Arg.of("gamma_constraint", Constraints.TYPE, null, "A constraint on gamma."))
              .with(List.of(LayerArgs.unsupported("rms_scaling", false))),
          LayerNormalization::new);

  private final int[] axes;
  private Variable gamma;
  private Variable beta;

  /** A layer of these arguments. */
  public LayerNormalization(Arguments arguments) {
    super(arguments);
    this.axes = TensorTypes.Axes.of(arguments, "axis");
  }

  @Override
  protected void checkInput(Shape input) {
    for (int axis : axes) {
      if (axis >= input.rank() || axis < -input.rank()) {
        throw KerasException.value(
            "Axis "
                + axis
                + " is out of bounds for input shape "
                + input
                + ". Received: axis="
                + Arrays.toString(axes));
      }
    }
  }

  private int[] sorted(Shape input) {
    return Arrays.stream(axes).map(input::normalize).sorted().toArray();
  }

  @Override
  protected void buildWeights(Shape input) {
    // As in Keras, axes counted from the end come first, whatever axes they are.
    Shape shape = Shape.of(Arrays.stream(axes).sorted().map(input::dim).toArray());
    if (arguments().flag("scale")) {
      gamma = addWeight("gamma", "gamma", shape);
    }
    if (arguments().flag("center")) {
      beta = addWeight("beta", "beta", shape);
    }
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    int[] along = sorted(input.shape());
    Tensor centred = Arithmetic.subtract(input, Reduce.mean(input, along, true));
    Tensor variance = Reduce.mean(Maths.square(centred), along, true);
    Tensor inverse = Maths.rsqrt(Arithmetic.shift(variance, arguments().number("epsilon")));
    Tensor y = Arithmetic.multiply(centred, inverse);
    y = gamma == null ? y : Arithmetic.multiply(y, wide(gamma, input.shape(), along));
    return beta == null ? y : Arithmetic.add(y, wide(beta, input.shape(), along));
  }

  private static Tensor wide(Variable weight, Shape input, int... along) {
    int[] dims = new int[input.rank()];
    Arrays.fill(dims, 1);
    for (int axis : along) {
      dims[axis] = input.dim(axis);
    }
    return Shapes.reshape(weight.value(), dims);
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
  public Map<String, Object> getConfig() {
    Map<String, Object> config = new LinkedHashMap<>(super.getConfig());
    if (isBuilt()) {
      config.put("axis", Arrays.stream(axes).sorted().boxed().toList());
    }
    return config;
  }

  @Override
  public KerasClass<LayerNormalization> kerasClass() {
    return CLASS;
  }
}
