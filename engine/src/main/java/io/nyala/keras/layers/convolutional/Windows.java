package io.nyala.keras.layers.convolutional;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;

/**
 * Windows that slide over the steps of a sequence.
 *
 * @param size how many steps a window looks at
 * @param stride how far apart windows begin
 * @param dilation how far apart the steps of one window are
 * @param padding {@code valid}: only whole windows; {@code same}: one window per stride, padded at
 *     both ends; {@code causal}: the same, padded at the start
 */
public record Windows(int size, int stride, int dilation, String padding) {

  private int reach() {
    return (size - 1) * dilation + 1;
  }

  /**
   * The number of windows over a sequence.
   *
   * @throws KerasException a ValueError if there is none
   */
  public int count(int length) {
    if (length == Shape.UNKNOWN) {
      return Shape.UNKNOWN;
    }
    int count =
        padding.equals("valid")
            ? Math.floorDiv(length - reach(), stride) + 1
            : Math.floorDiv(length - 1, stride) + 1;
    if (count <= 0 && padding.equals("valid")) {
      throw KerasException.value(
          "Computed output size would be zero or negative. A window covers "
              + reach()
              + " steps, but the inputs have "
              + length
              + ". Try a smaller window, or padding='same'.");
    }
    return Math.max(0, count);
  }

  /** How many steps are added before a sequence. */
  public int before(int length) {
    return switch (padding) {
      case "same" -> missing(length) / 2;
      case "causal" -> reach() - 1;
      default -> 0;
    };
  }

  /** How many steps are added after a sequence. */
  public int after(int length) {
    return padding.equals("same") ? missing(length) - missing(length) / 2 : 0;
  }

  private int missing(int length) {
    return Math.max(0, (count(length) - 1) * stride + reach() - length);
  }

  /** For every window in turn the places of its steps in the padded sequence. */
  public int[] places(int length) {
    int[] places = new int[count(length) * size];
    for (int i = 0; i < places.length; i++) {
      places[i] = i / size * stride + i % size * dilation;
    }
    return places;
  }
}
