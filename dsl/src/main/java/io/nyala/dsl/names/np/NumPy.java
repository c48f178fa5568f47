package io.nyala.dsl.names.np;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.arrays.Clip;
import io.nyala.dsl.names.arrays.ElementNames;
import io.nyala.dsl.names.arrays.LinAlgNames;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.arrays.SortNames;
import io.nyala.tensor.Tensor;

/** The {@code np} namespace. */
public final class NumPy {

  private static Namespace names;

  private NumPy() {}

  /** The namespace, made when first asked for. */
  public static synchronized Namespace names() {
    if (names == null) {
      names = make();
    }
    return names;
  }

  private static Namespace make() {
    Namespace made = new Namespace("numpy");
    Library np = new Library(made, Kind.ARRAY);
    made.define("__version__", "2.4.6");
    NpCreation.into(np);
    ElementNames.into(np);
    ElementNames.logarithms(np);
    elements(np);
    ReductionNames.numPy(np);
    ShapeNames.numPy(np);
    products(np);
    LinAlgNames.numPy(np);
    SortNames.numPy(np);
    NpStats.into(np);
    NpRandom.into(np.nested("random"));
    NpFiles.into(np);
    return made;
  }

  private static void elements(Library np) {
    np.alias("absolute", "abs");
    np.def("round(a, decimals=0)", g -> ElementNames.round(g.tensor("a"), g.integer("decimals")));
    np.unary("rint", Maths::round);
    np.binary("power", NumPy::power);
    np.binary("mod", Arithmetic::floorMod).alias("remainder", "mod");
    np.binary("floor_divide", Arithmetic::floorDivide);
    np.alias("true_divide", "divide");
    np.floating("arcsin", Maths::asin).floating("arccos", Maths::acos);
    np.floating("arctan", Maths::atan);
    np.unary("isnan", Maths::isNan).unary("isfinite", Maths::isFinite);
    np.unary("isinf", x -> Clip.isInfinite(x));
    np.def("clip(a, a_min=None, a_max=None)", g -> Clip.between(g, "a", "a_min", "a_max"));
  }

  private static Tensor power(Tensor a, Tensor b) {
    for (int i = 0; a.dtype().isInteger() && i < b.elements(); i++) {
      if (b.getDouble(i) < 0) {
        throw PyError.value("Integers to negative integer powers are not allowed.");
      }
    }
    return Arithmetic.power(a, b);
  }

  private static void products(Library np) {
    np.def("matmul(x1, x2)", g -> product(g, "x1", "x2"));
    np.def("dot(a, b)", g -> dot(g));
    np.def(
        "outer(a, b)",
        g -> {
          Tensor[] pair = g.pair("a", "b");
          return Arithmetic.multiply(
              Shapes.expandDims(ReductionNames.flat(pair[0]), 1),
              Shapes.expandDims(ReductionNames.flat(pair[1]), 0));
        });
    np.def("flatten(a)", g -> Shapes.reshape(g.tensor("a").copy(), -1));
  }

  private static Tensor product(Given g, String a, String b) {
    Tensor[] pair = g.pair(a, b);
    return Matrix.matmul(pair[0], pair[1]);
  }

  private static Tensor dot(Given g) {
    Tensor[] pair = g.pair("a", "b");
    boolean scalar = pair[0].rank() == 0 || pair[1].rank() == 0;
    if (!scalar && pair[1].rank() > 2) {
      throw PyError.value("dot() takes a second array of at most 2 axes; use matmul or einsum");
    }
    return scalar ? Arithmetic.multiply(pair[0], pair[1]) : Matrix.matmul(pair[0], pair[1]);
  }
}
