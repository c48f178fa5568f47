package io.nyala.keras.layers.regularization;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers that disturb their inputs in training, beside {@link Dropout}. */
public final class NoiseLayers {

  private static final double ALPHA = 1.6732632423543772;
  private static final double SCALE = 1.0507009873554805;

  /** The classes. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          new KerasClass<>(
              "SpatialDropout1D",
              "keras.layers",
              "Drops whole features of [batch, time, features] in training.",
              ArgTable.of(
                  "SpatialDropout1D", Dropout.RATE, Dropout.SEED, LayerArgs.NAME, LayerArgs.DTYPE),
              Spatial::new),
          define(
              "GaussianNoise",
              "stddev",
              "Adds normal noise in training.",
              (x, deviation, a, random) -> Arithmetic.add(x, normal(x, 0, deviation, random)),
              Arg.required("stddev", Dropout.RATE.type(), "The deviation of the noise."),
              Dropout.SEED),
          define(
              "GaussianDropout",
              "rate",
              "Multiplies by normal noise of mean 1 in training.",
              (x, rate, a, random) ->
                  Arithmetic.multiply(x, normal(x, 1, Math.sqrt(rate / (1 - rate)), random)),
              Dropout.RATE,
              Dropout.SEED),
          define(
              "AlphaDropout",
              "rate",
              "Drops a share in training and keeps mean and variance, for use with selu.",
              NoiseLayers::alphaDropout,
              Dropout.RATE,
              Dropout.NOISE_SHAPE,
              Dropout.SEED));

  private NoiseLayers() {}

  private interface Noise {
    Tensor apply(Tensor x, double strength, Arguments arguments, Random random);
  }

  private static KerasClass<NoiseLayer> define(
      String name, String strength, String doc, Noise noise, Arg... args) {
    return new KerasClass<>(
        name,
        "keras.layers",
        doc,
        LayerArgs.table(name, args),
        arguments -> new Simple(arguments, strength, noise));
  }

  private static Tensor normal(Tensor like, double mean, double deviation, Random random) {
    Tensor noise = Tensor.zeros(like.dtype(), like.shape());
    for (int i = 0; i < noise.elements(); i++) {
      noise.put(i, mean + deviation * random.normal());
    }
    return noise;
  }

  private static Tensor alphaDropout(Tensor x, double rate, Arguments arguments, Random random) {
    Shape shape = Dropout.noiseShape(x.shape(), arguments.get("noise_shape", Shape.class));
    Tensor kept = Dropout.kept(x.dtype(), rate, shape, 1, random);
    double low = -ALPHA * SCALE;
    double a = 1 / Math.sqrt((1 - rate) * (1 + rate * low * low));
    Tensor dropped = Arithmetic.scale(Arithmetic.shift(kept, -1), -low);
    Tensor mixed = Arithmetic.add(Arithmetic.multiply(x, kept), dropped);
    return Arithmetic.shift(Arithmetic.scale(mixed, a), -a * low * rate);
  }

  /** Noise by a rule. */
  private static final class Simple extends NoiseLayer {
    private final Noise noise;

    Simple(Arguments arguments, String strength, Noise noise) {
      super(arguments, strength);
      this.noise = noise;
    }

    @Override
    Tensor noisy(Tensor x, double strength, Random random) {
      return noise.apply(x, strength, arguments(), random);
    }

    @Override
    public KerasClass<?> kerasClass() {
      return Catalog.get("keras.layers", arguments().table().owner());
    }
  }

  /** Dropout of features, the same ones at every step. */
  private static final class Spatial extends NoiseLayer {
    Spatial(Arguments arguments) {
      super(arguments, "rate");
    }

    @Override
    protected void checkInput(Shape input) {
      requireRank(input, 3);
    }

    @Override
    Tensor noisy(Tensor x, double rate, Random random) {
      return Dropout.drop(x, rate, x.shape().with(1, 1), random);
    }

    @Override
    public Map<String, Object> getConfig() {
      Map<String, Object> config = new LinkedHashMap<>();
      config.put("rate", arguments().number("rate"));
      config.put("seed", arguments().integer("seed"));
      config.put("name", getName());
      config.put("dtype", arguments().get("dtype", DType.class).typeName());
      return config;
    }

    @Override
    public KerasClass<?> kerasClass() {
      return Catalog.get("keras.layers", "SpatialDropout1D");
    }
  }
}
