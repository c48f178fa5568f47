package io.nyala.autograd;

import io.nyala.compute.Interruption;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order of elements by size, equal ones as they came: NaN is the largest. Numbers are sorted as
 * whole numbers of the same order, in short runs which are then merged, so that an interrupt need
 * not wait for the end.
 */
final class Order {
  private static final int RUN = 16;

  /** How many elements are looked at between two looks at whether to go on. */
  private static final int BLOCK = 1 << 15;

  private Order() {}

  /** The places, from 0, of {@code length} elements that stand {@code step} apart. */
  static int[] of(Tensor x, int base, int step, int length, boolean descending) {
    if (x.dtype() == DType.STRING) {
      return ofTexts(x.strings(), base, step, length, descending);
    }
    if (x.dtype() != DType.FLOAT64 && x.dtype() != DType.INT64) {
      return ofShort(x, base, step, length, descending);
    }
    long[] keys = new long[length];
    boolean whole = x.dtype() == DType.INT64;
    for (int i = 0; i < length; i++) {
      Interruption.checkNowAndThen(i);
      int at = base + i * step;
      long key = whole ? x.longs()[at] : ordered(x.getDouble(at));
      keys[i] = descending ? ~key : key;
    }
    return length > 1 ? sorted(keys) : new int[length];
  }

  /** A whole number that is as large among its like as the real one is among real ones. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  /**
   * Numbers of at most 32 bits share a word with their places: half the memory is half the wait.
   */
  private static int[] ofShort(Tensor x, int base, int step, int length, boolean descending) {
    long[] words = new long[length];
    for (int i = 0; i < length; i++) {
      Interruption.checkNowAndThen(i);
      double value = x.getDouble(base + i * step);
      long key = x.dtype().isFloating() ? ordered((float) value) : (long) value;
      words[i] = (descending ? ~key : key) << Integer.SIZE | i;
    }
    for (int start = 0; start < length; start += BLOCK) {
      Interruption.check();
      Arrays.sort(words, start, Math.min(start + BLOCK, length));
    }
    long[] other = length > BLOCK ? new long[length] : words;
    for (long width = BLOCK; width < length; width *= 2) {
      for (long start = 0; start < length; start += 2 * width) {
        int middle = (int) Math.min(start + width, length);
        merge(words, (int) start, middle, (int) Math.min(start + 2 * width, length), other);
      }
      long[] before = words;
      words = other;
      other = before;
    }
    int[] places = new int[length];
    for (int i = 0; i < length; i++) {
      places[i] = (int) words[i];
    }
    return places;
  }

  private static void merge(long[] words, int start, int middle, int end, long[] to) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      Interruption.checkNowAndThen(at);
      boolean first = right >= end || left < middle && words[left] <= words[right];
      to[at] = words[first ? left++ : right++];
    }
  }

  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ (bits >> 31 & Integer.MAX_VALUE);
  }

  private static int[] ofTexts(String[] texts, int base, int step, int length, boolean descending) {
    Integer[] order = new Integer[length];
    Arrays.setAll(order, i -> i);
    Comparator<Integer> up =
        (i, j) -> {
          Interruption.check();
          return texts[base + i * step].compareTo(texts[base + j * step]);
        };
    Arrays.sort(order, descending ? up.reversed() : up);
    return Arrays.stream(order).mapToInt(i -> i).toArray();
  }

  private static int[] sorted(long[] keys) {
    int n = keys.length;
    int[] places = new int[n];
    for (int start = 0; start < n; start += RUN) {
      insert(keys, places, start, Math.min(start + RUN, n));
    }
    long[] otherKeys = n > RUN ? new long[n] : keys;
    int[] otherPlaces = n > RUN ? new int[n] : places;
    for (long width = RUN; width < n; width *= 2) {
      for (long start = 0; start < n; start += 2 * width) {
        int middle = (int) Math.min(start + width, n);
        int end = (int) Math.min(start + 2 * width, n);
        merge(keys, places, (int) start, middle, end, otherKeys, otherPlaces);
      }
      long[] keysBefore = keys;
      keys = otherKeys;
      otherKeys = keysBefore;
      int[] placesBefore = places;
      places = otherPlaces;
      otherPlaces = placesBefore;
    }
    return places;
  }

  private static void insert(long[] keys, int[] places, int start, int end) {
    for (int i = start; i < end; i++) {
      long key = keys[i];
      int at = i;
      for (; at > start && keys[at - 1] > key; at--) {
        keys[at] = keys[at - 1];
        places[at] = places[at - 1];
      }
      keys[at] = key;
      places[at] = i;
    }
  }

  private static void merge(
      long[] keys, int[] places, int start, int middle, int end, long[] toKeys, int[] toPlaces) {
    int left = start;
    int right = middle;
    for (int to = start; to < end; to++) {
      Interruption.checkNowAndThen(to);
      boolean first = right >= end || left < middle && keys[left] <= keys[right];
      int from = first ? left++ : right++;
      toKeys[to] = keys[from];
      toPlaces[to] = places[from];
    }
  }
}
