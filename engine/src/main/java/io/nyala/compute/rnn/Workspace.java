package io.nyala.compute.rnn;

import java.util.Arrays;

/**
 * The buffers of one run of a sweep, by number. They grow to the largest batch seen and are never
 * cleared: a sweep writes before it reads.
 */
final class Workspace {

  static final int PACKED_KERNEL = 0;
  static final int PACKED_RECURRENT = 1;

  /** Input rows, {@code [tokens, inputs]}, or each distinct one once. */
  static final int X = 2;

  /** Sums, then activations, {@code [tokens, G·units]}. */
  static final int GATES = 3;

  /** The state with which each token starts, {@code [tokens, units]}. */
  static final int H_BEFORE = 4;

  static final int C_BEFORE = 5;

  /** tanh of the cell state after each token; for a GRU its recurrent sums. */
  static final int EXTRA = 6;

  /** State after each row's last token, in the sorted order, {@code [batch, units]}. */
  static final int H_FINAL = 7;

  static final int C_FINAL = 8;

  static final int D_GATES = 9;
  static final int D_RECURRENT_SUMS = 10;

  /** Gradient of the state of each row, carried from step to step, {@code [batch, units]}. */
  static final int D_H = 11;

  static final int D_C = 12;
  static final int D_X = 13;

  /** Gradient of each token's output, {@code [tokens, units]}. */
  static final int D_OUT = 14;

  /** Input sums of each distinct row, {@code [rows, G·units]}. */
  static final int WORDS = 15;

  /** Gradient of them. */
  static final int D_WORDS = 16;

  private static final int COUNT = 17;

  private final float[][] buffers = new float[COUNT][];
  private final float[][] lent = new float[SweepRun.LENT][];

  Workspace() {
    Arrays.fill(buffers, new float[0]);
    Arrays.fill(lent, buffers[0]);
  }

  /** Floats in all buffers. */
  long size() {
    long size = 0;
    for (float[][] all : new float[][][] {buffers, lent}) {
      for (float[] each : all) {
        size += each.length;
      }
    }
    return size;
  }

  /** The buffer with this number. */
  float[] get(int number) {
    return buffers[number];
  }

  /** Lets a buffer be another one from now on, until it is asked for with a length. */
  void share(int number, int with) {
    buffers[number] = buffers[with];
  }

  /** An array of exactly this length, to be written by a gradient. */
  float[] lent(int number, int length) {
    if (lent[number].length != length) {
      lent[number] = new float[length];
    }
    return lent[number];
  }

  /** The buffer with this number, at least {@code length} long; its content is arbitrary. */
  float[] get(int number, int length) {
    if (buffers[number].length < length || isShared(number)) {
      buffers[number] = new float[length + length / 4];
    }
    return buffers[number];
  }

  private boolean isShared(int number) {
    return number == D_GATES && buffers[D_GATES] == buffers[GATES];
  }
}
