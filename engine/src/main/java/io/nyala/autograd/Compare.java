package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.DoubleBinaryOperator;
import java.util.function.LongBinaryOperator;

/** Comparisons, logic and choice. */
public final class Compare {

  private Compare() {}

  /** A comparison of numbers, whole ones exactly. */
  private static Tensor order(Tensor a, Tensor b, LongBinaryOperator f, DoubleBinaryOperator g) {
    return Wholes.are(a, b) ? Wholes.zip(a, b, DType.BOOL, f) : test(a, b, g);
  }

  private static Tensor test(Tensor a, Tensor b, DoubleBinaryOperator f) {
    return Elementwise.zip(a, b, DType.BOOL, f);
  }

  /** {@code a == b}; strings too. */
  public static Tensor equal(Tensor a, Tensor b) {
    if (a.dtype() == DType.STRING && b.dtype() == DType.STRING) {
      Shape shape = Shape.broadcast(a.shape(), b.shape());
      int[] ia = Elementwise.sources(a.shape(), shape);
      int[] ib = Elementwise.sources(b.shape(), shape);
      boolean[] out = new boolean[shape.elements()];
      for (int i = 0; i < out.length; i++) {
        out[i] = a.strings()[ia[i]].equals(b.strings()[ib[i]]);
      }
      return Tensor.of(shape, out);
    }
    return order(a, b, (x, y) -> x == y ? 1 : 0, (x, y) -> x == y ? 1 : 0);
  }

  /** {@code a != b}. */
  public static Tensor notEqual(Tensor a, Tensor b) {
    return not(equal(a, b));
  }

  /** {@code a < b}. */
  public static Tensor less(Tensor a, Tensor b) {
    return order(a, b, (x, y) -> x < y ? 1 : 0, (x, y) -> x < y ? 1 : 0);
  }

  /** {@code a <= b}. */
  public static Tensor lessEqual(Tensor a, Tensor b) {
    return order(a, b, (x, y) -> x <= y ? 1 : 0, (x, y) -> x <= y ? 1 : 0);
  }

  /** {@code a > b}. */
  public static Tensor greater(Tensor a, Tensor b) {
    return order(a, b, (x, y) -> x > y ? 1 : 0, (x, y) -> x > y ? 1 : 0);
  }

  /** {@code a >= b}. */
  public static Tensor greaterEqual(Tensor a, Tensor b) {
    return order(a, b, (x, y) -> x >= y ? 1 : 0, (x, y) -> x >= y ? 1 : 0);
  }

  /** True where both are. */
  public static Tensor and(Tensor a, Tensor b) {
    return test(a, b, (x, y) -> x != 0 && y != 0 ? 1 : 0);
  }

  /** True where either is. */
  public static Tensor or(Tensor a, Tensor b) {
    return test(a, b, (x, y) -> x != 0 || y != 0 ? 1 : 0);
  }

  /** True where exactly one is. */
  public static Tensor xor(Tensor a, Tensor b) {
    return test(a, b, (x, y) -> x != 0 ^ y != 0 ? 1 : 0);
  }

  /** True where {@code x} is false. */
  public static Tensor not(Tensor x) {
    return Elementwise.map(x, DType.BOOL, v -> v == 0 ? 1 : 0);
  }

  /** {@code a} where the condition holds, {@code b} elsewhere, all three broadcast. */
  public static Tensor where(Tensor condition, Tensor a, Tensor b) {
    Shape shape = Shape.broadcast(condition.shape(), Shape.broadcast(a.shape(), b.shape()));
    DType type = DType.promote(a.dtype(), b.dtype());
    boolean floats = a.dtype() == DType.FLOAT32 && b.dtype() == DType.FLOAT32;
    Tensor out =
        floats && condition.dtype() == DType.BOOL
            ? chooseFloats(condition, a, b, shape)
            : choose(condition, a, b, type, shape);
    return Op.of(
        "where",
        a,
        b,
        out,
        g -> Arithmetic.back(where(condition, g, zeros(g)), a),
        g -> Arithmetic.back(where(condition, zeros(g), g), b));
  }

  private static Tensor choose(Tensor condition, Tensor a, Tensor b, DType type, Shape shape) {
    int[] ic = Elementwise.sources(condition.shape(), shape);
    int[] ia = Elementwise.sources(a.shape(), shape);
    int[] ib = Elementwise.sources(b.shape(), shape);
    Tensor out = Tensor.zeros(type, shape);
    for (int i = 0; i < ic.length; i++) {
      boolean first = condition.getDouble(ic[i]) != 0;
      if (type == DType.STRING) {
        out.strings()[i] = first ? a.strings()[ia[i]] : b.strings()[ib[i]];
      } else if (type == DType.INT64) {
        out.longs()[i] = first ? a.getLong(ia[i]) : b.getLong(ib[i]);
      } else {
        out.put(i, first ? a.getDouble(ia[i]) : b.getDouble(ib[i]));
      }
    }
    return out;
  }

  private static Tensor chooseFloats(Tensor condition, Tensor a, Tensor b, Shape shape) {
    boolean[] first = condition.booleans();
    float[] x = a.floats();
    float[] y = b.floats();
    int[] ic = places(condition, shape);
    int[] ia = places(a, shape);
    int[] ib = places(b, shape);
    float[] out = new float[shape.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] =
          first[ic == null ? i : ic[i]] ? x[ia == null ? i : ia[i]] : y[ib == null ? i : ib[i]];
    }
    return Tensor.of(shape, out);
  }

  /** For each element the one of an operand that stands there; null: the one at its own place. */
  private static int[] places(Tensor x, Shape shape) {
    if (x.shape().equals(shape)) {
      return null;
    }
    return x.elements() == 1 ? new int[shape.elements()] : Elementwise.sources(x.shape(), shape);
  }

  private static Tensor zeros(Tensor g) {
    return Tensor.zeros(g.dtype(), Shape.SCALAR);
  }
}
