package io.nyala.autograd;

import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Axes and elements that change places, as NumPy moves them. */
public final class Moves {

  private Moves() {}

  /** Two axes exchanged. */
  public static Tensor swapAxes(Tensor x, int first, int second) {
    int a = x.shape().normalize(first);
    int b = x.shape().normalize(second);
    int[] order = new int[x.rank()];
    Arrays.setAll(order, i -> i == a ? b : i == b ? a : i);
    return Shapes.transpose(x, order);
  }

  /** One axis put in another place. */
  public static Tensor moveAxis(Tensor x, int from, int to) {
    return moveAxes(x, new int[] {from}, new int[] {to});
  }

  /** Axes put in other places; the rest keep their order. */
  public static Tensor moveAxes(Tensor x, int[] from, int... to) {
    if (from.length != to.length) {
      throw new IllegalArgumentException(
          "`source` and `destination` must name as many axes; received "
              + Arrays.toString(from)
              + " and "
              + Arrays.toString(to)
              + ".");
    }
    Integer[] order = new Integer[x.rank()];
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < x.rank(); i++) {
      rest.add(i);
    }
    for (int i = 0; i < from.length; i++) {
      Integer source = x.shape().normalize(from[i]);
      order[x.shape().normalize(to[i])] = source;
      rest.remove(source);
    }
    int next = 0;
    for (int i = 0; i < order.length; i++) {
      order[i] = order[i] == null ? rest.get(next++) : order[i];
    }
    return Shapes.transpose(x, Arrays.stream(order).mapToInt(i -> i).toArray());
  }

  /** Elements moved along axes, those that leave an end coming in at the other; null: flat. */
  public static Tensor roll(Tensor x, int[] shifts, int... axes) {
    if (axes == null) {
      Tensor flat = rollOne(Shapes.reshape(x, -1), Arrays.stream(shifts).sum(), 0);
      return Shapes.reshape(flat, x.shape());
    }
    Tensor out = x;
    for (int i = 0; i < axes.length; i++) {
      out = rollOne(out, shifts[shifts.length == 1 ? 0 : i], axes[i]);
    }
    return out;
  }

  private static Tensor rollOne(Tensor x, int shift, int axis) {
    int n = x.dim(x.shape().normalize(axis));
    int[] places = new int[n];
    Arrays.setAll(places, i -> Math.floorMod(i - shift, n));
    return Gather.take(x, places, axis);
  }

  /** Each element of an axis as often as is said, once for all or for each. */
  public static Tensor repeat(Tensor x, int[] times, int axis) {
    if (times.length == 1) {
      return Shapes.repeat(x, times[0], axis);
    }
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < times.length; i++) {
      places.addAll(Collections.nCopies(times[i], i));
    }
    return Gather.take(x, places.stream().mapToInt(i -> i).toArray(), axis);
  }
}
