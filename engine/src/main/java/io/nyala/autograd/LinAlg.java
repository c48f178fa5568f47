package io.nyala.autograd;

import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Matrix.matmul;
import static io.nyala.autograd.Matrix.swapLast;

import io.nyala.compute.Interruption;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.MatrixFeatures_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

/**
 * Linear algebra on the last two axes, {@code [.., m, n]}, computed in float64 by EJML.
 *
 * <p>Sources: EJML's {@code dense.row}; the gradients from M. Giles, "An extended collection of
 * matrix derivative results" (2008).
 */
public final class LinAlg {

  private LinAlg() {}

  private interface Step {
    DMatrixRMaj[] apply(DMatrixRMaj matrix);
  }

  /** Applies a step to each matrix and stacks each of its results. */
  private static List<Tensor> each(String name, Tensor x, Step step) {
    requireMatrix(name, x);
    int rows = x.dim(-2);
    int columns = x.dim(-1);
    int count = x.shape().slice(0, x.rank() - 2).elements();
    List<Tensor> out = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      DMatrixRMaj matrix = new DMatrixRMaj(rows, columns);
      for (int i = 0; i < rows * columns; i++) {
        Interruption.checkNowAndThen(i);
        matrix.data[i] = x.getDouble(k * rows * columns + i);
      }
      DMatrixRMaj[] results = step.apply(matrix);
      for (int r = 0; r < results.length; r++) {
        Shape one = Shape.of(results[r].numRows, results[r].numCols);
        if (k == 0) {
          Shape all = x.shape().slice(0, x.rank() - 2).concat(one);
          out.add(Tensor.zeros(floating(x), all));
        }
        for (int i = 0; i < one.elements(); i++) {
          Interruption.checkNowAndThen(i);
          out.get(r).put(k * one.elements() + i, results[r].data[i]);
        }
      }
    }
    return out;
  }

  private static DType floating(Tensor x) {
    return x.dtype().isFloating() ? x.dtype() : DType.FLOAT64;
  }

  private static void requireMatrix(String name, Tensor x) {
    if (x.rank() < 2 || x.elements() == 0) {
      throw new IllegalArgumentException(
          name + " needs matrices, [.., m, n]; received a tensor of shape " + x.shape() + ".");
    }
  }

  private static void requireSquare(String name, Tensor x) {
    requireMatrix(name, x);
    if (x.dim(-1) != x.dim(-2)) {
      throw new IllegalArgumentException(
          name + " needs square matrices, [.., n, n]; received shape " + x.shape() + ".");
    }
  }

  /**
   * The inverse.
   *
   * @throws IllegalArgumentException if a matrix is singular
   */
  public static Tensor inv(Tensor x) {
    requireSquare("inv", x);
    Tensor out =
        each(
                "inv",
                x,
                m -> {
                  DMatrixRMaj inverse = new DMatrixRMaj(m.numRows, m.numCols);
                  if (!CommonOps_DDRM.invert(m, inverse)
                      || MatrixFeatures_DDRM.hasUncountable(inverse)) {
                    throw singular();
                  }
                  CommonOps_DDRM.add(inverse, 0.0, inverse); // no negative zeros
                  return new DMatrixRMaj[] {inverse};
                })
            .get(0);
    return Op.of("inv", x, out, g -> negative(matmul(swapLast(out), matmul(g, swapLast(out)))));
  }

  private static IllegalArgumentException singular() {
    return new IllegalArgumentException("Singular matrix: it has no inverse.");
  }

  /** The determinant, {@code [..]}. */
  public static Tensor det(Tensor x) {
    requireSquare("det", x);
    Tensor values =
        each(
                "det",
                x,
                m -> new DMatrixRMaj[] {new DMatrixRMaj(new double[][] {{CommonOps_DDRM.det(m)}})})
            .get(0);
    Tensor out = values.view(x.shape().slice(0, x.rank() - 2));
    return Op.of(
        "det",
        x,
        out,
        g -> {
          Tensor scaled = multiply(g, det(x));
          Tensor spread = Shapes.expandDims(Shapes.expandDims(scaled, -1), -1);
          return multiply(spread, swapLast(inv(x)));
        });
  }

  /**
   * The {@code x} with {@code a x = b}: {@code [.., n, n]} and {@code [.., n, k]}.
   *
   * @throws IllegalArgumentException if a matrix is singular
   */
  public static Tensor solve(Tensor a, Tensor b) {
    requireSquare("solve", a);
    return matmul(inv(a), b);
  }

  /** The lower triangle L with {@code L Lᵀ = x}, of positive definite matrices. */
  public static Tensor cholesky(Tensor x) {
    requireSquare("cholesky", x);
    Tensor out =
        each(
                "cholesky",
                x,
                m -> {
                  CholeskyDecomposition_F64<DMatrixRMaj> chol =
                      DecompositionFactory_DDRM.chol(m.numRows, true);
                  if (!chol.decompose(m.copy())) {
                    throw new IllegalArgumentException(
                        "Cholesky decomposition was not successful: the matrix is not positive"
                            + " definite.");
                  }
                  return new DMatrixRMaj[] {chol.getT(null)};
                })
            .get(0);
    return Op.of("cholesky", x, out, g -> choleskyGradient(out, g));
  }

  /** {@code ½ L⁻ᵀ (Φ + Φᵀ) L⁻¹} with {@code Φ} the lower half of {@code Lᵀ g}. */
  private static Tensor choleskyGradient(Tensor l, Tensor g) {
    Tensor inverse = inv(l);
    Tensor lower = multiply(matmul(swapLast(l), g), halfTriangle(l.dim(-1), l.dtype()));
    Tensor inner = Arithmetic.add(lower, swapLast(lower));
    return Arithmetic.scale(matmul(swapLast(inverse), matmul(inner, inverse)), 0.5);
  }

  private static Tensor halfTriangle(int n, DType type) {
    Tensor out = Tensor.zeros(type, Shape.of(n, n));
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        out.put(i * n + j, i == j ? 0.5 : 1);
      }
    }
    return out;
  }

  /**
   * Eigenvalues in ascending order and eigenvectors in columns, of symmetric matrices: only the
   * lower triangle is read. Each vector's largest entry is made positive.
   */
  public static List<Tensor> eigh(Tensor x) {
    requireSquare("eigh", x);
    List<Tensor> found = each("eigh", x, Eigen::symmetric);
    Tensor values = found.get(0).view(x.shape().without(x.rank() - 1));
    Tensor vectors = found.get(1);
    return Op.of(
        "eigh",
        List.of(x),
        List.of(values, vectors),
        (up, needed) -> new Tensor[] {eighGradient(values, vectors, up)});
  }

  /**
   * Eigenvalues {@code [.., n]} of any matrix and its eigenvectors in columns, without a gradient.
   *
   * @throws KerasException a NotImplementedError if one of them is a complex number
   */
  public static List<Tensor> eig(Tensor x) {
    requireSquare("eig", x);
    List<Tensor> found = each("eig", x, Eigen::general);
    return List.of(found.get(0).view(x.shape().without(x.rank() - 1)), found.get(1));
  }

  private static Tensor eighGradient(Tensor values, Tensor vectors, Tensor[] up) {
    int n = values.dim(-1);
    Tensor inner =
        up[0] == null
            ? Tensor.zeros(values.dtype(), vectors.shape())
            : multiply(Shapes.expandDims(up[0], -1), eye(n, values.dtype()));
    if (up[1] != null) {
      Tensor gaps =
          Arithmetic.subtract(Shapes.expandDims(values, -2), Shapes.expandDims(values, -1));
      Tensor factors = Arithmetic.divideNoNan(Arithmetic.like(gaps, 1), gaps);
      inner = Arithmetic.add(inner, multiply(factors, matmul(swapLast(vectors), up[1])));
    }
    Tensor full = matmul(vectors, matmul(inner, swapLast(vectors)));
    return Arithmetic.scale(Arithmetic.add(full, swapLast(full)), 0.5);
  }

  /** The identity matrix. */
  static Tensor eye(int n, DType type) {
    Tensor out = Tensor.zeros(type, Shape.of(n, n));
    for (int i = 0; i < n; i++) {
      out.put(i * n + i, 1);
    }
    return out;
  }

  /** Singular values in descending order {@code [.., k]}, and U, V with {@code x = U S Vᵀ}. */
  public static List<Tensor> svd(Tensor x, boolean full) {
    List<Tensor> found =
        each(
            "svd",
            x,
            m -> {
              SingularValueDecomposition_F64<DMatrixRMaj> svd =
                  DecompositionFactory_DDRM.svd(m.numRows, m.numCols, true, true, !full);
              if (!svd.decompose(m.copy())) {
                throw new IllegalArgumentException("The singular values did not converge.");
              }
              return Eigen.sorted(svd);
            });
    Tensor s = found.get(0);
    Tensor values = s.view(s.shape().without(s.rank() - 1));
    Tensor u = found.get(1);
    Tensor v = found.get(2);
    boolean thin = u.dim(-1) == v.dim(-1);
    return Op.of(
        "svd",
        List.of(x),
        List.of(values, u, v),
        (up, needed) -> {
          if (!thin && (up[1] != null || up[2] != null)) {
            throw noGradient("svd with full_matrices=True of matrices that are not square");
          }
          int k = values.dim(-1);
          Tensor us = Shapes.slice(u, -1, 0, k);
          Tensor vs = Shapes.slice(v, -1, 0, k);
          return new Tensor[] {Decompositions.svd(values, us, vs, up)};
        });
  }

  /** An orthogonal Q and an upper triangular R with {@code x = Q R}, R's diagonal as LAPACK's. */
  public static List<Tensor> qr(Tensor x, boolean full) {
    List<Tensor> found =
        each(
            "qr",
            x,
            m -> {
              QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(m.numRows, m.numCols);
              qr.decompose(m.copy());
              DMatrixRMaj q = qr.getQ(null, !full);
              DMatrixRMaj r = qr.getR(null, !full);
              Eigen.signLikeLapack(m, q, r);
              return new DMatrixRMaj[] {q, r};
            });
    Tensor q = found.get(0);
    Tensor r = found.get(1);
    return Op.of(
        "qr",
        List.of(x),
        List.of(q, r),
        (up, needed) -> {
          if (r.dim(-1) != r.dim(-2) || q.dim(-1) != r.dim(-1)) {
            throw noGradient("qr of matrices with more columns than rows, or full ones");
          }
          return new Tensor[] {Decompositions.qr(q, r, up)};
        });
  }

  private static UnsupportedOperationException noGradient(String what) {
    return new UnsupportedOperationException("Nyala has no gradient of " + what + ".");
  }

  /** The sum of the diagonal. */
  public static Tensor trace(Tensor x) {
    return Reduce.sum(diagPart(x), new int[] {-1}, false);
  }

  /** The diagonal, {@code [.., min(m, n)]}. */
  public static Tensor diagPart(Tensor x) {
    requireMatrix("diag_part", x);
    int columns = x.dim(-1);
    int n = Math.min(x.dim(-2), columns);
    Shape lead = x.shape().slice(0, x.rank() - 2);
    int[] places = new int[lead.elements() * n];
    Arrays.setAll(places, i -> i / n * x.dim(-2) * columns + i % n * columns + i % n);
    return Indexing.pick(x, places, lead.concat(Shape.of(n)));
  }

  /** Matrices with these diagonals and zeros elsewhere: {@code [.., n] → [.., n, n]}. */
  public static Tensor diag(Tensor x) {
    return multiply(Shapes.expandDims(x, -1), eye(x.dim(-1), x.dtype()));
  }

  /**
   * The norm of all elements or along axes: {@code (Σ |x|ᵖ)^(1/p)}, the largest size for infinity.
   *
   * @param order p; 2 is the Euclidean norm
   */
  public static Tensor norm(Tensor x, double order, int[] axes, boolean keep) {
    if (order == 2) {
      return euclidean(x, axes, keep);
    }
    Tensor size = Maths.abs(x);
    if (order == Double.POSITIVE_INFINITY) {
      return Reduce.max(size, axes, keep);
    }
    if (order == 1) {
      return Reduce.sum(size, axes, keep);
    }
    Tensor sum = Reduce.sum(Arithmetic.power(size, Arithmetic.like(x, order)), axes, keep);
    return Arithmetic.power(sum, Arithmetic.like(x, 1 / order));
  }

  private static Tensor euclidean(Tensor x, int[] axes, boolean keep) {
    return Maths.sqrt(Reduce.sum(Maths.square(x), axes, keep));
  }
}
