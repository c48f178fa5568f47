package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.dsl.names.Library;

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
}
