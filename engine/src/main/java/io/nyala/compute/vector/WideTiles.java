package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Products of tiles four vectors wide and at least four rows high, for CPUs with 32 vector
 * registers.
 *
 * <p>{@code C += A·B} for a tile of C that stays in registers while k runs: element {@code (i, p)}
 * of A at {@code aAt + i·aRow + p·aStep}, row p of B at {@code bAt + p·bStep}. One method a height,
 * straight code with nothing but the loop over k: a branch or a longer body makes the compiler box
 * vectors.
 */
final class WideTiles {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  /** Columns of a tile. */
  static final int COLUMNS = 4 * LENGTH;

  private WideTiles() {}

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
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LENGTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * LENGTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * LENGTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * LENGTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * LENGTH);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LENGTH);
    FloatVector s42 = FloatVector.fromArray(SPECIES, c, c4 + 2 * LENGTH);
    FloatVector s43 = FloatVector.fromArray(SPECIES, c, c4 + 3 * LENGTH);
    FloatVector s50 = FloatVector.fromArray(SPECIES, c, c5);
    FloatVector s51 = FloatVector.fromArray(SPECIES, c, c5 + LENGTH);
    FloatVector s52 = FloatVector.fromArray(SPECIES, c, c5 + 2 * LENGTH);
    FloatVector s53 = FloatVector.fromArray(SPECIES, c, c5 + 3 * LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LENGTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, q + 3 * LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + e]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      s42 = x4.fma(b2, s42);
      s43 = x4.fma(b3, s43);
      FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + e]);
      s50 = x5.fma(b0, s50);
      s51 = x5.fma(b1, s51);
      s52 = x5.fma(b2, s52);
      s53 = x5.fma(b3, s53);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s02.intoArray(c, c0 + 2 * LENGTH);
    s03.intoArray(c, c0 + 3 * LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s12.intoArray(c, c1 + 2 * LENGTH);
    s13.intoArray(c, c1 + 3 * LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s22.intoArray(c, c2 + 2 * LENGTH);
    s23.intoArray(c, c2 + 3 * LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
    s32.intoArray(c, c3 + 2 * LENGTH);
    s33.intoArray(c, c3 + 3 * LENGTH);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LENGTH);
    s42.intoArray(c, c4 + 2 * LENGTH);
    s43.intoArray(c, c4 + 3 * LENGTH);
    s50.intoArray(c, c5);
    s51.intoArray(c, c5 + LENGTH);
    s52.intoArray(c, c5 + 2 * LENGTH);
    s53.intoArray(c, c5 + 3 * LENGTH);
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
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LENGTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * LENGTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * LENGTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * LENGTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * LENGTH);
    FloatVector s40 = FloatVector.fromArray(SPECIES, c, c4);
    FloatVector s41 = FloatVector.fromArray(SPECIES, c, c4 + LENGTH);
    FloatVector s42 = FloatVector.fromArray(SPECIES, c, c4 + 2 * LENGTH);
    FloatVector s43 = FloatVector.fromArray(SPECIES, c, c4 + 3 * LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LENGTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, q + 3 * LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
      FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + e]);
      s40 = x4.fma(b0, s40);
      s41 = x4.fma(b1, s41);
      s42 = x4.fma(b2, s42);
      s43 = x4.fma(b3, s43);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s02.intoArray(c, c0 + 2 * LENGTH);
    s03.intoArray(c, c0 + 3 * LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s12.intoArray(c, c1 + 2 * LENGTH);
    s13.intoArray(c, c1 + 3 * LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s22.intoArray(c, c2 + 2 * LENGTH);
    s23.intoArray(c, c2 + 3 * LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
    s32.intoArray(c, c3 + 2 * LENGTH);
    s33.intoArray(c, c3 + 3 * LENGTH);
    s40.intoArray(c, c4);
    s41.intoArray(c, c4 + LENGTH);
    s42.intoArray(c, c4 + 2 * LENGTH);
    s43.intoArray(c, c4 + 3 * LENGTH);
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
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LENGTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * LENGTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * LENGTH);
    FloatVector s20 = FloatVector.fromArray(SPECIES, c, c2);
    FloatVector s21 = FloatVector.fromArray(SPECIES, c, c2 + LENGTH);
    FloatVector s22 = FloatVector.fromArray(SPECIES, c, c2 + 2 * LENGTH);
    FloatVector s23 = FloatVector.fromArray(SPECIES, c, c2 + 3 * LENGTH);
    FloatVector s30 = FloatVector.fromArray(SPECIES, c, c3);
    FloatVector s31 = FloatVector.fromArray(SPECIES, c, c3 + LENGTH);
    FloatVector s32 = FloatVector.fromArray(SPECIES, c, c3 + 2 * LENGTH);
    FloatVector s33 = FloatVector.fromArray(SPECIES, c, c3 + 3 * LENGTH);
    for (int p = 0; p < k; p++) {
      int q = bAt + p * bStep;
      FloatVector b0 = FloatVector.fromArray(SPECIES, b, q);
      FloatVector b1 = FloatVector.fromArray(SPECIES, b, q + LENGTH);
      FloatVector b2 = FloatVector.fromArray(SPECIES, b, q + 2 * LENGTH);
      FloatVector b3 = FloatVector.fromArray(SPECIES, b, q + 3 * LENGTH);
      int e = p * aStep;
      FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + e]);
      s00 = x0.fma(b0, s00);
      s01 = x0.fma(b1, s01);
      s02 = x0.fma(b2, s02);
      s03 = x0.fma(b3, s03);
      FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + e]);
      s10 = x1.fma(b0, s10);
      s11 = x1.fma(b1, s11);
      s12 = x1.fma(b2, s12);
      s13 = x1.fma(b3, s13);
      FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + e]);
      s20 = x2.fma(b0, s20);
      s21 = x2.fma(b1, s21);
      s22 = x2.fma(b2, s22);
      s23 = x2.fma(b3, s23);
      FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + e]);
      s30 = x3.fma(b0, s30);
      s31 = x3.fma(b1, s31);
      s32 = x3.fma(b2, s32);
      s33 = x3.fma(b3, s33);
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s02.intoArray(c, c0 + 2 * LENGTH);
    s03.intoArray(c, c0 + 3 * LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s12.intoArray(c, c1 + 2 * LENGTH);
    s13.intoArray(c, c1 + 3 * LENGTH);
    s20.intoArray(c, c2);
    s21.intoArray(c, c2 + LENGTH);
    s22.intoArray(c, c2 + 2 * LENGTH);
    s23.intoArray(c, c2 + 3 * LENGTH);
    s30.intoArray(c, c3);
    s31.intoArray(c, c3 + LENGTH);
    s32.intoArray(c, c3 + 2 * LENGTH);
    s33.intoArray(c, c3 + 3 * LENGTH);
  }
}
