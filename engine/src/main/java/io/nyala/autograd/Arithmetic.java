package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;

/**
 * The operations of two numbers, broadcast by NumPy's rule, each beside its gradient.
 *
 * <p>Broadcasting is undone in one place, {@link #unbroadcast}.
 */
public final class Arithmetic {

  private Arithmetic() {}

  /** {@code a + b}. */
  public static Tensor add(Tensor a, Tensor b) {
    if (a.dtype() == DType.STRING && b.dtype() == DType.STRING) {
      return concatenate(a, b);
    }
    return Op.of("add", a, b, FloatPairs.add(a, b), g -> back(g, a), g -> back(g, b));
  }

  /** {@code a - b}. */
  public static Tensor subtract(Tensor a, Tensor b) {
    return Op.of(
        "subtract", a, b, FloatPairs.subtract(a, b), g -> back(g, a), g -> back(negative(g), b));
  }

  /** {@code a * b}. */
  public static Tensor multiply(Tensor a, Tensor b) {
    return Op.of(
        "multiply",
        a,
        b,
        FloatPairs.multiply(a, b),
        g -> back(multiply(g, b), a),
        g -> back(multiply(g, a), b));
  }

  /** {@code a / b}; whole numbers divide to float64, as Python's {@code /} does. */
  public static Tensor divide(Tensor a, Tensor b) {
    DType type = DType.promote(a.dtype(), b.dtype());
    Tensor out = FloatPairs.divide(a, b, type.isFloating() ? type : DType.FLOAT64);
    return Op.of(
        "divide",
        a,
        b,
        out,
        g -> back(divide(g, b), a),
        g -> back(negative(multiply(g, divide(out, b))), b));
  }

  /** {@code a / b}, and 0 where b is 0. */
  public static Tensor divideNoNan(Tensor a, Tensor b) {
    Tensor out = zip(a, b, null, (x, y) -> y == 0 ? 0 : x / y);
    return Op.of(
        "divide_no_nan",
        a,
        b,
        out,
        g -> back(divideNoNan(g, b), a),
        g -> back(negative(multiply(g, divideNoNan(out, b))), b));
  }

  /** {@code a} to the power {@code b}. */
  public static Tensor power(Tensor a, Tensor b) {
    Tensor out =
        Wholes.are(a, b) ? Wholes.zip(a, b, null, Wholes::power) : zip(a, b, null, Math::pow);
    return Op.of(
        "power",
        a,
        b,
        out,
        g -> back(multiply(g, multiply(b, power(a, subtract(b, like(b, 1))))), a),
        g -> back(multiply(g, multiply(out, safeLog(a))), b));
  }

  private static Tensor safeLog(Tensor a) {
    Tensor positive = Compare.greater(a, like(a, 0));
    return Compare.where(positive, Maths.log(Compare.where(positive, a, like(a, 1))), like(a, 0));
  }

  /**
   * The larger of the two; where they are equal the gradient goes to {@code a}, as in TensorFlow.
   */
  public static Tensor maximum(Tensor a, Tensor b) {
    Tensor out =
        Wholes.are(a, b)
            ? Wholes.zip(a, b, null, Math::max)
            : zip(a, b, null, (x, y) -> x != x || y != y ? Double.NaN : Math.max(x, y));
    return Op.of(
        "maximum",
        a,
        b,
        out,
        g -> back(multiply(g, zip(a, b, out.dtype(), (x, y) -> x >= y ? 1 : 0)), a),
        g -> back(multiply(g, zip(a, b, out.dtype(), (x, y) -> x >= y ? 0 : 1)), b));
  }

  /** The smaller of the two; where they are equal the gradient goes to {@code a}. */
  public static Tensor minimum(Tensor a, Tensor b) {
    Tensor out =
        Wholes.are(a, b)
            ? Wholes.zip(a, b, null, Math::min)
            : zip(a, b, null, (x, y) -> x != x || y != y ? Double.NaN : Math.min(x, y));
    return Op.of(
        "minimum",
        a,
        b,
        out,
        g -> back(multiply(g, zip(a, b, out.dtype(), (x, y) -> x <= y ? 1 : 0)), a),
        g -> back(multiply(g, zip(a, b, out.dtype(), (x, y) -> x <= y ? 0 : 1)), b));
  }

  /** {@code floor(a / b)}. */
  public static Tensor floorDivide(Tensor a, Tensor b) {
    DType type = DType.promote(a.dtype(), b.dtype());
    return type.isFloating()
        ? zip(a, b, null, (x, y) -> Math.floor(x / y))
        : integers(a, b, type, Math::floorDiv);
  }

  /** The remainder with the sign of {@code b}, as Python's {@code %}. */
  public static Tensor floorMod(Tensor a, Tensor b) {
    DType type = DType.promote(a.dtype(), b.dtype());
    if (!type.isFloating()) {
      return integers(a, b, type, Math::floorMod);
    }
    Tensor out = zip(a, b, null, (x, y) -> x - Math.floor(x / y) * y);
    return Op.of(
        "floormod",
        a,
        b,
        out,
        g -> back(g, a),
        g -> back(negative(multiply(g, floorDivide(a, b))), b));
  }

  private interface LongPair {
    long apply(long a, long b);
  }

  private static Tensor integers(Tensor a, Tensor b, DType type, LongPair f) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    int[] ia = Elementwise.sources(a.shape(), shape);
    int[] ib = Elementwise.sources(b.shape(), shape);
    Tensor out = Tensor.zeros(type, shape);
    for (int i = 0; i < out.elements(); i++) {
      long y = b.getLong(ib[i]);
      if (y == 0) {
        throw new ArithmeticException("Integer division by zero.");
      }
      out.put(i, f.apply(a.getLong(ia[i]), y));
    }
    return out;
  }

  /** {@code (a - b)²}. */
  public static Tensor squaredDifference(Tensor a, Tensor b) {
    Tensor d = subtract(a, b);
    return multiply(d, d);
  }

  /** {@code -x}. */
  public static Tensor negative(Tensor x) {
    Tensor out = Wholes.is(x.dtype()) ? Wholes.map(x, v -> -v) : Elementwise.map(x, v -> -v);
    return Op.of("negative", x, out, Arithmetic::negative);
  }

  /** A scalar of the same type as {@code x}. */
  public static Tensor like(Tensor x, double value) {
    return Tensor.full(x.dtype(), Shape.SCALAR, value);
  }

  /** {@code x * factor}. */
  public static Tensor scale(Tensor x, double factor) {
    return multiply(x, like(x, factor));
  }

  /** {@code x + value}. */
  public static Tensor shift(Tensor x, double value) {
    return add(x, like(x, value));
  }

  /** A gradient summed back to the shape and type of the operand it is for. */
  static Tensor back(Tensor gradient, Tensor operand) {
    Tensor summed = unbroadcast(gradient, operand.shape());
    return summed.dtype() == operand.dtype() ? summed : Cast.to(summed, operand.dtype());
  }

  /** Sums a broadcast tensor back to the shape it was broadcast from. */
  public static Tensor unbroadcast(Tensor g, Shape shape) {
    if (g.shape().equals(shape)) {
      return g;
    }
    int extra = g.rank() - shape.rank();
    boolean[] summed = new boolean[g.rank()];
    int count = 0;
    for (int i = 0; i < g.rank(); i++) {
      summed[i] = i < extra || shape.dim(i - extra) == 1 && g.dim(i) != 1;
      count += summed[i] ? 1 : 0;
    }
    int[] axes = new int[count];
    for (int i = 0, k = 0; i < summed.length; i++) {
      if (summed[i]) {
        axes[k++] = i;
      }
    }
    return Shapes.reshape(Reduce.sum(g, axes, false), shape);
  }

  private static Tensor zip(Tensor a, Tensor b, DType to, DoubleBinaryOperator f) {
    return Elementwise.zip(a, b, to, f);
  }

  private static Tensor concatenate(Tensor a, Tensor b) {
    Shape shape = Shape.broadcast(a.shape(), b.shape());
    int[] ia = Elementwise.sources(a.shape(), shape);
    int[] ib = Elementwise.sources(b.shape(), shape);
    String[] out = new String[shape.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = a.strings()[ia[i]] + b.strings()[ib[i]];
    }
    return Tensor.of(shape, out);
  }
}
