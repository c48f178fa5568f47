package io.nyala.compute.rnn;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import io.nyala.compute.Threads;
import io.nyala.compute.rnn.Packing.Part;
import java.util.Arrays;

/** Moves rows between the padded batch and the packed, sorted order. */
final class Rows {

  /** So many rows are worth a thread's while. */
  private static final int GRAIN = 256;

  private static final Kernels KERNELS = Compute.kernels();

  private Rows() {}

  static void require(String what, float[] x, int length) {
    if (x.length != length) {
      throw new IllegalArgumentException(
          "The " + what + " has " + x.length + " elements, expected " + length);
    }
  }

  /** Brings the input of each token of {@code [first, end)}. */
  static void gather(Packing packing, int first, int end, Input input, int width, float[] to) {
    int[] positions = packing.positions();
    int[] rows = input.rows();
    float[] factors = input.factors();
    for (int token = first; token < end; token++) {
      int row = rows == null ? positions[token] : rows[positions[token]];
      if (factors == null) {
        System.arraycopy(input.x(), row * width, to, token * width, width);
      } else {
        int by = positions[token] / packing.time() * width;
        KERNELS.multiply(width, input.x(), row * width, factors, by, to, token * width);
      }
    }
  }

  /** Multiplies each token's row of {@code [first, end)} by the factors of its row of the batch. */
  static void scale(Packing packing, int first, int end, float[] factors, int width, float[] rows) {
    int[] positions = packing.positions();
    for (int token = first; token < end; token++) {
      int by = positions[token] / packing.time() * width;
      KERNELS.multiply(width, rows, token * width, factors, by, rows, token * width);
    }
  }

  /** Works off the rows of a batch by ranges, on all threads that are free if it pays. */
  static void eachOfBatch(Packing packing, Threads.Range work) {
    int grain = Math.max(1, GRAIN / Math.max(1, packing.time()));
    Threads.ranges(packing.batch(), grain, Threads.available(), work);
  }

  /** The reverse of {@link #gather} without row numbers. */
  static void scatter(Packing packing, int first, int end, float[] from, int width, float[] to) {
    int[] positions = packing.positions();
    for (int token = first; token < end; token++) {
      System.arraycopy(from, token * width, to, positions[token] * width, width);
    }
  }

  /** Adds each token's row where it was read from. */
  static void scatterAdd(Packing packing, float[] from, int[] rows, int width, float[] to) {
    int[] positions = packing.positions();
    for (int token = 0; token < packing.tokens(); token++) {
      add(width, from, token * width, to, rows[positions[token]] * width);
    }
  }

  /** Writes {@code count} copies of a row. */
  static void repeat(float[] row, int rowOff, int width, int count, float[] to, int toOff) {
    for (int i = 0; i < count; i++) {
      System.arraycopy(row, rowOff, to, toOff + i * width, width);
    }
  }

  /** Initial states: to the first step's tokens, and for rows without a token to the final ones. */
  static void startStates(
      Packing packing, Part part, float[] initial, int units, float[] before, float[] last) {
    int alive = part.alive(0);
    for (int r = 0; r < part.rows(); r++) {
      float[] to = r < alive ? before : last;
      int at = (r < alive ? part.firstToken() + r : part.firstRow() + r) * units;
      if (initial == null) {
        Arrays.fill(to, at, at + units, 0f);
      } else {
        System.arraycopy(initial, packing.order()[part.firstRow() + r] * units, to, at, units);
      }
    }
  }

  /** Brings the rows of a part into sorted order; null stands for zeros. */
  static void sorted(Packing packing, Part part, float[] from, int units, float[] to) {
    for (int r = part.firstRow(); r < part.firstRow() + part.rows(); r++) {
      if (from == null) {
        Arrays.fill(to, r * units, (r + 1) * units, 0f);
      } else {
        System.arraycopy(from, packing.order()[r] * units, to, r * units, units);
      }
    }
  }

  /** Adds the rows that have a token, in sorted order. */
  static void addToRowsWithTokens(Packing packing, Part part, float[] from, int units, float[] to) {
    if (from != null) {
      for (int r = part.firstRow(); r < part.firstRow() + part.alive(0); r++) {
        add(units, from, packing.order()[r] * units, to, r * units);
      }
    }
  }

  /** Brings sorted rows back into the order of the batch; does nothing if nobody asks. */
  static void unsorted(Packing packing, Part part, float[] from, int units, float[] to) {
    if (to != null) {
      for (int r = part.firstRow(); r < part.firstRow() + part.rows(); r++) {
        System.arraycopy(from, r * units, to, packing.order()[r] * units, units);
      }
    }
  }

  /** Whether these places are those of the real tokens' outputs, in the order of computation. */
  static boolean areTokens(Packing packing, int[] places) {
    if (places == null || places.length != packing.tokens()) {
      return false;
    }
    for (int token = 0; token < places.length; token++) {
      if (packing.tokenAt()[places[token]] != token) {
        return false;
      }
    }
    return true;
  }

  /** Sums for each token the gradients of the places where its output stands. */
  static void collectSequence(
      Packing packing, OutputGradients from, int units, boolean zeroMasked, float[] to) {
    int time = packing.time();
    int[] rowAt = rowAt(packing, from.places());
    Threads.ranges(
        packing.tokens(),
        GRAIN,
        Threads.available(),
        (a, b) -> Arrays.fill(to, a * units, b * units, 0f));
    eachOfBatch(
        packing,
        (a, b) -> {
          for (int place = a * time, token = -1; place < b * time; place++) {
            token = tokenShown(packing, place, token, zeroMasked);
            int row = rowAt == null ? place : rowAt[place];
            if (token >= 0 && row >= 0) {
              add(units, from.sequence(), row * units, to, token * units);
            }
          }
        });
  }

  /** For each place the row that is there, -1 for none; null if each is at its place. */
  private static int[] rowAt(Packing packing, int[] places) {
    if (places == null) {
      return null;
    }
    int[] rowAt = new int[packing.batch() * packing.time()];
    Arrays.fill(rowAt, -1);
    for (int row = 0; row < places.length; row++) {
      rowAt[places[row]] = row;
    }
    return rowAt;
  }

  /** Which token's output stands at a place, given that of the place before; -1 for zeros. */
  static int tokenShown(Packing packing, int place, int before, boolean zeroMasked) {
    int token = packing.tokenAt()[place];
    boolean repeats = token < 0 && !zeroMasked && place % packing.time() != 0;
    return repeats ? before : token;
  }

  private static void add(int n, float[] from, int fromAt, float[] to, int toAt) {
    for (int i = 0; i < n; i++) {
      to[toAt + i] += from[fromAt + i];
    }
  }
}
