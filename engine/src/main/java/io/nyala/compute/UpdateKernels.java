package io.nyala.compute;

/**
 * Fused optimizer updates over a range of a parameter; split a large one by ranges over threads.
 */
public interface UpdateKernels {

  /**
   * One step of Adam as Keras 3 defines it:
   *
   * <pre>
   * m += (g - m)·(1 - beta1)
   * v += (g² - v)·(1 - beta2)
   * w -= m·alpha / (sqrt(v) + epsilon)
   * </pre>
   *
   * <p>{@code 1 - beta} is taken in double precision and then rounded, as Keras does.
   *
   * <p>Denormal m and v become 0, as in TensorFlow: what no gradient reaches decays into them
   * within some hundred steps, and CPUs take a hundred times as long over such numbers.
   *
   * @param alpha {@code learningRate·sqrt(1 - beta2^t) / (1 - beta1^t)} for step t = 1, 2, …
   */
  void adam(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] m,
      int mOff,
      float[] v,
      int vOff,
      float alpha,
      double beta1,
      double beta2,
      float epsilon);

  /**
   * {@link #adam} with the squares of the gradient given apart, as where a gradient is a sum of
   * slices and its square the sum of their squares: {@code v += (g2 - v)·(1 - beta2)}.
   */
  void adamWithSquares(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] g2,
      int g2Off,
      float[] m,
      int mOff,
      float[] v,
      int vOff,
      float alpha,
      double beta1,
      double beta2,
      float epsilon);

  /** {@code w -= learningRate·g}. */
  void sgd(int n, float[] w, int wOff, float[] g, int gOff, float learningRate);

  /**
   * {@code velocity = momentum·velocity - learningRate·g}, then {@code w += velocity}, or with
   * Nesterov {@code w += momentum·velocity - learningRate·g}.
   */
  void sgdMomentum(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] velocity,
      int velocityOff,
      float learningRate,
      float momentum,
      boolean nesterov);
}
