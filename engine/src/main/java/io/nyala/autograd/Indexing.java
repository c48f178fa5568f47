package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** Reading and writing parts of tensors: {@code x[:, 0, ...]}; see {@link Selection}. */
public final class Indexing {

  private Indexing() {}

  /**
   * The elements an index picks; gradients flow to them.
   *
   * @param index whole numbers, slices, ellipsis, null and arrays, as {@link Selection#of} takes
   * @throws IndexOutOfBoundsException if a number is out of range, or there are too many
   */
  public static Tensor get(Tensor x, List<?> index) {
    Selection picked = Selection.of(x.shape(), index);
    Tensor out = pick(x, picked.places(), picked.shape());
    return x instanceof NDArray array
        ? picked.basic() ? NDArray.partOf(array, out, picked.places()) : NDArray.of(out)
        : out;
  }

  /**
   * The elements of {@code x} at these row-major places, under a new shape; where a place comes
   * twice, its gradients add up.
   */
  public static Tensor pick(Tensor x, int[] places, Shape shape) {
    Tensor out = Tensor.wrap(x.dtype(), shape, Walk.pick(x.data(), places));
    return Op.of("getitem", x, out, g -> put(g, places, x.shape()));
  }

  /** Zeros of this shape, with each element of {@code g} added at its place. */
  public static Tensor put(Tensor g, int[] places, Shape shape) {
    Tensor out = Tensor.zeros(g.dtype(), shape);
    for (int i = 0; i < places.length; i++) {
      out.put(places[i], out.getDouble(places[i]) + g.getDouble(i));
    }
    return Op.of("setitem", g, out, up -> pick(up, places, g.shape()));
  }

  /**
   * Writes a value, broadcast and converted to the array's type, to the elements an index picks.
   *
   * @throws IllegalArgumentException if the value does not broadcast to the picked shape
   */
  public static void set(NDArray x, List<?> index, Tensor value) {
    Selection picked = Selection.of(x.shape(), index);
    Shape from = value.shape();
    while (from.rank() > picked.shape().rank() && from.dim(0) == 1) {
      from = from.without(0);
    }
    if (!fits(from, picked.shape())) {
      throw new IllegalArgumentException(
          "could not broadcast input array from shape "
              + value.shape()
              + " into shape "
              + picked.shape());
    }
    if ((value.dtype() == DType.STRING) != (x.dtype() == DType.STRING)) {
      throw new IllegalArgumentException(
          "Cannot put " + value.dtype() + " values into an array of " + x.dtype() + ".");
    }
    x.write(picked.places(), value.cast(x.dtype()), Elementwise.sources(from, picked.shape()));
  }

  private static boolean fits(Shape from, Shape to) {
    int missing = to.rank() - from.rank();
    for (int i = 0; missing >= 0 && i < from.rank(); i++) {
      if (from.dim(i) != 1 && from.dim(i) != to.dim(i + missing)) {
        return false;
      }
    }
    return missing >= 0;
  }
}
