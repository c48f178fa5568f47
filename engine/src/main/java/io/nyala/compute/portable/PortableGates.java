package io.nyala.compute.portable;

/**
 * The arithmetic between two products of a recurrent step, apart from the activations, for the
 * elements {@code [first, units)} of one row.
 */
public final class PortableGates {

  private PortableGates() {}

  /** {@code c = f·cPrev + i·g}, with the gates i, f, g, o back to back at {@code at}. */
  public static void lstmCell(
      int first, int units, float[] gates, int at, float[] cPrev, int cPrevAt, float[] c, int cAt) {
    for (int j = first; j < units; j++) {
      c[cAt + j] =
          gates[at + units + j] * cPrev[cPrevAt + j] + gates[at + j] * gates[at + 2 * units + j];
    }
  }

  /** Gradient of an LSTM step. */
  public static void lstmRowBackward(
      int first,
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
    for (int j = first; j < units; j++) {
      float i = gates[at + j];
      float f = gates[at + units + j];
      float g = gates[at + 2 * units + j];
      float o = gates[at + 3 * units + j];
      float t = tanhC[tanhCAt + j];
      float h = dh[dhAt + j];
      float cell = dc[dcAt + j] + h * o * (1f - t * t);
      dz[dzAt + j] = cell * g * i * (1f - i);
      dz[dzAt + units + j] = cell * cPrev[cPrevAt + j] * f * (1f - f);
      dz[dzAt + 2 * units + j] = cell * i * (1f - g * g);
      dz[dzAt + 3 * units + j] = h * t * o * (1f - o);
      dc[dcAt + j] = cell * f;
    }
  }

  /** {@code h = z·hPrev + (1 - z)·ĥ}, with the gates z, r, ĥ back to back. */
  public static void gruOutput(
      int first, int units, float[] gates, int at, float[] hPrev, int hPrevAt, float[] h, int hAt) {
    for (int j = first; j < units; j++) {
      float z = gates[at + j];
      h[hAt + j] = z * hPrev[hPrevAt + j] + (1f - z) * gates[at + 2 * units + j];
    }
  }

  /** Gradient of a GRU step; {@code recAt} is where {@code rec_h} of the row starts. */
  public static void gruRowBackward(
      int first,
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
    for (int j = first; j < units; j++) {
      float z = gates[at + j];
      float r = gates[at + units + j];
      float candidate = gates[at + 2 * units + j];
      float h = dh[dhAt + j];
      float toZ = h * (hPrev[hPrevAt + j] - candidate) * z * (1f - z);
      float toCandidate = h * (1f - z) * (1f - candidate * candidate);
      float toR = toCandidate * rec[recAt + j] * r * (1f - r);
      dz[dzAt + j] = toZ;
      dz[dzAt + units + j] = toR;
      dz[dzAt + 2 * units + j] = toCandidate;
      dRec[dRecAt + j] = toZ;
      dRec[dRecAt + units + j] = toR;
      dRec[dRecAt + 2 * units + j] = toCandidate * r;
      dh[dhAt + j] = h * z;
    }
  }
}
