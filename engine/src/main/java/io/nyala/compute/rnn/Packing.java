package io.nyala.compute.rnn;

import io.nyala.compute.Threads;
import java.util.Arrays;

/**
 * The order in which the real tokens of a padded batch {@code [batch, time]} are computed: rows by
 * falling length, tokens step by step, so that the rows still alive at a step are its first ones
 * and what is masked takes no room. A row's i-th real token belongs to step i wherever the mask has
 * holes, as a masked step leaves the state as it is. Rows that are next to each other in this order
 * make a part, so that long ones keep each other company; parts cost about the same and are
 * independent of each other up to the gradients of the weights.
 */
public final class Packing {

  /**
   * Tokens of a part that are worked off together: enough for large products, few enough that what
   * one loop leaves lies in the cache for the next.
   */
  private static final int STRETCH = 512;

  /**
   * What a token costs, as measured: in a step of its own nearly three times as much as among many,
   * because all weights are read for it, and so little beside one or two others.
   */
  private static final int ALONE = 11;

  private static final int BESIDE = 2;
  private static final int AMONG_MANY = 4;

  /** So many rows make a step thin. */
  private static final int THIN = 3;

  /**
   * A share of the rows.
   *
   * @param firstRow where its rows start in the sorted order
   * @param rows how many there are, those without any real token included
   * @param starts the first token of each step, and as last entry the end of the last step
   */
  record Part(int firstRow, int rows, int[] starts) {

    int steps() {
      return starts.length - 1;
    }

    int firstToken() {
      return starts[0];
    }

    int tokens() {
      return starts[steps()] - starts[0];
    }

    int alive(int step) {
      return step < steps() ? starts[step + 1] - starts[step] : 0;
    }

    /** Where a stretch of steps that begins with this one ends. */
    int stretch(int step) {
      int end = step + 1;
      while (end < steps() && starts[end] - starts[step] < STRETCH) {
        end++;
      }
      return end;
    }

    /** Where a stretch of steps that ends before this one begins. */
    int stretchBefore(int step) {
      int begin = Math.max(0, step - 1);
      while (begin > 0 && starts[step] - starts[begin] < STRETCH) {
        begin--;
      }
      return begin;
    }
  }

  private final int batch;
  private final int time;
  private final int tokens;
  private final int[] order;
  private final int[] lengths;
  private final int[] positions;
  private final int[] tokenAt;
  private final int[] next;
  private final Part[] parts;

  private Packing(boolean[] mask, int batch, int time, boolean goBackwards, int partCount) {
    this.batch = batch;
    this.time = time;
    lengths = new int[batch];
    int[] real = realSteps(mask, goBackwards);
    tokens = Arrays.stream(lengths).sum();
    positions = new int[tokens];
    next = new int[tokens];
    tokenAt = new int[batch * time];
    Arrays.fill(tokenAt, -1);
    order = rowsByFallingLength();
    parts = new Part[partCount];
    int limit = cheapestLimit();
    int firstRow = 0;
    int firstToken = 0;
    for (int p = 0; p < partCount; p++) {
      int rows = shareEnd(firstRow, limit) - firstRow;
      parts[p] = number(firstRow, rows, firstToken, real, goBackwards);
      firstRow += rows;
      firstToken += parts[p].tokens();
    }
  }

  /** {@link #of(boolean[], int, int, boolean, int)} with a part for each thread free to work. */
  public static Packing of(boolean[] mask, int batch, int time, boolean goBackwards) {
    return of(mask, batch, time, goBackwards, Threads.available());
  }

  /**
   * Packs a batch.
   *
   * @param mask {@code [batch, time]}, true where a token is real; null if all are
   * @param goBackwards whether the sequences are read from the end, as Keras' {@code go_backwards}
   * @param parts how many threads may share the work; fewer are made if there are fewer rows
   * @throws IllegalArgumentException if the mask has another size
   */
  public static Packing of(boolean[] mask, int batch, int time, boolean goBackwards, int parts) {
    if (mask != null && mask.length != batch * time) {
      throw new IllegalArgumentException(
          "A mask of "
              + mask.length
              + " entries for a batch of shape ("
              + batch
              + ", "
              + time
              + "): expected "
              + batch * time);
    }
    return new Packing(mask, batch, time, goBackwards, Math.max(1, Math.min(parts, batch)));
  }

  public int batch() {
    return batch;
  }

  public int time() {
    return time;
  }

  /** Real tokens in the whole batch. */
  public int tokens() {
    return tokens;
  }

  /** Where each token stands in the padded batch, as {@code row·time + step} of the input. */
  int[] positions() {
    return positions;
  }

  /** The batch row at each place of the sorted order. */
  int[] order() {
    return order;
  }

  /** The real tokens of a batch row. */
  int length(int row) {
    return lengths[row];
  }

  /** The token at {@code row·time + step}, in the order of computation; -1 where masked. */
  int[] tokenAt() {
    return tokenAt;
  }

  /** The token that follows in the same row, or {@code -1 - sortedRow} after the last. */
  int[] next() {
    return next;
  }

  Part[] parts() {
    return parts;
  }

  /** For each row its real steps in the order of computation; counts them in {@link #lengths}. */
  private int[] realSteps(boolean[] mask, boolean goBackwards) {
    int[] real = new int[batch * time];
    for (int row = 0; row < batch; row++) {
      int count = 0;
      for (int s = 0; s < time; s++) {
        int t = goBackwards ? time - 1 - s : s;
        if (mask == null || mask[row * time + t]) {
          real[row * time + count++] = t;
        }
      }
      lengths[row] = count;
    }
    return real;
  }

  private int[] rowsByFallingLength() {
    int[] at = new int[time + 2];
    for (int length : lengths) {
      at[time - length + 1]++;
    }
    for (int i = 1; i < at.length; i++) {
      at[i] += at[i - 1];
    }
    int[] rows = new int[batch];
    for (int row = 0; row < batch; row++) {
      rows[at[time - lengths[row]]++] = row;
    }
    return rows;
  }

  /** What the dearest part costs at least. */
  private int cheapestLimit() {
    int low = 0;
    int high = ALONE * tokens;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int end = 0;
      for (int p = 0; p < parts.length; p++) {
        end = shareEnd(end, middle);
      }
      if (end == batch) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /**
   * Where a share of the sorted rows ends that begins at {@code first} and costs no more than a
   * limit. The first {@link #THIN} rows cost as if all were as long as the longest.
   */
  private int shareEnd(int first, int limit) {
    if (first == batch) {
      return batch;
    }
    int longest = lengths[order[first]];
    int cost = ALONE * longest;
    int end = first;
    while (cost <= limit && end < batch) {
      end++;
      if (end < batch) {
        cost += end - first < THIN ? BESIDE * longest : AMONG_MANY * lengths[order[end]];
      }
    }
    return end;
  }

  private Part number(int firstRow, int rows, int firstToken, int[] real, boolean goBackwards) {
    int steps = rows == 0 ? 0 : lengths[order[firstRow]];
    int[] starts = new int[steps + 1];
    int[] last = new int[rows];
    int token = firstToken;
    for (int i = 0; i < steps; i++) {
      starts[i] = token;
      for (int r = 0; r < rows && lengths[order[firstRow + r]] > i; r++, token++) {
        int row = order[firstRow + r];
        int t = real[row * time + i];
        positions[token] = row * time + t;
        tokenAt[row * time + (goBackwards ? time - 1 - t : t)] = token;
        next[token] = -1 - (firstRow + r);
        if (i > 0) {
          next[last[r]] = token;
        }
        last[r] = token;
      }
    }
    starts[steps] = token;
    return new Part(firstRow, rows, starts);
  }
}
