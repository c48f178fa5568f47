package io.nyala.autograd;

import io.nyala.compute.Interruption;
import org.ejml.data.DMatrixRMaj;

/**
 * Square matrices as products of triangles: {@code P A = L U} by Gauss' elimination with the
 * largest pivot of each column, and {@code A = Uᵀ U} of positive definite ones. Both go by blocks
 * of rows that stay in the processor's cache.
 */
final class Elimination {
  private static final int BLOCK = 48;

  private final double[][] rows;
  private final int[] places;
  private int sign = 1;

  /** Splits a matrix into L, whose diagonal of ones is not kept, and U. */
  Elimination(DMatrixRMaj matrix) {
    rows = Rows.of(matrix);
    places = new int[rows.length];
    java.util.Arrays.setAll(places, i -> i);
    for (int start = 0; start < rows.length; start += BLOCK) {
      int end = Math.min(start + BLOCK, rows.length);
      for (int k = start; k < end; k++) {
        eliminate(k, end);
      }
      for (int i = start + 1; i < rows.length; i++) {
        Interruption.check();
        for (int k = start; k < Math.min(i, end); k++) {
          Rows.add(rows[i], end, -rows[i][k], rows[k]);
        }
      }
    }
  }

  /** Clears a column below its pivot, within the block's columns. */
  private void eliminate(int k, int end) {
    int pivot = k;
    for (int i = k + 1; i < rows.length; i++) {
      pivot = Math.abs(rows[i][k]) > Math.abs(rows[pivot][k]) ? i : pivot;
    }
    if (rows[pivot][k] == 0) {
      return;
    }
    if (pivot != k) {
      sign = -sign;
      double[] row = rows[k];
      rows[k] = rows[pivot];
      rows[pivot] = row;
      int place = places[k];
      places[k] = places[pivot];
      places[pivot] = place;
    }
    for (int i = k + 1; i < rows.length; i++) {
      double factor = rows[i][k] / rows[k][k];
      rows[i][k] = factor;
      for (int j = k + 1; j < end; j++) {
        rows[i][j] -= factor * rows[k][j];
      }
    }
  }

  double determinant() {
    double product = sign;
    for (int i = 0; i < rows.length; i++) {
      product *= rows[i][i];
    }
    return product;
  }

  /** The inverse; null if there is none. */
  DMatrixRMaj inverse() {
    int n = rows.length;
    double[][] x = new double[n][n];
    for (int i = 0; i < n; i++) {
      if (rows[i][i] == 0) {
        return null;
      }
      x[i][places[i]] = 1;
    }
    for (int start = 0; start < n; start += BLOCK) {
      for (int i = start + 1; i < n; i++) {
        Interruption.check();
        for (int k = start; k < Math.min(i, start + BLOCK); k++) {
          Rows.add(x[i], 0, -rows[i][k], x[k]);
        }
      }
    }
    for (int end = n; end > 0; end -= BLOCK) {
      int start = Math.max(0, end - BLOCK);
      for (int i = end - 1; i >= 0; i--) {
        Interruption.check();
        for (int k = end - 1; k >= Math.max(start, i + 1); k--) {
          Rows.add(x[i], 0, -rows[i][k], x[k]);
        }
        if (i >= start) {
          for (int j = 0; j < n; j++) {
            x[i][j] /= rows[i][i];
          }
        }
      }
    }
    return Rows.matrix(x);
  }

  /**
   * The lower triangle L with {@code L Lᵀ = A}, whose lower half is read; null if there is none.
   */
  static DMatrixRMaj cholesky(DMatrixRMaj matrix) {
    double[][] upper = Rows.transposed(Rows.of(matrix));
    int n = upper.length;
    for (int start = 0; start < n; start += BLOCK) {
      int end = Math.min(start + BLOCK, n);
      for (int i = start; i < n; i++) {
        Interruption.check();
        for (int k = start; k < Math.min(i, end); k++) {
          Rows.add(upper[i], i, -upper[k][i], upper[k]);
        }
        if (i < end) {
          if (!(upper[i][i] > 0)) {
            return null;
          }
          double root = Math.sqrt(upper[i][i]);
          for (int j = i; j < n; j++) {
            upper[i][j] /= root;
          }
        }
      }
    }
    for (int i = 0; i < n; i++) {
      java.util.Arrays.fill(upper[i], 0, i, 0);
    }
    return Rows.matrix(Rows.transposed(upper));
  }
}
