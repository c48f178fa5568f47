package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Products;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** What {@code np.linalg} has beside the functions that {@code tf.linalg} has too. */
final class NpLinAlg {

  private NpLinAlg() {}

  static void into(Library np) {
    np.def("inner(a, b)", g -> both(g, Products::inner));
    np.def("vdot(a, b)", g -> both(g, Products::vdot));
    np.def("dot(a, b)", g -> both(g, Products::dot));
    np.def("outer(a, b)", g -> both(g, Products::outer));
    np.def("kron(a, b)", g -> both(g, Products::kron));
    np.def("cross(a, b)", g -> both(g, Products::cross));
    Library linalg = np.nested("linalg");
    linalg.def("matrix_rank(A, tol=None)", NpLinAlg::rank);
    linalg.def("cond(x, p=None)", NpLinAlg::condition);
    linalg.def("pinv(a, rcond=1e-15)", g -> pseudoInverse(g.floats("a"), g.number("rcond")));
    linalg.def("matrix_power(a, n)", NpLinAlg::power);
    linalg.def("multi_dot(arrays)", g -> g.tensors("arrays").stream().reduce(Matrix::matmul).get());
    linalg.def("lstsq(a, b, rcond=None)", NpLinAlg::leastSquares);
    linalg.def(
        "slogdet(a)",
        g -> {
          Tensor det = LinAlg.det(g.floats("a"));
          return Results.of(
              "SlogdetResult",
              List.of("sign", "logabsdet"),
              Maths.sign(det),
              Maths.log(Maths.abs(det)));
        });
  }

  private interface Product {
    Tensor of(Tensor a, Tensor b);
  }

  private static Tensor both(Given g, Product product) {
    Tensor[] pair = g.pair("a", "b");
    return product.of(pair[0], pair[1]);
  }

  private static Tensor values(Tensor x) {
    return LinAlg.svd(x, false).get(0);
  }

  private static Object rank(Given g) {
    Tensor x = g.floats("A");
    Tensor s = values(x);
    double least =
        g.has("tol")
            ? g.number("tol")
            : s.getDouble(0)
                * Math.max(x.dim(-2), x.dim(-1))
                * (x.dtype() == DType.FLOAT32 ? 0x1p-23 : 0x1p-52);
    long rank = 0;
    for (int i = 0; i < s.elements(); i++) {
      rank += s.getDouble(i) > least ? 1 : 0;
    }
    return rank;
  }

  private static Object condition(Given g) {
    Tensor x = g.floats("x");
    Object p = g.get("p");
    if (p == null || p instanceof Number n && n.doubleValue() == 2) {
      Tensor s = values(x);
      return s.getDouble(0) / s.getDouble(s.elements() - 1);
    }
    throw PyError.value("cond() takes p None or 2; received " + p);
  }

  private static Tensor pseudoInverse(Tensor x, double share) {
    List<Tensor> svd = LinAlg.svd(x, false);
    Tensor s = svd.get(0);
    double[] inverse = new double[s.elements()];
    java.util.Arrays.setAll(
        inverse, i -> s.getDouble(i) > share * s.getDouble(0) ? 1 / s.getDouble(i) : 0);
    Tensor scaled =
        Arithmetic.multiply(
            svd.get(2), Tensor.of(Shape.of(inverse.length), inverse).cast(x.dtype()));
    return Matrix.matmul(scaled, Matrix.swapLast(svd.get(1)));
  }

  private static Tensor power(Given g) {
    Tensor x = g.tensor("a");
    int n = g.integer("n");
    Tensor base = n < 0 ? LinAlg.inv(g.floats("a")) : x;
    Tensor out = io.nyala.dsl.names.arrays.TfCreation.eye(x.dim(-1), x.dim(-1), 0, base.dtype());
    for (int i = 0; i < Math.abs(n); i++) {
      out = Matrix.matmul(out, base);
    }
    return out;
  }

  /** The x for which {@code |a x - b|} is smallest, of full rank by QR, else by the SVD. */
  static Tensor leastSquares(Tensor a, Tensor b) {
    if (a.dim(0) >= a.dim(1)) {
      List<Tensor> qr = LinAlg.qr(a, false);
      Tensor r = qr.get(1);
      boolean full = true;
      for (int i = 0; i < r.dim(0); i++) {
        full &= Math.abs(r.getDouble(i * r.dim(1) + i)) > 1e-12;
      }
      if (full) {
        return LinAlg.solve(r, Matrix.matmul(Matrix.swapLast(qr.get(0)), b));
      }
    }
    return Matrix.matmul(pseudoInverse(a, 1e-15), b);
  }

  private static Object leastSquares(Given g) {
    Tensor a = g.floats("a");
    Tensor b = g.floats("b");
    boolean line = b.rank() == 1;
    Tensor right = line ? Shapes.expandDims(b, 1) : b;
    Tensor x = leastSquares(a, right);
    Tensor gap = Arithmetic.subtract(Matrix.matmul(a, x), right);
    Tensor s = values(a);
    long rank = 0;
    for (int i = 0; i < s.elements(); i++) {
      rank += s.getDouble(i) > s.getDouble(0) * 0x1p-52 * Math.max(a.dim(0), a.dim(1)) ? 1 : 0;
    }
    boolean over = a.dim(0) > a.dim(1) && rank == a.dim(1);
    Tensor residuals =
        over
            ? Reduce.sum(Maths.square(gap), new int[] {0}, false)
            : Tensor.zeros(a.dtype(), Shape.of(0));
    return Tuple.of(line ? Shapes.squeeze(x, 1) : x, residuals, rank, s);
  }
}
