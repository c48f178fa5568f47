package io.nyala.compute.portable;

import io.nyala.compute.Kernels;

/** {@link Kernels} in plain Java. */
public class PortableKernels extends PortableElements implements Kernels {

  @Override
  public String description() {
    return "portable";
  }

  @Override
  public void gemm(
      boolean transA,
      boolean transB,
      int m,
      int n,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] b,
      int bOff,
      int ldb,
      boolean accumulate,
      float[] c,
      int cOff,
      int ldc) {
    PortableGemm.gemm(
        transA, transB, m, n, k, a, aOff, lda, b, bOff, ldb, accumulate, c, cOff, ldc);
  }

  @Override
  public int packedSize(int k, int n) {
    return k * n;
  }

  @Override
  public void pack(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] packed, int packedOff) {
    PortableGemm.pack(transB, k, n, b, bOff, ldb, packed, packedOff);
  }

  @Override
  public void gemmPacked(
      int m,
      int n,
      int k,
      float[] a,
      int aOff,
      int lda,
      float[] packed,
      int packedOff,
      boolean accumulate,
      float[] c,
      int cOff,
      int ldc) {
    PortableGemm.gemm(
        false, false, m, n, k, a, aOff, lda, packed, packedOff, n, accumulate, c, cOff, ldc);
  }

  @Override
  public void adam(
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
    PortableUpdates.adam(n, w, wOff, g, gOff, m, mOff, v, vOff, alpha, beta1, beta2, epsilon);
  }

  @Override
  public void adamWithSquares(
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
    PortableUpdates.adamWithSquares(
        n, w, wOff, g, gOff, g2, g2Off, m, mOff, v, vOff, alpha, beta1, beta2, epsilon);
  }

  @Override
  public void sgd(int n, float[] w, int wOff, float[] g, int gOff, float learningRate) {
    axpy(n, -learningRate, g, gOff, w, wOff);
  }

  @Override
  public void sgdMomentum(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] velocity,
      int velocityOff,
      float learningRate,
      float momentum,
      boolean nesterov) {
    PortableUpdates.sgdMomentum(
        n, w, wOff, g, gOff, velocity, velocityOff, learningRate, momentum, nesterov);
  }

  @Override
  public void lstmForward(
      int rows,
      int units,
      float[] z,
      int zOff,
      float[] cPrev,
      int cPrevOff,
      float[] c,
      int cOff,
      float[] tanhC,
      int tanhCOff,
      float[] h,
      int hOff) {
    for (int r = 0; r < rows; r++) {
      int at = zOff + r * 4 * units;
      int s = r * units;
      sigmoid(2 * units, z, at, z, at);
      tanh(units, z, at + 2 * units, z, at + 2 * units);
      sigmoid(units, z, at + 3 * units, z, at + 3 * units);
      lstmCell(units, z, at, cPrev, cPrevOff + s, c, cOff + s);
      tanh(units, c, cOff + s, tanhC, tanhCOff + s);
      multiply(units, z, at + 3 * units, tanhC, tanhCOff + s, h, hOff + s);
    }
  }

  @Override
  public void lstmBackward(
      int rows,
      int units,
      float[] gates,
      int gatesOff,
      float[] cPrev,
      int cPrevOff,
      float[] tanhC,
      int tanhCOff,
      float[] dh,
      int dhOff,
      float[] dc,
      int dcOff,
      float[] dz,
      int dzOff) {
    for (int r = 0; r < rows; r++) {
      int at = r * 4 * units;
      int s = r * units;
      lstmRowBackward(
          units,
          gates,
          gatesOff + at,
          cPrev,
          cPrevOff + s,
          tanhC,
          tanhCOff + s,
          dh,
          dhOff + s,
          dc,
          dcOff + s,
          dz,
          dzOff + at);
    }
  }

  @Override
  public void gruForward(
      int rows,
      int units,
      float[] z,
      int zOff,
      float[] rec,
      int recOff,
      float[] hPrev,
      int hPrevOff,
      float[] h,
      int hOff) {
    for (int r = 0; r < rows; r++) {
      int at = zOff + r * 3 * units;
      int recAt = recOff + r * 3 * units;
      int candidate = at + 2 * units;
      int s = r * units;
      add(2 * units, z, at, rec, recAt, z, at);
      sigmoid(2 * units, z, at, z, at);
      multiplyAdd(units, z, at + units, rec, recAt + 2 * units, z, candidate);
      tanh(units, z, candidate, z, candidate);
      gruOutput(units, z, at, hPrev, hPrevOff + s, h, hOff + s);
    }
  }

  @Override
  public void gruBackward(
      int rows,
      int units,
      float[] gates,
      int gatesOff,
      float[] rec,
      int recOff,
      float[] hPrev,
      int hPrevOff,
      float[] dh,
      int dhOff,
      float[] dz,
      int dzOff,
      float[] dRec,
      int dRecOff) {
    for (int r = 0; r < rows; r++) {
      int at = r * 3 * units;
      int s = r * units;
      gruRowBackward(
          units,
          gates,
          gatesOff + at,
          rec,
          recOff + at + 2 * units,
          hPrev,
          hPrevOff + s,
          dh,
          dhOff + s,
          dz,
          dzOff + at,
          dRec,
          dRecOff + at);
    }
  }

  /** See {@link PortableGates#lstmCell}. */
  protected void lstmCell(
      int units, float[] gates, int at, float[] cPrev, int cPrevAt, float[] c, int cAt) {
    PortableGates.lstmCell(0, units, gates, at, cPrev, cPrevAt, c, cAt);
  }

  /** See {@link PortableGates#lstmRowBackward}. */
  protected void lstmRowBackward(
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
    PortableGates.lstmRowBackward(
        0, units, gates, at, cPrev, cPrevAt, tanhC, tanhCAt, dh, dhAt, dc, dcAt, dz, dzAt);
  }

  /** See {@link PortableGates#gruOutput}. */
  protected void gruOutput(
      int units, float[] gates, int at, float[] hPrev, int hPrevAt, float[] h, int hAt) {
    PortableGates.gruOutput(0, units, gates, at, hPrev, hPrevAt, h, hAt);
  }

  /** See {@link PortableGates#gruRowBackward}. */
  protected void gruRowBackward(
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
    PortableGates.gruRowBackward(
        0, units, gates, at, rec, recAt, hPrev, hPrevAt, dh, dhAt, dz, dzAt, dRec, dRecAt);
  }
}
