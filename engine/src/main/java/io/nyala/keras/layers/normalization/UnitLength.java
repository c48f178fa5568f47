package io.nyala.keras.layers.normalization;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.tensor.Tensor;

/** Vectors scaled to length 1. */
public final class UnitLength {

  private UnitLength() {}

  /**
   * {@code x / ‖x‖} along axes; vectors of length 0 stay as they are.
   *
   * @param smallest the length below which vectors are divided by this length instead
   */
  public static Tensor of(Tensor x, double smallest, int... axes) {
    Tensor squares = Reduce.sum(Maths.square(x), axes, true);
    Tensor inverse =
        Arithmetic.minimum(Maths.rsqrt(squares), Arithmetic.like(squares, 1 / smallest));
    return Arithmetic.multiply(x, inverse);
  }
}
