package io.nyala.keras.ops;

import io.nyala.keras.KerasException;
import io.nyala.keras.graph.KerasTensor;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Finds the shape of a result by computing it for two sizes of every unknown extent. */
final class Trial {

  private Trial() {}

  /** A computation in which symbolic tensors are replaced by what is given. */
  interface Computation extends Function<UnaryOperator<Object>, Tensor> {}

  /**
   * The results for both sizes.
   *
   * @throws KerasException a ValueError if the computation does not fit the shapes
   */
  static Tensor[] run(Computation computation, String name) {
    try {
      return new Tensor[] {computation.apply(zeros(2)), computation.apply(zeros(3))};
    } catch (RuntimeException first) {
      try {
        // An unknown extent may have to broadcast to a known one.
        return new Tensor[] {computation.apply(zeros(1)), computation.apply(zeros(1))};
      } catch (RuntimeException second) {
        throw KerasException.value(
            "The operation \"" + name + "\" does not fit its arguments: " + first.getMessage());
      }
    }
  }

  private static UnaryOperator<Object> zeros(int size) {
    return leaf -> {
      if (!(leaf instanceof KerasTensor symbolic)) {
        return leaf;
      }
      int[] dims = symbolic.shape().dims();
      for (int i = 0; i < dims.length; i++) {
        dims[i] = dims[i] == Shape.UNKNOWN ? size : dims[i];
      }
      return Tensor.zeros(symbolic.dtype(), Shape.of(dims));
    };
  }

  /** The extents that are the same in both results; the others are unknown. */
  static Shape shape(Tensor[] tried) {
    Shape shape = tried[0].shape();
    for (int axis = 0; axis < shape.rank(); axis++) {
      if (shape.dim(axis) != tried[1].dim(axis)) {
        shape = shape.with(axis, Shape.UNKNOWN);
      }
    }
    return shape;
  }
}
