package io.nyala.keras.random;

import java.util.Collections;
import java.util.List;

/**
 * Python's own {@code random} module, number for number: the Mersenne Twister of {@link
 * NumpyRandom}, seeded another way.
 *
 * <p>Source: CPython, Modules/_randommodule.c and Lib/random.py.
 */
public final class PythonRandom {

  private final NumpyRandom bits;

  /** A stream as after {@code random.seed(seed)}. */
  public PythonRandom(long seed) {
    long size = Math.abs(seed);
    int low = (int) size;
    int high = (int) (size >>> 32);
    this.bits = NumpyRandom.ofKey(high == 0 ? new int[] {low} : new int[] {low, high});
  }

  /** A whole number in [0, limit): {@code randrange(limit)}. */
  public int below(int limit) {
    int width = Integer.SIZE - Integer.numberOfLeadingZeros(limit);
    while (true) {
      int value = bits.bits32() >>> Integer.SIZE - width;
      if (value < limit) {
        return value;
      }
    }
  }

  /** A whole number in [low, high]: {@code randint(low, high)}. */
  public long integer(long low, long high) {
    long limit = high - low + 1;
    int width = Long.SIZE - Long.numberOfLeadingZeros(limit);
    while (true) {
      long value = Integer.toUnsignedLong(bits.bits32()) >>> Integer.SIZE - width;
      if (value < limit) {
        return low + value;
      }
    }
  }

  /** Puts values in random order: {@code random.shuffle(values)}. */
  public void shuffle(List<?> values) {
    for (int i = values.size() - 1; i > 0; i--) {
      Collections.swap(values, i, below(i + 1));
    }
  }
}
