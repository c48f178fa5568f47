package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ElementsTest {

  private interface Loop {
    void apply(int n, float[] x, int xOff, float[] y, int yOff);
  }

  @Test
  void expIsWithinTwoUlpEverywhere() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      checkUlp(kernels.description() + " exp", kernels::exp, Math::exp, 2);
    }
  }

  @Test
  void tanhIsWithinSixUlpEverywhere() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      checkUlp(kernels.description() + " tanh", kernels::tanh, Math::tanh, 6);
    }
  }

  @Test
  void sigmoidIsWithinFourUlpEverywhere() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      checkUlp(
          kernels.description() + " sigmoid", kernels::sigmoid, x -> 1 / (1 + Math.exp(-x)), 4);
    }
  }

  /** Every 97th float there is, so all exponents, both signs, infinities and NaN. */
  private static void checkUlp(String name, Loop loop, DoubleUnaryOperator exact, double limit) {
    int block = 4099;
    float[] x = new float[block + 1];
    float[] y = new float[block + 2];
    double worst = 0;
    float worstAt = 0;
    long bits = 0;
    while (bits < 1L << 32) {
      for (int i = 0; i < block; i++, bits += 97) {
        x[1 + i] = Float.intBitsToFloat((int) Math.min(bits, 0xffffffffL));
      }
      loop.apply(block, x, 1, y, 2);
      for (int i = 0; i < block; i++) {
        double error = ulps(exact.applyAsDouble(x[1 + i]), y[2 + i]);
        if (!(error <= worst)) {
          worst = error;
          worstAt = x[1 + i];
        }
      }
    }
    assertTrue(worst <= limit, name + ": " + worst + " ulp at " + worstAt);
    float[] special = {
      Float.NaN,
      Float.POSITIVE_INFINITY,
      Float.NEGATIVE_INFINITY,
      0f,
      -0f,
      Float.MIN_VALUE,
      88.72283f,
      88.72284f,
      -87.33655f,
      -103.97208f,
      -103.9721f,
      1e30f,
      -1e30f,
      9.02f,
      -9.02f
    };
    float[] many = new float[special.length * 16];
    for (int i = 0; i < many.length; i++) {
      many[i] = special[i % special.length];
    }
    float[] result = new float[many.length];
    loop.apply(many.length, many, 0, result, 0);
    for (int i = 0; i < many.length; i++) {
      double error = ulps(exact.applyAsDouble(many[i]), result[i]);
      assertTrue(error <= limit, name + "(" + many[i] + ") = " + result[i]);
    }
  }

  private static double ulps(double exact, float got) {
    if (Double.isNaN(exact)) {
      return Float.isNaN(got) ? 0 : Double.POSITIVE_INFINITY;
    }
    float rounded = (float) exact;
    if (rounded == got) {
      return 0;
    }
    return Math.abs(exact - got) / Math.ulp(rounded);
  }

  private interface Loop3 {
    void apply(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);
  }

  @Test
  void simpleLoopsAgreeWithTheirFormulas() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      check3(kernels::add, (x, y) -> x + y);
      check3(kernels::subtract, (x, y) -> x - y);
      check3(kernels::multiply, (x, y) -> x * y);
      check3(kernels::divide, (x, y) -> x / y);
      check3(kernels::multiplyAdd, (x, y) -> 0.5 + x * y);
      check3(kernels::tanhGrad, (y, dy) -> dy * (1 - y * y));
      check3(kernels::sigmoidGrad, (y, dy) -> dy * y * (1 - y));
      check3(kernels::reluGrad, (y, dy) -> y > 0 ? dy : 0);
      check3((n, x, i, y, j, z, k) -> kernels.scale(n, 3f, x, i, z, k), (x, y) -> 3 * x);
      check3((n, x, i, y, j, z, k) -> kernels.axpy(n, 3f, x, i, z, k), (x, y) -> 0.5 + 3 * x);
      check3((n, x, i, y, j, z, k) -> kernels.relu(n, x, i, z, k), (x, y) -> Math.max(x, 0));
      check3((n, x, i, y, j, z, k) -> kernels.sgd(n, z, k, x, i, 2f), (x, y) -> 0.5 - 2 * x);
    }
  }

  /** Lengths around the vector's, at odd offsets; z starts as 0.5. */
  private static void check3(Loop3 loop, DoubleBinaryOperator exact) {
    for (int n = 0; n < 70; n += 1 + n / 9) {
      float[] x = new float[n + 3];
      float[] y = new float[n + 5];
      float[] z = new float[n + 7];
      for (int i = 0; i < n + 3; i++) {
        x[i] = (float) Math.sin(i + 0.5);
        y[i + 2] = (float) Math.cos(i + 0.1);
      }
      Arrays.fill(z, 0.5f);
      loop.apply(n, x, 3, y, 5, z, 4);
      for (int i = 0; i < n + 7; i++) {
        boolean inside = i >= 4 && i < n + 4;
        double expected = inside ? exact.applyAsDouble(x[i - 1], y[i + 1]) : 0.5;
        assertEquals(expected, z[i], 3e-7 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void reductionsAndRows() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      int rows = 5;
      int cols = 37;
      float[] x = new float[rows * cols];
      for (int i = 0; i < x.length; i++) {
        x[i] = (float) Math.sin(i) * 3;
      }
      double sum = 0;
      double squares = 0;
      float max = Float.NEGATIVE_INFINITY;
      for (float v : x) {
        sum += v;
        squares += (double) v * v;
        max = Math.max(max, v);
      }
      assertEquals(sum, kernels.sum(x.length, x, 0), 1e-5);
      assertEquals(squares, kernels.sumSquares(x.length, x, 0), 1e-4);
      assertEquals(max, kernels.max(x.length, x, 0));
      assertTrue(Float.isNaN(kernels.max(3, new float[] {1, Float.NaN, 2}, 0)));
      float[] byRow = new float[rows];
      kernels.rowSums(rows, cols, x, 0, cols, byRow, 0);
      float[] byColumn = new float[cols];
      kernels.columnSums(rows, cols, x, 0, cols, false, byColumn, 0);
      float[] softmax = new float[x.length];
      kernels.softmaxRows(rows, cols, x, 0, cols, softmax, 0, cols);
      for (int r = 0; r < rows; r++) {
        double s = 0;
        double denominator = 0;
        for (int c = 0; c < cols; c++) {
          s += x[r * cols + c];
          denominator += Math.exp(x[r * cols + c]);
        }
        assertEquals(s, byRow[r], 1e-5);
        for (int c = 0; c < cols; c++) {
          assertEquals(Math.exp(x[r * cols + c]) / denominator, softmax[r * cols + c], 1e-7);
        }
      }
      for (int c = 0; c < cols; c++) {
        double s = 0;
        for (int r = 0; r < rows; r++) {
          s += x[r * cols + c];
        }
        assertEquals(s, byColumn[c], 1e-5);
      }
    }
  }

  @Test
  void adamFollowsItsFormula() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      int n = 53;
      float[] w = new float[n];
      float[] g = new float[n];
      float[] m = new float[n];
      float[] v = new float[n];
      double[] w64 = new double[n];
      double[] m64 = new double[n];
      double[] v64 = new double[n];
      for (int i = 0; i < n; i++) {
        w[i] = i * 0.1f;
        w64[i] = w[i];
      }
      for (int t = 1; t <= 5; t++) {
        double alpha = 1e-3 * Math.sqrt(1 - Math.pow(0.999, t)) / (1 - Math.pow(0.9, t));
        for (int i = 0; i < n; i++) {
          g[i] = (float) Math.cos(i * t);
          m64[i] += (g[i] - m64[i]) * 0.1;
          v64[i] += ((double) g[i] * g[i] - v64[i]) * 0.001;
          w64[i] -= m64[i] * alpha / (Math.sqrt(v64[i]) + 1e-7);
        }
        kernels.adam(n, w, 0, g, 0, m, 0, v, 0, (float) alpha, 0.9, 0.999, 1e-7f);
      }
      for (int i = 0; i < n; i++) {
        assertEquals(w64[i], w[i], 2e-6);
      }
    }
  }

  @Test
  void adamTakesSquaresOfTheirOwn() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      int n = 53;
      float[] g = new float[n];
      float[] g2 = new float[n];
      for (int i = 0; i < n; i++) {
        g[i] = (float) Math.cos(i);
        g2[i] = i * 0.25f;
      }
      float[] w = new float[n];
      float[] m = new float[n];
      float[] v = new float[n];
      kernels.adamWithSquares(n, w, 0, g, 0, g2, 0, m, 0, v, 0, 1e-3f, 0.9, 0.999, 1e-7f);
      for (int i = 0; i < n; i++) {
        assertEquals(g[i] * 0.1, m[i], 1e-7);
        assertEquals(g2[i] * 0.001, v[i], 1e-7);
        assertEquals(-g[i] * 1e-4 / (Math.sqrt(g2[i] * 0.001) + 1e-7), w[i], Math.abs(w[i]) * 1e-5);
      }
    }
  }

  @Test
  void adamLetsGoOfDenormals() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      int n = 37;
      float[] w = new float[n];
      float[] m = new float[n];
      float[] v = new float[n];
      Arrays.fill(m, -1.2e-38f);
      Arrays.fill(v, 1e-39f);
      m[3] = -1.4e-38f;
      m[36] = Float.NaN;
      kernels.adam(n, w, 0, new float[n], 0, m, 0, v, 0, 1e-3f, 0.9f, 0.999f, 1e-7f);
      assertEquals(-1.26e-38f, m[3], 1e-40f);
      assertTrue(Float.isNaN(m[36]));
      for (int i = 0; i < n; i++) {
        assertEquals(0f, v[i]);
        if (i != 3 && i != 36) {
          assertEquals(0f, Math.abs(m[i]));
        }
      }
    }
  }

  @Test
  void chainsOfRowsAreSummed() {
    for (Kernels kernels : KernelsUnderTest.all()) {
      for (int n : new int[] {1, 7, 16, 32, 63, 100, 129}) {
        checkChains(kernels, n);
      }
      int[] astray = {1, 2};
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> kernels.chainSums(4, 0, astray, new float[8], new float[4], new float[4]));
    }
  }

  private static void checkChains(Kernels kernels, int n) {
    float[] x = new float[12 * n];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) Math.sin(i);
    }
    int[] next = {5, -1, 0, -1, -1, 3, -1, 11, 2, -1, 7, 8};
    for (int first : new int[] {3, 5, 10, -1}) {
      float[] sum = new float[n];
      float[] squares = new float[n];
      Arrays.fill(sum, 9f);
      Arrays.fill(squares, 9f);
      kernels.chainSums(n, first, next, x, sum, squares);
      for (int j = 0; j < n; j++) {
        double s = 0;
        double q = 0;
        for (int i = first; i >= 0; i = next[i]) {
          s += x[i * n + j];
          q += (double) x[i * n + j] * x[i * n + j];
        }
        assertEquals(s, sum[j], 1e-5, n + " columns from " + first);
        assertEquals(q, squares[j], 1e-5, n + " columns from " + first);
      }
    }
  }
}
