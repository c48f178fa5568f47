package io.nyala.autograd;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Locale;

/** Tensors made larger on all sides, as NumPy's {@code pad}. */
public final class Padded {

  private Padded() {}

  /**
   * A tensor with more elements around it.
   *
   * @param widths how many, before and after each axis; one number or one pair for all
   * @param mode {@code constant}, {@code edge}, {@code reflect} or {@code symmetric}
   * @throws IllegalArgumentException if the mode is another
   */
  public static Tensor of(Tensor x, Object widths, String mode, double value) {
    Tensor each = Shapes.broadcastTo(Tensors.of(widths), Shape.of(x.rank(), 2));
    Tensor out = x;
    for (int axis = 0; axis < x.rank(); axis++) {
      int before = (int) each.getLong(2 * axis);
      int after = (int) each.getLong(2 * axis + 1);
      if (before + after > 0) {
        out =
            mode.equalsIgnoreCase("constant")
                ? Shapes.pad(out, axis, before, after, value)
                : Gather.take(out, places(out.dim(axis), before, after, mode), axis);
      }
    }
    return out;
  }

  private static int[] places(int n, int before, int after, String mode) {
    int[] places = new int[before + n + after];
    String kind = mode.toLowerCase(Locale.ROOT);
    for (int i = 0; i < places.length; i++) {
      int at = i - before;
      places[i] =
          switch (kind) {
            case "edge" -> Math.min(Math.max(at, 0), n - 1);
            case "reflect" -> n == 1 ? 0 : folded(at, 2 * n - 2, n, 0);
            case "symmetric" -> folded(at, 2 * n, n, 1);
            default ->
                throw new IllegalArgumentException(
                    "pad() takes mode 'constant', 'edge', 'reflect' or 'symmetric'; received '"
                        + mode
                        + "'.");
          };
    }
    return places;
  }

  private static int folded(int at, int period, int n, int twice) {
    int place = Math.floorMod(at, period);
    return place < n ? place : period - place - twice;
  }
}
