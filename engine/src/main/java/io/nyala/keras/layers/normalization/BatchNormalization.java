package io.nyala.keras.layers.normalization;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Tape;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizers;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Gives every feature mean 0 and variance 1 over the batch, then scales and shifts: {@code y = γ (x
 * - μ) / √(σ² + ε) + β}.
 *
 * <p>In training, μ and σ² are those of the batch, without masked steps, and the moving averages
 * follow them; else they are the moving averages. Input and output {@code [batch, …, features]}.
 * Source: Ioffe and Szegedy 2015; keras.layers.BatchNormalization.
 */
public final class BatchNormalization extends UnaryLayer {

  /** Keeps a mean over nothing from dividing by 0; Keras' backend epsilon. */
  private static final double SMALL = 1e-7;

  /** The class and its arguments. */
  public static final KerasClass<BatchNormalization> CLASS =
      new KerasClass<>(
          "BatchNormalization",
          "keras.layers",
          "Gives every feature mean 0 and variance 1 over the batch.",
          LayerArgs.table(
              "BatchNormalization",
              Arg.of("axis", ArgTypes.INT, -1, "The axis of the features."),
              Arg.of("momentum", ArgTypes.FLOAT, 0.99, "How much of an average stays each step."),
              Arg.of("epsilon", ArgTypes.FLOAT, 0.001, "Added to the variance."),
              Arg.of("center", ArgTypes.BOOL, true, "Whether beta is added."),
              Arg.of("scale", ArgTypes.BOOL, true, "Whether to multiply by gamma."),
              Arg.of("beta_initializer", Initializers.TYPE, "zeros", "Makes beta."),
              Arg.of("gamma_initializer", Initializers.TYPE, "ones", "Makes gamma."),
              Arg.of("moving_mean_initializer", Initializers.TYPE, "zeros", "Makes that average."),
              Arg.of(
                  "moving_variance_initializer", Initializers.TYPE, "ones", "Makes that average."),
              Arg.of("beta_regularizer", Regularizers.TYPE, null, "A penalty on beta."),
              Arg.of("gamma_regularizer", Regularizers.TYPE, null, "A penalty on gamma."),
              Arg.of("beta_constraint", Constraints.TYPE, null, "A constraint on beta."),
              Arg.of("gamma_constraint", Constraints.TYPE, null, "A constraint on gamma."),
              LayerArgs.unsupported("renorm", false),
              LayerArgs.unsupported("renorm_clipping", null),
              LayerArgs.unsupported("renorm_momentum", 0.99),
              LayerArgs.unsupported("synchronized", false)),
          BatchNormalization::new);

  private final int axis;
  private final double epsilon;
  private Variable gamma;
  private Variable beta;
  private Variable movingMean;
  private Variable movingVariance;

  /** A layer of these arguments. */
  public BatchNormalization(Arguments arguments) {
    super(arguments);
    this.axis = arguments.integer("axis");
    this.epsilon = arguments.number("epsilon");
  }

  @Override
  protected void checkInput(Shape input) {
    if (axis >= input.rank() || axis < -input.rank()) {
      throw KerasException.value(
          "Axis "
              + axis
              + " is out of bounds for input shape "
              + input
              + ". Received: axis="
              + axis);
    }
    if (movingMean != null) {
      requireRank(input, builtFor().get(0).rank());
      requireAxis(input, axis, movingMean.shape().dim(0));
    }
  }

  @Override
  protected void buildWeights(Shape input) {
    Shape shape = Shape.of(input.dim(axis));
    if (arguments().flag("scale")) {
      gamma = addWeight("gamma", "gamma", shape);
    }
    if (arguments().flag("center")) {
      beta = addWeight("beta", "beta", shape);
    }
    movingMean = average("moving_mean", shape);
    movingVariance = average("moving_variance", shape);
  }

  private Variable average(String name, Shape shape) {
    Initializer start = arguments().get(name + "_initializer", Initializer.class);
    return addWeight(name, shape, start, null, null, false);
  }

  /** Mean and variance, with extent 1 where they are taken over. */
  private record Moments(Tensor mean, Tensor variance) {}

  @Override
  protected Tensor forward(Tensor input, Call call) {
    Moments moments;
    if (call.isTraining() && isTrainable()) {
      Tensor mask = call.mask(0);
      moments = mask == null ? moments(input) : moments(input, mask);
      follow(movingMean, moments.mean());
      follow(movingVariance, moments.variance());
    } else {
      Shape shape = input.shape();
      moments = new Moments(wide(movingMean, shape), wide(movingVariance, shape));
    }
    Tensor inverse = Maths.rsqrt(Arithmetic.shift(moments.variance(), epsilon));
    if (gamma != null) {
      inverse = Arithmetic.multiply(inverse, wide(gamma, input.shape()));
    }
    Tensor y = Arithmetic.multiply(Arithmetic.subtract(input, moments.mean()), inverse);
    return beta == null ? y : Arithmetic.add(y, wide(beta, input.shape()));
  }

  private int[] others(Shape input) {
    int features = input.normalize(axis);
    return IntStream.range(0, input.rank()).filter(i -> i != features).toArray();
  }

  private Moments moments(Tensor x) {
    int[] over = others(x.shape());
    Tensor mean = Reduce.mean(x, over, true);
    Tensor squares = Arithmetic.squaredDifference(x, Cast.stopGradient(mean));
    return new Moments(mean, Reduce.mean(squares, over, true));
  }

  private Moments moments(Tensor x, Tensor mask) {
    if (mask.rank() != x.rank() - 1) {
      throw KerasException.value(
          "The mask provided should be one dimension less than the inputs. Received: mask.shape="
              + mask.shape()
              + ", inputs.shape="
              + x.shape());
    }
    int[] over = others(x.shape());
    Tensor real = Shapes.broadcastTo(Shapes.expandDims(Cast.to(mask, DType.BOOL), -1), x.shape());
    Tensor zero = Arithmetic.like(x, 0);
    Tensor count = Arithmetic.shift(Reduce.sum(Cast.to(real, x.dtype()), over, true), SMALL);
    Tensor sum = Reduce.sum(Compare.where(real, x, zero), over, true);
    Tensor mean = Arithmetic.divide(sum, count);
    Tensor apart = Compare.where(real, Arithmetic.subtract(x, mean), zero);
    Tensor squares = Reduce.sum(Maths.square(apart), over, true);
    return new Moments(mean, Arithmetic.divide(squares, count));
  }

  private void follow(Variable average, Tensor now) {
    double momentum = arguments().number("momentum");
    Tape.withoutRecording(
        () -> {
          Tensor stays = Arithmetic.scale(average.value(), momentum);
          Tensor comes = Arithmetic.scale(Shapes.reshape(now, average.shape()), 1 - momentum);
          average.assign(Arithmetic.add(stays, comes));
        });
  }

  private Tensor wide(Variable weight, Shape input) {
    int[] dims = new int[input.rank()];
    Arrays.fill(dims, 1);
    dims[input.normalize(axis)] = weight.shape().dim(0);
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
  protected List<String> callArguments() {
    return List.of("training", "mask");
  }

  @Override
  public KerasClass<BatchNormalization> kerasClass() {
    return CLASS;
  }
}
