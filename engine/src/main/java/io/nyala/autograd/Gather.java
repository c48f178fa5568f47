package io.nyala.autograd;

import io.nyala.compute.Threads;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/** Looking elements up by index, and putting them back. */
public final class Gather {

  /** So many elements are worth a thread's while. */
  private static final int LEAST_COPIED = 1 << 15;

  private Gather() {}

  /**
   * The slices of {@code x} along an axis at these places: {@code tf.gather}.
   *
   * @param indices whole numbers of any shape, which takes the axis' place in the result
   * @throws IndexOutOfBoundsException naming the first index that is not in range
   */
  public static Tensor gather(Tensor x, Tensor indices, int axis) {
    int at = x.shape().normalize(axis);
    Shape shape =
        x.shape().slice(0, at).concat(indices.shape()).concat(x.shape().slice(at + 1, x.rank()));
    return take(x, flat(indices), at, shape);
  }

  /**
   * {@link #gather} along the first axis of a float32 table {@code [count, width]}, whose rows are
   * copied only if somebody looks at them; before the table changes, or never.
   */
  public static Tensor lookup(Tensor table, Tensor indices) {
    int[] rows = flat(indices);
    requireInRange(rows, table.dim(0));
    Tensor out = new Lookup(table, rows, indices.shape().insert(indices.rank(), table.dim(1)));
    return recorded(table, rows, 0, out);
  }

  private static int[] flat(Tensor indices) {
    int[] flat = new int[indices.elements()];
    if (indices.dtype() == DType.INT64) {
      long[] from = indices.longs();
      for (int i = 0; i < flat.length; i++) {
        flat[i] = Math.toIntExact(from[i]);
      }
      return flat;
    }
    for (int i = 0; i < flat.length; i++) {
      flat[i] = Math.toIntExact(indices.getLong(i));
    }
    return flat;
  }

  /** {@link #gather} with a flat list of places. */
  public static Tensor take(Tensor x, int[] places, int axis) {
    int at = x.shape().normalize(axis);
    return take(x, places, at, x.shape().with(at, places.length));
  }

  private static Tensor take(Tensor x, int[] places, int at, Shape to) {
    requireInRange(places, x.dim(at));
    return recorded(x, places, at, copied(x, places, at, to));
  }

  private static void requireInRange(int[] places, int length) {
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0 || places[i] >= length) {
        throw new IndexOutOfBoundsException(
            "Index " + places[i] + " (at position " + i + ") is not in [0, " + length + ").");
      }
    }
  }

  /** The elements at places that are in range; records nothing. */
  static Tensor copied(Tensor x, int[] places, int at, Shape to) {
    int length = x.dim(at);
    Shape shape = x.shape().with(at, places.length);
    Tensor out = Tensor.zeros(x.dtype(), to);
    int inner = shape.slice(at + 1, shape.rank()).elements();
    int outer = shape.slice(0, at).elements();
    Object source = x.data();
    Object target = out.data();
    int grain = Math.max(1, LEAST_COPIED / Math.max(1, inner));
    for (int i = 0; i < outer; i++) {
      int taken = i * length;
      int put = i * places.length;
      Threads.ranges(
          places.length,
          grain,
          Threads.available(),
          (a, b) -> {
            for (int k = a; k < b; k++) {
              System.arraycopy(
                  source, (taken + places[k]) * inner, target, (put + k) * inner, inner);
            }
          });
    }
    return out;
  }

  private static Tensor recorded(Tensor x, int[] places, int at, Tensor out) {
    int length = x.dim(at);
    Shape shape = x.shape().with(at, places.length);
    return Op.of(
        "gather",
        x,
        out,
        g ->
            g instanceof Placed rows && at == 0 && x.rank() == 2
                ? scatterAdd(rows.values(), rows.pick(places), 0, length)
                : scatterAdd(Shapes.reshape(g, shape), places, at, length));
  }

  /**
   * Adds each slice of {@code g} to its place along an axis of {@code length}, from zeros. Along
   * the first axis the result is {@link Slices}.
   */
  public static Tensor scatterAdd(Tensor g, int[] places, int axis, int length) {
    Tensor sum = axis == 0 ? Slices.of(g, places, length) : added(g, places, axis, length);
    return Op.of("scatter_add", g, sum, up -> take(up, places, axis));
  }

  /** The sum that {@link #scatterAdd} stands for; records nothing. */
  static Tensor added(Tensor g, int[] places, int axis, int length) {
    Shape shape = g.shape().with(axis, length);
    Tensor out = Tensor.zeros(g.dtype(), shape);
    int inner = shape.slice(axis + 1, shape.rank()).elements();
    int outer = shape.slice(0, axis).elements();
    for (int i = 0; i < outer; i++) {
      for (int k = 0; k < places.length; k++) {
        int from = (i * places.length + k) * inner;
        int to = (i * length + places[k]) * inner;
        addRun(g, from, out, to, inner);
      }
    }
    return out;
  }

  private static void addRun(Tensor g, int from, Tensor out, int to, int n) {
    if (g.dtype() == DType.FLOAT32) {
      float[] source = g.floats();
      float[] target = out.floats();
      for (int j = 0; j < n; j++) {
        target[to + j] += source[from + j];
      }
      return;
    }
    for (int j = 0; j < n; j++) {
      out.put(to + j, out.getDouble(to + j) + g.getDouble(from + j));
    }
  }

  /**
   * One where the index is, zero elsewhere, on a new last axis; indices out of range give zeros.
   */
  public static Tensor oneHot(Tensor indices, int depth, DType type) {
    Tensor out = Tensor.zeros(type, indices.shape().insert(indices.rank(), depth));
    for (int i = 0; i < indices.elements(); i++) {
      long index = indices.getLong(i);
      if (index >= 0 && index < depth) {
        out.put(i * depth + (int) index, 1);
      }
    }
    return out;
  }

  /** The rows of {@code x} where a bool vector is true. */
  public static Tensor booleanMask(Tensor x, boolean[] keep) {
    int[] places = new int[keep.length];
    int count = 0;
    for (int i = 0; i < keep.length; i++) {
      if (keep[i]) {
        places[count++] = i;
      }
    }
    return take(x, Arrays.copyOf(places, count), 0);
  }
}
