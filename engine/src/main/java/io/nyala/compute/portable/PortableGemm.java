package io.nyala.compute.portable;

import java.util.Arrays;

/**
 * Matrix product in loops that the JIT compiler turns into vector code by itself: four rows of B
 * are added to four rows of C at a time, along contiguous columns. Transposed operands are first
 * copied into that form, block by block.
 */
final class PortableGemm {

  /**
   * Rows of B in one block; with {@link #BLOCK_COLUMNS} columns it stays in the first-level cache.
   */
  private static final int BLOCK_DEPTH = 64;

  private static final int BLOCK_COLUMNS = 128;
  private static final int ROWS = 4;

  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[BLOCK_DEPTH * (BLOCK_COLUMNS + ROWS)]);

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
    float[] block = SCRATCH.get();
    int aBlock = BLOCK_DEPTH * BLOCK_COLUMNS;
    for (int p0 = 0; p0 < k; p0 += BLOCK_DEPTH) {
      int depth = Math.min(BLOCK_DEPTH, k - p0);
      for (int j0 = 0; j0 < n; j0 += BLOCK_COLUMNS) {
        int cols = Math.min(BLOCK_COLUMNS, n - j0);
        copy(transB, depth, cols, b, bOff, ldb, p0, j0, block, 0, BLOCK_COLUMNS);
        for (int i0 = 0; i0 < m; i0 += ROWS) {
          int rows = Math.min(ROWS, m - i0);
          copy(transA, rows, depth, a, aOff, lda, i0, p0, block, aBlock, BLOCK_DEPTH);
          for (int i = 0; i < rows; i++) {
            addRow(depth, cols, block, aBlock + i * BLOCK_DEPTH, c, cOff + (i0 + i) * ldc + j0);
          }
        }
      }
    }
  }

  /** {@code c[0..cols) += a[0..depth) · B}, four rows of B at a time. */
  private static void addRow(int depth, int cols, float[] block, int aAt, float[] c, int cAt) {
    int p = 0;
    for (; p + 4 <= depth; p += 4) {
      addFour(
          cols,
          block[aAt + p],
          block[aAt + p + 1],
          block[aAt + p + 2],
          block[aAt + p + 3],
          block,
          p * BLOCK_COLUMNS,
          c,
          cAt);
    }
    for (; p < depth; p++) {
      float s = block[aAt + p];
      int bAt = p * BLOCK_COLUMNS;
      for (int j = 0; j < cols; j++) {
        c[cAt + j] += s * block[bAt + j];
      }
    }
  }

  private static void addFour(
      int cols,
      float s0,
      float s1,
      float s2,
      float s3,
      float[] block,
      int bAt,
      float[] c,
      int cAt) {
    for (int j = 0; j < cols; j++) {
      c[cAt + j] +=
          s0 * block[bAt + j]
              + s1 * block[bAt + BLOCK_COLUMNS + j]
              + (s2 * block[bAt + 2 * BLOCK_COLUMNS + j] + s3 * block[bAt + 3 * BLOCK_COLUMNS + j]);
    }
  }

  /** Copies a block of {@code op(X)} whose top left corner is {@code (row0, col0)}. */
  private static void copy(
      boolean transposed,
      int rows,
      int cols,
      float[] x,
      int xOff,
      int ldx,
      int row0,
      int col0,
      float[] to,
      int toOff,
      int ldTo) {
    for (int i = 0; i < rows; i++) {
      if (transposed) {
        int from = xOff + col0 * ldx + row0 + i;
        for (int j = 0; j < cols; j++) {
          to[toOff + i * ldTo + j] = x[from + j * ldx];
        }
      } else {
        System.arraycopy(x, xOff + (row0 + i) * ldx + col0, to, toOff + i * ldTo, cols);
      }
    }
  }

  /** The packed form is simply {@code op(B)} row by row. */
  static void pack(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] packed, int packedOff) {
    copy(transB, k, n, b, bOff, ldb, 0, 0, packed, packedOff, n);
  }
}
