package io.nyala.dsl.plot;

/** Fewer points for the same picture of a long line. */
final class Thin {
  private static final int MOST = 4000;

  private Thin() {}

  /**
   * The points, or of each stretch of a long line only its lowest and highest.
   *
   * @return x and y
   */
  static double[][] points(double[] x, double[] y) {
    if (x.length <= MOST || !ascends(x)) {
      return new double[][] {x, y};
    }
    int stretches = MOST / 2;
    double[] fewX = new double[MOST];
    double[] fewY = new double[MOST];
    for (int i = 0; i < stretches; i++) {
      int from = (int) ((long) x.length * i / stretches);
      int to = (int) ((long) x.length * (i + 1) / stretches);
      int low = from;
      int high = from;
      for (int j = from; j < to; j++) {
        low = y[j] < y[low] ? j : low;
        high = y[j] > y[high] ? j : high;
      }
      fewX[2 * i] = x[Math.min(low, high)];
      fewY[2 * i] = y[Math.min(low, high)];
      fewX[2 * i + 1] = x[Math.max(low, high)];
      fewY[2 * i + 1] = y[Math.max(low, high)];
    }
    return new double[][] {fewX, fewY};
  }

  private static boolean ascends(double[] x) {
    for (int i = 1; i < x.length; i++) {
      if (!(x[i] >= x[i - 1])) {
        return false;
      }
    }
    return true;
  }
}
