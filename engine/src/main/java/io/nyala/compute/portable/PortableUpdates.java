package io.nyala.compute.portable;

/** Optimizer updates in plain loops. */
final class PortableUpdates {

  private PortableUpdates() {}

  static void adam(
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
      float epsilon) {
    float keep1 = (float) (1 - beta1);
    float keep2 = (float) (1 - beta2);
    for (int i = 0; i < n; i++) {
      float gradient = g[gOff + i];
      float mean = m[mOff + i];
      mean += (gradient - mean) * keep1;
      float square = v[vOff + i];
      square += (gradient * gradient - square) * keep2;
      mean = Math.abs(mean) < Float.MIN_NORMAL ? 0f : mean;
      square = square < Float.MIN_NORMAL ? 0f : square;
      m[mOff + i] = mean;
      v[vOff + i] = square;
      w[wOff + i] -= mean * alpha / ((float) Math.sqrt(square) + epsilon);
    }
  }

  static void adamWithSquares(
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
      float epsilon) {
    float keep1 = (float) (1 - beta1);
    float keep2 = (float) (1 - beta2);
    for (int i = 0; i < n; i++) {
      float mean = m[mOff + i];
      mean += (g[gOff + i] - mean) * keep1;
      float square = v[vOff + i];
      square += (g2[g2Off + i] - square) * keep2;
      mean = Math.abs(mean) < Float.MIN_NORMAL ? 0f : mean;
      square = square < Float.MIN_NORMAL ? 0f : square;
      m[mOff + i] = mean;
      v[vOff + i] = square;
      w[wOff + i] -= mean * alpha / ((float) Math.sqrt(square) + epsilon);
    }
  }

  static void sgdMomentum(
      int n,
      float[] w,
      int wOff,
      float[] g,
      int gOff,
      float[] velocity,
      int velocityOff,
      float learningRate,
      float momentum,
      boolean nesterov) {
    for (int i = 0; i < n; i++) {
      float step = learningRate * g[gOff + i];
      float next = momentum * velocity[velocityOff + i] - step;
      velocity[velocityOff + i] = next;
      w[wOff + i] += nesterov ? momentum * next - step : next;
    }
  }
}
