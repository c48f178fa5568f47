package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Einsum;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Products;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Results;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.List;

/** {@code tf.linalg}, {@code np.linalg}, {@code einsum} and {@code tensordot}. */
public final class LinAlgNames {

  private LinAlgNames() {}

  public static void tensorFlow(Library tf) {
    Library linalg = tf.nested("linalg");
    linalg.def("eigh(tensor)", g -> Tuple.copyOf(LinAlg.eigh(floats(g, "tensor"))));
    linalg.def("eigvalsh(tensor)", g -> LinAlg.eigh(floats(g, "tensor")).get(0));
    linalg.def(
        "svd(tensor, full_matrices=False, compute_uv=True)",
        g -> {
          List<Tensor> svd = LinAlg.svd(floats(g, "tensor"), g.flag("full_matrices"));
          return g.flag("compute_uv") ? Tuple.copyOf(svd) : svd.get(0);
        });
    linalg.def(
        "qr(input, full_matrices=False)",
        g -> Tuple.copyOf(LinAlg.qr(floats(g, "input"), g.flag("full_matrices"))));
    linalg.def("inv(input)", g -> LinAlg.inv(floats(g, "input")));
    linalg.def("det(input)", g -> LinAlg.det(floats(g, "input")));
    linalg.def("solve(matrix, rhs)", g -> solve(g, "matrix", "rhs"));
    linalg.def("cholesky(input)", g -> LinAlg.cholesky(floats(g, "input")));
    linalg.def("trace(x)", g -> LinAlg.trace(g.tensor("x")));
    linalg.def("diag(diagonal)", g -> LinAlg.diag(g.tensor("diagonal")));
    linalg.def("diag_part(input)", g -> LinAlg.diagPart(g.tensor("input")));
    linalg.def("matrix_transpose(a)", g -> Matrix.swapLast(g.tensor("a")));
    linalg.def("norm(tensor, ord='euclidean', axis=None, keepdims=False)", g -> norm(g, "tensor"));
    linalg.alias("tensor_diag_part", "diag_part");
    linalg.value("matmul", tf.names().get("matmul"));
    linalg.value("eye", tf.names().get("eye"));
    tf.value("norm", linalg.names().get("norm"));
    products(tf, "*inputs");
    linalg.value("einsum", tf.names().get("einsum"));
  }

  public static void numPy(Library np) {
    Library linalg = np.nested("linalg");
    linalg.def(
        "eigh(a)",
        g ->
            Results.of(
                "EighResult",
                List.of("eigenvalues", "eigenvectors"),
                LinAlg.eigh(floats(g, "a")).toArray()));
    linalg.def("eigvalsh(a)", g -> LinAlg.eigh(floats(g, "a")).get(0));
    linalg.def(
        "svd(a, full_matrices=True, compute_uv=True)",
        g -> {
          List<Tensor> svd = LinAlg.svd(floats(g, "a"), g.flag("full_matrices"));
          return g.flag("compute_uv")
              ? Results.of(
                  "SVDResult",
                  List.of("U", "S", "Vh"),
                  svd.get(1),
                  svd.get(0),
                  Matrix.swapLast(svd.get(2)))
              : svd.get(0);
        });
    linalg.def(
        "qr(a, mode='reduced')",
        g ->
            Results.of(
                "QRResult",
                List.of("Q", "R"),
                LinAlg.qr(floats(g, "a"), g.string("mode").equals("complete")).toArray()));
    linalg.def("inv(a)", g -> LinAlg.inv(floats(g, "a")));
    linalg.def("det(a)", g -> LinAlg.det(floats(g, "a")));
    linalg.def("solve(a, b)", g -> solve(g, "a", "b"));
    linalg.def("cholesky(a)", g -> LinAlg.cholesky(floats(g, "a")));
    linalg.def("norm(x, ord=None, axis=None, keepdims=False)", g -> norm(g, "x"));
    np.def(
        "trace(a, offset=0)",
        g ->
            io.nyala.autograd.Reduce.sum(
                io.nyala.autograd.Triangles.diagonal(g.tensor("a"), g.integer("offset")),
                new int[] {-1},
                false));
    products(np, "*operands");
  }

  private static void products(Library to, String rest) {
    String name = rest.substring(1);
    to.def(
        "einsum(equation, " + rest + ")",
        g -> Einsum.einsum(g.string("equation"), same(g, g.tensors(name))));
    to.def("tensordot(a, b, axes=2)", LinAlgNames::tensordot);
  }

  private static List<Tensor> same(Given g, List<Tensor> tensors) {
    DType type = tensors.get(0).dtype();
    for (Tensor t : tensors) {
      if (g.kind() == Kind.TENSOR && t.dtype() != type) {
        throw PyError.type(
            g.function() + "() needs tensors of one dtype; received " + type + " and " + t.dtype());
      }
      type = Operands.promote(type, t.dtype());
    }
    DType common = type;
    return tensors.stream().map(t -> t.dtype() == common ? t : t.cast(common)).toList();
  }

  private static Tensor floats(Given g, String name) {
    return g.floats(name);
  }

  /** The solution of {@code a x = b}. */
  public static Tensor solve(Given g, String a, String b) {
    Tensor matrix = floats(g, a);
    Tensor right = Operands.pair(g.function(), floats(g, b), matrix, g.kind())[0];
    return right.rank() == 1
        ? Shapes.squeeze(LinAlg.solve(matrix, Shapes.expandDims(right, 1)), 1)
        : LinAlg.solve(matrix, right);
  }

  /** The norm of everything, of vectors along an axis or of matrices along two. */
  public static Tensor norm(Given g, String name) {
    Tensor x = floats(g, name);
    Object order = g.get("ord");
    int[] axes = g.axes("axis");
    boolean keep = g.flag("keepdims");
    boolean whole = order == null || "euclidean".equals(order) || "fro".equals(order);
    if (whole) {
      return LinAlg.norm(x, 2, axes, keep);
    }
    if (!(order instanceof Number number)) {
      throw PyError.value("norm() does not know ord " + io.nyala.dsl.show.Repr.of(order));
    }
    double p = number.doubleValue();
    boolean matrix = axes != null ? axes.length == 2 : x.rank() == 2 && g.kind() == Kind.ARRAY;
    if (matrix) {
      return matrixNorm(x, p, axes == null ? new int[] {0, 1} : axes, keep);
    }
    if (p == 0) {
      Tensor filled =
          io.nyala.autograd.Compare.notEqual(x, io.nyala.autograd.Arithmetic.like(x, 0));
      return io.nyala.autograd.Reduce.sum(filled.cast(x.dtype()), axes, keep);
    }
    return p == Double.NEGATIVE_INFINITY
        ? io.nyala.autograd.Reduce.min(io.nyala.autograd.Maths.abs(x), axes, keep)
        : LinAlg.norm(x, p, axes, keep);
  }

  /** The largest or smallest sum of a column (1) or row (∞), or singular value (2). */
  private static Tensor matrixNorm(Tensor x, double p, int[] axes, boolean keep) {
    int rows = x.shape().normalize(axes[0]);
    int columns = x.shape().normalize(axes[1]);
    if (Math.abs(p) == 2) {
      Tensor values =
          LinAlg.svd(io.nyala.autograd.Moves.moveAxes(x, axes, new int[] {-2, -1}), false).get(0);
      Tensor found =
          p > 0
              ? io.nyala.autograd.Reduce.max(values, new int[] {-1}, false)
              : io.nyala.autograd.Reduce.min(values, new int[] {-1}, false);
      return keep ? Shapes.reshape(found, x.shape().with(rows, 1).with(columns, 1)) : found;
    }
    if (Math.abs(p) != 1 && !Double.isInfinite(p)) {
      throw PyError.value("Invalid norm order for matrices.");
    }
    int[] inner = {Math.abs(p) == 1 ? rows : columns};
    int[] outer = {Math.abs(p) == 1 ? columns : rows};
    Tensor sums = io.nyala.autograd.Reduce.sum(io.nyala.autograd.Maths.abs(x), inner, true);
    Tensor found =
        p > 0
            ? io.nyala.autograd.Reduce.max(sums, outer, true)
            : io.nyala.autograd.Reduce.min(sums, outer, true);
    if (keep) {
      return found;
    }
    Tensor out = Shapes.squeeze(found, Math.max(rows, columns));
    return Shapes.squeeze(out, Math.min(rows, columns));
  }

  private static Tensor tensordot(Given g) {
    Tensor[] pair = g.pair("a", "b");
    int[][] axes = Products.axes(g.get("axes"), pair[0].rank());
    return Products.tensordot(pair[0], pair[1], axes[0], axes[1]);
  }
}
