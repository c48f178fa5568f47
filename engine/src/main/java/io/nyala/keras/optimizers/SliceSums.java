package io.nyala.keras.optimizers;

import io.nyala.autograd.Slices;
import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import java.util.Arrays;

/** The slices of a table's gradient, found by the row they are added to. */
final class SliceSums {

  private static final int NONE = -1;

  private final Kernels kernels = Compute.kernels();
  private final int width;
  private final float[] values;

  /** Of each row the first slice, of each slice the next one of the same row; or {@link #NONE}. */
  private final int[] first;

  private final int[] next;

  SliceSums(Slices slices) {
    int[] rows = slices.rows();
    width = slices.elements() / Math.max(1, slices.dim(0));
    values = slices.values().floats();
    first = new int[slices.dim(0)];
    next = new int[rows.length];
    Arrays.fill(first, NONE);
    for (int i = rows.length - 1; i >= 0; i--) {
      next[i] = first[rows[i]];
      first[rows[i]] = i;
    }
  }

  /** Elements in a row. */
  int width() {
    return width;
  }

  /** All slices, back to back. */
  float[] values() {
    return values;
  }

  /** Whether a row has a slice. */
  boolean has(int row) {
    return first[row] != NONE;
  }

  /** The first slice of a row that has one. */
  int first(int row) {
    return first[row];
  }

  /** Whether a row has one slice and no more. */
  boolean isSingle(int row) {
    return next[first[row]] == NONE;
  }

  /** Sums the slices of a row, and their squares, in the order they came. */
  void add(int row, float[] sum, float[] squares) {
    kernels.chainSums(width, first[row], next, values, sum, squares);
  }
}
