package io.nyala.keras.initializers;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Random values whose variance is {@code scale / n}, n the number of inputs, of outputs, or their
 * mean; Glorot, He and Lecun are special cases.
 *
 * <p>Source: keras.initializers.VarianceScaling.
 */
public final class VarianceScaling implements Initializer {

  /** The deviation of a normal distribution cut at two deviations. */
  private static final double TRUNCATED_DEVIATION = 0.87962566103423978;

  private static final Arg INPUT_AXES =
      Arg.of("input_axes", TensorTypes.AXES, null, "Axes that count as inputs.");
  private static final Arg OUTPUT_AXES =
      Arg.of("output_axes", TensorTypes.AXES, null, "Axes that count as outputs.");

  public static final KerasClass<VarianceScaling> CLASS =
      new KerasClass<>(
          "VarianceScaling",
          Initializers.MODULE,
          "Random values whose variance follows the shape of the weight.",
          ArgTable.of(
              "VarianceScaling",
              Arg.of("scale", ArgTypes.FLOAT, 1.0, "Positive factor of the variance."),
              Arg.of(
                  "mode", ArgTypes.oneOf("fan_in", "fan_out", "fan_avg"), "fan_in", "What n is."),
              Arg.of(
                  "distribution",
                  ArgTypes.oneOf("truncated_normal", "normal", "untruncated_normal", "uniform"),
                  "truncated_normal",
                  "Which distribution."),
              Initializers.SEED,
              INPUT_AXES,
              OUTPUT_AXES),
          a -> new VarianceScaling(a, a.number("scale"), a.string("mode"), distribution(a)));

  /** The special cases under names of their own. */
  static final List<KerasClass<VarianceScaling>> SPECIAL =
      List.of(
          special("GlorotUniform", 1, "fan_avg", "uniform"),
          special("GlorotNormal", 1, "fan_avg", "truncated_normal"),
          special("HeUniform", 2, "fan_in", "uniform"),
          special("HeNormal", 2, "fan_in", "truncated_normal"),
          special("LecunUniform", 1, "fan_in", "uniform"),
          special("LecunNormal", 1, "fan_in", "truncated_normal"));

  private final Arguments arguments;
  private final KerasClass<?> kerasClass;
  private final double scale;
  private final String mode;
  private final String distribution;
  private final long seed;

  private VarianceScaling(Arguments arguments, double scale, String mode, String distribution) {
    this(arguments, null, scale, mode, distribution);
    if (scale <= 0) {
      throw KerasException.value(
          "Argument `scale` must be positive float. Received: scale=" + scale);
    }
  }

  private VarianceScaling(
      Arguments arguments, String name, double scale, String mode, String distribution) {
    this.arguments = arguments;
    this.kerasClass =
        name == null
            ? null
            : SPECIAL.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    this.scale = scale;
    this.mode = mode;
    this.distribution = distribution;
    this.seed = Initializers.seed(arguments);
  }

  private static String distribution(Arguments a) {
    String name = a.string("distribution");
    return name.equals("normal") ? "truncated_normal" : name;
  }

  private static KerasClass<VarianceScaling> special(
      String name, double scale, String mode, String distribution) {
    return new KerasClass<>(
        name,
        Initializers.MODULE,
        "Random values, "
            + distribution.replace('_', ' ')
            + ", of variance "
            + (int) scale
            + " / "
            + mode
            + ".",
        ArgTable.of(name, Initializers.SEED, INPUT_AXES, OUTPUT_AXES),
        a -> new VarianceScaling(a, name, scale, mode, distribution));
  }

  @Override
  public Tensor create(Shape shape, DType dtype) {
    double variance = scale / Math.max(1, fan(shape));
    Random random = Random.of(seed);
    return switch (distribution) {
      case "uniform" -> {
        double limit = Math.sqrt(3 * variance);
        yield Initializers.fill(shape, dtype, () -> (2 * random.uniform() - 1) * limit);
      }
      case "truncated_normal" -> {
        double deviation = Math.sqrt(variance) / TRUNCATED_DEVIATION;
        yield Initializers.fill(shape, dtype, () -> random.truncatedNormal() * deviation);
      }
      default -> {
        double deviation = Math.sqrt(variance);
        yield Initializers.fill(shape, dtype, () -> random.normal() * deviation);
      }
    };
  }

  private double fan(Shape shape) {
    double in = fanIn(shape);
    double out = fanOut(shape);
    return mode.equals("fan_in") ? in : mode.equals("fan_out") ? out : (in + out) / 2;
  }

  private double fanIn(Shape shape) {
    int[] axes = axes();
    if (axes != null) {
      return product(shape, axes);
    }
    return shape.rank() == 0 ? 1 : shape.dim(Math.max(0, shape.rank() - 2)) * field(shape);
  }

  private double fanOut(Shape shape) {
    if (axes() != null) {
      return product(shape, TensorTypes.Axes.of(arguments, "output_axes"));
    }
    return shape.rank() == 0 ? 1 : shape.dim(-1) * field(shape);
  }

  /** The input axes, if both kinds are given: Keras looks at them only then. */
  private int[] axes() {
    return arguments.get("output_axes") == null
        ? null
        : TensorTypes.Axes.of(arguments, "input_axes");
  }

  private static double product(Shape shape, int[] axes) {
    double product = 1;
    for (int axis : axes) {
      product *= shape.dim(axis);
    }
    return product;
  }

  private static double field(Shape shape) {
    double product = 1;
    for (int i = 0; i < shape.rank() - 2; i++) {
      product *= shape.dim(i);
    }
    return product;
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kerasClass == null ? CLASS : kerasClass;
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = arguments.config();
    config.replace("distribution", distribution);
    return config;
  }
}
