package io.nyala.compute.portable;

import io.nyala.compute.ElementKernels;
import java.util.Arrays;

/** {@link ElementKernels} in plain loops. */
public class PortableElements implements ElementKernels {

  @Override
  public void exp(int n, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] = PortableMath.exp(x[xOff + i]);
    }
  }

  @Override
  public void tanh(int n, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] = PortableMath.tanh(x[xOff + i]);
    }
  }

  @Override
  public void sigmoid(int n, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] = PortableMath.sigmoid(x[xOff + i]);
    }
  }

  @Override
  public void relu(int n, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] = Math.max(x[xOff + i], 0f);
    }
  }

  @Override
  public void tanhGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    for (int i = 0; i < n; i++) {
      float t = y[yOff + i];
      dx[dxOff + i] = dy[dyOff + i] * (1f - t * t);
    }
  }

  @Override
  public void sigmoidGrad(
      int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    for (int i = 0; i < n; i++) {
      float s = y[yOff + i];
      dx[dxOff + i] = dy[dyOff + i] * s * (1f - s);
    }
  }

  @Override
  public void reluGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    for (int i = 0; i < n; i++) {
      dx[dxOff + i] = y[yOff + i] > 0f ? dy[dyOff + i] : 0f;
    }
  }

  @Override
  public void add(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    for (int i = 0; i < n; i++) {
      z[zOff + i] = x[xOff + i] + y[yOff + i];
    }
  }

  @Override
  public void subtract(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    for (int i = 0; i < n; i++) {
      z[zOff + i] = x[xOff + i] - y[yOff + i];
    }
  }

  @Override
  public void multiply(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    for (int i = 0; i < n; i++) {
      z[zOff + i] = x[xOff + i] * y[yOff + i];
    }
  }

  @Override
  public void divide(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    for (int i = 0; i < n; i++) {
      z[zOff + i] = x[xOff + i] / y[yOff + i];
    }
  }

  @Override
  public void multiplyAdd(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    for (int i = 0; i < n; i++) {
      z[zOff + i] += x[xOff + i] * y[yOff + i];
    }
  }

  @Override
  public void scale(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] = alpha * x[xOff + i];
    }
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    for (int i = 0; i < n; i++) {
      y[yOff + i] += alpha * x[xOff + i];
    }
  }

  @Override
  public void addBias(int rows, int cols, float[] bias, int biasOff, float[] y, int yOff, int ldy) {
    for (int r = 0; r < rows; r++) {
      add(cols, y, yOff + r * ldy, bias, biasOff, y, yOff + r * ldy);
    }
  }

  @Override
  public void softmaxRows(
      int rows, int cols, float[] x, int xOff, int ldx, float[] y, int yOff, int ldy) {
    for (int r = 0; r < rows; r++) {
      int from = xOff + r * ldx;
      int to = yOff + r * ldy;
      float top = max(cols, x, from);
      for (int c = 0; c < cols; c++) {
        y[to + c] = x[from + c] - top;
      }
      exp(cols, y, to, y, to);
      scale(cols, (float) (1.0 / sum(cols, y, to)), y, to, y, to);
    }
  }

  @Override
  public void softmaxRowsGrad(
      int rows, int cols, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    for (int r = 0; r < rows; r++) {
      int at = r * cols;
      float inner = (float) dot(cols, y, yOff + at, dy, dyOff + at);
      for (int c = 0; c < cols; c++) {
        dx[dxOff + at + c] = y[yOff + at + c] * (dy[dyOff + at + c] - inner);
      }
    }
  }

  @Override
  public double sum(int n, float[] x, int xOff) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i + 4 <= n; i += 4) {
      s0 += x[xOff + i];
      s1 += x[xOff + i + 1];
      s2 += x[xOff + i + 2];
      s3 += x[xOff + i + 3];
    }
    for (; i < n; i++) {
      s0 += x[xOff + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  @Override
  public double sumSquares(int n, float[] x, int xOff) {
    return dot(n, x, xOff, x, xOff);
  }

  @Override
  public double dot(int n, float[] x, int xOff, float[] y, int yOff) {
    double s0 = 0;
    double s1 = 0;
    int i = 0;
    for (; i + 2 <= n; i += 2) {
      s0 += (double) x[xOff + i] * y[yOff + i];
      s1 += (double) x[xOff + i + 1] * y[yOff + i + 1];
    }
    if (i < n) {
      s0 += (double) x[xOff + i] * y[yOff + i];
    }
    return s0 + s1;
  }

  @Override
  public float max(int n, float[] x, int xOff) {
    float top = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < n; i++) {
      top = Math.max(top, x[xOff + i]);
    }
    return top;
  }

  @Override
  public void rowSums(int rows, int cols, float[] x, int xOff, int ldx, float[] out, int outOff) {
    for (int r = 0; r < rows; r++) {
      out[outOff + r] = (float) sum(cols, x, xOff + r * ldx);
    }
  }

  @Override
  public void columnSums(
      int rows,
      int cols,
      float[] x,
      int xOff,
      int ldx,
      boolean accumulate,
      float[] out,
      int outOff) {
    if (!accumulate) {
      Arrays.fill(out, outOff, outOff + cols, 0f);
    }
    for (int r = 0; r < rows; r++) {
      add(cols, out, outOff, x, xOff + r * ldx, out, outOff);
    }
  }

  @Override
  public void chainSums(int n, int first, int[] next, float[] x, float[] sum, float[] squares) {
    chainSums(0, n, first, next, x, sum, squares);
  }

  /** {@link #chainSums} for the columns from this one on. */
  protected static void chainSums(
      int column, int n, int first, int[] next, float[] x, float[] sum, float[] squares) {
    Arrays.fill(sum, column, n, 0f);
    Arrays.fill(squares, column, n, 0f);
    for (int i = first; i >= 0; i = next[i]) {
      for (int j = column; j < n; j++) {
        float value = x[i * n + j];
        sum[j] += value;
        squares[j] += value * value;
      }
    }
  }
}
