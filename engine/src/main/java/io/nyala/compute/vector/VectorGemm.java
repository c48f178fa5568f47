package io.nyala.compute.vector;

import io.nyala.compute.Interruption;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * Matrix product by tiles. B is taken panel by panel, as wide as a tile and {@link #DEPTH} rows
 * deep, so that a panel stays in the first-level cache while the rows of A pass by. A panel is
 * copied together first where B is transposed, ragged, or used by many rows.
 */
final class VectorGemm {

  private static final boolean WIDE = FloatVector.SPECIES_PREFERRED.length() >= 16;

  /** Columns of a tile and of a panel. */
  static final int PANEL = WIDE ? WideTiles.COLUMNS : NarrowTiles.COLUMNS;

  private static final int TILE_ROWS = 6;

  /** Rows of B in a panel. */
  private static final int DEPTH = 256;

  /** Rows of A whose panel-deep part stays in the second-level cache. */
  private static final int BLOCK_ROWS = 480;

  /** From so many rows on it pays to copy a panel together. */
  private static final int PACK_ROWS = 48;

  /** Java arrays start 16 bytes in; in an array that starts a page, vectors begin here. */
  private static final int ALIGNED = 12;

  private static final int TILE_AT = ALIGNED + DEPTH * PANEL;

  private static final ThreadLocal<float[]> SCRATCH =
      ThreadLocal.withInitial(() -> new float[TILE_AT + TILE_ROWS * PANEL]);

  private VectorGemm() {}

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
    int aRow = transA ? 1 : lda;
    int aStep = transA ? lda : 1;
    float[] scratch = SCRATCH.get();
    clearIfEmpty(m, n, k, accumulate, c, cOff, ldc);
    for (int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, m - i0);
      boolean inPlace = !transB && rows < PACK_ROWS;
      for (int p0 = 0; p0 < k; p0 += DEPTH) {
        Interruption.check();
        int depth = Math.min(DEPTH, k - p0);
        boolean clear = p0 == 0 && !accumulate;
        int aAt = aOff + i0 * aRow + p0 * aStep;
        for (int j0 = 0; j0 < n; j0 += PANEL) {
          if (rows >= PACK_ROWS) {
            Interruption.check();
          }
          int columns = Math.min(PANEL, n - j0);
          int cAt = cOff + i0 * ldc + j0;
          if (inPlace && columns == PANEL) {
            int bAt = bOff + p0 * ldb + j0;
            panel(rows, columns, depth, a, aAt, aRow, aStep, b, bAt, ldb, clear, c, cAt, ldc);
          } else {
            int bAt = transB ? bOff + j0 * ldb + p0 : bOff + p0 * ldb + j0;
            Panels.pack(transB, depth, columns, b, bAt, ldb, scratch, ALIGNED);
            panel(
                rows, columns, depth, a, aAt, aRow, aStep, scratch, ALIGNED, PANEL, clear, c, cAt,
                ldc);
          }
        }
      }
    }
  }

  static void gemmPacked(
      int m,
      int n,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] packed,
      int packedOff,
      boolean accumulate,
      float[] c,
      int cOff,
      int ldc) {
    clearIfEmpty(m, n, k, accumulate, c, cOff, ldc);
    for (int i0 = 0; i0 < m; i0 += BLOCK_ROWS) {
      int rows = Math.min(BLOCK_ROWS, m - i0);
      for (int p0 = 0; p0 < k; p0 += DEPTH) {
        Interruption.check();
        int depth = Math.min(DEPTH, k - p0);
        boolean clear = p0 == 0 && !accumulate;
        int aAt = aOff + i0 * lda + p0;
        for (int j0 = 0; j0 < n; j0 += PANEL) {
          if (rows >= PACK_ROWS) {
            Interruption.check();
          }
          int columns = Math.min(PANEL, n - j0);
          int bAt = packedOff + j0 * k + p0 * PANEL;
          int cAt = cOff + i0 * ldc + j0;
          panel(rows, columns, depth, a, aAt, lda, 1, packed, bAt, PANEL, clear, c, cAt, ldc);
        }
      }
    }
  }

  /** All rows of a block against one panel, which may be ragged. */
  private static void panel(
      int rows,
      int columns,
      int depth,
      float[] a,
      int aAt,
      int aRow,
      int aStep,
      float[] b,
      int bAt,
      int bStep,
      boolean clear,
      float[] c,
      int cAt,
      int ldc) {
    float[] scratch = columns < PANEL ? SCRATCH.get() : null;
    for (int i = 0; i < rows; ) {
      int height = height(rows - i);
      int at = aAt + i * aRow;
      int to = cAt + i * ldc;
      if (clear) {
        for (int r = 0; r < height; r++) {
          Arrays.fill(c, to + r * ldc, to + r * ldc + columns, 0f);
        }
      }
      if (columns == PANEL) {
        tile(height, depth, a, at, aRow, aStep, b, bAt, bStep, c, to, ldc);
      } else {
        Arrays.fill(scratch, TILE_AT, TILE_AT + height * PANEL, 0f);
        tile(height, depth, a, at, aRow, aStep, b, bAt, bStep, scratch, TILE_AT, PANEL);
        for (int r = 0; r < height; r++) {
          for (int j = 0; j < columns; j++) {
            c[to + r * ldc + j] += scratch[TILE_AT + r * PANEL + j];
          }
        }
      }
      i += height;
    }
  }

  /**
   * The height of the next tile. The last rows are shared out so that no tile is left with one or
   * two, which would read a panel for little work: 13 is cut in 5 + 4 + 4, not in 6 + 6 + 1.
   */
  private static int height(int left) {
    if (left >= 3 * TILE_ROWS) {
      return TILE_ROWS;
    }
    int tiles = (left + TILE_ROWS - 1) / TILE_ROWS;
    return (left + tiles - 1) / tiles;
  }

  private static void tile(
      int height,
      int k,
      float[] a,
      int aAt,
      int aRow,
      int aStep,
      float[] b,
      int bAt,
      int bStep,
      float[] c,
      int cAt,
      int ldc) {
    if (WIDE) {
      switch (height) {
        case 6 -> WideTiles.rows6(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 5 -> WideTiles.rows5(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 4 -> WideTiles.rows4(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 3 -> LowWideTiles.rows3(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 2 -> LowWideTiles.rows2(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        default -> LowWideTiles.rows1(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
      }
    } else {
      switch (height) {
        case 6 -> NarrowTiles.rows6(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 5 -> NarrowTiles.rows5(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 4 -> NarrowTiles.rows4(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 3 -> NarrowTiles.rows3(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        case 2 -> NarrowTiles.rows2(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
        default -> NarrowTiles.rows1(k, a, aAt, aRow, aStep, b, bAt, bStep, c, cAt, ldc);
      }
    }
  }

  private static void clearIfEmpty(
      int m, int n, int k, boolean accumulate, float[] c, int cOff, int ldc) {
    if (k == 0 && !accumulate) {
      for (int i = 0; i < m; i++) {
        Arrays.fill(c, cOff + i * ldc, cOff + i * ldc + n, 0f);
      }
    }
  }
}
