package io.nyala.compute.rnn;

import java.util.Arrays;

/**
 * The outputs of one forward pass of a {@link Sweep}, and the way back. Not for several threads at
 * once.
 */
public final class SweepRun implements AutoCloseable {

  /** How many gradients a run can {@linkplain #lent lend} storage for. */
  public static final int LENT = 8;

  private final Sweep sweep;
  private final Packing packing;
  private final Weights weights;
  private final Input input;
  private final Distinct words;
  private final boolean started;
  private Workspace space;
  private boolean zeroedMasked;

  SweepRun(
      Sweep sweep,
      Packing packing,
      Workspace space,
      Weights weights,
      Input input,
      Distinct words,
      boolean started) {
    this.sweep = sweep;
    this.packing = packing;
    this.space = space;
    this.weights = weights;
    this.input = input;
    this.words = words;
    this.started = started;
  }

  /**
   * The output after each row's last real token, {@code [batch, units]}: Keras' output without
   * {@code return_sequences}. A row without any real token gives zeros, even with an initial state.
   */
  public void lastOutput(float[] out) {
    finalState(0, out);
    for (int row = 0; row < packing.batch(); row++) {
      if (packing.length(row) == 0) {
        Arrays.fill(out, row * sweep.units, (row + 1) * sweep.units, 0f);
      }
    }
  }

  /**
   * A state after each row's last real token, {@code [batch, units]}; for a row without any, the
   * initial one.
   *
   * @param state 0 for h, 1 for the cell state of an LSTM
   */
  public void finalState(int state, float[] out) {
    if (state < 0 || state >= sweep.states()) {
      throw new IllegalArgumentException(
          "State " + state + " of a layer that has " + sweep.states());
    }
    Rows.require("output", out, packing.batch() * sweep.units);
    float[] from = space().get(state == 0 ? Workspace.H_FINAL : Workspace.C_FINAL);
    for (Packing.Part part : packing.parts()) {
      Rows.unsorted(packing, part, from, sweep.units, out);
    }
  }

  /**
   * The outputs of all steps in the order of computation (so from the end of the sentence on with
   * {@code go_backwards}, as Keras returns them), {@code [batch, time, units]}. A masked step
   * repeats the output before it, zeros if there is none; or zeros with {@code zeroOutputForMask}.
   */
  public void sequence(float[] out, boolean zeroOutputForMask) {
    int units = sweep.units;
    Rows.require("output", out, packing.batch() * packing.time() * units);
    zeroedMasked = zeroOutputForMask;
    float[] before = space().get(Workspace.H_BEFORE);
    float[] last = space().get(Workspace.H_FINAL);
    int[] next = packing.next();
    int time = packing.time();
    Rows.eachOfBatch(
        packing,
        (from, to) -> {
          for (int place = from * time, token = -1; place < to * time; place++) {
            token = Rows.tokenShown(packing, place, token, zeroOutputForMask);
            if (token < 0) {
              Arrays.fill(out, place * units, (place + 1) * units, 0f);
            } else if (next[token] >= 0) {
              System.arraycopy(before, next[token] * units, out, place * units, units);
            } else {
              System.arraycopy(last, (-1 - next[token]) * units, out, place * units, units);
            }
          }
        });
  }

  /** For each real token, in the order of computation, its place {@code row·time + step}. */
  public int[] places() {
    return packing.positions().clone();
  }

  /** Gradients of everything that went in; may be called more than once. */
  public void backward(OutputGradients from, Gradients to) {
    new BackwardPass(sweep, this, from, to).run(false);
  }

  /** {@link #backward} for the last time: what the way forward has left is written over. */
  public void backwardLast(OutputGradients from, Gradients to) {
    new BackwardPass(sweep, this, from, to).run(true);
  }

  /**
   * Storage for a gradient, its content arbitrary, which the next run uses again once this one is
   * closed.
   *
   * @param number tells the gradients of a run apart, from 0 up to {@link #LENT} - 1
   */
  public float[] lent(int number, int length) {
    return space().lent(number, length);
  }

  /** Ends the run; its buffers go to the next one. Closing twice does no harm. */
  @Override
  public void close() {
    if (space != null) {
      sweep.giveBack(space);
      space = null;
    }
  }

  Packing packing() {
    return packing;
  }

  Weights weights() {
    return weights;
  }

  Input input() {
    return input;
  }

  /** The rows of the table that the batch reads, where tokens share enough of them; else null. */
  Distinct words() {
    return words;
  }

  /** Whether an initial state was given; without one all states begin as zeros. */
  boolean isStarted() {
    return started;
  }

  boolean zeroedMasked() {
    return zeroedMasked;
  }

  Workspace space() {
    if (space == null) {
      throw new IllegalStateException("This run of a recurrent layer is closed");
    }
    return space;
  }
}
