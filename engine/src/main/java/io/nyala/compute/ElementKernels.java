package io.nyala.compute;

/**
 * Element-wise functions and reductions. Where an output may be the same array and offset as an
 * input, it works in place; partial overlap is not supported.
 */
public interface ElementKernels {

  /** {@code y = exp(x)}, within 2 ulp for every float. */
  void exp(int n, float[] x, int xOff, float[] y, int yOff);

  /** {@code y = tanh(x)}, within 6 ulp for every float. */
  void tanh(int n, float[] x, int xOff, float[] y, int yOff);

  /** {@code y = 1 / (1 + exp(-x))}, within 4 ulp for every float. */
  void sigmoid(int n, float[] x, int xOff, float[] y, int yOff);

  /** {@code y = max(x, 0)}; NaN stays NaN. */
  void relu(int n, float[] x, int xOff, float[] y, int yOff);

  /** {@code dx = dy·(1 - y²)} with {@code y = tanh(x)}. */
  void tanhGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff);

  /** {@code dx = dy·y·(1 - y)} with {@code y = sigmoid(x)}. */
  void sigmoidGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff);

  /** {@code dx = dy} where {@code y = relu(x)} is positive, else 0. */
  void reluGrad(int n, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff);

  /** {@code z = x + y}. */
  void add(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);

  /** {@code z = x - y}. */
  void subtract(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);

  /** {@code z = x·y}. */
  void multiply(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);

  /** {@code z = x / y}. */
  void divide(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);

  /** {@code z += x·y}. */
  void multiplyAdd(int n, float[] x, int xOff, float[] y, int yOff, float[] z, int zOff);

  /** {@code y = alpha·x}. */
  void scale(int n, float alpha, float[] x, int xOff, float[] y, int yOff);

  /** {@code y += alpha·x}. */
  void axpy(int n, float alpha, float[] x, int xOff, float[] y, int yOff);

  /** {@code y[r, :] += bias} for each of the rows. */
  void addBias(int rows, int cols, float[] bias, int biasOff, float[] y, int yOff, int ldy);

  /** {@code y[r, :] = softmax(x[r, :])}, stable for large values. */
  void softmaxRows(int rows, int cols, float[] x, int xOff, int ldx, float[] y, int yOff, int ldy);

  /**
   * {@code dx = y·(dy - Σ dy·y)} row by row, with {@code y = softmax(x)}; rows lie back to back.
   */
  void softmaxRowsGrad(
      int rows, int cols, float[] y, int yOff, float[] dy, int dyOff, float[] dx, int dxOff);

  /** {@code Σ x}, accumulated in double precision, block by block. */
  double sum(int n, float[] x, int xOff);

  /** {@code Σ x²}, accumulated in double precision, block by block. */
  double sumSquares(int n, float[] x, int xOff);

  /** {@code Σ x·y}, accumulated in double precision, block by block. */
  double dot(int n, float[] x, int xOff, float[] y, int yOff);

  /** The largest element, NaN if there is one; negative infinity when n is 0. */
  float max(int n, float[] x, int xOff);

  /** {@code out[r] = Σ_c x[r, c]}. */
  void rowSums(int rows, int cols, float[] x, int xOff, int ldx, float[] out, int outOff);

  /** {@code out[c] = Σ_r x[r, c]}, added to what is there with {@code accumulate}. */
  void columnSums(
      int rows,
      int cols,
      float[] x,
      int xOff,
      int ldx,
      boolean accumulate,
      float[] out,
      int outOff);

  /**
   * The sum of a table's rows along a chain, and of their squares, in the order of the chain:
   * {@code sum = Σ x[i, ·]} and {@code squares = Σ x[i, ·]²} for {@code i = first, next[first], …}
   * as long as i is not negative.
   *
   * @param n the width of a row, of {@code sum} and of {@code squares}
   */
  void chainSums(int n, int first, int[] next, float[] x, float[] sum, float[] squares);
}
