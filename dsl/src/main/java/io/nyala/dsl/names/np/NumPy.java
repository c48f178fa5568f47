package io.nyala.dsl.names.np;

import io.nyala.autograd.Matrix;
import io.nyala.autograd.Shapes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.arrays.Clip;
import io.nyala.dsl.names.arrays.ElementNames;
import io.nyala.dsl.names.arrays.LinAlgNames;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.arrays.SortNames;
import io.nyala.tensor.Tensor;

/** The {@code np} namespace. */
public final class NumPy {

  private static final Namespace NAMES = Namespace.lazy("numpy", NumPy::fill);

  private NumPy() {}

  /** The namespace, filled when first asked. */
  public static Namespace names() {
    return NAMES;
  }

  private static void fill(Namespace made) {
    Library np = new Library(made, Kind.ARRAY);
    made.define("__version__", "2.4.6");
    NpCreation.into(np);
    ElementNames.into(np);
    elements(np);
    ReductionNames.numPy(np);
    ShapeNames.numPy(np);
    LinAlgNames.numPy(np);
    SortNames.numPy(np);
    NpStats.into(np);
    NpSearch.into(np);
    NpSets.into(np);
    NpPicking.into(np);
    NpWindows.into(np);
    NpShapes.into(np);
    NpGrids.into(np);
    NpLinAlg.into(np);
    NpPolynomials.into(np);
    NpTypes.into(np);
    NpRandom.into(np.nested("random"));
    NpFiles.into(np);
  }

  private static void elements(Library np) {
    np.alias("absolute", "abs").alias("fabs", "abs").alias("true_divide", "divide");
    NpElements.into(np);
    np.def("clip(a, a_min=None, a_max=None)", g -> Clip.between(g, "a", "a_min", "a_max"));
    np.def(
        "matmul(x1, x2)",
        g -> {
          Tensor[] pair = g.pair("x1", "x2");
          return Matrix.matmul(pair[0], pair[1]);
        });
    np.def("flatten(a)", g -> Shapes.reshape(g.tensor("a").copy(), -1));
  }
}
