package io.nyala.keras.utils;

import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.tensor.Tensor;

/** Small formulas that several Keras objects share. */
public final class Numerics {

  /** Keras' fuzz factor, {@code keras.config.epsilon()}. */
  public static final double EPSILON = 1e-7;

  private Numerics() {}

  /**
   * {@code x / max(|x|, ε)}, the norm taken along these axes. Source: keras.ops.normalize.
   *
   * <p>The bound is put on the square, so that a vector of zeros has a gradient.
   */
  public static Tensor normalize(Tensor x, int... axes) {
    Tensor squares = Reduce.sum(Maths.square(x), axes, true);
    return multiply(x, Maths.rsqrt(maximum(squares, like(x, EPSILON * EPSILON))));
  }
}
