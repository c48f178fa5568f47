package io.nyala.autograd;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/**
 * A tensor {@code [.., width]} that is zero but for some of its rows, spelled out only if somebody
 * looks at it: the gradient of a padded batch of sequences, most of which is padding.
 */
public final class Placed extends Tensor {

  private static final Kernels KERNELS = Compute.kernels();

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
  public Tensor values() {
    return values;
  }

  /** For each row its place, all leading axes counted through. */
  public int[] places() {
    return places.clone();
  }

  /** For each row, what another array has at its place. */
  int[] pick(int[] from) {
    int[] picked = new int[places.length];
    for (int i = 0; i < picked.length; i++) {
      picked[i] = from[places[i]];
    }
    return picked;
  }

  /** Other rows at the same places. */
  Placed with(Tensor others) {
    return of(others, places, shape());
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
    Tensor rows =
        a.dtype() == DType.FLOAT32 && b.dtype() == DType.FLOAT32
            ? floats(a, b, at, count)
            : FloatPairs.add(
                Gather.added(a.values, a.pick(at), 0, count),
                Gather.added(b.values, b.pick(at), 0, count));
    Tensor sum = of(rows, Arrays.copyOf(places, count), a.shape());
    return Op.of("add", a, b, sum, g -> g, g -> g);
  }

  /** The rows of a, which come first, and to each or after them those of b. */
  private static Tensor floats(Placed a, Placed b, int[] at, int count) {
    int width = a.dim(-1);
    float[] sum = Arrays.copyOf(a.values.floats(), count * width);
    float[] from = b.values.floats();
    for (int i = 0; i < b.places.length; i++) {
      KERNELS.add(
          width, from, i * width, sum, at[b.places[i]] * width, sum, at[b.places[i]] * width);
    }
    return Tensor.of(Shape.of(count, width), sum);
  }
}
