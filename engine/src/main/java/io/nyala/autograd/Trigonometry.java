package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.tensor.Tensor;

/** Angles, triangles and the inverse hyperbolic functions, each beside its gradient. */
public final class Trigonometry {

  private Trigonometry() {}

  /** The inverse hyperbolic sine. */
  public static Tensor asinh(Tensor x) {
    Tensor out = Elementwise.map(x, Trigonometry::asinh);
    return Op.of("asinh", x, out, g -> multiply(g, Maths.rsqrt(shift(Maths.square(x), 1))));
  }

  private static double asinh(double x) {
    double a = Math.abs(x);
    return Math.copySign(Math.log1p(a + a * a / (1 + Math.hypot(a, 1))), x);
  }

  /** The inverse hyperbolic cosine. */
  public static Tensor acosh(Tensor x) {
    Tensor out = Elementwise.map(x, v -> Math.log(v + Math.sqrt(v - 1) * Math.sqrt(v + 1)));
    return Op.of("acosh", x, out, g -> multiply(g, Maths.rsqrt(shift(Maths.square(x), -1))));
  }

  /** The inverse hyperbolic tangent. */
  public static Tensor atanh(Tensor x) {
    Tensor out = Elementwise.map(x, v -> (Math.log1p(v) - Math.log1p(-v)) / 2);
    return Op.of("atanh", x, out, g -> divide(g, subtract(like(x, 1), Maths.square(x))));
  }

  /** The angle of the point {@code (x, y)}, from -π to π. */
  public static Tensor atan2(Tensor y, Tensor x) {
    Tensor out = Elementwise.zip(y, x, null, Math::atan2);
    return Op.of(
        "atan2",
        y,
        x,
        out,
        g -> Arithmetic.unbroadcast(multiply(g, divide(x, squares(y, x))), y.shape()),
        g -> Arithmetic.unbroadcast(negative(multiply(g, divide(y, squares(y, x)))), x.shape()));
  }

  private static Tensor squares(Tensor a, Tensor b) {
    return Arithmetic.add(Maths.square(a), Maths.square(b));
  }

  /** {@code √(a² + b²)}. */
  public static Tensor hypot(Tensor a, Tensor b) {
    Tensor out = Elementwise.zip(a, b, null, Math::hypot);
    return Op.of(
        "hypot",
        a,
        b,
        out,
        g -> Arithmetic.unbroadcast(multiply(g, divide(a, out)), a.shape()),
        g -> Arithmetic.unbroadcast(multiply(g, divide(b, out)), b.shape()));
  }

  /** Degrees as radians. */
  public static Tensor radians(Tensor degrees) {
    return Arithmetic.scale(degrees, Math.PI / 180);
  }

  /** Radians as degrees. */
  public static Tensor degrees(Tensor radians) {
    return Arithmetic.scale(radians, 180 / Math.PI);
  }
}
