package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of tiles two vectors wide, for CPUs with 16 vector registers.
 *
 * <p>{@code C += A·B} for a tile of C that stays in registers while k runs: element {@code (i, p)}
 * of A at {@code aAt + i·aRow + p·aStep}, row p of B at {@code bAt + p·bStep}. One method a height,
 * straight code with nothing but the loop over k: a branch or a longer body makes the compiler box
 * vectors.
 */
final class NarrowTiles {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** Columns of a tile. */
  static final int COLUMNS = 2 * LENGTH;

  private NarrowTiles() {}

  /** Six rows. */
  static void rows6(
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
    int a0 = aAt;
    int a1 = aAt + aRow;
    int a2 = aAt + 2 * aRow;
    int a3 = aAt + 3 * aRow;
    int a4 = aAt + 4 * aRow;
    int a5 = aAt + 5 * aRow;
    int c0 = cAt;
    int c1 = cAt + ldc;
    int c2 = cAt + 2 * ldc;
    int c3 = cAt + 3 * ldc;
    int c4 = cAt + 4 * ldc;
    int c5 = cAt + 5 * ldc;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LENGTH);
    FloatVector s50 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector s51 = FloatVector.fromArray(SPECIES, c, c5 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + e]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + e]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LENGTH);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LENGTH);
  }

  /** Five rows. */
  static void rows5(
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
    int a0 = aAt;
    int a1 = aAt + aRow;
    int a2 = aAt + 2 * aRow;
    int a3 = aAt + 3 * aRow;
    int a4 = aAt + 4 * aRow;
    int c0 = cAt;
    int c1 = cAt + ldc;
    int c2 = cAt + 2 * ldc;
    int c3 = cAt + 3 * ldc;
    int c4 = cAt + 4 * ldc;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + e]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LENGTH);
  }

  /** Four rows. */
  static void rows4(
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
    int a0 = aAt;
    int a1 = aAt + aRow;
    int a2 = aAt + 2 * aRow;
    int a3 = aAt + 3 * aRow;
    int c0 = cAt;
    int c1 = cAt + ldc;
    int c2 = cAt + 2 * ldc;
    int c3 = cAt + 3 * ldc;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
  }

  /** Three rows. */
  static void rows3(
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
    int a0 = aAt;
    int a1 = aAt + aRow;
    int a2 = aAt + 2 * aRow;
    int c0 = cAt;
    int c1 = cAt + ldc;
    int c2 = cAt + 2 * ldc;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
  }

  /** Two rows. */
  static void rows2(
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
    int a0 = aAt;
    int a1 = aAt + aRow;
    int c0 = cAt;
    int c1 = cAt + ldc;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
  }

  /** One row. */
  static void rows1(
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
    int a0 = aAt;
    int c0 = cAt;
    FloatVector s00 = FloatVector.fromArray(SPECIES, c, c0);
    FloatVector s01 = FloatVector.fromArray(SPECIES, c, c0 + LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
  }
}
