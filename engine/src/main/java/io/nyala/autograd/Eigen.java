package io.nyala.autograd;

import io.nyala.keras.KerasException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/** Brings EJML's decompositions into the order and the signs people expect. */
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
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(lower)) {
      throw new IllegalArgumentException("The eigenvalues did not converge.");
    }
    int[] order = order(n, i -> eigen.getEigenvalue(i).getReal());
    DMatrixRMaj values = new DMatrixRMaj(n, 1);
    DMatrixRMaj vectors = new DMatrixRMaj(n, n);
    for (int k = 0; k < n; k++) {
      values.data[k] = eigen.getEigenvalue(order[k]).getReal();
      DMatrixRMaj vector = eigen.getEigenVector(order[k]);
      double sign = signOfLargest(vector);
      for (int i = 0; i < n; i++) {
        vectors.set(i, k, sign * vector.data[i]);
      }
    }
    return new DMatrixRMaj[] {values, vectors};
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
        vectors.set(i, k, signOfLargest(vector) * vector.data[i] / length);
      }
    }
    return new DMatrixRMaj[] {values, vectors};
  }

  private static double signOfLargest(DMatrixRMaj vector) {
    double largest = 0;
    for (double value : vector.data) {
      largest = Math.abs(value) > Math.abs(largest) + 1e-12 ? value : largest;
    }
    return largest < 0 ? -1 : 1;
  }

  /** Singular values, descending, as a column, and U and V with their columns in that order. */
  static DMatrixRMaj[] sorted(SingularValueDecomposition_F64<DMatrixRMaj> svd) {
    int k = svd.numberOfSingularValues();
    double[] found = svd.getSingularValues();
    int[] order = order(k, i -> -found[i]);
    DMatrixRMaj values = new DMatrixRMaj(k, 1);
    for (int i = 0; i < k; i++) {
      values.data[i] = found[order[i]];
    }
    return new DMatrixRMaj[] {
      values, columns(svd.getU(null, false), order), columns(svd.getV(null, false), order)
    };
  }

  private static DMatrixRMaj columns(DMatrixRMaj matrix, int[] order) {
    DMatrixRMaj out = matrix.copy();
    for (int k = 0; k < order.length; k++) {
      for (int i = 0; i < matrix.numRows; i++) {
        out.set(i, k, matrix.get(i, order[k]));
      }
    }
    return out;
  }

  private static int[] order(int n, IntToDoubleFunction key) {
    Integer[] order = new Integer[n];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(key::applyAsDouble));
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  /**
   * Turns signs so that R's diagonal is as LAPACK's Householder steps leave it: of the other sign
   * than the column it comes from; a last column with nothing below it is left alone.
   */
  static void signLikeLapack(DMatrixRMaj matrix, DMatrixRMaj q, DMatrixRMaj r) {
    int steps = Math.min(matrix.numRows, matrix.numCols);
    DMatrixRMaj work = matrix.copy();
    for (int k = 0; k < steps; k++) {
      double wanted = reflect(work, k);
      if (wanted * r.get(k, k) < 0) {
        for (int j = 0; j < r.numCols; j++) {
          r.set(k, j, -r.get(k, j));
        }
        for (int i = 0; i < q.numRows; i++) {
          q.set(i, k, -q.get(i, k));
        }
      }
    }
  }

  /** One Householder step on column k; gives the diagonal element it leaves. */
  private static double reflect(DMatrixRMaj work, int k) {
    double below = 0;
    for (int i = k + 1; i < work.numRows; i++) {
      below += work.get(i, k) * work.get(i, k);
    }
    double head = work.get(k, k);
    if (below == 0) {
      return head;
    }
    double diagonal = -Math.copySign(Math.sqrt(head * head + below), head);
    double[] v = new double[work.numRows];
    v[k] = head - diagonal;
    double squares = v[k] * v[k] + below;
    for (int i = k + 1; i < work.numRows; i++) {
      v[i] = work.get(i, k);
    }
    for (int j = k; j < work.numCols; j++) {
      double dot = 0;
      for (int i = k; i < work.numRows; i++) {
        dot += v[i] * work.get(i, j);
      }
      for (int i = k; i < work.numRows; i++) {
        work.set(i, j, work.get(i, j) - 2 * dot / squares * v[i]);
      }
    }
    return diagonal;
  }
}
