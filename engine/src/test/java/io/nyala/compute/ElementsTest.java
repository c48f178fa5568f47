package io.nyala.compute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
