package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Logarithms;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Rounding;
import io.nyala.autograd.Trigonometry;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.math.BigInteger;
import java.util.function.LongBinaryOperator;

/** NumPy's functions of single elements, beside those that TensorFlow has too. */
final class NpElements {

  private NpElements() {}

  static void into(Library np) {
    angles(np);
    powers(np);
    rounding(np);
    tests(np);
    np.def("gcd(x1, x2)", g -> whole(g, (a, b) -> gcd(a, b)));
    np.def("lcm(x1, x2)", g -> whole(g, (a, b) -> a == 0 ? 0 : Math.abs(a / gcd(a, b) * b)));
    np.binary("bitwise_and", (a, b) -> bits(a, b, (x, y) -> x & y));
    np.binary("bitwise_or", (a, b) -> bits(a, b, (x, y) -> x | y));
    np.binary("bitwise_xor", (a, b) -> bits(a, b, (x, y) -> x ^ y));
    np.binary("left_shift", (a, b) -> bits(a, b, (x, y) -> x << y));
    np.binary("right_shift", (a, b) -> bits(a, b, (x, y) -> x >> y));
  }

  private static void angles(Library np) {
    np.floating("arcsin", Maths::asin).floating("arccos", Maths::acos);
    np.floating("arctan", Maths::atan);
    np.floating("arcsinh", Trigonometry::asinh).floating("arccosh", Trigonometry::acosh);
    np.floating("arctanh", Trigonometry::atanh);
    np.floating("deg2rad", Trigonometry::radians).alias("radians", "deg2rad");
    np.floating("rad2deg", Trigonometry::degrees).alias("degrees", "rad2deg");
    np.def("arctan2(x1, x2)", g -> Trigonometry.atan2(g.floats("x1"), g.floats("x2")));
    np.def("hypot(x1, x2)", g -> Trigonometry.hypot(g.floats("x1"), g.floats("x2")));
    np.floating("sinc", NpElements::sinc);
  }

  private static Tensor sinc(Tensor x) {
    Tensor turn = Arithmetic.scale(x, Math.PI);
    Tensor zero = Compare.equal(x, Arithmetic.like(x, 0));
    Tensor safe = Compare.where(zero, Arithmetic.like(x, 1), turn);
    return Compare.where(zero, Arithmetic.like(x, 1), Arithmetic.divide(Maths.sin(safe), safe));
  }

  private static void powers(Library np) {
    np.floating("log2", Logarithms::log2).floating("log10", Logarithms::log10);
    np.floating("exp2", Logarithms::exp2).floating("cbrt", Logarithms::cbrt);
    np.def("logaddexp(x1, x2)", g -> Logarithms.logAddExp(g.floats("x1"), g.floats("x2")));
    np.binary("power", NpElements::power).alias("pow", "power");
    np.def(
        "float_power(x1, x2)",
        g -> Arithmetic.power(g.floats("x1").cast(DType.FLOAT64), g.floats("x2")));
  }

  private static Tensor power(Tensor a, Tensor b) {
    for (int i = 0; a.dtype().isInteger() && b.dtype().isInteger() && i < b.elements(); i++) {
      if (b.getDouble(i) < 0) {
        throw PyError.value("Integers to negative integer powers are not allowed.");
      }
    }
    return Arithmetic.power(a, b);
  }

  private static void rounding(Library np) {
    np.def("round(a, decimals=0)", g -> Rounding.round(g.tensor("a"), g.integer("decimals")));
    np.alias("around", "round");
    np.unary("rint", Maths::round);
    np.unary("trunc", Rounding::truncate).alias("fix", "trunc");
    np.binary("mod", Arithmetic::floorMod).alias("remainder", "mod");
    np.binary("fmod", Rounding::remainder);
    np.binary("floor_divide", Arithmetic::floorDivide);
    np.def(
        "divmod(x1, x2)",
        g -> {
          Tensor[] pair = g.pair("x1", "x2");
          return Tuple.of(
              Arithmetic.floorDivide(pair[0], pair[1]), Arithmetic.floorMod(pair[0], pair[1]));
        });
    np.def(
        "modf(x)",
        g -> {
          Tensor whole = Rounding.truncate(g.floats("x"));
          return Tuple.of(Arithmetic.subtract(g.floats("x"), whole), whole);
        });
    np.def(
        "nan_to_num(x, copy=True, nan=0.0, posinf=None, neginf=None)",
        g ->
            Rounding.finite(
                g.floats("x"),
                g.number("nan"),
                g.has("posinf") ? g.number("posinf") : largest(g),
                g.has("neginf") ? g.number("neginf") : -largest(g)));
  }

  private static double largest(Given g) {
    return g.floats("x").dtype() == DType.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
  }

  private static void tests(Library np) {
    np.unary("isnan", Maths::isNan).unary("isfinite", Maths::isFinite);
    np.unary("isinf", Rounding::isInfinite);
    np.unary("isposinf", x -> Compare.equal(x, Arithmetic.like(x, Double.POSITIVE_INFINITY)));
    np.unary("isneginf", x -> Compare.equal(x, Arithmetic.like(x, Double.NEGATIVE_INFINITY)));
    np.unary("invert", x -> x.dtype() == DType.BOOL ? Compare.not(x) : bits(x, x, (a, b) -> ~a));
    np.alias("bitwise_not", "invert").alias("bitwise_invert", "invert");
    np.unary(
        "signbit", x -> Compare.less(Arithmetic.divide(x, Maths.abs(x)), Arithmetic.like(x, 0)));
    np.binary(
        "fmax",
        (a, b) ->
            Compare.where(
                Maths.isNan(a), b, Compare.where(Maths.isNan(b), a, Arithmetic.maximum(a, b))));
    np.binary(
        "fmin",
        (a, b) ->
            Compare.where(
                Maths.isNan(a), b, Compare.where(Maths.isNan(b), a, Arithmetic.minimum(a, b))));
    np.binary(
        "heaviside",
        (x, at) -> {
          Tensor step = Compare.greater(x, Arithmetic.like(x, 0)).cast(x.dtype());
          return Compare.where(Compare.equal(x, Arithmetic.like(x, 0)), at, step);
        });
    np.unary("positive", x -> x);
  }

  private static Tensor whole(Given g, LongBinaryOperator f) {
    Tensor[] pair = g.pair("x1", "x2");
    return bits(pair[0], pair[1], f);
  }

  private static Tensor bits(Tensor a, Tensor b, LongBinaryOperator f) {
    if (a.dtype().isFloating() || b.dtype().isFloating()) {
      throw PyError.type("this takes whole numbers; received " + a.dtype() + " and " + b.dtype());
    }
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    Tensor x = io.nyala.autograd.Shapes.broadcastTo(a, shape);
    Tensor y = io.nyala.autograd.Shapes.broadcastTo(b, shape);
    long[] out = new long[shape.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = f.applyAsLong(x.getLong(i), y.getLong(i));
    }
    return Tensor.of(shape, out).cast(a.dtype());
  }

  private static long gcd(long a, long b) {
    return BigInteger.valueOf(a).gcd(BigInteger.valueOf(b)).longValue();
  }
}
