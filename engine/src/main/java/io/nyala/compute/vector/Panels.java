package io.nyala.compute.vector;

import java.util.Arrays;

/** Copies a right-hand side into panels: as wide as a tile, row after row, padded with zeros. */
final class Panels {

  private static final int PANEL = VectorGemm.PANEL;

  /** Rows of a panel that are written side by side from a transposed source. */
  private static final int ROWS = 8;

  private Panels() {}

  static int packedSize(int k, int n) {
    return (n + PANEL - 1) / PANEL * PANEL * k;
  }

  /** Packs all panels of {@code op(B) [k, n]}, one after the other. */
  static void packAll(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] to, int toOff) {
    for (int j0 = 0; j0 < n; j0 += PANEL) {
      int at = transB ? bOff + j0 * ldb : bOff + j0;
      pack(transB, k, Math.min(PANEL, n - j0), b, at, ldb, to, toOff + j0 * k);
    }
  }

  /** Packs one panel of {@code op(B)}, at most {@link VectorGemm#PANEL} columns wide. */
  static void pack(
      boolean transB, int depth, int columns, float[] b, int bAt, int ldb, float[] to, int toAt) {
    if (columns < PANEL) {
      Arrays.fill(to, toAt, toAt + depth * PANEL, 0f);
    }
    if (!transB) {
      for (int p = 0; p < depth; p++) {
        System.arraycopy(b, bAt + p * ldb, to, toAt + p * PANEL, columns);
      }
      return;
    }
    int p = 0;
    for (; p + ROWS <= depth; p += ROWS) {
      transposeRows(columns, b, bAt + p, ldb, to, toAt + p * PANEL);
    }
    for (; p < depth; p++) {
      for (int j = 0; j < columns; j++) {
        to[toAt + p * PANEL + j] = b[bAt + j * ldb + p];
      }
    }
  }

  private static void transposeRows(
      int columns, float[] b, int bAt, int ldb, float[] to, int toAt) {
    for (int j = 0; j < columns; j++) {
      int s = bAt + j * ldb;
      int t = toAt + j;
      to[t] = b[s];
      to[t + PANEL] = b[s + 1];
      to[t + 2 * PANEL] = b[s + 2];
      to[t + 3 * PANEL] = b[s + 3];
      to[t + 4 * PANEL] = b[s + 4];
      to[t + 5 * PANEL] = b[s + 5];
      to[t + 6 * PANEL] = b[s + 6];
      to[t + 7 * PANEL] = b[s + 7];
    }
  }
}
