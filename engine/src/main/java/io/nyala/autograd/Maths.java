package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** Functions of one number, applied to every element, each beside its gradient. */
public final class Maths {

  /** From here on elements are mapped by vectors. */
  private static final int LONG = 128;

  private static final Kernels KERNELS = Compute.kernels();

  private Maths() {}

  /** {@code y = f(x)} for n elements. */
  @FunctionalInterface
  private interface Kernel {
    void run(int n, float[] x, int xOff, float[] y, int yOff);
  }

  /**
   * By a kernel where there is much to do. The kernels are right to a few ulp only, so what is
   * short, as where people look at single digits, is rounded from double precision.
   */
  private static Tensor map(Tensor x, DoubleUnaryOperator f, Kernel kernel) {
    if (x.dtype() != DType.FLOAT32 || x.elements() < LONG) {
      return map(x, f);
    }
    float[] out = new float[x.elements()];
    kernel.run(out.length, x.floats(), 0, out, 0);
    return Tensor.of(x.shape(), out);
  }

  private static Tensor map(Tensor x, DoubleUnaryOperator f) {
    DType type = x.dtype().isFloating() ? x.dtype() : DType.FLOAT32;
    return Elementwise.map(x, type, f);
  }

  /** {@code eˣ}. */
  public static Tensor exp(Tensor x) {
    Tensor out = map(x, Math::exp, KERNELS::exp);
    return Op.of("exp", x, out, g -> multiply(g, out));
  }

  /** {@code eˣ - 1}. */
  public static Tensor expm1(Tensor x) {
    Tensor out = map(x, Math::expm1);
    return Op.of("expm1", x, out, g -> multiply(g, shift(out, 1)));
  }

  /** The natural logarithm. */
  public static Tensor log(Tensor x) {
    return Op.of("log", x, map(x, Math::log), g -> divide(g, x));
  }

  /** {@code ln(1 + x)}. */
  public static Tensor log1p(Tensor x) {
    return Op.of("log1p", x, map(x, Math::log1p), g -> divide(g, shift(x, 1)));
  }

  /** The square root. */
  public static Tensor sqrt(Tensor x) {
    Tensor out = map(x, Math::sqrt);
    return Op.of("sqrt", x, out, g -> whereFlows(g, divide(scale(g, 0.5), out)));
  }

  /** {@code 1 / √x}. */
  public static Tensor rsqrt(Tensor x) {
    Tensor out = map(x, v -> 1 / Math.sqrt(v));
    return Op.of(
        "rsqrt",
        x,
        out,
        g -> whereFlows(g, multiply(scale(g, -0.5), multiply(out, multiply(out, out)))));
  }

  /** Zero where no gradient arrives, even at 0 where the slope is infinite, as in TensorFlow. */
  private static Tensor whereFlows(Tensor g, Tensor product) {
    Tensor zero = like(g, 0);
    return Compare.where(Compare.equal(g, zero), zero, product);
  }

  /** {@code x²}. */
  public static Tensor square(Tensor x) {
    return multiply(x, x);
  }

  /** {@code 1 / x}. */
  public static Tensor reciprocal(Tensor x) {
    return divide(like(x, 1), x);
  }

  /** {@code |x|}. */
  public static Tensor abs(Tensor x) {
    Tensor out = Wholes.is(x.dtype()) ? Wholes.map(x, Math::abs) : Elementwise.map(x, Math::abs);
    return Op.of("abs", x, out, g -> multiply(g, sign(x)));
  }

  /** -1, 0 or 1. */
  public static Tensor sign(Tensor x) {
    return Elementwise.map(x, Math::signum);
  }

  /** The sine. */
  public static Tensor sin(Tensor x) {
    return Op.of("sin", x, map(x, Math::sin), g -> multiply(g, cos(x)));
  }

  /** The cosine. */
  public static Tensor cos(Tensor x) {
    return Op.of("cos", x, map(x, Math::cos), g -> negative(multiply(g, sin(x))));
  }

  /** The tangent. */
  public static Tensor tan(Tensor x) {
    Tensor out = map(x, Math::tan);
    return Op.of("tan", x, out, g -> multiply(g, shift(square(out), 1)));
  }

  /** The inverse sine. */
  public static Tensor asin(Tensor x) {
    return Op.of("asin", x, map(x, Math::asin), g -> multiply(g, rsqrt(oneMinusSquare(x))));
  }

  /** The inverse cosine. */
  public static Tensor acos(Tensor x) {
    return Op.of(
        "acos", x, map(x, Math::acos), g -> negative(multiply(g, rsqrt(oneMinusSquare(x)))));
  }

  /** The inverse tangent. */
  public static Tensor atan(Tensor x) {
    return Op.of("atan", x, map(x, Math::atan), g -> divide(g, shift(square(x), 1)));
  }

  /** The hyperbolic sine. */
  public static Tensor sinh(Tensor x) {
    return Op.of("sinh", x, map(x, Math::sinh), g -> multiply(g, cosh(x)));
  }

  /** The hyperbolic cosine. */
  public static Tensor cosh(Tensor x) {
    return Op.of("cosh", x, map(x, Math::cosh), g -> multiply(g, sinh(x)));
  }

  /** The hyperbolic tangent. */
  public static Tensor tanh(Tensor x) {
    Tensor out = map(x, Math::tanh, KERNELS::tanh);
    return Op.of("tanh", x, out, g -> multiply(g, oneMinusSquare(out)));
  }

  private static Tensor oneMinusSquare(Tensor x) {
    return subtract(like(x, 1), square(x));
  }

  /** {@code 1 / (1 + e⁻ˣ)}. */
  public static Tensor sigmoid(Tensor x) {
    Tensor out =
        map(x, v -> v >= 0 ? 1 / (1 + Math.exp(-v)) : 1 - 1 / (1 + Math.exp(v)), KERNELS::sigmoid);
    return Op.of("sigmoid", x, out, g -> multiply(g, multiply(out, subtract(like(out, 1), out))));
  }

  /** {@code ln(1 + eˣ)}. */
  public static Tensor softplus(Tensor x) {
    Tensor out = map(x, v -> Math.max(v, 0) + Math.log1p(Math.exp(-Math.abs(v))));
    return Op.of("softplus", x, out, g -> multiply(g, sigmoid(x)));
  }

  /** {@code max(x, 0)}, with gradient 0 at 0. */
  public static Tensor relu(Tensor x) {
    boolean floats = x.dtype() == DType.FLOAT32;
    Tensor out =
        floats
            ? map(x, v -> v > 0 ? v : v != v ? v : 0, KERNELS::relu)
            : Elementwise.map(x, v -> v > 0 ? v : v != v ? v : 0);
    return Op.of("relu", x, out, g -> floats ? whereAbove(g, out) : multiply(g, above(x)));
  }

  private static Tensor above(Tensor x) {
    return Elementwise.map(x, v -> v > 0 ? 1 : 0);
  }

  /** {@code g} where a relu lets its input through, 0 elsewhere. */
  private static Tensor whereAbove(Tensor g, Tensor relu) {
    float[] dx = new float[g.elements()];
    KERNELS.reluGrad(dx.length, relu.floats(), 0, g.floats(), 0, dx, 0);
    return Op.of("relu_grad", g, Tensor.of(g.shape(), dx), gg -> whereAbove(gg, relu));
  }

  /** The Gauss error function. */
  public static Tensor erf(Tensor x) {
    return Op.of(
        "erf",
        x,
        map(x, Maths::erf),
        g -> multiply(g, scale(exp(negative(square(x))), 2 / Math.sqrt(Math.PI))));
  }

  /** {@code erf} by its series near 0 and a continued fraction beyond, to double precision. */
  private static double erf(double x) {
    double a = Math.abs(x);
    if (a < 2.5) {
      double term = a;
      double sum = a;
      for (int n = 1; n < 80 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
        term *= -a * a / n;
        sum += term / (2 * n + 1);
      }
      return Math.signum(x) * sum * 2 / Math.sqrt(Math.PI);
    }
    if (a > 6) {
      return Math.signum(x);
    }
    double fraction = a;
    for (int n = 60; n > 0; n--) {
      fraction = a + n / 2.0 / fraction;
    }
    return Math.signum(x) * (1 - Math.exp(-a * a) / (fraction * Math.sqrt(Math.PI)));
  }

  /** Rounded down; no gradient. */
  public static Tensor floor(Tensor x) {
    return Elementwise.map(x, Math::floor);
  }

  /** Rounded up; no gradient. */
  public static Tensor ceil(Tensor x) {
    return Elementwise.map(x, Math::ceil);
  }

  /** Rounded to the nearest whole number, halves to even; no gradient. */
  public static Tensor round(Tensor x) {
    return Elementwise.map(x, Math::rint);
  }

  /** {@code x} held between two bounds; outside them no gradient flows. */
  public static Tensor clip(Tensor x, double low, double high) {
    Tensor out = Elementwise.map(x, v -> v != v ? v : Math.min(Math.max(v, low), high));
    return Op.of(
        "clip", x, out, g -> multiply(g, Elementwise.map(x, v -> v >= low && v <= high ? 1 : 0)));
  }

  /** True where the element is not a number. */
  public static Tensor isNan(Tensor x) {
    return Elementwise.map(x, DType.BOOL, v -> v != v ? 1 : 0);
  }

  /** True where the element is finite. */
  public static Tensor isFinite(Tensor x) {
    return Elementwise.map(x, DType.BOOL, v -> Double.isFinite(v) ? 1 : 0);
  }
}
