package io.nyala.autograd;

import io.nyala.compute.Interruption;
import org.ejml.data.DMatrixRMaj;

/**
 * Steps on the rows of a matrix, the rows being arrays of their own. Decompositions are written in
 * these, and not left to a library, because they take long and may be interrupted at each.
 */
final class Rows {
  /** So many rows at a time are read while columns are written. */
  private static final int STRIP = 16;

  private Rows() {}

  static double[][] of(DMatrixRMaj matrix) {
    double[][] rows = new double[matrix.numRows][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] =
          java.util.Arrays.copyOfRange(matrix.data, i * matrix.numCols, (i + 1) * matrix.numCols);
    }
    return rows;
  }

  static double[][] identity(int rows, int columns) {
    double[][] all = new double[rows][columns];
    for (int i = 0; i < Math.min(rows, columns); i++) {
      all[i][i] = 1;
    }
    return all;
  }

  static DMatrixRMaj matrix(double[][] rows) {
    int columns = rows[0].length;
    DMatrixRMaj matrix = new DMatrixRMaj(rows.length, columns);
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, matrix.data, i * columns, columns);
    }
    return matrix;
  }

  static double[][] transposed(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int start = 0; start < rows.length; start += STRIP) {
      Interruption.check();
      int end = Math.min(start + STRIP, rows.length);
      for (int j = 0; j < columns.length; j++) {
        for (int i = start; i < end; i++) {
          columns[j][i] = rows[i][j];
        }
      }
    }
    return columns;
  }

  /** {@code to[from..] += factor · what[from..]}. */
  static void add(double[] to, int from, double factor, double[] what) {
    for (int j = from; j < to.length; j++) {
      to[j] += factor * what[j];
    }
  }

  static void scale(double[] row, double factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }

  /** Turns two rows by an angle: {@code (a, b) → (c a + s b, c b − s a)}. */
  static void rotate(double[] a, double[] b, double c, double s) {
    for (int j = 0; j < a.length; j++) {
      double before = a[j];
      a[j] = c * before + s * b[j];
      b[j] = c * b[j] - s * before;
    }
  }

  /**
   * Mirrors the rows from {@code first} on, and of them the columns from {@code first} or {@code
   * from} on, at the plane that stands on v: {@code A − 2 v (vᵀ A) / |v|²}.
   */
  static void reflect(double[][] rows, int first, int from, double[] v, double squares) {
    Interruption.check();
    double[] products = new double[rows[0].length];
    for (int i = first; i < rows.length; i++) {
      add(products, from, v[i], rows[i]);
    }
    for (int i = first; i < rows.length; i++) {
      add(rows[i], from, -2 * v[i] / squares, products);
    }
  }
}
