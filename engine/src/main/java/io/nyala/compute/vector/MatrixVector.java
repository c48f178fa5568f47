package io.nyala.compute.vector;

import io.nyala.compute.Interruption;
import java.util.Arrays;

/**
 * A matrix times a vector, {@code c = op(A)·b} or {@code c += op(A)·b}: what a product with a
 * single column is, for which tiles would compute a whole panel.
 */
final class MatrixVector {

  /** After so many rows of A it is asked whether to go on. */
  private static final int ROWS = 64;

  private MatrixVector() {}

  /** Whether vectors can be had of a product with one column: of its rows of A and b, or of c. */
  static boolean fits(boolean transA, int bStep, int cStep) {
    return transA ? cStep == 1 : bStep == 1;
  }

  /** With A {@code [m, k]}: a dot product for each row. */
  static void rows(
      int m,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] b,
      int bOff,
      boolean accumulate,
      float[] c,
      int cOff,
      int cStep) {
    for (int i = 0; i < m; i++) {
      if (i % ROWS == 0) {
        Interruption.check();
      }
      float dot = (float) Reductions.dot(k, a, aOff + i * lda, b, bOff);
      int at = cOff + i * cStep;
      c[at] = accumulate ? c[at] + dot : dot;
    }
  }

  /**
   * With A {@code [k, m]}, transposed: its rows are added, each as often as b says. All elements
   * are fused alike, whether they fill a vector or not, so that a share of them has the same bits.
   */
  static void columns(
      int m,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] b,
      int bOff,
      int bStep,
      boolean accumulate,
      float[] c,
      int cOff) {
    if (!accumulate) {
      Arrays.fill(c, cOff, cOff + m, 0f);
    }
    for (int p = 0; p < k; p++) {
      if (p % ROWS == 0) {
        Interruption.check();
      }
      float factor = b[bOff + p * bStep];
      int row = aOff + p * lda;
      for (int i = Elements.axpy(m, factor, a, row, c, cOff); i < m; i++) {
        c[cOff + i] = Math.fma(a[row + i], factor, c[cOff + i]);
      }
    }
  }
}
