package io.nyala.keras.layers.regularization;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * In training, sets a random share of its inputs to 0 and scales the others up by {@code 1 / (1 -
 * rate)}; else leaves them alone.
 *
 * <p>Input and output {@code [batch, …]}. Source: Srivastava et al. 2014; keras.layers.Dropout.
 */
public final class Dropout extends NoiseLayer {

  static final Arg RATE =
      Arg.required(
          "rate",
          ArgTypes.simple("a float between 0 and 1", Dropout::fraction),
          "The share of inputs dropped.");
  static final Arg SEED = Arg.of("seed", ArgTypes.INT, null, "The seed of the noise.");

  private static final ArgType<Shape> EXTENTS =
      ArgTypes.simple(
          "a tuple of positive integers and None",
          value ->
              value instanceof List<?> list && !list.contains(0)
                  ? ArgTypes.SHAPE.convert(list)
                  : null);

  static final Arg NOISE_SHAPE =
      Arg.of("noise_shape", EXTENTS, null, "The shape of the noise; 1 where it is shared.");

  /** The class and its arguments. */
  public static final KerasClass<Dropout> CLASS =
      new KerasClass<>(
          "Dropout",
          "keras.layers",
          "Sets a random share of its inputs to 0 in training.",
          LayerArgs.table("Dropout", RATE, NOISE_SHAPE, SEED),
          Dropout::new);

  /** A layer of these arguments. */
  public Dropout(Arguments arguments) {
    super(arguments, "rate");
  }

  /** A layer that drops this share, with further arguments as names and values. */
  public Dropout(double rate, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(rate), KerasClass.pairs(namesAndValues)));
  }

  private static Double fraction(Object value) {
    Number number = ArgTypes.number(value);
    if (number != null && !(number.doubleValue() >= 0 && number.doubleValue() <= 1)) {
      throw KerasException.value(
          "Invalid value received for argument `rate`. Expected a float value between 0 and 1."
              + " Received: rate="
              + value);
    }
    return number == null ? null : Double.valueOf(number.doubleValue());
  }

  @Override
  Tensor noisy(Tensor x, double rate, Random random) {
    Shape noise = noiseShape(x.shape(), arguments().get("noise_shape", Shape.class));
    return drop(x, rate, noise, random);
  }

  @Override
  public KerasClass<Dropout> kerasClass() {
    return CLASS;
  }

  /** The noise's shape, with the input's extents where it leaves them open. */
  static Shape noiseShape(Shape x, Shape given) {
    if (given == null) {
      return x;
    }
    Shape whole = given;
    for (int axis = 0; axis < given.rank(); axis++) {
      if (given.dim(axis) == Shape.UNKNOWN && axis < x.rank()) {
        whole = whole.with(axis, x.dim(axis));
      }
    }
    return whole;
  }

  /** Drops a share of {@code x}, elements that share noise together, and scales up the rest. */
  public static Tensor drop(Tensor x, double rate, Shape noise, Random random) {
    double scale = rate < 1 ? 1 / (1 - rate) : 0;
    return Arithmetic.multiply(x, kept(x.dtype(), rate, noise, scale, random));
  }

  /** {@code scale} where an element is kept, 0 where it is dropped. */
  static Tensor kept(DType type, double rate, Shape shape, double scale, Random random) {
    Tensor mask = Tensor.zeros(type, shape);
    if (type == DType.FLOAT32) {
      float[] floats = mask.floats();
      for (int i = 0; i < floats.length; i++) {
        floats[i] = random.uniform() >= rate ? (float) scale : 0;
      }
      return mask;
    }
    for (int i = 0; i < mask.elements(); i++) {
      if (random.uniform() >= rate) {
        mask.put(i, scale);
      }
    }
    return mask;
  }
}
