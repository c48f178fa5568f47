package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link WideTiles} of fewer than four rows: what is left of a matrix, and the steps of a sweep at
 * which few sentences still go on. They cost what reading the panel costs.
 */
final class LowWideTiles {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private LowWideTiles() {}

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
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LENGTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LENGTH);
    FloatVector s10 = FloatVector.fromArray(SPECIES, c, c1);
    FloatVector s11 = FloatVector.fromArray(SPECIES, c, c1 + LENGTH);
    FloatVector s12 = FloatVector.fromArray(SPECIES, c, c1 + 2 * LENGTH);
    FloatVector s13 = FloatVector.fromArray(SPECIES, c, c1 + 3 * LENGTH);
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
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s02.intoArray(c, c0 + 2 * LENGTH);
    s03.intoArray(c, c0 + 3 * LENGTH);
    s10.intoArray(c, c1);
    s11.intoArray(c, c1 + LENGTH);
    s12.intoArray(c, c1 + 2 * LENGTH);
    s13.intoArray(c, c1 + 3 * LENGTH);
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
    FloatVector s02 = FloatVector.fromArray(SPECIES, c, c0 + 2 * LENGTH);
    FloatVector s03 = FloatVector.fromArray(SPECIES, c, c0 + 3 * LENGTH);
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
    }
    s00.intoArray(c, c0);
    s01.intoArray(c, c0 + LENGTH);
    s02.intoArray(c, c0 + 2 * LENGTH);
    s03.intoArray(c, c0 + 3 * LENGTH);
  }
}
