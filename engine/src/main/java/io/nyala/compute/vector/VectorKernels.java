package io.nyala.compute.vector;

import io.nyala.compute.portable.PortableGates;
import jdk.incubator.vector.FloatVector;

/** Kernels on the Vector API; what is not overridden is as fast in a plain loop. */
public final class VectorKernels extends VectorElements {

  @Override
  public String description() {
    return "Vector API, " + FloatVector.SPECIES_PREFERRED.vectorBitSize() + " bit";
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
    Bounds.rows(transA ? k : m, transA ? m : k, a, aOff, lda);
    Bounds.rows(transB ? n : k, transB ? k : n, b, bOff, ldb);
    Bounds.rows(m, n, c, cOff, ldc);
    int bStep = transB ? 1 : ldb;
    if (n != 1 || !MatrixVector.fits(transA, bStep, ldc)) {
      VectorGemm.gemm(
          transA, transB, m, n, k, a, aOff, lda, b, bOff, ldb, accumulate, c, cOff, ldc);
    } else if (transA) {
      MatrixVector.columns(m, k, a, aOff, lda, b, bOff, bStep, accumulate, c, cOff);
    } else {
      MatrixVector.rows(m, k, a, aOff, lda, b, bOff, accumulate, c, cOff, ldc);
    }
  }

  @Override
  public int packedSize(int k, int n) {
    return Panels.packedSize(k, n);
  }

  @Override
  public void pack(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] packed, int packedOff) {
    Panels.packAll(transB, k, n, b, bOff, ldb, packed, packedOff);
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
    Bounds.rows(m, k, a, aOff, lda);
    Bounds.row(packedSize(k, n), packed, packedOff);
    Bounds.rows(m, n, c, cOff, ldc);
    VectorGemm.gemmPacked(m, n, k, a, aOff, lda, packed, packedOff, accumulate, c, cOff, ldc);
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
    Bounds.row(n, w, wOff);
    Bounds.row(n, g, gOff);
    Bounds.row(n, m, mOff);
    Bounds.row(n, v, vOff);
    int i = Updates.adam(n, w, wOff, g, gOff, m, mOff, v, vOff, alpha, beta1, beta2, epsilon);
    super.adam(
        n - i, w, wOff + i, g, gOff + i, m, mOff + i, v, vOff + i, alpha, beta1, beta2, epsilon);
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
    Bounds.row(n, w, wOff);
    Bounds.row(n, g, gOff);
    Bounds.row(n, g2, g2Off);
    Bounds.row(n, m, mOff);
    Bounds.row(n, v, vOff);
    int i =
        Updates.adamWithSquares(
            n, w, wOff, g, gOff, g2, g2Off, m, mOff, v, vOff, alpha, beta1, beta2, epsilon);
    int rest = n - i;
    super.adamWithSquares(
        rest, w, wOff + i, g, gOff + i, g2, g2Off + i, m, mOff + i, v, vOff + i, alpha, beta1,
        beta2, epsilon);
  }

  @Override
  protected void lstmCell(
      int units, float[] gates, int at, float[] cPrev, int cPrevAt, float[] c, int cAt) {
    Bounds.row(4 * units, gates, at);
    Bounds.row(units, cPrev, cPrevAt);
    Bounds.row(units, c, cAt);
    int done = Gates.lstmCell(units, gates, at, cPrev, cPrevAt, c, cAt);
    PortableGates.lstmCell(done, units, gates, at, cPrev, cPrevAt, c, cAt);
  }

  @Override
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
    Bounds.row(4 * units, gates, at);
    Bounds.row(units, cPrev, cPrevAt);
    Bounds.row(units, tanhC, tanhCAt);
    Bounds.row(units, dh, dhAt);
    Bounds.row(units, dc, dcAt);
    Bounds.row(4 * units, dz, dzAt);
    int done =
        Gates.lstmBackward(
            units, gates, at, cPrev, cPrevAt, tanhC, tanhCAt, dh, dhAt, dc, dcAt, dz, dzAt);
    PortableGates.lstmRowBackward(
        done, units, gates, at, cPrev, cPrevAt, tanhC, tanhCAt, dh, dhAt, dc, dcAt, dz, dzAt);
  }

  @Override
  protected void gruOutput(
      int units, float[] gates, int at, float[] hPrev, int hPrevAt, float[] h, int hAt) {
    Bounds.row(3 * units, gates, at);
    Bounds.row(units, hPrev, hPrevAt);
    Bounds.row(units, h, hAt);
    int done = Gates.gruOutput(units, gates, at, hPrev, hPrevAt, h, hAt);
    PortableGates.gruOutput(done, units, gates, at, hPrev, hPrevAt, h, hAt);
  }

  @Override
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
    Bounds.row(3 * units, gates, at);
    // Of the recurrent sums only the candidate's third is read, and recAt is where it begins.
    Bounds.row(units, rec, recAt);
    Bounds.row(units, hPrev, hPrevAt);
    Bounds.row(units, dh, dhAt);
    Bounds.row(3 * units, dz, dzAt);
    Bounds.row(3 * units, dRec, dRecAt);
    int done =
        Gates.gruBackward(
            units, gates, at, rec, recAt, hPrev, hPrevAt, dh, dhAt, dz, dzAt, dRec, dRecAt);
    PortableGates.gruRowBackward(
        done, units, gates, at, rec, recAt, hPrev, hPrevAt, dh, dhAt, dz, dzAt, dRec, dRecAt);
  }
}
