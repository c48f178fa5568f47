package io.nyala.keras.layers.regularization;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** A layer that disturbs its input in training and leaves it alone else. Masks travel on. */
abstract class NoiseLayer extends UnaryLayer {

  private final double strength;
  private final Random random;

  /** A layer of these arguments, one of which says how strong the noise is. */
  NoiseLayer(Arguments arguments, String strength) {
    super(arguments);
    this.strength = arguments.number(strength);
    this.random = Random.of(arguments.integer("seed"));
  }

  /** The input with noise. */
  abstract Tensor noisy(Tensor x, double strength, Random random);

  @Override
  protected Tensor forward(Tensor input, Call call) {
    return call.isTraining() && strength > 0 ? noisy(input, strength, random) : input;
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }
}
