package io.nyala.compute;

/** Matrix products and the packed form of a right-hand side that is used more than once. */
public interface MatrixKernels {

  /**
   * {@code C = op(A)·op(B)}, or {@code C += op(A)·op(B)} with {@code accumulate}; {@code op}
   * transposes where its flag is set.
   *
   * @param m rows of {@code op(A)} and C
   * @param n columns of {@code op(B)} and C
   * @param k columns of {@code op(A)}, rows of {@code op(B)}; 0 gives zeros
   * @param lda row stride of A as stored: at least k, or m when A is transposed
   * @param ldb row stride of B as stored: at least n, or k when B is transposed
   * @param ldc row stride of C, at least n; C must not overlap A or B
   */
  void gemm(
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
      int ldc);

  /** Length of the packed form of a {@code [k, n]} right-hand side. */
  int packedSize(int k, int n);

  /**
   * Packs {@code op(B) [k, n]} for {@link #gemmPacked}; the layout is this implementation's own.
   */
  void pack(
      boolean transB, int k, int n, float[] b, int bOff, int ldb, float[] packed, int packedOff);

  /** {@code C = A·B} or {@code C += A·B}, with A {@code [m, k]} as stored and B packed. */
  void gemmPacked(
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
      int ldc);
}
