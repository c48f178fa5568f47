package io.nyala.compute.vector;

import io.nyala.compute.portable.PortableKernels;
import java.util.Arrays;

/** The element-wise kernels: whole vectors here, what is left over in the portable loop. */
class VectorElements extends PortableKernels {

  @Override
  public void add(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Bounds.row(n, z, zOff);
    int i = Elements.add(n, x, xOff, y, yOff, z, zOff);
    super.add(n - i, x, xOff + i, y, yOff + i, z, zOff + i);
  }

  @Override
  public void subtract(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Bounds.row(n, z, zOff);
    int i = Elements.subtract(n, x, xOff, y, yOff, z, zOff);
    super.subtract(n - i, x, xOff + i, y, yOff + i, z, zOff + i);
  }

  @Override
  public void multiply(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Bounds.row(n, z, zOff);
    int i = Elements.multiply(n, x, xOff, y, yOff, z, zOff);
    super.multiply(n - i, x, xOff + i, y, yOff + i, z, zOff + i);
  }

  @Override
  public void divide(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Bounds.row(n, z, zOff);
    int i = Elements.divide(n, x, xOff, y, yOff, z, zOff);
    super.divide(n - i, x, xOff + i, y, yOff + i, z, zOff + i);
  }

  @Override
  public void multiplyAdd(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Bounds.row(n, z, zOff);
    int i = Elements.multiplyAdd(n, x, xOff, y, yOff, z, zOff);
    super.multiplyAdd(n - i, x, xOff + i, y, yOff + i, z, zOff + i);
  }

  @Override
  public void tanhGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    Bounds.row(n, y, yOff);
    Bounds.row(n, dy, dyOff);
    Bounds.row(n, dx, dxOff);
    int i = Elements.tanhGrad(n, y, yOff, dy, dyOff, dx, dxOff);
    super.tanhGrad(n - i, y, yOff + i, dy, dyOff + i, dx, dxOff + i);
  }

  @Override
  public void sigmoidGrad(
      int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff) {
    Bounds.row(n, y, yOff);
    Bounds.row(n, dy, dyOff);
    Bounds.row(n, dx, dxOff);
    int i = Elements.sigmoidGrad(n, y, yOff, dy, dyOff, dx, dxOff);
    super.sigmoidGrad(n - i, y, yOff + i, dy, dyOff + i, dx, dxOff + i);
  }

  @Override
  public void scale(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    int i = Elements.scale(n, alpha, x, xOff, y, yOff);
    super.scale(n - i, alpha, x, xOff + i, y, yOff + i);
  }

  @Override
  public void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    int i = Elements.axpy(n, alpha, x, xOff, y, yOff);
    super.axpy(n - i, alpha, x, xOff + i, y, yOff + i);
  }

  @Override
  public void exp(int n, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Activations.exp(n, x, xOff, y, yOff);
  }

  @Override
  public void tanh(int n, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Activations.tanh(n, x, xOff, y, yOff);
  }

  @Override
  public void sigmoid(int n, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    Activations.sigmoid(n, x, xOff, y, yOff);
  }

  @Override
  public double sum(int n, float[] x, int xOff) {
    Bounds.row(n, x, xOff);
    return Reductions.sum(n, x, xOff);
  }

  @Override
  public double dot(int n, float[] x, int xOff, float[] y, int yOff) {
    Bounds.row(n, x, xOff);
    Bounds.row(n, y, yOff);
    return Reductions.dot(n, x, xOff, y, yOff);
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
    Bounds.rows(rows, cols, x, xOff, ldx);
    Bounds.row(cols, out, outOff);
    if (!accumulate) {
      Arrays.fill(out, outOff, outOff + cols, 0f);
    }
    int done = Reductions.columnSums(rows, cols, x, xOff, ldx, out, outOff);
    super.columnSums(rows, cols - done, x, xOff + done, ldx, true, out, outOff + done);
  }

  @Override
  public void chainSums(int n, int first, int[] next, float[] x, float[] sum, float[] squares) {
    Bounds.row(n, sum, 0);
    Bounds.row(n, squares, 0);
    for (int i = first; i >= 0; i = next[i]) {
      Bounds.row(n, x, i * n);
    }
    int done = Reductions.chainSums(n, first, next, x, sum, squares);
    if (done < n) {
      chainSums(done, n, first, next, x, sum, squares);
    }
  }
}
