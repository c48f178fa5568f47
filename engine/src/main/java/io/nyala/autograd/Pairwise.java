package io.nyala.autograd;

/**
 * Sums whose rounding errors grow with the logarithm of the count: halves are summed apart, short
 * pieces in eight strands. In the order of NumPy, so that the last digits agree.
 */
final class Pairwise {
  private static final int STRANDS = 8;
  private static final int PIECE = 128;

  private Pairwise() {}

  /** {@code Σ x[from … from + count)}. */
  static double sum(double[] x, int from, int count) {
    if (count < STRANDS) {
      double total = 0;
      for (int i = from; i < from + count; i++) {
        total += x[i];
      }
      return total;
    }
    if (count <= PIECE) {
      return strands(x, from, count);
    }
    int half = count / 2;
    half -= half % STRANDS;
    return sum(x, from, half) + sum(x, from + half, count - half);
  }

  private static double strands(double[] x, int from, int count) {
    double[] r = new double[STRANDS];
    System.arraycopy(x, from, r, 0, STRANDS);
    int whole = count - count % STRANDS;
    for (int i = STRANDS; i < whole; i += STRANDS) {
      for (int k = 0; k < STRANDS; k++) {
        r[k] += x[from + i + k];
      }
    }
    double total = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (int i = whole; i < count; i++) {
      total += x[from + i];
    }
    return total;
  }
}
