package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Backward;
import io.nyala.autograd.Placed;
import io.nyala.compute.rnn.Gradients;
import io.nyala.compute.rnn.OutputGradients;
import io.nyala.compute.rnn.SweepRun;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;

/** The gradient of a fused sweep. */
final class SweepBackward implements Backward {

  private final SweepRun run;
  private final List<Tensor> inputs;
  private final boolean biased;
  private final boolean sequences;

  /**
   * Of one run.
   *
   * @param inputs sequence, or the input of a single step {@code [batch, features]}; kernel,
   *     recurrent kernel, bias if there is one, then the first states
   * @param sequences whether the first output is that of every step
   */
  SweepBackward(SweepRun run, List<Tensor> inputs, boolean biased, boolean sequences) {
    this.run = run;
    this.inputs = inputs;
    this.biased = biased;
    this.sequences = sequences;
  }

  /** Of a run of which nothing but the states is looked at. */
  SweepBackward(SweepRun run, List<Tensor> inputs, boolean biased) {
    this(run, inputs, biased, false);
  }

  @Override
  public Tensor[] apply(Tensor[] upstream, boolean[] needed) {
    return gradients(upstream, needed, false);
  }

  @Override
  public Tensor[] lend(Tensor[] upstream, boolean[] needed) {
    return gradients(upstream, needed, true);
  }

  private Tensor[] gradients(Tensor[] upstream, boolean[] needed, boolean lent) {
    Tensor[] down = new Tensor[inputs.size()];
    float[] tokens = null;
    if (needed[0]) {
      int[] places = run.places();
      Shape shape = inputs.get(0).shape();
      int length = places.length * shape.dim(-1);
      tokens = lent ? run.lent(0, length) : new float[length];
      Tensor rows = Tensor.of(Shape.of(places.length, shape.dim(-1)), tokens);
      down[0] = shape.rank() == 2 ? rows : Placed.of(rows, places, shape);
    }
    for (int i = 1; i < down.length; i++) {
      if (needed[i]) {
        Shape shape = inputs.get(i).shape();
        float[] storage = lent ? run.lent(i, shape.elements()) : new float[shape.elements()];
        down[i] = Tensor.of(shape, storage);
      }
    }
    int state = biased ? 4 : 3;
    Gradients to =
        new Gradients(
            null,
            tokens,
            floats(down[1]),
            floats(down[2]),
            biased ? floats(down[3]) : null,
            down.length > state ? floats(down[state]) : null,
            down.length > state + 1 ? floats(down[state + 1]) : null);
    if (lent) {
      run.backwardLast(from(upstream), to);
    } else {
      run.backward(from(upstream), to);
    }
    return down;
  }

  private OutputGradients from(Tensor[] upstream) {
    float[] h = floats(upstream[1]);
    float[] c = upstream.length > 2 ? floats(upstream[2]) : null;
    if (!sequences) {
      return new OutputGradients(floats(upstream[0]), null, h, c);
    }
    if (upstream[0] instanceof Placed rows) {
      return new OutputGradients(null, rows.values().floats(), rows.places(), h, c);
    }
    return new OutputGradients(null, floats(upstream[0]), h, c);
  }

  private static float[] floats(Tensor tensor) {
    return tensor == null ? null : tensor.floats();
  }

  @Override
  public void release() {
    run.close();
  }
}
