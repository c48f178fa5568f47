package io.nyala.dsl.names.keras;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Softmax;
import io.nyala.dsl.names.Library;
import io.nyala.dsl.names.arrays.ArrayMethods;
import io.nyala.dsl.names.arrays.ElementNames;
import io.nyala.dsl.names.arrays.ReductionNames;
import io.nyala.dsl.names.arrays.ShapeNames;
import io.nyala.dsl.names.np.NpCreation;
import io.nyala.tensor.Tensor;

/** {@code keras.ops}: NumPy's functions, on tensors. */
final class KerasOps {

  private KerasOps() {}

  static void into(Library ops) {
    NpCreation.into(ops);
    ElementNames.into(ops);
    ElementNames.logarithms(ops);
    ReductionNames.numPy(ops);
    ShapeNames.numPy(ops);
    ops.def(
        "convert_to_tensor(x, dtype=None)", g -> g.kind().convert(g.get("x"), g.dtype("dtype")));
    ops.def("convert_to_numpy(x)", g -> ArrayMethods.numpy(g.tensor("x")));
    ops.def("cast(x, dtype)", g -> Cast.to(g.tensor("x"), g.dtype("dtype")));
    ops.def("stop_gradient(variable)", g -> Cast.stopGradient(g.tensor("variable")));
    ops.def(
        "matmul(x1, x2)",
        g -> {
          Tensor[] pair = g.pair("x1", "x2");
          return Matrix.matmul(pair[0], pair[1]);
        });
    ops.def(
        "one_hot(x, num_classes, axis=-1, dtype='float32')",
        g -> Gather.oneHot(g.tensor("x"), g.integer("num_classes"), g.dtype("dtype")));
    ops.floating("sigmoid", Maths::sigmoid).unary("relu", Maths::relu);
    ops.def("softmax(x, axis=-1)", g -> Softmax.softmax(g.floats("x"), g.integer("axis")));
  }
}
