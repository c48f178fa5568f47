package io.nyala.autograd;

import io.nyala.tensor.Shape;
import java.util.Arrays;

/** Index arithmetic over row-major tensors. */
final class Walk {

  private Walk() {}

  /** For each element of a shape in row-major order, the sum of its coordinates times strides. */
  static int[] indices(Shape shape, int[] strides) {
    int n = shape.elements();
    int rank = shape.rank();
    int[] out = new int[n];
    int[] at = new int[rank];
    int offset = 0;
    for (int i = 0; i < n; i++) {
      out[i] = offset;
      for (int axis = rank - 1; axis >= 0; axis--) {
        offset += strides[axis];
        if (++at[axis] < shape.dim(axis)) {
          break;
        }
        offset -= strides[axis] * at[axis];
        at[axis] = 0;
      }
    }
    return out;
  }

  /** The elements of an array at these indices, in a new array of the same kind. */
  static Object pick(Object data, int[] indices) {
    int n = indices.length;
    if (data instanceof float[] from) {
      float[] out = new float[n];
      for (int i = 0; i < n; i++) {
        out[i] = from[indices[i]];
      }
      return out;
    }
    if (data instanceof double[] from) {
      return Arrays.stream(indices).mapToDouble(i -> from[i]).toArray();
    }
    if (data instanceof long[] from) {
      return Arrays.stream(indices).mapToLong(i -> from[i]).toArray();
    }
    if (data instanceof int[] from) {
      return Arrays.stream(indices).map(i -> from[i]).toArray();
    }
    Object out = java.lang.reflect.Array.newInstance(data.getClass().getComponentType(), n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(data, indices[i], out, i, 1);
    }
    return out;
  }
}
