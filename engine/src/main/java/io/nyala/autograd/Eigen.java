package io.nyala.autograd;

import io.nyala.keras.KerasException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/** Eigenvalues and singular values with their vectors, in the order and of the signs expected. */
final class Eigen {

  private Eigen() {}

  /** Eigenvalues, ascending, as a column, and eigenvectors in columns. */
  static DMatrixRMaj[] symmetric(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    DMatrixRMaj lower = matrix.copy();
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        lower.set(i, j, lower.get(j, i));
      }
    }
    Mirrors.Diagonals found = Mirrors.symmetric(Rows.of(lower));
    Spectra.eigen(found);
    int[] order = order(n, i -> found.diagonal()[i]);
    double[][] vectors = new double[n][];
    for (int k = 0; k < n; k++) {
      vectors[k] = found.u()[order[k]];
      if (signOfLargest(vectors[k]) < 0) {
        Rows.scale(vectors[k], -1);
      }
    }
    return new DMatrixRMaj[] {
      column(found.diagonal(), order), Rows.matrix(Rows.transposed(vectors))
    };
  }

  private static DMatrixRMaj column(double[] values, int[] order) {
    DMatrixRMaj column = new DMatrixRMaj(order.length, 1);
    Arrays.setAll(column.data, k -> values[order[k]]);
    return column;
  }

  /**
   * Eigenvalues of any matrix as a column, and eigenvectors of length 1 in columns.
   *
   * @throws KerasException a NotImplementedError if one of them is a complex number
   */
  static DMatrixRMaj[] general(DMatrixRMaj matrix) {
    int n = matrix.numRows;
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, false);
    if (!eigen.decompose(matrix.copy())) {
      throw KerasException.value("Eigenvalues did not converge");
    }
    DMatrixRMaj values = new DMatrixRMaj(n, 1);
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      int found = n - 1 - k; // from the bottom of the matrix up, where LAPACK goes down
      if (!eigen.getEigenvalue(found).isReal()) {
        throw KerasException.unsupported(
            "The matrix has complex eigenvalues, such as "
                + eigen.getEigenvalue(found)
                + "; complex numbers are not supported.");
      }
      values.data[k] = eigen.getEigenvalue(found).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(found);
      double length = Math.sqrt(Arrays.stream(vector.data).map(v -> v * v).sum());
      for (int i = 0; i < n; i++) {
        vectors.set(i, k, signOfLargest(vector.data) * vector.data[i] / length);
      }
    }
    return new DMatrixRMaj[] {values, vectors};
  }

  private static double signOfLargest(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.abs(value) > Math.abs(largest) + 1e-12 ? value : largest;
    }
    return largest < 0 ? -1 : 1;
  }

  /**
   * Singular values, descending, as a column, and U and V with their columns in that order.
   *
   * @param full whether U and V are square
   */
  static DMatrixRMaj[] singular(DMatrixRMaj matrix, boolean full) {
    double[][] rows = Rows.of(matrix);
    boolean wide = matrix.numRows < matrix.numCols;
    double[][] tall = wide ? Rows.transposed(rows) : rows;
    Mirrors.Diagonals found = Mirrors.general(tall, full ? tall.length : tall[0].length);
    Spectra.singular(found);
    int[] order = order(found.diagonal().length, i -> -found.diagonal()[i]);
    DMatrixRMaj left = columns(found.u(), order);
    DMatrixRMaj right = columns(found.v(), order);
    return new DMatrixRMaj[] {
      column(found.diagonal(), order), wide ? right : left, wide ? left : right
    };
  }

  /** The rows as columns in an order; those that it does not name stay last. */
  private static DMatrixRMaj columns(double[][] rows, int[] order) {
    double[][] sorted = rows.clone();
    for (int k = 0; k < order.length; k++) {
      sorted[k] = rows[order[k]];
    }
    return Rows.matrix(Rows.transposed(sorted));
  }

  private static int[] order(int n, IntToDoubleFunction key) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(key::applyAsDouble));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }
}
