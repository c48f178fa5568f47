package io.nyala.autograd;

import io.nyala.compute.Interruption;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.stream.IntStream;

/** Products of whole arrays other than the matrix product. */
public final class Products {

  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

  private Products() {}

  private static Tensor flat(Tensor x) {
    return Shapes.reshape(x, -1);
  }

  /** Every element with every other, {@code [elements of a, elements of b]}. */
  public static Tensor outer(Tensor a, Tensor b) {
    return Arithmetic.multiply(Shapes.expandDims(flat(a), 1), Shapes.expandDims(flat(b), 0));
  }

  /** Sums of products over the last axes. */
  public static Tensor inner(Tensor a, Tensor b) {
    if (a.rank() == 0 || b.rank() == 0) {
      return Arithmetic.multiply(a, b);
    }
    return tensordot(a, b, new int[] {a.rank() - 1}, new int[] {b.rank() - 1});
  }

  /** NumPy's {@code dot}: the last axis of a, the last but one of b. */
  public static Tensor dot(Tensor a, Tensor b) {
    if (a.rank() == 0 || b.rank() == 0) {
      return Arithmetic.multiply(a, b);
    }
    return a.rank() <= 2 && b.rank() <= 2
        ? Matrix.matmul(a, b)
        : tensordot(a, b, new int[] {a.rank() - 1}, new int[] {Math.max(0, b.rank() - 2)});
  }

  /** The sum of products of all elements. */
  public static Tensor vdot(Tensor a, Tensor b) {
    return Reduce.sum(Arithmetic.multiply(flat(a), flat(b)));
  }

  /** Sums of products over pairs of axes; the others of a, then those of b. */
  public static Tensor tensordot(Tensor a, Tensor b, int[] axesOfA, int[] axesOfB) {
    char[] first = LETTERS.substring(0, a.rank()).toCharArray();
    char[] second = LETTERS.substring(a.rank(), a.rank() + b.rank()).toCharArray();
    for (int i = 0; i < axesOfA.length; i++) {
      second[b.shape().normalize(axesOfB[i])] = first[a.shape().normalize(axesOfA[i])];
    }
    String one = new String(first);
    String two = new String(second);
    StringBuilder out = new StringBuilder();
    one.chars().filter(c -> two.indexOf(c) < 0).forEach(c -> out.append((char) c));
    two.chars().filter(c -> one.indexOf(c) < 0).forEach(c -> out.append((char) c));
    return Einsum.einsum(one + "," + two + "->" + out, List.of(a, b));
  }

  /**
   * The axes that {@code tensordot} sums over, of the first and of the second.
   *
   * @param axes how many, the last of the first and the first of the second; or a pair of axes or
   *     of lists of axes
   * @param rank the rank of the first
   */
  public static int[][] axes(Object axes, int rank) {
    if (axes instanceof Number number) {
      int n = number.intValue();
      return new int[][] {
        IntStream.range(rank - n, rank).toArray(), IntStream.range(0, n).toArray()
      };
    }
    return ((List<?>) axes).stream().map(Products::side).toArray(int[][]::new);
  }

  private static int[] side(Object axes) {
    return axes instanceof List<?> list
        ? list.stream().mapToInt(i -> ((Number) i).intValue()).toArray()
        : new int[] {((Number) axes).intValue()};
  }

  /** Every element of a times the whole of b, laid side by side. */
  public static Tensor kron(Tensor a, Tensor b) {
    int rank = Math.max(a.rank(), b.rank());
    int[] wideA = new int[2 * rank];
    int[] wideB = new int[2 * rank];
    int[] out = new int[rank];
    for (int i = 0; i < rank; i++) {
      int ofA = i < rank - a.rank() ? 1 : a.dim(i - rank + a.rank());
      int ofB = i < rank - b.rank() ? 1 : b.dim(i - rank + b.rank());
      wideA[2 * i] = ofA;
      wideA[2 * i + 1] = 1;
      wideB[2 * i] = 1;
      wideB[2 * i + 1] = ofB;
      out[i] = ofA * ofB;
    }
    return Shapes.reshape(
        Arithmetic.multiply(Shapes.reshape(a, Shape.of(wideA)), Shapes.reshape(b, Shape.of(wideB))),
        Shape.of(out));
  }

  /** The vector product over the last axis, of 3 elements or 2. */
  public static Tensor cross(Tensor a, Tensor b) {
    if (a.dim(-1) == 2 && b.dim(-1) == 2) {
      return minus(a, b, 0, 1);
    }
    if (a.dim(-1) != 3 || b.dim(-1) != 3) {
      throw new IllegalArgumentException(
          "cross() takes vectors of 2 or 3 elements; received shapes "
              + a.shape()
              + " and "
              + b.shape()
              + ".");
    }
    return Shapes.stack(List.of(minus(a, b, 1, 2), minus(a, b, 2, 0), minus(a, b, 0, 1)), -1);
  }

  private static Tensor minus(Tensor a, Tensor b, int i, int k) {
    return Arithmetic.subtract(
        Arithmetic.multiply(at(a, i), at(b, k)), Arithmetic.multiply(at(a, k), at(b, i)));
  }

  private static Tensor at(Tensor x, int i) {
    return Shapes.squeeze(Shapes.slice(x, -1, i, i + 1), -1);
  }

  /** Running products along an axis. */
  public static Tensor cumprod(Tensor x, int axis) {
    int at = x.shape().normalize(axis);
    int inner = x.shape().slice(at + 1, x.rank()).elements();
    Tensor out = x.copy();
    for (int i = 0; i < out.elements(); i++) {
      Interruption.checkNowAndThen(i);
      if (i / inner % x.dim(at) > 0) {
        if (Wholes.is(x.dtype())) {
          Wholes.put(out, i, out.getLong(i - inner) * x.getLong(i));
        } else {
          out.put(i, out.getDouble(i - inner) * x.getDouble(i));
        }
      }
    }
    return Op.of(
        "cumprod",
        x,
        out,
        g ->
            Arithmetic.divideNoNan(
                Shapes.reverse(
                    Reduce.cumsum(Shapes.reverse(Arithmetic.multiply(g, out), at), at), at),
                x));
  }
}
