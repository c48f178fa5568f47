package io.nyala.compute;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;

/**
 * Prints how fast each kernel runs, so that a change which makes the compiler box vectors is seen
 * at once. Run it by hand: {@code java --add-modules jdk.incubator.vector -cp
 * engine/target/classes:engine/target/test-classes io.nyala.compute.KernelRates [portable]}.
 */
final class KernelRates {

  private static final int ROUNDS = 15;

  /** The thread's own time, so that other programs on the machine blur the rates less. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final Kernels kernels;
  private final float[] a = random(1 << 20, 1);
  private final float[] b = random(1 << 20, 2);
  private final float[] c = new float[1 << 20];
  private final float[] packed = new float[1 << 21];

  private KernelRates(Kernels kernels) {
    this.kernels = kernels;
  }

  public static void main(String[] args) {
    System.out.println(
        Compute.description() + ", JDK " + Runtime.version() + ", GFLOPS, best (median)");
    KernelRates rates = new KernelRates(Compute.kernels());
    rates.matrices();
    rates.elements();
  }

  private void matrices() {
    int[][] shapes = {
      {32, 512, 128}, {384, 512, 64}, {32, 128, 512}, {128, 512, 384}, {16, 512, 128},
      {16, 128, 512}, {1, 512, 128}, {512, 512, 512}, {1024, 1024, 1024}, {32, 1, 128}
    };
    for (int[] s : shapes) {
      int m = s[0];
      int n = s[1];
      int k = s[2];
      StringBuilder line = new StringBuilder(String.format("%4d x %4d · %4d x %4d", m, k, k, n));
      for (int mode = 0; mode < 4; mode++) {
        boolean transA = (mode & 1) != 0;
        boolean transB = (mode & 2) != 0;
        int lda = transA ? m : k;
        int ldb = transB ? k : n;
        line.append(transA ? "  AᵀB" : "  AB").append(transB ? "ᵀ" : "");
        line.append(
            rate(
                2L * m * n * k,
                () -> kernels.gemm(transA, transB, m, n, k, a, 0, lda, b, 0, ldb, false, c, 0, n)));
      }
      kernels.pack(false, k, n, b, 0, n, packed, 0);
      line.append("  packed");
      line.append(
          rate(
              2L * m * n * k,
              () -> kernels.gemmPacked(m, n, k, a, 0, k, packed, 0, false, c, 0, n)));
      System.out.println(line);
    }
  }

  private void elements() {
    int n = 8192;
    report(
        "pack transposed 128x512",
        128 * 512,
        () -> kernels.pack(true, 512, 128, b, 0, 512, packed, 0));
    report("exp", n, () -> kernels.exp(n, a, 0, c, 0));
    report("tanh", n, () -> kernels.tanh(n, a, 0, c, 0));
    report("sigmoid", n, () -> kernels.sigmoid(n, a, 0, c, 0));
    report("tanhGrad", n, () -> kernels.tanhGrad(n, a, 0, b, 0, c, 0));
    report("sum", n, () -> c[0] = (float) kernels.sum(n, a, 0));
    report("sumSquares", n, () -> c[0] = (float) kernels.sumSquares(n, a, 0));
    report("columnSums", n, () -> kernels.columnSums(32, n / 32, a, 0, n / 32, false, c, 0));
    float[] v = new float[n];
    report("adam", n, () -> kernels.adam(n, a, 0, b, 0, c, 0, v, 0, 1e-6f, 0.9, 0.999, 1e-7f));
    int units = 128;
    report(
        "lstmForward",
        16 * units,
        () -> {
          System.arraycopy(b, 0, packed, 0, 16 * 4 * units);
          kernels.lstmForward(16, units, packed, 0, a, 0, c, 0, c, 1 << 16, c, 1 << 17);
        });
    report(
        "lstmBackward",
        16 * units,
        () -> kernels.lstmBackward(16, units, b, 0, a, 0, a, 1 << 16, a, 1 << 17, v, 0, packed, 0));
    report(
        "gruForward",
        16 * units,
        () -> {
          System.arraycopy(b, 0, packed, 0, 16 * 3 * units);
          kernels.gruForward(16, units, packed, 0, b, 1 << 16, a, 0, c, 0);
        });
    report(
        "gruBackward",
        16 * units,
        () ->
            kernels.gruBackward(
                16, units, b, 0, b, 1 << 16, a, 0, v, 0, packed, 0, packed, 1 << 17));
  }

  private static void report(String name, int elements, Runnable body) {
    System.out.println(String.format("%-24s", name) + rate(elements, body) + " G elements/s");
  }

  private static String rate(long work, Runnable body) {
    int repeats = (int) Math.max(1, 40_000_000 / Math.max(1, work));
    repeats = Math.min(repeats, 2_000);
    double[] rates = new double[ROUNDS];
    for (int warm = 0; warm < 2 * ROUNDS; warm++) {
      long start = CLOCK.getCurrentThreadCpuTime();
      for (int r = 0; r < repeats; r++) {
        body.run();
      }
      rates[warm % ROUNDS] = (double) work * repeats / (CLOCK.getCurrentThreadCpuTime() - start);
    }
    Arrays.sort(rates);
    return String.format(" %.2f (%.2f)", rates[ROUNDS - 1], rates[ROUNDS / 2]);
  }

  private static float[] random(int n, int seed) {
    Random random = new Random(seed);
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    return x;
  }
}
