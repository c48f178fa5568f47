package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Backward;
import io.nyala.autograd.Op;
import io.nyala.autograd.Tape;
import io.nyala.compute.Threads;
import io.nyala.compute.rnn.Input;
import io.nyala.compute.rnn.Packing;
import io.nyala.compute.rnn.Sweep;
import io.nyala.compute.rnn.SweepRun;
import io.nyala.compute.rnn.Weights;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The fused form of a cell: a sweep over sequences of one step, one operation to the tapes. */
final class CellSweep {

  private final GatedCell cell;
  private final Sweep sweep;
  private Packing packing;
  private int threads;

  CellSweep(GatedCell cell, Sweep sweep) {
    this.cell = cell;
    this.sweep = sweep;
  }

  /** Whether a sweep can take these: float32 matrices that fit, followed by one tape at most. */
  static boolean fits(GatedCell cell, Tensor input, List<Tensor> states) {
    if (input.rank() != 2
        || input.dim(0) == 0
        || input.dim(1) != cell.kernel().shape().dim(0)
        || input.dtype() != DType.FLOAT32) {
      return false;
    }
    Shape state = Shape.of(input.dim(0), cell.units());
    for (Tensor each : states) {
      if (each.dtype() != DType.FLOAT32 || !each.shape().equals(state)) {
        return false;
      }
    }
    return states.size() == cell.stateSizes().size()
        && Tape.followers(cell.inputs(input, states).toArray(Tensor[]::new)) <= 1;
  }

  /**
   * One step.
   *
   * @param x {@code [batch, features]}
   * @param factors what x is multiplied by, null for nothing; no gradient reaches them
   * @param states each {@code [batch, units]}
   */
  RnnCell.Step step(Tensor x, Tensor factors, List<Tensor> states) {
    List<Tensor> inputs = cell.inputs(x, states);
    boolean biased = cell.bias() != null;
    SweepRun run =
        sweep.forward(
            packing(x.dim(0)),
            new Input(x.floats(), null, factors == null ? null : factors.floats()),
            new Weights(
                inputs.get(1).floats(),
                inputs.get(2).floats(),
                biased ? inputs.get(3).floats() : null),
            states.get(0).floats(),
            states.size() > 1 ? states.get(1).floats() : null);
    List<Tensor> after = new ArrayList<>();
    for (int i = 0; i < states.size(); i++) {
      float[] state = new float[states.get(i).elements()];
      run.finalState(i, state);
      after.add(Tensor.of(states.get(i).shape(), state));
    }
    if (Tape.isFollowed(inputs.toArray(Tensor[]::new))) {
      Op.of(cell.getName(), inputs, after, new Gradient(new SweepBackward(run, inputs, biased)));
    } else {
      run.close();
    }
    return new RnnCell.Step(after.get(0), after);
  }

  /** Rows of one step each: in the order of the batch, whatever the threads. */
  private Packing packing(int batch) {
    if (packing == null || packing.batch() != batch || threads != Threads.available()) {
      threads = Threads.available();
      packing = Packing.of(null, batch, 1, false, threads);
    }
    return packing;
  }

  /** That of the sweep, whose output is the first of its states. */
  private record Gradient(SweepBackward sweep) implements Backward {

    @Override
    public Tensor[] apply(Tensor[] upstream, boolean[] needed) {
      return sweep.apply(withoutOutput(upstream), needed);
    }

    @Override
    public Tensor[] lend(Tensor[] upstream, boolean[] needed) {
      return sweep.lend(withoutOutput(upstream), needed);
    }

    @Override
    public void release() {
      sweep.release();
    }

    private static Tensor[] withoutOutput(Tensor[] states) {
      Tensor[] upstream = new Tensor[states.length + 1];
      System.arraycopy(states, 0, upstream, 1, states.length);
      return upstream;
    }
  }
}
