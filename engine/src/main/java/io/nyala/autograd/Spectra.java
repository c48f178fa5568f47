package io.nyala.autograd;

import io.nyala.autograd.Mirrors.Diagonals;
import io.nyala.compute.Interruption;

/**
 * Eigenvalues of symmetric matrices of three diagonals and singular values of matrices of two, by
 * implicitly shifted QL and QR steps; the vectors turn along.
 *
 * <p>Sources: G. Golub and C. Van Loan, "Matrix Computations", 8.3 and 8.6; J. Wilkinson and C.
 * Reinsch, "Handbook for Automatic Computation", II/3 and I/10.
 */
final class Spectra {
  private static final double EPSILON = Math.ulp(1.0);
  private static final int PATIENCE = 75;

  private final double[] d;
  private final double[] e;
  private final double[][] u;
  private final double[][] v;

  private Spectra(Diagonals given) {
    d = given.diagonal();
    e = given.above();
    u = given.u();
    v = given.v();
  }

  private static boolean negligible(double value, double a, double b) {
    return Math.abs(value) <= EPSILON * (Math.abs(a) + Math.abs(b)) + Double.MIN_NORMAL;
  }

  private static void stepOrFail(int steps, String what) {
    Interruption.check();
    if (steps > PATIENCE) {
      throw new IllegalArgumentException(what + " did not converge.");
    }
  }

  /** Leaves the eigenvalues on the diagonal, in no order, and the eigenvectors in U's rows. */
  static void eigen(Diagonals given) {
    Spectra work = new Spectra(given);
    for (int low = 0; low < work.d.length; low++) {
      int high = work.end(low);
      for (int steps = 1; high > low; steps++) {
        stepOrFail(steps, "The eigenvalues");
        if (high == low + 1) {
          work.pair(low);
        } else {
          work.ql(low, high);
        }
        high = work.end(low);
      }
    }
  }

  /** The last row of the block that starts at a row. */
  private int end(int low) {
    int high = low;
    while (high + 1 < d.length && !negligible(e[high], d[high], d[high + 1])) {
      high++;
    }
    return high;
  }

  /** Two rows by themselves: in closed form, of which the smaller value loses no digits. */
  private void pair(int k) {
    double a = d[k];
    double b = e[k];
    double c = d[k + 1];
    double root = Math.hypot(a - c, 2 * b);
    double large = (a + c < 0 ? a + c - root : a + c + root) / 2;
    boolean first = Math.abs(a) > Math.abs(c);
    d[k] = large;
    d[k + 1] = a + c == 0 ? -large : (first ? a : c) / large * (first ? c : a) - b / large * b;
    e[k] = 0;
    boolean left = Math.abs(large - c) >= Math.abs(large - a);
    double x = left ? large - c : b;
    double y = left ? b : large - a;
    double length = Math.hypot(x, y);
    Rows.rotate(u[k], u[k + 1], x / length, y / length);
  }

  private void ql(int low, int high) {
    double half = (d[low + 1] - d[low]) / (2 * e[low]);
    double shift = d[low] - e[low] / (half + Math.copySign(Math.hypot(half, 1), half));
    double g = d[high] - shift;
    double sine = 1;
    double cosine = 1;
    double carried = 0;
    for (int i = high - 1; i >= low; i--) {
      double f = sine * e[i];
      double b = cosine * e[i];
      double length = Math.hypot(f, g);
      e[i + 1] = length;
      if (length == 0) {
        d[i + 1] -= carried;
        e[high] = 0;
        return;
      }
      sine = f / length;
      cosine = g / length;
      g = d[i + 1] - carried;
      double turned = (d[i] - g) * sine + 2 * cosine * b;
      carried = sine * turned;
      d[i + 1] = g + carried;
      g = cosine * turned - b;
      Rows.rotate(u[i], u[i + 1], cosine, -sine);
    }
    d[low] -= carried;
    e[low] = g;
    e[high] = 0;
  }

  /** Leaves the singular values on the diagonal, in no order, and their vectors in the rows. */
  static void singular(Diagonals given) {
    Spectra work = new Spectra(given);
    int steps = 0;
    for (int high = work.d.length - 1; high >= 0; ) {
      int low = high;
      while (low > 0 && !negligible(work.e[low - 1], work.d[low - 1], work.d[low])) {
        low--;
      }
      if (low > 0) {
        work.e[low - 1] = 0;
      }
      if (low == high) {
        work.makePositive(high--);
        steps = 0;
      } else {
        stepOrFail(++steps, "The singular values");
        if (!work.splitAtZero(low, high)) {
          work.qr(low, high);
        }
      }
    }
  }

  private void makePositive(int k) {
    if (d[k] < 0) {
      d[k] = -d[k];
      for (int j = 0; j < v[k].length; j++) {
        v[k][j] = -v[k][j];
      }
    }
  }

  /** Where the diagonal has a zero, what stands beside or above it is turned away. */
  private boolean splitAtZero(int low, int high) {
    for (int k = high; k >= low; k--) {
      if (negligible(d[k], k > low ? e[k - 1] : 0, k < high ? e[k] : 0)) {
        d[k] = 0;
        if (k < high) {
          clearRow(k, high);
        } else {
          clearColumn(low, high);
        }
        return true;
      }
    }
    return false;
  }

  private void clearRow(int k, int high) {
    double f = e[k];
    e[k] = 0;
    for (int j = k + 1; j <= high && f != 0; j++) {
      double length = Math.hypot(d[j], f);
      double cosine = d[j] / length;
      double sine = f / length;
      d[j] = length;
      Rows.rotate(u[j], u[k], cosine, sine);
      if (j < high) {
        f = -sine * e[j];
        e[j] *= cosine;
      }
    }
  }

  private void clearColumn(int low, int high) {
    double f = e[high - 1];
    e[high - 1] = 0;
    for (int j = high - 1; j >= low && f != 0; j--) {
      double length = Math.hypot(d[j], f);
      double cosine = d[j] / length;
      double sine = f / length;
      d[j] = length;
      Rows.rotate(v[j], v[high], cosine, sine);
      if (j > low) {
        f = -sine * e[j - 1];
        e[j - 1] *= cosine;
      }
    }
  }

  private void qr(int low, int high) {
    double scale = size(low, high);
    double f = shifted(low, high, scale);
    double g = d[low] / scale * (e[low] / scale);
    for (int k = low; k < high; k++) {
      double length = Math.hypot(f, g);
      double cosine = length == 0 ? 1 : f / length;
      double sine = length == 0 ? 0 : g / length;
      if (k > low) {
        e[k - 1] = length;
      }
      f = cosine * d[k] + sine * e[k];
      e[k] = cosine * e[k] - sine * d[k];
      g = sine * d[k + 1];
      d[k + 1] *= cosine;
      Rows.rotate(v[k], v[k + 1], cosine, sine);
      length = Math.hypot(f, g);
      cosine = length == 0 ? 1 : f / length;
      sine = length == 0 ? 0 : g / length;
      d[k] = length;
      f = cosine * e[k] + sine * d[k + 1];
      d[k + 1] = cosine * d[k + 1] - sine * e[k];
      if (k + 1 < high) {
        g = sine * e[k + 1];
        e[k + 1] *= cosine;
      }
      Rows.rotate(u[k], u[k + 1], cosine, sine);
    }
    e[high - 1] = f;
  }

  private double size(int low, int high) {
    double ends = Math.max(Math.abs(d[low]), Math.abs(e[low]));
    double last = Math.max(Math.abs(d[high]), Math.abs(e[high - 1]));
    return Math.max(Math.max(ends, last), Math.abs(d[high - 1]));
  }

  /** {@code d² − μ} of the block's first row, μ the eigenvalue of BᵀB's end that is nearer. */
  private double shifted(int low, int high, double scale) {
    double last = d[high] / scale;
    double before = d[high - 1] / scale;
    double beside = e[high - 1] / scale;
    double first = d[low] / scale;
    double half = ((before + last) * (before - last) + beside * beside) / 2;
    double product = last * beside;
    double square = product * product;
    double shift = 0;
    if (half != 0 || square != 0) {
      shift = square / (half + Math.copySign(Math.sqrt(half * half + square), half));
    }
    return (first + last) * (first - last) + shift;
  }
}
