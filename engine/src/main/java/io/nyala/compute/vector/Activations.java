package io.nyala.compute.vector;

import static io.nyala.compute.portable.PortableMath.E2;
import static io.nyala.compute.portable.PortableMath.E3;
import static io.nyala.compute.portable.PortableMath.E4;
import static io.nyala.compute.portable.PortableMath.E5;
import static io.nyala.compute.portable.PortableMath.E6;
import static io.nyala.compute.portable.PortableMath.EXP_CLAMP_BITS;
import static io.nyala.compute.portable.PortableMath.LN2_HIGH;
import static io.nyala.compute.portable.PortableMath.LN2_LOW;
import static io.nyala.compute.portable.PortableMath.LOG2_E;
import static io.nyala.compute.portable.PortableMath.P1;
import static io.nyala.compute.portable.PortableMath.P2;
import static io.nyala.compute.portable.PortableMath.P3;
import static io.nyala.compute.portable.PortableMath.P4;
import static io.nyala.compute.portable.PortableMath.P5;
import static io.nyala.compute.portable.PortableMath.P6;
import static io.nyala.compute.portable.PortableMath.Q1;
import static io.nyala.compute.portable.PortableMath.Q2;
import static io.nyala.compute.portable.PortableMath.Q3;
import static io.nyala.compute.portable.PortableMath.ROUNDER;
import static io.nyala.compute.portable.PortableMath.ROUNDER_BITS;
import static io.nyala.compute.portable.PortableMath.TANH_CLAMP_BITS;

import io.nyala.compute.portable.PortableMath;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * exp, tanh and the logistic function, as in {@link PortableMath} but a vector at a time. Clamping
 * and NaN are done on the bits, without masks, which are slow on JDK 17. The steps of exp are
 * written out in both loops: a shared method that is not inlined would box its vectors.
 */
final class Activations {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();
  private static final int MAGNITUDE = 0x7fffffff;
  private static final int INFINITY_BITS = 0x7f800000;
  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  private Activations() {}

  static void exp(int n, float[] x, int xOff, float[] y, int yOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      IntVector bits = FloatVector.fromArray(SPECIES, x, xOff + i).reinterpretAsInts();
      IntVector magnitude = bits.and(MAGNITUDE);
      IntVector clamped = magnitude.min(EXP_CLAMP_BITS).or(bits.and(~MAGNITUDE));
      FloatVector t = clamped.reinterpretAsFloats();
      FloatVector rounded =
          t.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
      FloatVector whole = rounded.sub(ROUNDER);
      FloatVector r = whole.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), t);
      r = whole.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(FloatVector.broadcast(SPECIES, E6), FloatVector.broadcast(SPECIES, E5));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E4));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E3));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E2));
      FloatVector e = q.mul(r).fma(r, r).add(1f);
      IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
      IntVector half = power.lanewise(VectorOperators.ASHR, 1);
      IntVector rest = power.sub(half);
      e = e.mul(half.add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsFloats());
      e = e.mul(rest.add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsFloats());
      IntVector nan =
          magnitude.neg().add(INFINITY_BITS).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
      e.reinterpretAsInts().or(nan).reinterpretAsFloats().intoArray(y, yOff + i);
    }
    for (; i < n; i++) {
      y[yOff + i] = PortableMath.exp(x[xOff + i]);
    }
  }

  static void sigmoid(int n, float[] x, int xOff, float[] y, int yOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      IntVector bits = FloatVector.fromArray(SPECIES, x, xOff + i).reinterpretAsInts();
      IntVector magnitude = bits.and(MAGNITUDE);
      FloatVector t = magnitude.min(EXP_CLAMP_BITS).or(~MAGNITUDE).reinterpretAsFloats();
      FloatVector rounded =
          t.fma(FloatVector.broadcast(SPECIES, LOG2_E), FloatVector.broadcast(SPECIES, ROUNDER));
      FloatVector whole = rounded.sub(ROUNDER);
      FloatVector r = whole.fma(FloatVector.broadcast(SPECIES, -LN2_HIGH), t);
      r = whole.fma(FloatVector.broadcast(SPECIES, -LN2_LOW), r);
      FloatVector q = r.fma(FloatVector.broadcast(SPECIES, E6), FloatVector.broadcast(SPECIES, E5));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E4));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E3));
      q = q.fma(r, FloatVector.broadcast(SPECIES, E2));
      FloatVector e = q.mul(r).fma(r, r).add(1f);
      IntVector power = rounded.reinterpretAsInts().sub(ROUNDER_BITS);
      IntVector half = power.lanewise(VectorOperators.ASHR, 1);
      IntVector rest = power.sub(half);
      e = e.mul(half.add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsFloats());
      e = e.mul(rest.add(BIAS).lanewise(VectorOperators.LSHL, MANTISSA).reinterpretAsFloats());
      // Numerator: e where x is negative, else 1.
      IntVector negative = bits.lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
      IntVector one = FloatVector.broadcast(SPECIES, 1f).reinterpretAsInts();
      IntVector top =
          e.reinterpretAsInts()
              .lanewise(VectorOperators.XOR, one)
              .and(negative)
              .lanewise(VectorOperators.XOR, one);
      FloatVector s = top.reinterpretAsFloats().div(e.add(1f));
      IntVector nan =
          magnitude.neg().add(INFINITY_BITS).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
      s.reinterpretAsInts().or(nan).reinterpretAsFloats().intoArray(y, yOff + i);
    }
    for (; i < n; i++) {
      y[yOff + i] = PortableMath.sigmoid(x[xOff + i]);
    }
  }

  static void tanh(int n, float[] x, int xOff, float[] y, int yOff) {
    int i = 0;
    for (int end = SPECIES.loopBound(n); i < end; i += LENGTH) {
      IntVector bits = FloatVector.fromArray(SPECIES, x, xOff + i).reinterpretAsInts();
      IntVector magnitude = bits.and(MAGNITUDE);
      FloatVector t = magnitude.min(TANH_CLAMP_BITS).reinterpretAsFloats();
      FloatVector s = t.mul(t);
      FloatVector p = s.fma(FloatVector.broadcast(SPECIES, P6), FloatVector.broadcast(SPECIES, P5));
      p = p.fma(s, FloatVector.broadcast(SPECIES, P4));
      p = p.fma(s, FloatVector.broadcast(SPECIES, P3));
      p = p.fma(s, FloatVector.broadcast(SPECIES, P2));
      p = p.fma(s, FloatVector.broadcast(SPECIES, P1));
      p = p.fma(s, FloatVector.broadcast(SPECIES, 1f)).mul(t);
      FloatVector q = s.fma(FloatVector.broadcast(SPECIES, Q3), FloatVector.broadcast(SPECIES, Q2));
      q = q.fma(s, FloatVector.broadcast(SPECIES, Q1));
      q = q.fma(s, FloatVector.broadcast(SPECIES, 1f));
      // The quotient is positive, so its order is that of its bits: never above 1.
      IntVector one = FloatVector.broadcast(SPECIES, 1f).reinterpretAsInts();
      IntVector result = p.div(q).reinterpretAsInts().min(one).or(bits.and(~MAGNITUDE));
      IntVector nan =
          magnitude.neg().add(INFINITY_BITS).lanewise(VectorOperators.ASHR, Integer.SIZE - 1);
      result.or(nan).reinterpretAsFloats().intoArray(y, yOff + i);
    }
    for (; i < n; i++) {
      y[yOff + i] = PortableMath.tanh(x[xOff + i]);
    }
  }
}
