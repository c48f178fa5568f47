package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;

import io.nyala.tensor.Tensor;

/** Logarithms and roots of other bases than e and 2, each beside its gradient. */
public final class Logarithms {

  private static final double LN2 = Math.log(2);

  private Logarithms() {}

  /** The logarithm to base 2, exact for powers of 2. */
  public static Tensor log2(Tensor x) {
    return Op.of(
        "log2",
        x,
        Elementwise.map(x, Logarithms::log2),
        g -> scale(multiply(g, Maths.reciprocal(x)), 1 / LN2));
  }

  private static double log2(double x) {
    if (!(x >= Double.MIN_NORMAL) || Double.isInfinite(x)) {
      return Math.log(x) / LN2;
    }
    int exponent = Math.getExponent(x);
    double mantissa = Math.scalb(x, -exponent);
    return mantissa > 1.5
        ? exponent + 1 + Math.log(mantissa / 2) / LN2
        : exponent + Math.log(mantissa) / LN2;
  }

  /** The logarithm to base 10. */
  public static Tensor log10(Tensor x) {
    return Op.of(
        "log10",
        x,
        Elementwise.map(x, Math::log10),
        g -> scale(multiply(g, Maths.reciprocal(x)), 1 / Math.log(10)));
  }

  /** {@code 2ˣ}. */
  public static Tensor exp2(Tensor x) {
    Tensor out = Elementwise.map(x, v -> Math.pow(2, v));
    return Op.of("exp2", x, out, g -> scale(multiply(g, out), LN2));
  }

  /** {@code ln(eᵃ + eᵇ)}. */
  public static Tensor logAddExp(Tensor a, Tensor b) {
    Tensor gap = Maths.abs(Arithmetic.subtract(a, b));
    return Arithmetic.add(
        Arithmetic.maximum(a, b), Maths.log1p(Maths.exp(Arithmetic.negative(gap))));
  }

  /** The cube root. */
  public static Tensor cbrt(Tensor x) {
    Tensor out = Elementwise.map(x, Math::cbrt);
    return Op.of(
        "cbrt", x, out, g -> scale(multiply(g, Maths.reciprocal(Maths.square(out))), 1.0 / 3));
  }
}
