package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.dsl.names.Library;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;

/** The element-by-element functions that {@code tf}, {@code tf.math} and {@code np} share. */
public final class ElementNames {

  private ElementNames() {}

  public static void into(Library to) {
    to.floating("exp", Maths::exp).floating("expm1", Maths::expm1);
    to.floating("log", Maths::log).floating("log1p", Maths::log1p);
    to.floating("sqrt", Maths::sqrt).unary("square", Maths::square);
    to.floating("sin", Maths::sin).floating("cos", Maths::cos).floating("tan", Maths::tan);
    to.floating("sinh", Maths::sinh).floating("cosh", Maths::cosh).floating("tanh", Maths::tanh);
    to.unary("abs", Maths::abs).unary("sign", Maths::sign).unary("negative", Arithmetic::negative);
    to.unary("floor", Maths::floor).unary("ceil", Maths::ceil);
    to.floating("reciprocal", Maths::reciprocal);
    to.binary("add", Arithmetic::add).binary("subtract", Arithmetic::subtract);
    to.binary("multiply", Arithmetic::multiply).binary("divide", Arithmetic::divide);
    to.binary("maximum", Arithmetic::maximum).binary("minimum", Arithmetic::minimum);
    to.binary("equal", Compare::equal).binary("not_equal", Compare::notEqual);
    to.binary("less", Compare::less).binary("less_equal", Compare::lessEqual);
    to.binary("greater", Compare::greater).binary("greater_equal", Compare::greaterEqual);
    to.binary("logical_and", Compare::and).binary("logical_or", Compare::or);
    to.binary("logical_xor", Compare::xor).unary("logical_not", Compare::not);
  }

  /** log₂ and log₁₀, which NumPy has and TensorFlow has not. */
  public static void logarithms(Library to) {
    to.floating("log2", x -> Arithmetic.scale(Maths.log(x), 1 / Math.log(2)));
    to.floating("log10", x -> Arithmetic.scale(Maths.log(x), 1 / Math.log(10)));
  }

  /** Rounded to so many decimals, halves to even. */
  public static Tensor round(Tensor x, int decimals) {
    if (decimals == 0 || !x.dtype().isFloating() && decimals > 0) {
      return x.dtype() == DType.BOOL ? x : Maths.round(x);
    }
    double scale = Math.pow(10, Math.abs(decimals));
    return decimals > 0
        ? Arithmetic.divide(Maths.round(Arithmetic.scale(x, scale)), Arithmetic.like(x, scale))
        : Arithmetic.scale(Maths.round(Arithmetic.divide(x, Arithmetic.like(x, scale))), scale);
  }
}
