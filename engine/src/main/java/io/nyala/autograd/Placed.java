package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/**
 * A tensor {@code [.., width]} that is zero but for some of its rows, spelled out only if somebody
 * looks at it: the gradient of a padded batch of sequences, most of which is padding.
 */
public final class Placed extends Tensor {

  private final Tensor values;
  private final int[] places;

  private Placed(Tensor values, int[] places, Shape shape) {
    super(values.dtype(), shape);
    this.values = values;
    this.places = places;
  }

  /**
   * A tensor of this shape with rows at some places.
   *
   * @param values the rows, {@code [n, width]}
   * @param places for each of them its place, all leading axes counted through; each once
   */
  public static Placed of(Tensor values, int[] places, Shape shape) {
    return new Placed(values, places, shape);
  }

  /** The rows, {@code [n, width]}. */
  Tensor values() {
    return values;
  }

  /** For each row, what another array has at its place. */
  int[] pick(int[] from) {
    int[] picked = new int[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = from[places[i]];
    }
    return picked;
  }

  @Override
  protected Object compute() {
    int rows = elements() / Math.max(1, dim(-1));
    return Gather.added(values, places, 0, rows).data();
  }

  /** The sum of two such tensors of one shape, again row by row. */
  static Tensor add(Placed a, Placed b) {
    int[] at = new int[a.elements() / Math.max(1, a.dim(-1))];
    Arrays.fill(at, -1);
    int[] places = Arrays.copyOf(a.places, a.places.length + b.places.length);
    int count = 0;
    for (int place : a.places) {
      at[place] = count++;
    }
    for (int place : b.places) {
      if (at[place] < 0) {
        places[count] = place;
        at[place] = count++;
      }
    }
    Tensor more = Gather.added(b.values, b.pick(at), 0, count);
    Tensor fewer = Gather.added(a.values, a.pick(at), 0, count);
    Tensor sum = of(FloatPairs.add(fewer, more), Arrays.copyOf(places, count), a.shape());
    return Op.of("add", a, b, sum, g -> g, g -> g);
  }
}
