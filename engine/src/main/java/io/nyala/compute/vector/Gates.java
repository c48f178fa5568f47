package io.nyala.compute.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The arithmetic of recurrent steps apart from the activations, row by row; each method does the
 * whole vectors and returns how many elements of the row that was.
 */
final class Gates {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int LENGTH = SPECIES.length();

  private Gates() {}

  /** {@code c = f·cPrev + i·g}. */
  static int lstmCell(
      int units, float[] gates, int at, float[] cPrev, int cPrevAt, float[] c, int cAt) {
    int f = at + units;
    int g = f + units;
    int j = 0;
    for (int end = SPECIES.loopBound(units); j < end; j += LENGTH) {
      FloatVector in =
          FloatVector.fromArray(SPECIES, gates, at + j)
              .mul(FloatVector.fromArray(SPECIES, gates, g + j));
      FloatVector.fromArray(SPECIES, gates, f + j)
          .fma(FloatVector.fromArray(SPECIES, cPrev, cPrevAt + j), in)
          .intoArray(c, cAt + j);
    }
    return j;
  }

  /** Gradient of an LSTM step. */
  static int lstmBackward(
      int units,
      float[] gates,
      int at,
      float[] cPrev,
      int cPrevAt,
      float[] tanhC,
      int tanhCAt,
      float[] dh,
      int dhAt,
      float[] dc,
      int dcAt,
      float[] dz,
      int dzAt) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    int j = 0;
    for (int end = SPECIES.loopBound(units); j < end; j += LENGTH) {
      FloatVector o = FloatVector.fromArray(SPECIES, gates, at + 3 * units + j);
      FloatVector t = FloatVector.fromArray(SPECIES, tanhC, tanhCAt + j);
      FloatVector h = FloatVector.fromArray(SPECIES, dh, dhAt + j);
      FloatVector ho = h.mul(o);
      FloatVector cell =
          FloatVector.fromArray(SPECIES, dc, dcAt + j).add(ho.mul(one.sub(t.mul(t))));
      ho.mul(t).mul(one.sub(o)).intoArray(dz, dzAt + 3 * units + j);
      FloatVector f = FloatVector.fromArray(SPECIES, gates, at + units + j);
      FloatVector kept = cell.mul(f);
      kept.intoArray(dc, dcAt + j);
      kept.mul(FloatVector.fromArray(SPECIES, cPrev, cPrevAt + j))
          .mul(one.sub(f))
          .intoArray(dz, dzAt + units + j);
      FloatVector i = FloatVector.fromArray(SPECIES, gates, at + j);
      FloatVector g = FloatVector.fromArray(SPECIES, gates, at + 2 * units + j);
      FloatVector in = cell.mul(i);
      in.mul(g).mul(one.sub(i)).intoArray(dz, dzAt + j);
      in.mul(one.sub(g.mul(g))).intoArray(dz, dzAt + 2 * units + j);
    }
    return j;
  }

  /** {@code h = z·hPrev + (1 - z)·ĥ}. */
  static int gruOutput(
      int units, float[] gates, int at, float[] hPrev, int hPrevAt, float[] h, int hAt) {
    int candidates = at + 2 * units;
    int j = 0;
    for (int end = SPECIES.loopBound(units); j < end; j += LENGTH) {
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, candidates + j);
      FloatVector.fromArray(SPECIES, hPrev, hPrevAt + j)
          .sub(candidate)
          .fma(FloatVector.fromArray(SPECIES, gates, at + j), candidate)
          .intoArray(h, hAt + j);
    }
    return j;
  }

  /** Gradient of a GRU step; {@code recAt} is where {@code rec_h} of the row starts. */
  static int gruBackward(
      int units,
      float[] gates,
      int at,
      float[] rec,
      int recAt,
      float[] hPrev,
      int hPrevAt,
      float[] dh,
      int dhAt,
      float[] dz,
      int dzAt,
      float[] dRec,
      int dRecAt) {
    FloatVector one = FloatVector.broadcast(SPECIES, 1f);
    int j = 0;
    for (int end = SPECIES.loopBound(units); j < end; j += LENGTH) {
      FloatVector z = FloatVector.fromArray(SPECIES, gates, at + j);
      FloatVector candidate = FloatVector.fromArray(SPECIES, gates, at + 2 * units + j);
      FloatVector h = FloatVector.fromArray(SPECIES, dh, dhAt + j);
      FloatVector hz = h.mul(z);
      hz.intoArray(dh, dhAt + j);
      FloatVector rest = h.mul(one.sub(z));
      FloatVector toZ =
          rest.mul(z).mul(FloatVector.fromArray(SPECIES, hPrev, hPrevAt + j).sub(candidate));
      toZ.intoArray(dz, dzAt + j);
      toZ.intoArray(dRec, dRecAt + j);
      FloatVector toCandidate = rest.mul(one.sub(candidate.mul(candidate)));
      toCandidate.intoArray(dz, dzAt + 2 * units + j);
      FloatVector r = FloatVector.fromArray(SPECIES, gates, at + units + j);
      FloatVector passed = toCandidate.mul(r);
      passed.intoArray(dRec, dRecAt + 2 * units + j);
      FloatVector toR = passed.mul(FloatVector.fromArray(SPECIES, rec, recAt + j)).mul(one.sub(r));
      toR.intoArray(dz, dzAt + units + j);
      toR.intoArray(dRec, dRecAt + units + j);
    }
    return j;
  }
}
