package io.nyala.compute.vector;

import java.util.Arrays;

/** Copies a right-hand side into panels: as wide as a tile, row after row, padded with zeros. */
final class Panels {

  private static final int PANEL = VectorGemm.PANEL;

  /** Rows of a transposed source read side by side. */
  private static final int STREAMS = 8;

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
    int j = 0;
    for (; j + STREAMS <= columns; j += STREAMS) {
      transposeStreams(depth, b, bAt + j * ldb, ldb, to, toAt + j);
    }
    for (; j < columns; j++) {
      for (int p = 0; p < depth; p++) {
        to[toAt + p * PANEL + j] = b[bAt + j * ldb + p];
      }
    }
  }

  private static void transposeStreams(
      int depth, float[] b, int bAt, int ldb, float[] to, int toAt) {
    int b1 = bAt + ldb;
    int b2 = b1 + ldb;
    int b3 = b2 + ldb;
    int b4 = b3 + ldb;
    int b5 = b4 + ldb;
    int b6 = b5 + ldb;
    int b7 = b6 + ldb;
    for (int p = 0; p < depth; p++) {
      int t = toAt + p * PANEL;
      to[t] = b[bAt + p];
      to[t + 1] = b[b1 + p];
      to[t + 2] = b[b2 + p];
      to[t + 3] = b[b3 + p];
      to[t + 4] = b[b4 + p];
      to[t + 5] = b[b5 + p];
      to[t + 6] = b[b6 + p];
      to[t + 7] = b[b7 + p];
    }
  }
}
