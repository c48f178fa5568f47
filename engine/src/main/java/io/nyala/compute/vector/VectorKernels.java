package io.nyala.compute.vector;

import io.nyala.compute.portable.PortableKernels;
import jdk.incubator.vector.FloatVector;

/** Kernels on the Vector API; what is not overridden here is as fast in a plain loop. */
public final class VectorKernels extends PortableKernels {

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
    VectorGemm.gemm(transA, transB, m, n, k, a, aOff, lda, b, bOff, ldb, accumulate, c, cOff, ldc);
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
    VectorGemm.gemmPacked(m, n, k, a, aOff, lda, packed, packedOff, accumulate, c, cOff, ldc);
  }
}
