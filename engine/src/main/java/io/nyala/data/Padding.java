package io.nyala.data;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** Putting tensors of different lengths into one batch. */
final class Padding {

  private Padding() {}

  static Object merge(List<Object> group, List<Shape> shapes, double value) {
    int[] at = {0};
    return Nest.merge(
        group,
        parts -> {
          int k = at[0]++;
          return pad(parts, shapes == null ? null : shapes.get(k), value);
        });
  }

  private static Tensor pad(List<Tensor> parts, Shape wanted, double value) {
    Tensor first = parts.get(0);
    int[] longest = new int[first.rank()];
    for (Tensor part : parts) {
      for (int axis = 0; axis < longest.length; axis++) {
        longest[axis] = Math.max(longest[axis], part.dim(axis));
      }
    }
    for (int axis = 0; axis < longest.length; axis++) {
      int given = wanted == null ? Shape.UNKNOWN : wanted.dim(axis);
      if (given != Shape.UNKNOWN) {
        if (longest[axis] > given) {
          throw new IllegalArgumentException(
              "An element of extent "
                  + longest[axis]
                  + " does not fit the padded shape "
                  + wanted
                  + ".");
        }
        longest[axis] = given;
      }
    }
    Shape row = Shape.of(longest);
    Shape shape = row.insert(0, parts.size());
    Tensor out =
        first.dtype() == DType.STRING || first.dtype() == DType.BOOL
            ? Tensor.zeros(first.dtype(), shape)
            : Tensor.full(first.dtype(), shape, value);
    int n = row.elements();
    for (int i = 0; i < parts.size(); i++) {
      copy(parts.get(i), out, i * n, row);
    }
    return out;
  }

  private static void copy(Tensor part, Tensor out, int to, Shape row) {
    int rank = part.rank();
    int run = rank == 0 ? 1 : part.dim(-1);
    int[] strides = row.strides();
    for (int i = 0; i < (run == 0 ? 0 : part.elements() / run); i++) {
      int place = to;
      int rest = i;
      for (int axis = rank - 2; axis >= 0; axis--) {
        place += rest % part.dim(axis) * strides[axis];
        rest /= part.dim(axis);
      }
      System.arraycopy(part.data(), i * run, out.data(), place, run);
    }
  }
}
