package io.nyala.autograd;

import org.ejml.data.DMatrixRMaj;

/** Decompositions by Householder's mirrors, each of which clears a column below one place. */
final class Mirrors {
  private Mirrors() {}

  /**
   * What clears a column, from {@code from} on, below that place: v, and the value left there.
   *
   * @param v null if there is nothing to clear
   */
  record Mirror(double[] v, double squares, double left) {

    static Mirror of(double[] column, int from) {
      double below = 0;
      for (int i = from + 1; i < column.length; i++) {
        below += column[i] * column[i];
      }
      double head = column[from];
      if (below == 0) {
        return new Mirror(null, 0, head);
      }
      double left = -Math.copySign(Math.sqrt(head * head + below), head);
      double[] v = new double[column.length];
      System.arraycopy(column, from, v, from, column.length - from);
      v[from] = head - left;
      return new Mirror(v, v[from] * v[from] + below, left);
    }

    /** Mirrors the rows from {@code first} on. */
    void apply(double[][] rows, int first, int from) {
      if (v != null) {
        Rows.reflect(rows, first, from, v, squares);
      }
    }
  }

  private static double[] column(double[][] rows, int k) {
    double[] column = new double[rows.length];
    for (int i = 0; i < column.length; i++) {
      column[i] = rows[i][k];
    }
    return column;
  }

  /** The product of the mirrors, its first columns; the first mirror leaves so many rows alone. */
  private static double[][] product(Mirror[] mirrors, int offset, int size, int columns) {
    double[][] q = Rows.identity(size, columns);
    for (int k = mirrors.length - 1; k >= 0; k--) {
      mirrors[k].apply(q, k + offset, k + offset);
    }
    return q;
  }

  /** Q and R with {@code A = Q R}, their signs as LAPACK's steps leave them. */
  static DMatrixRMaj[] qr(DMatrixRMaj matrix, boolean full) {
    double[][] r = Rows.of(matrix);
    Mirror[] mirrors = new Mirror[Math.min(matrix.numRows, matrix.numCols)];
    for (int k = 0; k < mirrors.length; k++) {
      mirrors[k] = Mirror.of(column(r, k), k);
      mirrors[k].apply(r, k, k);
      for (int i = k + 1; i < r.length; i++) {
        r[i][k] = 0;
      }
    }
    int kept = full ? matrix.numRows : mirrors.length;
    double[][] q = product(mirrors, 0, matrix.numRows, kept);
    return new DMatrixRMaj[] {Rows.matrix(q), Rows.matrix(java.util.Arrays.copyOf(r, kept))};
  }

  /**
   * A matrix with two diagonals, {@code U B Vᵀ}.
   *
   * @param diagonal the main one
   * @param above the one above it, or beside it in a symmetric matrix of three diagonals
   * @param u Uᵀ's rows
   * @param v Vᵀ's rows; of a symmetric matrix the same as U's
   */
  record Diagonals(double[] diagonal, double[] above, double[][] u, double[][] v) {}

  /** A symmetric matrix as {@code Q T Qᵀ} with a T of three diagonals. */
  static Diagonals symmetric(double[][] a) {
    int n = a.length;
    double[] diagonal = new double[n];
    double[] beside = new double[n];
    Mirror[] mirrors = new Mirror[Math.max(0, n - 1)];
    for (int k = 0; k < n - 1; k++) {
      Mirror mirror = Mirror.of(a[k], k + 1);
      mirrors[k] = mirror;
      beside[k] = mirror.left();
      if (mirror.v() != null) {
        bothSides(a, k + 1, mirror);
      }
    }
    for (int k = 0; k < n; k++) {
      diagonal[k] = a[k][k];
    }
    double[][] q = Rows.transposed(product(mirrors, 1, n, n));
    return new Diagonals(diagonal, beside, q, q);
  }

  /** {@code H A H} for the rows and columns from {@code first} on. */
  private static void bothSides(double[][] a, int first, Mirror mirror) {
    io.nyala.compute.Interruption.check();
    double[] v = mirror.v();
    double[] w = new double[v.length];
    for (int i = first; i < a.length; i++) {
      Rows.add(w, first, 2 * v[i] / mirror.squares(), a[i]);
    }
    double along = 0;
    for (int i = first; i < a.length; i++) {
      along += v[i] * w[i];
    }
    Rows.add(w, first, -along / mirror.squares(), v);
    for (int i = first; i < a.length; i++) {
      Rows.add(a[i], first, -v[i], w);
      Rows.add(a[i], first, -w[i], v);
    }
  }

  /**
   * A matrix of at least as many rows as columns as {@code U B Vᵀ}, B with two diagonals.
   *
   * @param kept how many columns of U are wanted
   */
  static Diagonals general(double[][] a, int kept) {
    int m = a.length;
    int n = a[0].length;
    double[] diagonal = new double[n];
    double[] above = new double[n];
    Mirror[] left = new Mirror[n];
    Mirror[] right = new Mirror[Math.max(0, n - 1)];
    for (int k = 0; k < n; k++) {
      left[k] = Mirror.of(column(a, k), k);
      left[k].apply(a, k, k);
      diagonal[k] = left[k].left();
      if (k + 1 < n) {
        right[k] = Mirror.of(a[k], k + 1);
        above[k] = right[k].left();
        fromTheRight(a, k, right[k]);
      }
    }
    double[][] u = Rows.transposed(product(left, 0, m, kept));
    double[][] v = Rows.transposed(product(right, 1, n, n));
    return new Diagonals(diagonal, above, u, v);
  }

  private static void fromTheRight(double[][] a, int first, Mirror mirror) {
    if (mirror.v() == null) {
      return;
    }
    double[] v = mirror.v();
    for (int i = first; i < a.length; i++) {
      double dot = 0;
      for (int j = first + 1; j < v.length; j++) {
        dot += a[i][j] * v[j];
      }
      Rows.add(a[i], first + 1, -2 * dot / mirror.squares(), v);
    }
  }
}
