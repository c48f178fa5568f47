package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Simple element-wise loops. The compiler makes vector code of a plain loop only where all offsets
 * are known to it, so these are spelled out too. Each method does the whole vectors and returns how
 * many elements that was.
 */
final class Elements {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private Elements() {}

  /** {@code z = x + y}. */
  static int add(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, x, xOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, y, yOff + i);
      p.add(q).intoArray(z, zOff + i);
    }
    return i;
  }

  /** {@code z = x - y}. */
  static int subtract(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, x, xOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, y, yOff + i);
      p.sub(q).intoArray(z, zOff + i);
    }
    return i;
  }

  /** {@code z = x·y}. */
  static int multiply(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, x, xOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, y, yOff + i);
      p.mul(q).intoArray(z, zOff + i);
    }
    return i;
  }

  /** {@code z = x / y}. */
  static int divide(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, x, xOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, y, yOff + i);
      p.div(q).intoArray(z, zOff + i);
    }
    return i;
  }

  /** {@code dx = dy·(1 - y²)}. */
  static int tanhGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, y, yOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, dy, dyOff + i);
      q.sub(p.mul(p).mul(q)).intoArray(dx, dxOff + i);
    }
    return i;
  }

  /** {@code dx = dy·y·(1 - y)}. */
  static int sigmoidGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector p = FloatVector.fromArray(SPECIES, y, yOff + i);
      FloatVector q = FloatVector.fromArray(SPECIES, dy, dyOff + i);
      q.mul(p.sub(p.mul(p))).intoArray(dx, dxOff + i);
    }
    return i;
  }

  /** {@code y = alpha·x}. */
  static int scale(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xOff + i).mul(alpha).intoArray(y, yOff + i);
    }
    return i;
  }

  /** {@code y += alpha·x}. */
  static int axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    FloatVector factor = FloatVector.broadcast(SPECIES, alpha);
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xOff + i)
          .fma(factor, FloatVector.fromArray(SPECIES, y, yOff + i))
          .intoArray(y, yOff + i);
    }
    return i;
  }

  /** {@code z += x·y}. */
  static int multiplyAdd(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector.fromArray(SPECIES, x, xOff + i)
          .fma(
              FloatVector.fromArray(SPECIES, y, yOff + i),
              FloatVector.fromArray(SPECIES, z, zOff + i))
          .intoArray(z, zOff + i);
    }
    return i;
  }
}
