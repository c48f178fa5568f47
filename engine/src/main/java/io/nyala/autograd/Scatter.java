package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/**
 * Values put into a tensor at places named by the last axis of {@code [.., depth]} indices, as
 * {@code tf.scatter_nd}: with less depth than the tensor has axes, whole slices.
 */
public final class Scatter {

  private Scatter() {}

  /** The tensor with values in the place of what was there; of equal places the last counts. */
  public static Tensor update(Tensor x, Tensor indices, Tensor values) {
    int[] places = places(x.shape(), indices);
    Tensor wide = Shapes.broadcastTo(values, shape(x.shape(), indices));
    Tensor out = x.copy();
    boolean[] taken = new boolean[x.elements()];
    int[] last = new int[x.elements()];
    for (int i = 0; i < places.length; i++) {
      taken[places[i]] = true;
      last[places[i]] = i;
      copy(wide, i, out, places[i]);
    }
    return Op.of(
        "scatter_update",
        x,
        wide,
        out,
        g -> {
          Tensor left = g.copy();
          for (int i = 0; i < taken.length; i++) {
            if (taken[i]) {
              left.put(i, 0);
            }
          }
          return left;
        },
        g -> {
          Tensor given = Tensor.zeros(g.dtype(), wide.shape());
          for (int i = 0; i < places.length; i++) {
            if (last[places[i]] == i) {
              given.put(i, g.getDouble(places[i]));
            }
          }
          return given;
        });
  }

  private static void copy(Tensor from, int at, Tensor to, int place) {
    if (from.dtype() == io.nyala.tensor.DType.STRING) {
      to.strings()[place] = from.strings()[at];
    } else if (from.dtype().isInteger()) {
      Wholes.put(to, place, from.getLong(at));
    } else {
      to.put(place, from.getDouble(at));
    }
  }

  /** The tensor with values added; of equal places all count. */
  public static Tensor add(Tensor x, Tensor indices, Tensor values) {
    int[] places = places(x.shape(), indices);
    Tensor wide = Shapes.broadcastTo(values, shape(x.shape(), indices));
    return Arithmetic.add(x, Indexing.put(wide, places, x.shape()));
  }

  private static Shape shape(Shape x, Tensor indices) {
    return indices.shape().slice(0, indices.rank() - 1).concat(x.slice(indices.dim(-1), x.rank()));
  }

  private static int[] places(Shape shape, Tensor indices) {
    int depth = indices.dim(-1);
    if (depth > shape.rank()) {
      throw new IllegalArgumentException(
          "Indices of depth " + depth + " do not fit a tensor of shape " + shape + ".");
    }
    int run = shape.slice(depth, shape.rank()).elements();
    int[] places = new int[indices.elements() / Math.max(1, depth) * run];
    int[] starts = new int[places.length / Math.max(1, run)];
    for (int i = 0; i < starts.length; i++) {
      int at = 0;
      for (int k = 0; k < depth; k++) {
        long index = indices.getLong(i * depth + k);
        if (index < 0 || index >= shape.dim(k)) {
          throw new IllegalArgumentException(
              "indices"
                  + Arrays.toString(new int[] {i})
                  + " = "
                  + index
                  + " does not index into shape "
                  + shape
                  + ".");
        }
        at = at * shape.dim(k) + (int) index;
      }
      starts[i] = at;
    }
    Arrays.setAll(places, i -> starts[i / run] * run + i % run);
    return places;
  }
}
