package io.nyala.autograd;

import static io.nyala.autograd.GradientCheck.values;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation with a gradient, against central differences, once and twice. */
class GradientsTest {

  private static final List<GradientCheck.Case> CASES = new ArrayList<>();

  private static final Shape[][] PAIRS = {
    {Shape.of(2, 3), Shape.of(2, 3)},
    {Shape.of(2, 3), Shape.of(3)},
    {Shape.of(3), Shape.of(2, 3)},
    {Shape.of(2, 1), Shape.of(1, 3)},
    {Shape.of(2, 1, 2), Shape.of(3, 1)},
    {Shape.of(2, 3), Shape.SCALAR},
    {Shape.SCALAR, Shape.of(2)},
    {Shape.of(1), Shape.of(1, 1)},
  };

  private static void unary(String name, double low, double high, UnaryOperator<Tensor> f) {
    Tensor x = values(Shape.of(2, 5), name.length(), low, high);
    CASES.add(new GradientCheck.Case(name, in -> f.apply(in.get(0)), List.of(x)));
  }

  private static void binary(String name, double low, double high, BinaryOperator<Tensor> f) {
    for (Shape[] pair : PAIRS) {
      List<Tensor> inputs = List.of(values(pair[0], 1, low, high), values(pair[1], 2, low, high));
      CASES.add(new GradientCheck.Case(name, in -> f.apply(in.get(0), in.get(1)), inputs));
    }
  }

  private static void shaped(String name, Shape shape, UnaryOperator<Tensor> f) {
    Tensor x = values(shape, 3, -1.3, 1.7);
    CASES.add(new GradientCheck.Case(name, in -> f.apply(in.get(0)), List.of(x)));
  }

  private static void several(String name, Function<List<Tensor>, Tensor> f, Shape... shapes) {
    List<Tensor> inputs = new ArrayList<>();
    for (Shape shape : shapes) {
      inputs.add(values(shape, inputs.size() + 1, -1.3, 1.7));
    }
    CASES.add(new GradientCheck.Case(name, f, inputs));
  }

  static {
    binary("add", -1, 1, Arithmetic::add);
    binary("subtract", -1, 1, Arithmetic::subtract);
    binary("multiply", -1, 1, Arithmetic::multiply);
    binary("divide", 0.5, 2, Arithmetic::divide);
    binary("divide_no_nan", 0.5, 2, Arithmetic::divideNoNan);
    binary("power", 0.5, 2, Arithmetic::power);
    binary("maximum", -1, 1, Arithmetic::maximum);
    binary("minimum", -1, 1, Arithmetic::minimum);
    binary("floormod", 0.55, 0.95, Arithmetic::floorMod);
    binary("squared_difference", -1, 1, Arithmetic::squaredDifference);
    Tensor chosen = Tensor.of(Shape.of(3), true, false, true);
    several("where", in -> where(chosen, in), Shape.of(2, 1), Shape.of(3));
    several("where scalar", in -> where(chosen, in), Shape.SCALAR, Shape.of(2, 3));
    unary("negative", -1, 1, Arithmetic::negative);
    unary("scale", -1, 1, x -> Arithmetic.scale(x, 2.5));
    unary("exp", -1, 1, Maths::exp);
    unary("expm1", -1, 1, Maths::expm1);
    unary("log", 0.2, 2, Maths::log);
    unary("log1p", -0.5, 2, Maths::log1p);
    unary("sqrt", 0.2, 2, Maths::sqrt);
    unary("rsqrt", 0.2, 2, Maths::rsqrt);
    unary("square", -1, 1, Maths::square);
    unary("reciprocal", 0.2, 2, Maths::reciprocal);
    unary("abs", -1, 1, Maths::abs);
    unary("sin", -3, 3, Maths::sin);
    unary("cos", -3, 3, Maths::cos);
    unary("tan", -1, 1, Maths::tan);
    unary("asin", -0.8, 0.8, Maths::asin);
    unary("acos", -0.8, 0.8, Maths::acos);
    unary("atan", -2, 2, Maths::atan);
    unary("sinh", -2, 2, Maths::sinh);
    unary("cosh", -2, 2, Maths::cosh);
    unary("tanh", -2, 2, Maths::tanh);
    unary("sigmoid", -4, 4, Maths::sigmoid);
    unary("softplus", -4, 4, Maths::softplus);
    unary("relu", -1, 1, Maths::relu);
    unary("erf", -4, 4, Maths::erf);
    unary("clip", -1, 1, x -> Maths.clip(x, -0.5, 0.4));
    reductions();
    shapes();
    products();
  }

  private static Tensor where(Tensor condition, List<Tensor> in) {
    return Compare.where(condition, Maths.square(in.get(0)), in.get(1));
  }

  private static void reductions() {
    for (int[] axes : new int[][] {null, {0}, {-1}, {0, 2}, {}}) {
      for (boolean keep : new boolean[] {false, true}) {
        Shape shape = Shape.of(2, 3, 2);
        String where = axes == null ? "all" : java.util.Arrays.toString(axes) + keep;
        shaped("sum " + where, shape, x -> Reduce.sum(Maths.square(x), axes, keep));
        shaped("mean " + where, shape, x -> Reduce.mean(Maths.square(x), axes, keep));
        shaped("prod " + where, shape, x -> Reduce.prod(x, axes, keep));
        shaped("max " + where, shape, x -> Reduce.max(x, axes, keep));
        shaped("min " + where, shape, x -> Reduce.min(x, axes, keep));
        shaped("variance " + where, shape, x -> Reduce.variance(x, axes, keep));
        shaped("logsumexp " + where, shape, x -> Reduce.logSumExp(x, axes, keep));
      }
    }
    Tensor zeros = Tensor.of(Shape.of(2, 3), 2.0, 0.0, 3.0, 0.0, 4.0, 0.0);
    for (int[] axes : new int[][] {null, {0}, {1}}) {
      CASES.add(
          new GradientCheck.Case(
              "prod of zeros", in -> Reduce.prod(in.get(0), axes, true), List.of(zeros)));
    }
    shaped("cumsum 0", Shape.of(3, 2), x -> Reduce.cumsum(Maths.square(x), 0));
    shaped("cumsum -1", Shape.of(3, 2), x -> Reduce.cumsum(Maths.square(x), -1));
    shaped("softmax", Shape.of(2, 4), x -> Softmax.softmax(x, -1));
    shaped("softmax 0", Shape.of(3, 2), x -> Softmax.softmax(x, 0));
    shaped("log_softmax", Shape.of(2, 4), x -> Softmax.logSoftmax(x, -1));
  }

  private static void shapes() {
    Shape cube = Shape.of(2, 3, 4);
    shaped("reshape", cube, x -> Maths.square(Shapes.reshape(x, 4, -1)));
    shaped("transpose", cube, x -> Maths.square(Shapes.transpose(x, 2, 0, 1)));
    shaped("transpose all", cube, x -> Maths.square(Shapes.transpose(x)));
    shaped("expand_dims", cube, x -> Maths.square(Shapes.expandDims(x, -1)));
    shaped("squeeze", Shape.of(2, 1, 3), x -> Maths.square(Shapes.squeeze(x, 1)));
    shaped(
        "broadcast", Shape.of(3, 1), x -> Maths.square(Shapes.broadcastTo(x, Shape.of(2, 3, 2))));
    shaped("slice", cube, x -> Maths.square(Shapes.slice(x, 1, 1, 3)));
    shaped("stride", cube, x -> Maths.square(Shapes.stride(x, 2, 0, 4, 2)));
    shaped("pad", cube, x -> Maths.square(Shapes.pad(x, 1, 1, 2, 0)));
    shaped("reverse", cube, x -> Maths.square(Shapes.reverse(x, 2)));
    shaped("repeat", cube, x -> Maths.square(Shapes.repeat(x, 2, 1)));
    shaped("tile", cube, x -> Maths.square(Shapes.tile(x, 2, 1, 2)));
    shaped("unstack", cube, x -> Maths.square(Shapes.unstack(x, 1).get(2)));
    shaped("split", cube, x -> Maths.square(Shapes.split(x, new int[] {1, 3}, 2).get(1)));
    several("concat", in -> Maths.square(Shapes.concat(in, 1)), Shape.of(2, 1), Shape.of(2, 3));
    several("stack", in -> Maths.square(Shapes.stack(in, 1)), Shape.of(2, 3), Shape.of(2, 3));
    Tensor ids = Tensor.of(Shape.of(2, 2), 0, 2, 2, 1);
    shaped("gather", cube, x -> Maths.square(Gather.gather(x, ids, 1)));
    shaped("gather last", cube, x -> Maths.square(Gather.gather(x, ids, -1)));
    shaped("scatter", cube, x -> Maths.square(Gather.scatterAdd(x, new int[] {1, 1, 0}, 1, 3)));
    shaped("mask", cube, x -> Maths.square(Gather.booleanMask(x, new boolean[] {false, true})));
    shaped("cast", cube, x -> Maths.square(Cast.to(x, DType.FLOAT64)));
  }

  private static void products() {
    product(Shape.of(2, 3), Shape.of(3, 4));
    product(Shape.of(3), Shape.of(3));
    product(Shape.of(3), Shape.of(3, 2));
    product(Shape.of(2, 3), Shape.of(3));
    product(Shape.of(2, 2, 3), Shape.of(3, 2));
    product(Shape.of(2, 2, 3), Shape.of(2, 3, 2));
    product(Shape.of(2, 1, 2, 3), Shape.of(2, 3, 2));
    product(Shape.of(2, 3), Shape.of(2, 3, 2));
    product(Shape.of(3), Shape.of(2, 3, 2));
    product(Shape.of(2, 2, 3), Shape.of(3));
  }

  private static void product(Shape a, Shape b) {
    several("matmul", in -> Matrix.matmul(in.get(0), in.get(1)), a, b);
  }

  static Stream<GradientCheck.Case> cases() {
    return CASES.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agreesWithCentralDifferences(GradientCheck.Case tried) {
    GradientCheck.checkTwice(tried);
  }
}
