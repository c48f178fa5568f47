package io.nyala.keras.saving;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import java.util.function.Supplier;

/**
 * Bounds the weights that a file's config may ask for by what the file has values for, so that a
 * few hostile numbers in it do not fill the memory.
 */
public final class WeightBudget {

  /** Room for small weights beyond what the file holds. */
  private static final long SLACK = 1 << 16;

  private static final ThreadLocal<long[]> LEFT = new ThreadLocal<>();

  private WeightBudget() {}

  /** Runs an action during which weights may not have more elements than a file has bytes. */
  static <T> T within(long bytes, Supplier<T> action) {
    long[] before = LEFT.get();
    LEFT.set(new long[] {bytes + SLACK});
    try {
      return action.get();
    } finally {
      LEFT.set(before);
    }
  }

  /**
   * Counts a weight that is about to be made.
   *
   * @throws KerasException a ValueError if a file that is being read has no values for it
   */
  public static void take(Shape shape) {
    long[] left = LEFT.get();
    if (left == null) {
      return;
    }
    left[0] -= shape.elements();
    if (left[0] < 0) {
      throw KerasException.value(
          "The file asks for a weight of shape "
              + shape
              + ", but does not hold nearly as many values. It may be damaged.");
    }
  }
}
