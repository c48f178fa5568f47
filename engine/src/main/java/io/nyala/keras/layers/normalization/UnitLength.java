package io.nyala.keras.layers.normalization;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.tensor.Tensor;

/** Vectors scaled to length 1. */
public final class UnitLength {

  private static final double SMALLEST = 1e-12;

  private UnitLength() {}

  /** {@code x / ‖x‖} along axes; vectors of length 0 stay as they are. */
  public static Tensor of(Tensor x, int... axes) {
    Tensor squares = Reduce.sum(Maths.square(x), axes, true);
    Tensor inverse =
        Arithmetic.minimum(Maths.rsqrt(squares), Arithmetic.like(squares, 1 / SMALLEST));
    return Arithmetic.multiply(x, inverse);
  }
}
