package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums by vectors. Blocks are short, so that single precision inside a block loses nothing. */
final class Reductions {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();
  private static final int BLOCK = 1024;

  private Reductions() {}

  static double sum(int n, float[] x, int xOff) {
    double total = 0;
    int i = 0;
    for (; i + BLOCK <= n; i += BLOCK) {
      total += blockSum(BLOCK, x, xOff + i);
    }
    int end = i + (n - i) / (2 * LENGTH) * (2 * LENGTH);
    if (end > i) {
      total += blockSum(end - i, x, xOff + i);
    }
    for (i = end; i < n; i++) {
      total += x[xOff + i];
    }
    return total;
  }

  static double dot(int n, float[] x, int xOff, float[] y, int yOff) {
    double total = 0;
    int i = 0;
    for (; i + BLOCK <= n; i += BLOCK) {
      total += blockDot(BLOCK, x, xOff + i, y, yOff + i);
    }
    int end = i + (n - i) / (2 * LENGTH) * (2 * LENGTH);
    if (end > i) {
      total += blockDot(end - i, x, xOff + i, y, yOff + i);
    }
    for (i = end; i < n; i++) {
      total += (double) x[xOff + i] * y[yOff + i];
    }
    return total;
  }

  private static double blockSum(int n, float[] x, int at) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    for (int i = 0; i < n; i += 2 * LENGTH) {
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, at + i));
      s1 = s1.add(FloatVector.fromArray(SPECIES, x, at + i + LENGTH));
    }
    return inOrder(s0.add(s1));
  }

  private static double blockDot(int n, float[] x, int xAt, float[] y, int yAt) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    for (int i = 0; i < n; i += 2 * LENGTH) {
      s0 =
          FloatVector.fromArray(SPECIES, x, xAt + i)
              .fma(FloatVector.fromArray(SPECIES, y, yAt + i), s0);
      s1 =
          FloatVector.fromArray(SPECIES, x, xAt + i + LENGTH)
              .fma(FloatVector.fromArray(SPECIES, y, yAt + i + LENGTH), s1);
    }
    return inOrder(s0.add(s1));
  }

  /**
   * The sum of the lanes, always in the same order: {@code reduceLanes} leaves the order open, and
   * compiled code takes another one than the interpreter, so that a result would depend on when a
   * loop was compiled.
   */
  private static double inOrder(FloatVector lanes) {
    double total = 0;
    for (float lane : lanes.toArray()) {
      total += lane;
    }
    return total;
  }

  /** {@code out += Σ_r x[r, ·]} for the columns that fill vectors; returns how many. */
  static int columnSums(int rows, int cols, float[] x, int xOff, int ldx, float[] out, int outOff) {
    int c = 0;
    for (; c + 2 * LENGTH <= cols; c += 2 * LENGTH) {
      columnPair(rows, x, xOff + c, ldx, out, outOff + c);
    }
    return c;
  }

  private static void columnPair(int rows, float[] x, int xAt, int ldx, float[] out, int at) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, out, at);
    FloatVector s1 = FloatVector.fromArray(SPECIES, out, at + LENGTH);
    for (int r = 0; r < rows; r++) {
      int q = xAt + r * ldx;
      s0 = s0.add(FloatVector.fromArray(SPECIES, x, q));
      s1 = s1.add(FloatVector.fromArray(SPECIES, x, q + LENGTH));
    }
    s0.intoArray(out, at);
    s1.intoArray(out, at + LENGTH);
  }

  /** Sums of rows along a chain, and of their squares, for the columns that fill vectors. */
  static int chainSums(int n, int first, int[] next, float[] x, float[] sum, float[] squares) {
    int c = 0;
    for (; c + 2 * LENGTH <= n; c += 2 * LENGTH) {
      chainPair(n, first, next, x, c, sum, squares);
    }
    return c;
  }

  private static void chainPair(
      int n, int first, int[] next, float[] x, int c, float[] sum, float[] squares) {
    FloatVector s0 = FloatVector.zero(SPECIES);
    FloatVector s1 = FloatVector.zero(SPECIES);
    FloatVector q0 = FloatVector.zero(SPECIES);
    FloatVector q1 = FloatVector.zero(SPECIES);
    for (int i = first; i >= 0; i = next[i]) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, i * n + c);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, i * n + c + LENGTH);
      s0 = s0.add(x0);
      s1 = s1.add(x1);
      q0 = x0.fma(x0, q0);
      q1 = x1.fma(x1, q1);
    }
    s0.intoArray(sum, c);
    s1.intoArray(sum, c + LENGTH);
    q0.intoArray(squares, c);
    q1.intoArray(squares, c + LENGTH);
  }
}
