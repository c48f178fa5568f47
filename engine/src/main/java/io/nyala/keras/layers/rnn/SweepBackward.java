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
   * @param inputs sequence, kernel, recurrent kernel, bias if there is one, then the first states
   * @param sequences whether the first output is that of every step
   */
  SweepBackward(SweepRun run, List<Tensor> inputs, boolean biased, boolean sequences) {
    this.run = run;
    this.inputs = inputs;
    this.biased = biased;
    this.sequences = sequences;
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
      tokens = new float[places.length * shape.dim(2)];
      Tensor rows = Tensor.of(Shape.of(places.length, shape.dim(2)), tokens);
      down[0] = Placed.of(rows, places, shape);
    }
    for (int i = 1; i < down.length; i++) {
      if (needed[i]) {
        Shape shape = inputs.get(i).shape();
        float[] storage = lent ? run.lent(i, shape.elements()) : new float[shape.elements()];
        down[i] = Tensor.of(shape, storage);
      }
    }
    float[] output = floats(upstream[0]);
    int state = biased ? 4 : 3;
    OutputGradients from =
        new OutputGradients(
            sequences ? null : output,
            sequences ? output : null,
            floats(upstream[1]),
            upstream.length > 2 ? floats(upstream[2]) : null);
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
      run.backwardLast(from, to);
    } else {
      run.backward(from, to);
    }
    return down;
  }

  private static float[] floats(Tensor tensor) {
    return tensor == null ? null : tensor.floats();
  }

  @Override
  public void release() {
    run.close();
  }
}
