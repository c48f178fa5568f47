package io.nyala.compute.rnn;

import io.nyala.compute.Compute;
import io.nyala.compute.Kernels;
import java.util.Arrays;

/**
 * The rows of a table that the tokens of a batch read, each counted once. Words repeat, so a batch
 * of sentences has about half as many of them as tokens: what depends on the word alone, its
 * product with the kernel, need not be computed for every place where it stands.
 */
final class Distinct {

  /** Fewer tokens are not worth the looking. */
  private static final int FEW = 64;

  private static final Kernels KERNELS = Compute.kernels();

  private final int[] rows;
  private final int[] ofToken;
  private final int count;

  private Distinct(int[] rows, int[] ofToken, int count) {
    this.rows = rows;
    this.ofToken = ofToken;
    this.count = count;
  }

  /**
   * Counts the rows; null if the input is not read from a table as it is, or if so few tokens share
   * a row that the copying would cost more than the products it spares.
   */
  static Distinct of(Packing packing, Input input) {
    int tokens = packing.tokens();
    if (input.rows() == null || input.factors() != null || tokens < FEW) {
      return null;
    }
    int most = tokens - tokens / 4;
    int[] rows = new int[most];
    int[] ofToken = new int[tokens];
    int[] places = new int[Integer.highestOneBit(tokens) * 4];
    int count = 0;
    for (int token = 0; token < tokens; token++) {
      int row = input.rows()[packing.positions()[token]];
      int place = place(places, rows, row);
      if (places[place] == 0) {
        if (count == most) {
          return null;
        }
        rows[count++] = row;
        places[place] = count;
      }
      ofToken[token] = places[place] - 1;
    }
    return new Distinct(rows, ofToken, count);
  }

  /** Where a row's number, counted from 1, stands or would stand in a table of twice the size. */
  private static int place(int[] places, int[] rows, int row) {
    int place = row * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(places.length - 1);
    while (places[place] > 0 && rows[places[place] - 1] != row) {
      place = (place + 1) & (places.length - 1);
    }
    return place;
  }

  /** How many rows there are. */
  int count() {
    return count;
  }

  /** Brings the rows {@code [from, to)} of the table {@code [·, width]}, one after the other. */
  void gather(int from, int to, float[] table, int width, float[] into) {
    for (int i = from; i < to; i++) {
      System.arraycopy(table, rows[i] * width, into, i * width, width);
    }
  }

  /** Gives each token of {@code [first, end)} what belongs to its row. */
  void spread(int first, int end, float[] from, int width, float[] tokens) {
    for (int token = first; token < end; token++) {
      System.arraycopy(from, ofToken[token] * width, tokens, token * width, width);
    }
  }

  /**
   * Adds what the tokens of a block have in its columns to the sums of their rows, {@code [count,
   * width]}. Where a block is one of several shares, it takes its share of the columns.
   */
  void sum(Sweep.Block block, float[] tokens, int width, float[] sums) {
    int columns = block.to() - block.from();
    int from = block.from() + block.row(columns, block.share());
    int length = block.from() + block.row(columns, block.share() + 1) - from;
    if (!block.accumulate()) {
      for (int i = 0; i < count; i++) {
        Arrays.fill(sums, i * width + from, i * width + from + length, 0f);
      }
    }
    for (int token = block.token(); token < block.token() + block.tokens(); token++) {
      int to = ofToken[token] * width + from;
      KERNELS.add(length, tokens, token * width + from, sums, to, sums, to);
    }
  }
}
