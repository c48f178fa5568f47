package io.nyala.compute.rnn;

import io.nyala.compute.Interruption;
import io.nyala.compute.Threads;
import io.nyala.compute.rnn.Packing.Part;
import io.nyala.compute.rnn.Sweep.Block;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The way back of a {@link SweepRun}: from the last step to the first, a stretch of each part at a
 * time. What a stretch adds to the gradients of the weights is summed while its tokens are still in
 * the cache, and split over the threads by columns, or by rows too where there are few columns.
 */
final class BackwardPass {

  /** Columns of a gradient of weights are handed out in multiples of this. */
  private static final int COLUMN_GRAIN = 64;

  private final Sweep sweep;
  private final SweepRun run;
  private final Workspace space;
  private final Packing packing;
  private final OutputGradients from;
  private final Gradients to;
  private final int width;

  /** Gradient of each token's output, {@code [tokens, units]}; null for none. */
  private float[] outGradient;

  /** Of each part the step up to which the way back has come, and that before the last stretch. */
  private final int[] reached;

  private final int[] before;

  BackwardPass(Sweep sweep, SweepRun run, OutputGradients from, Gradients to) {
    this.sweep = sweep;
    this.run = run;
    this.space = run.space();
    this.packing = run.packing();
    this.from = from;
    this.to = to;
    this.width = sweep.gates * sweep.units;
    this.outGradient = from.sequence();
    this.reached = Arrays.stream(packing.parts()).mapToInt(Part::steps).toArray();
    this.before = reached.clone();
  }

  /**
   * Goes all the way.
   *
   * @param last whether nobody will ask again, so that the gradients of the gates may take the
   *     place of the gates
   */
  void run(boolean last) {
    prepare(last);
    Part[] parts = packing.parts();
    boolean first = true;
    do {
      Threads.parallel(parts.length, p -> stretch(p, parts[p]));
      boolean begun = !first;
      eachBlock(block -> weightGradients(block.tokens(0, 0, begun)));
      first = false;
    } while (Arrays.stream(reached).anyMatch(step -> step > 0));
    if (run.words() != null) {
      int words = run.words().count();
      float[] sums = space.get(Workspace.D_WORDS);
      eachBlock(block -> addOfInputs(block.tokens(0, words, false), sums));
    }
    if (to.input() != null && run.input().rows() != null) {
      Rows.scatterAdd(packing, tokenGradients(), run.input().rows(), sweep.inputs, to.input());
    }
  }

  private void prepare(boolean last) {
    int tokens = packing.tokens();
    int units = sweep.units;
    if (last) {
      space.share(Workspace.D_GATES, Workspace.GATES);
    } else {
      space.get(Workspace.D_GATES, tokens * width);
    }
    space.get(Workspace.D_H, packing.batch() * units);
    space.get(Workspace.D_C, packing.batch() * units);
    if (to.tokens() == null) {
      space.get(Workspace.D_X, tokens * sweep.inputs);
    }
    if (run.words() != null) {
      space.get(Workspace.D_WORDS, run.words().count() * width);
    }
    sweep.prepareBackward(space, packing);
    if (from.sequence() != null && !Rows.areTokens(packing, from.places())) {
      outGradient = space.get(Workspace.D_OUT, tokens * units);
      Rows.collectSequence(packing, from, units, run.zeroedMasked(), outGradient);
    }
    sweep.pack(
        run.weights(),
        space.get(Workspace.PACKED_KERNEL, sweep.packedSize(width, sweep.inputs)),
        space.get(Workspace.PACKED_RECURRENT, sweep.packedSize(width, units)),
        true);
    if (to.input() != null && run.input().rows() == null) {
      Arrays.fill(to.input(), 0f);
    }
  }

  /** The next stretch of a part; before the first, what flows into its rows from above. */
  private void stretch(int p, Part part) {
    int end = reached[p];
    int begin = part.stretchBefore(end);
    if (end == part.steps()) {
      rowsFromAbove(part);
    }
    for (int t = end - 1; t >= begin; t--) {
      Interruption.check();
      step(part, t);
    }
    if (begin == 0 && (end > 0 || part.steps() == 0)) {
      Rows.unsorted(packing, part, space.get(Workspace.D_H), sweep.units, to.h0());
      if (sweep.states() == 2) {
        Rows.unsorted(packing, part, space.get(Workspace.D_C), sweep.units, to.c0());
      }
    }
    if (to.input() != null || to.tokens() != null) {
      inputGradient(part.starts()[begin], part.starts()[end]);
    }
    before[p] = end;
    reached[p] = begin;
  }

  private void rowsFromAbove(Part part) {
    float[] dh = space.get(Workspace.D_H);
    Rows.sorted(packing, part, from.h(), sweep.units, dh);
    Rows.addToRowsWithTokens(packing, part, from.lastOutput(), sweep.units, dh);
    if (sweep.states() == 2) {
      Rows.sorted(packing, part, from.c(), sweep.units, space.get(Workspace.D_C));
    }
  }

  private void step(Part part, int t) {
    int token = part.starts()[t];
    int alive = part.alive(t);
    if (from.sequence() != null) {
      int units = sweep.units;
      int at = part.firstRow() * units;
      float[] dh = space.get(Workspace.D_H);
      sweep.kernels.add(alive * units, dh, at, outGradient, token * units, dh, at);
    }
    sweep.activateBackward(space, token, alive, part.firstRow());
    if (t == 0 && !run.isStarted() && to.h0() == null) {
      sweep.multiplyZeroStateBackward(space, token, alive, part.firstRow(), run.weights());
    } else {
      sweep.multiplyStateBackward(space, token, alive, part.firstRow(), run.weights());
    }
  }

  /** {@code dx = d(sums)·Wᵀ} for the tokens {@code [first, end)}. */
  private void inputGradient(int first, int end) {
    int inputs = sweep.inputs;
    float[] dx = tokenGradients();
    sweep.kernels.gemmPacked(
        end - first,
        inputs,
        width,
        space.get(Workspace.D_GATES),
        first * width,
        width,
        space.get(Workspace.PACKED_KERNEL),
        0,
        false,
        dx,
        first * inputs,
        inputs);
    if (run.input().factors() != null) {
      Rows.scale(packing, first, end, run.input().factors(), inputs, dx);
    }
    if (to.input() != null && run.input().rows() == null) {
      Rows.scatter(packing, first, end, dx, inputs, to.input());
    }
  }

  private float[] tokenGradients() {
    return to.tokens() != null ? to.tokens() : space.get(Workspace.D_X);
  }

  /** Works off the gradients of weights by columns, and by shares of the rows. */
  private void eachBlock(Consumer<Block> work) {
    int threads = Threads.available();
    int grains = (width + COLUMN_GRAIN - 1) / COLUMN_GRAIN;
    int across = Math.min(threads, grains);
    int shares = threads / across;
    Threads.parallel(
        across * shares,
        piece -> {
          int column = piece / shares;
          int a = grains * column / across * COLUMN_GRAIN;
          int b = Math.min(width, grains * (column + 1) / across * COLUMN_GRAIN);
          work.accept(new Block(0, 0, a, b, piece % shares, shares, false));
        });
  }

  /** What the last stretches add to some columns and rows of all gradients of weights. */
  private void weightGradients(Block where) {
    float[] dGates = space.get(Workspace.D_GATES);
    if (run.words() == null) {
      eachRun(where, 0, block -> addOfInputs(block, dGates));
    } else {
      float[] sums = space.get(Workspace.D_WORDS);
      eachRun(where, 0, block -> run.words().sum(block, dGates, width, sums));
    }
    if (to.bias() != null) {
      eachRun(where, 0, block -> sweep.recurrentBiasGradient(space, block, to.bias()));
    }
    if (to.recurrent() != null) {
      eachRun(
          where,
          run.isStarted() ? 0 : 1,
          block -> sweep.recurrentGradient(space, block, to.recurrent()));
    }
  }

  /**
   * Runs over the tokens of the last stretches from a step on, those of neighbouring parts that lie
   * back to back in one go.
   */
  private void eachRun(Block where, int fromStep, Consumer<Block> work) {
    Part[] parts = packing.parts();
    boolean accumulate = where.accumulate();
    for (int p = 0; p < parts.length; ) {
      int first = begin(p, fromStep);
      int end = Math.max(first, parts[p].starts()[before[p]]);
      for (p++; p < parts.length && begin(p, fromStep) == end; p++) {
        end = Math.max(end, parts[p].starts()[before[p]]);
      }
      if (end > first || !accumulate) {
        work.accept(where.tokens(first, end - first, accumulate));
        accumulate = true;
      }
    }
  }

  /** The first token of a part's last stretch that belongs to this step or a later one. */
  private int begin(int p, int fromStep) {
    Part part = packing.parts()[p];
    return part.starts()[Math.max(reached[p], Math.min(fromStep, part.steps()))];
  }

  /** What rows of X add, given the gradients of their sums. */
  private void addOfInputs(Block block, float[] dSums) {
    if (to.kernel() != null) {
      sweep.sumOuter(space.get(Workspace.X), sweep.inputs, dSums, block, to.kernel());
    }
    if (to.bias() != null) {
      sweep.sumRows(dSums, block, to.bias(), 0);
    }
  }
}
