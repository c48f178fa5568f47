package io.nyala.compute.rnn;

import io.nyala.compute.Compute;
import io.nyala.compute.Interruption;
import io.nyala.compute.Kernels;
import io.nyala.compute.Threads;
import io.nyala.compute.rnn.Packing.Part;
import java.util.ArrayDeque;

/**
 * A recurrent layer over a packed batch, forward and backward. The input of all tokens passes
 * through the kernel in one product; each step then costs one product of the rows still alive with
 * the recurrent weights, and the activations. Backward, the gradients of the weights and of the
 * input are one product each over all tokens.
 *
 * <p>An instance serves one layer; it may be used from several threads, each run having buffers of
 * its own. A run that is {@linkplain SweepRun#close closed} hands its buffers to the next.
 */
public abstract class Sweep {

  /** Workspaces kept for later runs, whatever their size. */
  private static final int KEPT_WORKSPACES = 4;

  /** Floats kept in all, so that the many small runs of a cell find room; the rest is garbage. */
  private static final int KEPT_FLOATS = 1 << 24;

  /** Words are shared out to threads by so many: a multiple of the rows of every tile. */
  private static final int WORD_GRAIN = 24;

  final Kernels kernels = Compute.kernels();
  final int inputs;
  final int units;
  final int gates;

  private final ArrayDeque<Workspace> idle = new ArrayDeque<>();
  private long idleFloats;

  Sweep(int inputs, int units, int gates) {
    this.inputs = inputs;
    this.units = units;
    this.gates = gates;
  }

  /**
   * What one product adds to a gradient of weights: some tokens' part of some columns and rows.
   *
   * @param token the first of so many tokens
   * @param from the first column
   * @param to the column after the last
   * @param share which of so many shares of the rows, counted from 0
   * @param accumulate whether the gradient holds the part of other tokens already
   */
  record Block(int token, int tokens, int from, int to, int share, int shares, boolean accumulate) {

    /** The same for other columns. */
    Block columns(int first, int end) {
      return new Block(token, tokens, first, end, share, shares, accumulate);
    }

    /** The same for other tokens. */
    Block tokens(int first, int count, boolean accumulated) {
      return new Block(first, count, from, to, share, shares, accumulated);
    }

    /** Where this share of a number of rows begins; that of the next is its end. */
    int row(int rows, int which) {
      return rows * which / shares;
    }
  }

  /** How many states a row carries: 1, or 2 for an LSTM. */
  public int states() {
    return 1;
  }

  /** Length of {@link Weights#bias}. */
  public int biasLength() {
    return gates * units;
  }

  /**
   * Runs the layer over a batch.
   *
   * @param h0 initial state {@code [batch, units]}, null for zeros
   * @param c0 initial cell state of an LSTM {@code [batch, units]}, null for zeros
   * @return the outputs, and all that {@link SweepRun#backward} needs. The weights are not copied:
   *     they must be the same when it is called
   * @throws IllegalArgumentException if an array has another size than the shapes above
   */
  public final SweepRun forward(
      Packing packing, Input input, Weights weights, float[] h0, float[] c0) {
    check(packing, input, weights, h0, c0);
    Workspace space = borrow();
    int tokens = packing.tokens();
    int width = gates * units;
    Distinct words = Distinct.of(packing, input);
    space.get(Workspace.X, (words == null ? tokens : words.count()) * inputs);
    space.get(Workspace.GATES, tokens * width);
    space.get(Workspace.H_BEFORE, tokens * units);
    space.get(Workspace.H_FINAL, packing.batch() * units);
    prepareForward(space, packing);
    pack(
        weights,
        space.get(Workspace.PACKED_KERNEL, packedSize(inputs, width)),
        space.get(Workspace.PACKED_RECURRENT, packedSize(units, width)),
        false);
    if (words != null) {
      project(space, words, input, weights);
    }
    SweepRun run = new SweepRun(this, packing, space, weights, input, words, h0 != null);
    Part[] parts = packing.parts();
    Threads.parallel(parts.length, p -> forward(run, parts[p], h0, c0));
    return run;
  }

  private void forward(SweepRun run, Part part, float[] h0, float[] c0) {
    Workspace space = run.space();
    Packing packing = run.packing();
    Weights weights = run.weights();
    Rows.startStates(
        packing, part, h0, units, space.get(Workspace.H_BEFORE), space.get(Workspace.H_FINAL));
    if (states() == 2) {
      Rows.startStates(
          packing, part, c0, units, space.get(Workspace.C_BEFORE), space.get(Workspace.C_FINAL));
    }
    int projected = 0;
    for (int t = 0; t < part.steps(); t++) {
      Interruption.check();
      if (t == projected) {
        projected = part.stretch(t);
        bringSums(run, part.starts()[t], part.starts()[projected]);
      }
      int token = part.starts()[t];
      int alive = part.alive(t);
      int going = part.alive(t + 1);
      if (t == 0 && h0 == null) {
        multiplyZeroState(space, token, alive, weights);
      } else {
        multiplyState(space, token, alive, weights);
      }
      if (going > 0) {
        activate(space, token, going, false, part.starts()[t + 1]);
      }
      if (going < alive) {
        activate(space, token + going, alive - going, true, part.firstRow() + going);
      }
    }
  }

  /** {@code gates = x·W + b} for the tokens {@code [first, end)}. */
  private void bringSums(SweepRun run, int first, int end) {
    Workspace space = run.space();
    float[] sums = space.get(Workspace.GATES);
    if (run.words() != null) {
      run.words().spread(first, end, space.get(Workspace.WORDS), gates * units, sums);
    } else {
      Rows.gather(run.packing(), first, end, run.input(), inputs, space.get(Workspace.X));
      project(space, first, end, run.weights(), sums);
    }
  }

  /** {@code x·W + b} for each row of the table that the batch reads. */
  private void project(Workspace space, Distinct words, Input input, Weights weights) {
    float[] sums = space.get(Workspace.WORDS, words.count() * gates * units);
    Threads.ranges(
        words.count(),
        WORD_GRAIN,
        Threads.available(),
        (first, end) -> {
          words.gather(first, end, input.x(), inputs, space.get(Workspace.X));
          project(space, first, end, weights, sums);
        });
  }

  /** {@code sums = x·W + b} for the rows {@code [first, end)} of X. */
  private void project(Workspace space, int first, int end, Weights weights, float[] sums) {
    int width = gates * units;
    if (weights.bias() != null) {
      Rows.repeat(weights.bias(), 0, width, end - first, sums, first * width);
    }
    kernels.gemmPacked(
        end - first,
        width,
        inputs,
        space.get(Workspace.X),
        first * inputs,
        inputs,
        space.get(Workspace.PACKED_KERNEL),
        0,
        weights.bias() != null,
        sums,
        first * width,
        width);
  }

  /** A block of {@code Σ h_before ⊗ d(recurrent sums)}. */
  void recurrentGradient(Workspace space, Block block, float[] gradient) {
    sumOuter(space.get(Workspace.H_BEFORE), units, recurrentSumsGradient(space), block, gradient);
  }

  /**
   * {@code gradient += Σ x ⊗ d} over the tokens of a block, for its columns and rows.
   *
   * @param x {@code [tokens, rows]}
   * @param d {@code [tokens, G·units]}
   */
  final void sumOuter(float[] x, int rows, float[] d, Block block, float[] gradient) {
    int width = gates * units;
    int first = block.row(rows, block.share());
    kernels.gemm(
        true,
        false,
        block.row(rows, block.share() + 1) - first,
        block.to() - block.from(),
        block.tokens(),
        x,
        block.token() * rows + first,
        rows,
        d,
        block.token() * width + block.from(),
        width,
        block.accumulate(),
        gradient,
        first * width + block.from(),
        width);
  }

  /** Adds {@code d [tokens, G·units]} over the tokens of a block, for its columns, once. */
  final void sumRows(float[] d, Block block, float[] gradient, int at) {
    if (block.share() > 0) {
      return;
    }
    int width = gates * units;
    kernels.columnSums(
        block.tokens(),
        block.to() - block.from(),
        d,
        block.token() * width + block.from(),
        width,
        block.accumulate(),
        gradient,
        at + block.from());
  }

  /** For a layer with a bias of its own on the recurrent sums. */
  void recurrentBiasGradient(Workspace space, Block block, float[] gradient) {}

  /** Makes room for what this kind of layer keeps beside gates and h. */
  void prepareForward(Workspace space, Packing packing) {}

  /** Makes room for the gradients of it. */
  void prepareBackward(Workspace space, Packing packing) {}

  /** {@code sums += h·U} for the rows of one step. */
  void multiplyState(Workspace space, int token, int rows, Weights weights) {
    int width = gates * units;
    kernels.gemmPacked(
        rows,
        width,
        units,
        space.get(Workspace.H_BEFORE),
        token * units,
        units,
        space.get(Workspace.PACKED_RECURRENT),
        0,
        true,
        space.get(Workspace.GATES),
        token * width,
        width);
  }

  /** {@link #multiplyState} for rows whose state is zero, so that nothing is added. */
  void multiplyZeroState(Workspace space, int token, int rows, Weights weights) {}

  /**
   * From sums to activations and new states, for rows that lie back to back from {@code token} on.
   *
   * @param last whether this is their last token: then the states are final
   * @param to where the first row's new state goes: a token, or a sorted row if {@code last}
   */
  abstract void activate(Workspace space, int token, int rows, boolean last, int to);

  /** From the gradient of the states, at {@code row} on in sorted order, to that of the sums. */
  abstract void activateBackward(Workspace space, int token, int rows, int row);

  /** Whether {@link #activateBackward} leaves a part of the previous state's gradient in D_H. */
  boolean carriesState() {
    return false;
  }

  /** Gradient of what was added by {@link #multiplyState}. */
  float[] recurrentSumsGradient(Workspace space) {
    return space.get(Workspace.D_GATES);
  }

  /** {@code dh = d(sums)·Uᵀ} for the rows of one step. */
  void multiplyStateBackward(Workspace space, int token, int rows, int row, Weights weights) {
    int width = gates * units;
    kernels.gemmPacked(
        rows,
        units,
        width,
        recurrentSumsGradient(space),
        token * width,
        width,
        space.get(Workspace.PACKED_RECURRENT),
        0,
        carriesState(),
        space.get(Workspace.D_H),
        row * units,
        units);
  }

  /** {@link #multiplyStateBackward} for rows whose state was zero and needs no gradient. */
  void multiplyZeroStateBackward(Workspace space, int token, int rows, int row, Weights weights) {}

  /** Packs kernel and recurrent weights, transposed for the way back. */
  void pack(Weights weights, float[] kernel, float[] recurrent, boolean transposed) {
    int width = gates * units;
    Threads.parallel(
        2,
        task -> {
          float[] from = task == 0 ? weights.kernel() : weights.recurrent();
          float[] to = task == 0 ? kernel : recurrent;
          int rows = task == 0 ? inputs : units;
          if (transposed) {
            kernels.pack(true, width, rows, from, 0, width, to, 0);
          } else {
            kernels.pack(false, rows, width, from, 0, width, to, 0);
          }
        });
  }

  final int packedSize(int k, int n) {
    return kernels.packedSize(k, n);
  }

  private Workspace borrow() {
    synchronized (idle) {
      Workspace space = idle.poll();
      if (space == null) {
        return new Workspace();
      }
      idleFloats -= space.size();
      return space;
    }
  }

  final void giveBack(Workspace space) {
    synchronized (idle) {
      if (idle.size() < KEPT_WORKSPACES || idleFloats + space.size() <= KEPT_FLOATS) {
        idle.push(space);
        idleFloats += space.size();
      }
    }
  }

  private void check(Packing packing, Input input, Weights weights, float[] h0, float[] c0) {
    int width = gates * units;
    int places = packing.batch() * packing.time();
    int state = packing.batch() * units;
    Rows.require("kernel", weights.kernel(), inputs * width);
    Rows.require("recurrent kernel", weights.recurrent(), units * width);
    if (weights.bias() != null) {
      Rows.require("bias", weights.bias(), biasLength());
    }
    int[] rows = input.rows();
    if (rows == null) {
      Rows.require("input", input.x(), places * inputs);
    } else if (rows.length != places) {
      throw new IllegalArgumentException(
          rows.length + " row numbers for a batch of " + places + " places");
    }
    if (input.factors() != null) {
      Rows.require("factor", input.factors(), packing.batch() * inputs);
    }
    if (h0 != null) {
      Rows.require("initial state", h0, state);
    }
    if (c0 != null) {
      if (states() < 2) {
        throw new IllegalArgumentException("A cell state was given, but only an LSTM has one");
      }
      Rows.require("initial cell state", c0, state);
    }
  }
}
