package io.nyala.compute.portable;

import io.nyala.compute.Interruption;
import java.util.Arrays;

/**
 * Matrix product in loops that the JIT compiler turns into vector code by itself: four rows of B,
 * scaled, are added to a row of C at a time. It does so only where all arrays are read from index 0
 * on, and not for eight rows; so B is first copied, block by block, into rows of their own, which
 * stay in the first-level cache while the rows of A pass by, and so is the row of C at work. Rows
 * are as long as C allows, and blocks then shallow: each loop begins and ends with single elements,
 * which in rows of 128 take longer than all that lies between.
 */
final class PortableGemm {

  private static final int COLUMNS = 512;

  /** Rows of a block of so many columns, and of one with at most {@link #FEW}. */
  private static final int DEPTH = 16;

  private static final int DEEP = 64;
  private static final int FEW = 128;

  /** Behind the rows of a block of B: the part of a row of A that meets them, and a row of C. */
  private static final int PART = DEEP;

  private static final int RESULT = DEEP + 1;

  private static final ThreadLocal<float[][]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[DEEP + 2][COLUMNS]);

  private PortableGemm() {}

  static void gemm(
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] b,
      int bOff,
      int ldb,
      boolean accumulate,
      float[] c,
      int cOff,
      int ldc) {
    if (!accumulate) {
      for (int i = 0; i < m; i++) {
        Arrays.fill(c, cOff + i * ldc, cOff + i * ldc + n, 0f);
      }
    }
    float[][] rows = SCRATCH.get();
    // Both are multiples of four, so that the order of the sums does not hang on the columns.
    int deepest = n > FEW ? DEPTH : DEEP;
    for (int p0 = 0; p0 < k; p0 += deepest) {
      int depth = Math.min(deepest, k - p0);
      int aAt = transA ? aOff + p0 * lda : aOff + p0;
      for (int j0 = 0; j0 < n; j0 += COLUMNS) {
        Interruption.check();
        int columns = Math.min(COLUMNS, n - j0);
        int bAt = transB ? bOff + j0 * ldb + p0 : bOff + p0 * ldb + j0;
        copy(transB, depth, columns, b, bAt, ldb, rows);
        block(transA, m, columns, depth, a, aAt, lda, rows, c, cOff + j0, ldc);
      }
    }
  }

  private static void copy(
      boolean transB, int depth, int columns, float[] b, int bAt, int ldb, float[][] rows) {
    for (int p = 0; p < depth; p++) {
      if (transB) {
        float[] row = rows[p];
        for (int j = 0; j < columns; j++) {
          row[j] = b[bAt + j * ldb + p];
        }
      } else {
        System.arraycopy(b, bAt + p * ldb, rows[p], 0, columns);
      }
    }
  }

  /** All rows of A against one block of B. */
  private static void block(
      boolean transA,
      int m,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int lda,
      float[][] rows,
      float[] c,
      int cAt,
      int ldc) {
    float[] part = rows[PART];
    float[] result = rows[RESULT];
    for (int i = 0; i < m; i++) {
      for (int p = 0; p < depth; p++) {
        part[p] = transA ? a[aAt + p * lda + i] : a[aAt + i * lda + p];
      }
      int at = cAt + i * ldc;
      System.arraycopy(c, at, result, 0, columns);
      int p = 0;
      for (; p + 4 <= depth; p += 4) {
        addFour(columns, part, p, rows[p], rows[p + 1], rows[p + 2], rows[p + 3], result);
      }
      for (; p < depth; p++) {
        addOne(columns, part[p], rows[p], result);
      }
      System.arraycopy(result, 0, c, at, columns);
    }
  }

  private static void addFour(
      int columns,
      float[] part,
      int p,
      float[] b0,
      float[] b1,
      float[] b2,
      float[] b3,
      float[] result) {
    float s0 = part[p];
    float s1 = part[p + 1];
    float s2 = part[p + 2];
    float s3 = part[p + 3];
    for (int j = 0; j < columns; j++) {
      result[j] += (s0 * b0[j] + s1 * b1[j]) + (s2 * b2[j] + s3 * b3[j]);
    }
  }

  private static void addOne(int columns, float s, float[] b, float[] result) {
    for (int j = 0; j < columns; j++) {
      result[j] += s * b[j];
    }
  }

  /** The packed form is simply {@code op(B)} row by row. */
  static void pack(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] packed, int packedOff) {
    if (!transB) {
      for (int p = 0; p < k; p++) {
        System.arraycopy(b, bOff + p * ldb, packed, packedOff + p * n, n);
      }
      return;
    }
    for (int j = 0; j < n; j++) {
      for (int p = 0; p < k; p++) {
        packed[packedOff + p * n + j] = b[bOff + j * ldb + p];
      }
    }
  }
}
