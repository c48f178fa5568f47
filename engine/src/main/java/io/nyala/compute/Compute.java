package io.nyala.compute;

import io.nyala.compute.portable.PortableKernels;

/**
 * Chooses the kernels once per JVM and spreads large products over the {@linkplain Threads pool}.
 *
 * <p>The system property {@code nyala.kernels}, or else the environment variable {@code
 * NYALA_KERNELS}, set to {@code portable} or {@code vector} overrides the choice.
 */
public final class Compute {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";
  private static final String VECTOR_KERNELS = "io.nyala.compute.vector.VectorKernels";

  /** Below this many multiply-adds the start of a second thread costs more than it saves. */
  private static final long PARALLEL_WORK = 1_000_000;

  /** Columns are handed out in multiples of this, so that panels of a product stay whole. */
  private static final int COLUMN_GRAIN = 64;

  private static final int ROW_GRAIN = 12;

  private static final int FMA_SAMPLE = 50;
  private static final long SLOWEST_FMA_NANOS = 250;

  private static final Kernels KERNELS = choose();

  private Compute() {}

  /** The kernels for this JVM and CPU. */
  public static Kernels kernels() {
    return KERNELS;
  }

  /** One line for a person: which kernels run, on how many threads. */
  public static String description() {
    return KERNELS.description() + ", " + Threads.count() + " threads";
  }

  /**
   * {@link MatrixKernels#gemm} spread over the pool where that pays. Each element of C is computed
   * as on one thread, so the number of threads does not change it.
   */
  public static void gemm(
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
    int parts = (long) m * n * k < PARALLEL_WORK ? 1 : Threads.available();
    if (parts == 1) {
      KERNELS.gemm(transA, transB, m, n, k, a, aOff, lda, b, bOff, ldb, accumulate, c, cOff, ldc);
    } else if (n >= m) {
      Threads.ranges(
          n,
          COLUMN_GRAIN,
          parts,
          (from, to) ->
              KERNELS.gemm(
                  transA,
                  transB,
                  m,
                  to - from,
                  k,
                  a,
                  aOff,
                  lda,
                  b,
                  bOff + (transB ? from * ldb : from),
                  ldb,
                  accumulate,
                  c,
                  cOff + from,
                  ldc));
    } else {
      Threads.ranges(
          m,
          ROW_GRAIN,
          parts,
          (from, to) ->
              KERNELS.gemm(
                  transA,
                  transB,
                  to - from,
                  n,
                  k,
                  a,
                  aOff + (transA ? from : from * lda),
                  lda,
                  b,
                  bOff,
                  ldb,
                  accumulate,
                  c,
                  cOff + from * ldc,
                  ldc));
    }
  }

  private static Kernels choose() {
    String wanted = System.getProperty("nyala.kernels", System.getenv("NYALA_KERNELS"));
    if (wanted == null || wanted.isBlank()) {
      return vectorAvailable() ? vector() : new PortableKernels();
    }
    return switch (wanted) {
      case "portable" -> new PortableKernels();
      case "vector" -> vector();
      default ->
          throw new IllegalArgumentException(
              "Unknown kernels '" + wanted + "' in NYALA_KERNELS: expected 'vector' or 'portable'");
    };
  }

  private static boolean vectorAvailable() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent() && fusesMultiplyAdd();
  }

  /**
   * Whether the CPU multiplies and adds in one instruction, which all vector loops lean on. Where
   * it does not, the JVM computes {@code Math.fma} with big decimals, slower by orders of
   * magnitude.
   */
  private static boolean fusesMultiplyAdd() {
    long best = Long.MAX_VALUE;
    float x = 0.1f;
    for (int round = 0; round < 5; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < FMA_SAMPLE; i++) {
        x = Math.fma(x, 0.9f, 0.3f);
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return x > 0 && best < FMA_SAMPLE * SLOWEST_FMA_NANOS;
  }

  private static Kernels vector() {
    try {
      return (Kernels) Class.forName(VECTOR_KERNELS).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(
          "The vector kernels need a JVM started with --add-modules " + VECTOR_MODULE, e);
    }
  }
}
