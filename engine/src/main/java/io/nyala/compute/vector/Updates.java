package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Optimizer updates by vectors; each method returns how many elements it has done. */
final class Updates {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();
  private static final int MAGNITUDE = 0x7fffffff;
  private static final int SMALLEST_NORMAL = Float.floatToRawIntBits(Float.MIN_NORMAL);

  private Updates() {}

  static int adam(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] m,
      int mOff,
      float[] v,
      int vOff,
      float alpha,
      double beta1,
      double beta2,
      float epsilon) {
    FloatVector keep1 = FloatVector.broadcast(SPECIES, (float) (1 - beta1));
    FloatVector keep2 = FloatVector.broadcast(SPECIES, (float) (1 - beta2));
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector gradient = FloatVector.fromArray(SPECIES, g, gOff + i);
      FloatVector mean = FloatVector.fromArray(SPECIES, m, mOff + i);
      mean = gradient.sub(mean).fma(keep1, mean);
      mean = withoutDenormals(mean);
      mean.intoArray(m, mOff + i);
      FloatVector square = FloatVector.fromArray(SPECIES, v, vOff + i);
      square = gradient.mul(gradient).sub(square).fma(keep2, square);
      square = withoutDenormals(square);
      square.intoArray(v, vOff + i);
      FloatVector step = mean.mul(alpha).div(square.sqrt().add(epsilon));
      FloatVector.fromArray(SPECIES, w, wOff + i).sub(step).intoArray(w, wOff + i);
    }
    return i;
  }

  static int adamWithSquares(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] g2,
      int g2Off,
      float[] m,
      int mOff,
      float[] v,
      int vOff,
      float alpha,
      double beta1,
      double beta2,
      float epsilon) {
    FloatVector keep1 = FloatVector.broadcast(SPECIES, (float) (1 - beta1));
    FloatVector keep2 = FloatVector.broadcast(SPECIES, (float) (1 - beta2));
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      FloatVector mean = FloatVector.fromArray(SPECIES, m, mOff + i);
      mean = FloatVector.fromArray(SPECIES, g, gOff + i).sub(mean).fma(keep1, mean);
      mean = withoutDenormals(mean);
      mean.intoArray(m, mOff + i);
      FloatVector square = FloatVector.fromArray(SPECIES, v, vOff + i);
      square = FloatVector.fromArray(SPECIES, g2, g2Off + i).sub(square).fma(keep2, square);
      square = withoutDenormals(square);
      square.intoArray(v, vOff + i);
      FloatVector step = mean.mul(alpha).div(square.sqrt().add(epsilon));
      FloatVector.fromArray(SPECIES, w, wOff + i).sub(step).intoArray(w, wOff + i);
    }
    return i;
  }

  /** On the bits: where the magnitude is below the smallest normal number, zero. */
  private static FloatVector withoutDenormals(FloatVector x) {
    IntVector bits = x.reinterpretAsInts();
    IntVector normal =
        bits.and(MAGNITUDE).neg().add(SMALLEST_NORMAL - 1).lanewise(VectorOperators.ASHR, 31);
    return bits.and(normal).reinterpretAsFloats();
  }
}
