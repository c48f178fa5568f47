package io.nyala.keras.layers.activation;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Variable;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
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
 * A rectifier whose slope below 0 is learnt: {@code y = max(x, 0) + α·min(x, 0)}.
 *
 * <p>Input {@code [batch, …]}; {@code α} has the shape of one sample, with 1 for shared axes.
 * Source: He et al. 2015; keras.layers.PReLU.
 */
public final class PReLU extends UnaryLayer {

  private static final ArgType<List<Integer>> SHARED =
      ArgTypes.simple(
          "a list of axes",
          value ->
              value instanceof List<?> list
                  ? list.stream().map(ArgTypes.POSITIVE_INT::convert).toList()
                  : List.of(ArgTypes.POSITIVE_INT.convert(value)));

  /** The class and its arguments. */
  public static final KerasClass<PReLU> CLASS =
      new KerasClass<>(
          "PReLU",
          "keras.layers",
          "A rectifier whose slope below 0 is learnt.",
          LayerArgs.table(
              "PReLU",
              Arg.of("alpha_initializer", Initializers.TYPE, "Zeros", "Makes the slopes."),
              Arg.of("alpha_regularizer", Regularizers.TYPE, null, "A penalty on the slopes."),
              Arg.of("alpha_constraint", Constraints.TYPE, null, "A constraint on the slopes."),
              Arg.of("shared_axes", SHARED, null, "Axes along which all share one slope.")),
          PReLU::new);

  private Variable alpha;

  /** A layer of these arguments. */
  public PReLU(Arguments arguments) {
    super(arguments);
  }

  @Override
  protected void checkInput(Shape input) {
    if (alpha == null) {
      return;
    }
    requireRank(input, alpha.shape().rank() + 1);
    for (int axis = 1; axis < input.rank(); axis++) {
      if (alpha.shape().dim(axis - 1) != 1) {
        requireAxis(input, axis, alpha.shape().dim(axis - 1));
      }
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    Shape shape = input.slice(1, input.rank());
    if (arguments().get("shared_axes") instanceof List<?> shared) {
      for (Object axis : shared) {
        shape = shape.with((Integer) axis - 1, 1);
      }
    }
    alpha = addWeight("alpha", "alpha", shape);
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Tensor below = Maths.relu(Arithmetic.negative(input));
    return Arithmetic.subtract(Maths.relu(input), Arithmetic.multiply(alpha.value(), below));
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
  public KerasClass<PReLU> kerasClass() {
    return CLASS;
  }
}
