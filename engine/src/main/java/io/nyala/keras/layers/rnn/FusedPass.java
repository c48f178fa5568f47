package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Lookup;
import io.nyala.autograd.Op;
import io.nyala.autograd.Tape;
import io.nyala.compute.Threads;
import io.nyala.compute.rnn.Input;
import io.nyala.compute.rnn.Packing;
import io.nyala.compute.rnn.Sweep;
import io.nyala.compute.rnn.SweepRun;
import io.nyala.compute.rnn.Weights;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** One walk of a fused layer over a batch: made ready, run, then told to the tapes. */
final class FusedPass {

  private final FusedLayer layer;
  private final Sweep sweep;
  private final Tensor mask;
  private final Tensor factors;
  private final boolean biased;
  private final List<Tensor> inputs;
  private final List<Tensor> outputs = new ArrayList<>();
  private SweepRun run;

  /**
   * A pass of a layer.
   *
   * @param mask bool {@code [batch, time]}, or null
   * @param factors of every step, {@code [batch, features]}, or null; no gradient reaches them
   * @param biased whether a bias is among the inputs
   * @param inputs sequence, kernel, recurrent kernel, bias if there is one, then the first states
   */
  FusedPass(
      FusedLayer layer,
      Sweep sweep,
      Tensor mask,
      Tensor factors,
      boolean biased,
      List<Tensor> inputs) {
    this.layer = layer;
    this.sweep = sweep;
    this.mask = mask;
    this.factors = factors;
    this.biased = biased;
    this.inputs = inputs;
  }

  /** Two passes at once, each on a thread of its own; the tapes learn of them as one operation. */
  static void runBoth(String name, FusedPass a, FusedPass b) {
    Threads.parallel(2, task -> (task == 0 ? a : b).run(1));
    List<Tensor> in = new ArrayList<>(a.inputs);
    in.addAll(b.inputs);
    List<Tensor> out = new ArrayList<>(a.outputs);
    out.addAll(b.outputs);
    if (Tape.isFollowed(in.toArray(Tensor[]::new))) {
      Op.of(name, in, out, new PairBackward(a.gradient(), b.gradient(), a.inputs.size()));
    } else {
      a.run.close();
      b.run.close();
    }
  }

  /** Runs on all threads that are free, and tells the tapes. */
  void run() {
    run(Threads.available());
    if (Tape.isFollowed(inputs.toArray(Tensor[]::new))) {
      Op.of(layer.getName(), inputs, outputs, gradient());
    } else {
      run.close();
    }
  }

  /** The output, and the states after the last step. */
  RecurrentLayer.Walked result() {
    return new RecurrentLayer.Walked(outputs.get(0), outputs.subList(1, outputs.size()));
  }

  private SweepBackward gradient() {
    return new SweepBackward(run, inputs, biased, layer.returnSequences());
  }

  private void run(int threads) {
    Tensor sequence = inputs.get(0);
    int batch = sequence.dim(0);
    int time = sequence.dim(1);
    boolean[] real = mask == null ? null : mask.booleans();
    int states = biased ? 4 : 3;
    Lookup rows = sequence instanceof Lookup lookup ? lookup : null;
    run =
        sweep.forward(
            Packing.of(real, batch, time, layer.goBackwards(), threads),
            new Input(
                rows == null ? sequence.floats() : rows.table().floats(),
                rows == null ? null : rows.rows(),
                factors == null ? null : factors.floats()),
            new Weights(floats(1), floats(2), biased ? floats(3) : null),
            floats(states),
            floats(states + 1));
    int units = layer.units();
    float[] output = new float[batch * (layer.returnSequences() ? time : 1) * units];
    if (layer.returnSequences()) {
      run.sequence(output, layer.zeroOutputForMask());
      outputs.add(Tensor.of(Shape.of(batch, time, units), output));
    } else {
      run.lastOutput(output);
      outputs.add(Tensor.of(Shape.of(batch, units), output));
    }
    for (int i = 0; i < sweep.states(); i++) {
      float[] state = new float[batch * units];
      run.finalState(i, state);
      outputs.add(Tensor.of(Shape.of(batch, units), state));
    }
  }

  private float[] floats(int input) {
    return input < inputs.size() ? inputs.get(input).floats() : null;
  }
}
