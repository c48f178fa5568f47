package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;

/** Rounded numbers, remainders, and what is no finite number. */
public final class Rounding {

  private Rounding() {}

  /** Rounded to so many decimals, halves to even. */
  public static Tensor round(Tensor x, int decimals) {
    if (decimals == 0 || !x.dtype().isFloating() && decimals > 0) {
      return x.dtype() == DType.BOOL ? x : Maths.round(x);
    }
    double scale = Math.pow(10, Math.abs(decimals));
    Tensor factor = Arithmetic.like(x, scale);
    return decimals > 0
        ? Arithmetic.divide(Maths.round(Arithmetic.scale(x, scale)), factor)
        : Arithmetic.scale(Maths.round(Arithmetic.divide(x, factor)), scale);
  }

  /** True where the element is infinite. */
  public static Tensor isInfinite(Tensor x) {
    return Elementwise.map(x, DType.BOOL, v -> Double.isInfinite(v) ? 1 : 0);
  }

  /** The whole part; no gradient. */
  public static Tensor truncate(Tensor x) {
    return Elementwise.map(x, v -> v < 0 ? Math.ceil(v) : Math.floor(v));
  }

  /** The remainder with the sign of {@code a}, as C's {@code fmod}; no gradient. */
  public static Tensor remainder(Tensor a, Tensor b) {
    return Elementwise.zip(a, b, null, (x, y) -> x % y);
  }

  /** Numbers in the place of what is not one; no gradient through those. */
  public static Tensor finite(Tensor x, double nan, double above, double below) {
    Tensor plain = Maths.isFinite(x);
    Tensor instead = Elementwise.map(x, v -> v != v ? nan : v > 0 ? above : below);
    return Compare.where(plain, x, instead);
  }
}
