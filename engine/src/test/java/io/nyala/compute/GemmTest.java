package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;

class GemmTest {

  private static final int[][] SHAPES = {
    {1, 1, 1},
    {1, 512, 128},
    {2, 3, 5},
    {6, 64, 7},
    {7, 65, 33},
    {5, 31, 100},
    {13, 16, 1},
    {12, 130, 300},
    {32, 100, 129},
    {33, 17, 65},
    {64, 1, 40},
    {3, 200, 600},
    {61, 47, 53},
    {8, 4, 0},
    {200, 70, 9},
    {1, 33, 64},
    {4, 129, 31}
  };

  @Test
  void everyTransposeCaseAgreesWithTheDefinition() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      for (int[] s : SHAPES) {
        for (int mode = 0; mode < 8; mode++) {
          check(kernels, s[0], s[1], s[2], (mode & 1) != 0, (mode & 2) != 0, (mode & 4) != 0);
        }
      }
    }
  }

  @Test
  void packedRightHandSideAgreesWithTheDefinition() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      for (int[] s : SHAPES) {
        for (int mode = 0; mode < 4; mode++) {
          checkPacked(kernels, s[0], s[1], s[2], (mode & 1) != 0, (mode & 2) != 0);
        }
      }
    }
  }

  @Test
  void refusesToLeaveItsArrays() {
    float[] whole = new float[32 * 64];
    float[] less = new float[32 * 64 - 1];
    for (Kernels kernels : KernelsUnderTest.all()) {
      for (int i = 0; i < 3; i++) {
        float[] a = i == 0 ? less : whole;
        float[] b = i == 1 ? less : whole;
        float[] c = i == 2 ? less : whole;
        assertThrows(
            IndexOutOfBoundsException.class,
            () -> kernels.gemm(false, false, 32, 64, 32, a, 1024, 32, b, 0, 64, true, c, 0, 64));
        assertThrows(IndexOutOfBoundsException.class, () -> kernels.add(2048, a, 0, b, 0, c, 0));
      }
    }
  }

  @Test
  void spreadOverThreadsGivesTheSameBits() {
    int m = 150;
    int n = 170;
    int k = 90;
    Random random = new Random(5);
    for (int mode = 0; mode < 4; mode++) {
      boolean transA = (mode & 1) != 0;
      boolean transB = (mode & 2) != 0;
      float[] a = random(random, m * k);
      float[] b = random(random, k * n);
      int lda = transA ? m : k;
      int ldb = transB ? k : n;
      float[] one = new float[m * n];
      float[] many = new float[m * n];
      Compute.kernels().gemm(transA, transB, m, n, k, a, 0, lda, b, 0, ldb, false, one, 0, n);
      Compute.gemm(transA, transB, m, n, k, a, 0, lda, b, 0, ldb, false, many, 0, n);
      assertArrayEquals(one, many);
      float[] tallOne = new float[n * m];
      float[] tallMany = new float[n * m];
      Compute.kernels().gemm(!transB, !transA, n, m, k, b, 0, ldb, a, 0, lda, false, tallOne, 0, m);
      Compute.gemm(!transB, !transA, n, m, k, b, 0, ldb, a, 0, lda, false, tallMany, 0, m);
      assertArrayEquals(tallOne, tallMany);
    }
  }

  @Test
  void aSingleColumnAgreesWithTheDefinition() {
    Random random = new Random(6);
    for (Kernels kernels : KernelsUnderTest.all()) {
      for (int[] s : new int[][] {{1, 1}, {32, 128}, {128, 32}, {70, 3}, {5, 1100}, {9, 0}}) {
        for (int mode = 0; mode < 8; mode++) {
          boolean accumulate = (mode & 4) != 0;
          checkColumn(kernels, random, s[0], s[1], (mode & 1) != 0, (mode & 2) != 0, accumulate);
        }
      }
    }
  }

  private static void checkColumn(
      Kernels kernels,
      Random random,
      int m,
      int k,
      boolean transA,
      boolean transB,
      boolean accumulate) {
    int lda = (transA ? m : k) + 3;
    float[] a = random(random, 4 + (transA ? k : m) * lda);
    float[] b = random(random, 2 + Math.max(1, k));
    float[] c = random(random, 3 + m);
    float[] expected = c.clone();
    for (int i = 0; i < m; i++) {
      double sum = accumulate ? c[3 + i] : 0;
      for (int p = 0; p < k; p++) {
        sum += (double) a[4 + (transA ? p * lda + i : i * lda + p)] * b[2 + p];
      }
      expected[3 + i] = (float) sum;
    }
    int ldb = transB ? Math.max(1, k) : 1;
    kernels.gemm(transA, transB, m, 1, k, a, 4, lda, b, 2, ldb, accumulate, c, 3, 1);
    assertClose(expected, c, k, kernels.description() + " " + m + "x1x" + k + " " + transA);
    if (k > 0 && m > 7) {
      float[] parts = new float[m];
      float[] whole = new float[m];
      kernels.gemm(transA, transB, m, 1, k, a, 4, lda, b, 2, ldb, false, whole, 0, 1);
      int next = transA ? 11 : 4 + 7 * lda;
      kernels.gemm(transA, transB, 7, 1, k, a, 4, lda, b, 2, ldb, false, parts, 0, 1);
      kernels.gemm(transA, transB, m - 7, 1, k, a, next, lda, b, 2, ldb, false, parts, 7, 1);
      assertArrayEquals(whole, parts, "a share has the same bits");
    }
  }

  private static void check(
      Kernels kernels, int m, int n, int k, boolean transA, boolean transB, boolean accumulate) {
    Random random = new Random(m * 31L + n * 7L + k);
    int lda = (transA ? m : k) + 3;
    int ldb = (transB ? k : n) + 2;
    int ldc = n + 5;
    float[] a = random(random, 4 + (transA ? k : m) * lda);
    float[] b = random(random, 6 + (transB ? n : k) * ldb);
    float[] c = random(random, 7 + m * ldc);
    float[] expected = c.clone();
    for (int i = 0; i < m; i++) {
      for (int j = 0; j < n; j++) {
        double sum = accumulate ? c[7 + i * ldc + j] : 0;
        for (int p = 0; p < k; p++) {
          sum +=
              (double) a[4 + (transA ? p * lda + i : i * lda + p)]
                  * b[6 + (transB ? j * ldb + p : p * ldb + j)];
        }
        expected[7 + i * ldc + j] = (float) sum;
      }
    }
    kernels.gemm(transA, transB, m, n, k, a, 4, lda, b, 6, ldb, accumulate, c, 7, ldc);
    String what =
        kernels.description() + " " + m + "x" + n + "x" + k + " " + transA + transB + accumulate;
    assertClose(expected, c, k, what);
  }

  private static void checkPacked(
      Kernels kernels, int m, int n, int k, boolean transB, boolean accumulate) {
    Random random = new Random(m * 31L + n * 7L + k);
    int ldb = (transB ? k : n) + 1;
    float[] a = random(random, m * k);
    float[] b = random(random, (transB ? n : k) * ldb);
    float[] expected = random(random, m * n);
    float[] c = expected.clone();
    float[] packed = new float[9 + kernels.packedSize(k, n)];
    kernels.pack(transB, k, n, b, 0, ldb, packed, 9);
    kernels.gemmPacked(m, n, k, a, 0, k, packed, 9, accumulate, c, 0, n);
    kernels.gemm(false, transB, m, n, k, a, 0, k, b, 0, ldb, accumulate, expected, 0, n);
    assertClose(expected, c, k, kernels.description() + " packed " + m + "x" + n + "x" + k);
  }

  private static void assertClose(float[] expected, float[] actual, int k, String what) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-6f * (k + 1), what + " at " + i);
    }
  }

  private static float[] random(Random random, int n) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    return x;
  }
}
