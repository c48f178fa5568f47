package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Einsum;
import io.nyala.autograd.LinAlg;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
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
    linalg.def("eigh(a)", g -> Tuple.copyOf(LinAlg.eigh(floats(g, "a"))));
    linalg.def("eigvalsh(a)", g -> LinAlg.eigh(floats(g, "a")).get(0));
    linalg.def(
        "svd(a, full_matrices=True, compute_uv=True)",
        g -> {
          List<Tensor> svd = LinAlg.svd(floats(g, "a"), g.flag("full_matrices"));
          return g.flag("compute_uv")
              ? Tuple.of(svd.get(1), svd.get(0), Matrix.swapLast(svd.get(2)))
              : svd.get(0);
        });
    linalg.def(
        "qr(a, mode='reduced')",
        g -> Tuple.copyOf(LinAlg.qr(floats(g, "a"), g.string("mode").equals("complete"))));
    linalg.def("inv(a)", g -> LinAlg.inv(floats(g, "a")));
    linalg.def("det(a)", g -> LinAlg.det(floats(g, "a")));
    linalg.def("solve(a, b)", g -> solve(g, "a", "b"));
    linalg.def("cholesky(a)", g -> LinAlg.cholesky(floats(g, "a")));
    linalg.def("norm(x, ord=None, axis=None, keepdims=False)", g -> norm(g, "x"));
    np.def("trace(a)", g -> LinAlg.trace(g.tensor("a")));
    np.def(
        "diag(v)",
        g ->
            g.tensor("v").rank() == 1
                ? LinAlg.diag(g.tensor("v"))
                : LinAlg.diagPart(g.tensor("v")));
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

  private static Tensor solve(Given g, String a, String b) {
    Tensor matrix = floats(g, a);
    Tensor right = Operands.pair(g.function(), floats(g, b), matrix, g.kind())[0];
    return right.rank() == 1
        ? Shapes.squeeze(LinAlg.solve(matrix, Shapes.expandDims(right, 1)), 1)
        : LinAlg.solve(matrix, right);
  }

  private static Tensor norm(Given g, String name) {
    Tensor x = floats(g, name);
    Object order = g.get("ord");
    double p;
    if (order == null || "euclidean".equals(order) || "fro".equals(order)) {
      p = 2;
    } else if (order instanceof Number number) {
      p = number.doubleValue();
      boolean matrix = g.axes("axis") != null ? g.axes("axis").length == 2 : x.rank() == 2;
      if (matrix && g.kind() == Kind.ARRAY || p == 0 || p < 0) {
        throw PyError.value(
            "norm() takes ord 'fro' for matrices, and 1, 2, … or inf for vectors; received "
                + order);
      }
    } else {
      throw PyError.value("norm() does not know ord " + io.nyala.dsl.show.Repr.of(order));
    }
    return LinAlg.norm(x, p, g.axes("axis"), g.flag("keepdims"));
  }

  private static Tensor tensordot(Given g) {
    Tensor[] pair = g.pair("a", "b");
    int[][] axes = axes(g, pair[0]);
    String letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char[] first = letters.substring(0, pair[0].rank()).toCharArray();
    char[] second =
        letters.substring(pair[0].rank(), pair[0].rank() + pair[1].rank()).toCharArray();
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < axes[0].length; i++) {
      second[pair[1].shape().normalize(axes[1][i])] = first[pair[0].shape().normalize(axes[0][i])];
    }
    String one = new String(first);
    String two = new String(second);
    one.chars().filter(c -> two.indexOf(c) < 0).forEach(c -> out.append((char) c));
    two.chars().filter(c -> one.indexOf(c) < 0).forEach(c -> out.append((char) c));
    return Einsum.einsum(one + "," + two + "->" + out, Arrays.asList(pair));
  }

  private static int[][] axes(Given g, Tensor a) {
    Object given = g.get("axes");
    if (given instanceof Number) {
      int n = g.integer("axes");
      int[] last = new int[n];
      int[] first = new int[n];
      for (int i = 0; i < n; i++) {
        last[i] = a.rank() - n + i;
        first[i] = i;
      }
      return new int[][] {last, first};
    }
    List<int[]> both = new ArrayList<>();
    for (Object side : g.list("axes")) {
      both.add(
          side instanceof List<?> list
              ? list.stream().mapToInt(i -> ((Number) i).intValue()).toArray()
              : new int[] {((Number) side).intValue()});
    }
    return both.toArray(int[][]::new);
  }
}
