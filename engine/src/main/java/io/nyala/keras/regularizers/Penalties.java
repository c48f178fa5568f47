package io.nyala.keras.regularizers;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Matrix;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.Tensor;

/** The formulas of {@code keras.regularizers}: from a weight of any shape to a scalar. */
final class Penalties {

  private Penalties() {}

  static Tensor l1(Tensor x, double factor) {
    return scale(Reduce.sum(Maths.abs(x)), factor);
  }

  static Tensor l2(Tensor x, double factor) {
    return scale(Reduce.sum(Maths.square(x)), factor);
  }

  static Tensor l1l2(Tensor x, double l1, double l2) {
    if (l1 == 0) {
      return l2 == 0 ? like(x, 0) : l2(x, l2);
    }
    return l2 == 0 ? l1(x, l1) : add(l1(x, l1), l2(x, l2));
  }

  /** The mean size of the cosines between the rows (or columns) of a matrix, times the factor. */
  static Tensor orthogonal(Tensor x, double factor, boolean rows) {
    if (x.rank() != 2) {
      throw KerasException.value(
          "Inputs to OrthogonalRegularizer must have rank 2. Received: inputs.shape=" + x.shape());
    }
    Tensor unit = Numerics.normalize(x, rows ? 1 : 0);
    Tensor turned = Shapes.transpose(unit);
    Tensor cosines = rows ? Matrix.matmul(unit, turned) : Matrix.matmul(turned, unit);
    int size = cosines.dim(0);
    Tensor others = Tensor.full(x.dtype(), cosines.shape(), 1);
    for (int i = 0; i < size; i++) {
      others.put(i * size + i, 0);
    }
    Tensor sum = Reduce.sum(Maths.abs(multiply(cosines, others)));
    return scale(sum, factor * 0.5 / (size * (size - 1.0) / 2));
  }
}
