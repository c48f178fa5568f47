package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Compare;
import io.nyala.autograd.Shapes;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** A cell applied step by step through autograd: the plain form of every recurrent layer. */
final class TimeLoop {

  private TimeLoop() {}

  /**
   * Walks a sequence {@code [batch, time, features]}.
   *
   * @param mask bool {@code [batch, time]}; null: all steps are real
   * @param from the first states; null: zeros
   */
  static RecurrentLayer.Walked walk(
      RecurrentLayer layer, Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    RnnCell cell = layer.cell();
    int batch = sequence.dim(0);
    List<Tensor> states = from != null ? from : cell.initialState(batch);
    List<Tensor> steps = Shapes.unstack(sequence, 1);
    List<Tensor> masks = mask == null ? null : Shapes.unstack(Shapes.expandDims(mask, 2), 1);
    Tensor zeros = Tensor.zeros(cell.dtype(), Shape.of(batch, cell.outputSize()));
    Tensor last = zeros;
    boolean zeroedLater = zeroedLater(layer, mask);
    boolean zeroed = layer.zeroOutputForMask() && !zeroedLater;
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int t = layer.goBackwards() ? steps.size() - 1 - i : i;
      RnnCell.Step step = cell.step(steps.get(t), states, training);
      Tensor output = step.output();
      List<Tensor> next = step.states();
      if (masks != null) {
        Tensor real = masks.get(t);
        output = Compare.where(real, output, zeroed ? zeros : last);
        List<Tensor> kept = new ArrayList<>();
        for (int s = 0; s < next.size(); s++) {
          kept.add(Compare.where(real, next.get(s), states.get(s)));
        }
        next = kept;
      }
      states = next;
      last = output;
      outputs.add(output);
    }
    for (int i = 0; zeroedLater && i < outputs.size(); i++) {
      outputs.set(i, Compare.where(masks.get(i), outputs.get(i), zeros));
    }
    return new RecurrentLayer.Walked(
        layer.returnSequences() ? stack(outputs, batch, cell) : last, states);
  }

  /**
   * Whether outputs are zeroed when all are there: unrolled and from the end, Keras 3.15 holds the
   * outputs, which stand in the order they were made, against the mask in the order of time.
   */
  static boolean zeroedLater(RecurrentLayer layer, Tensor mask) {
    return mask != null
        && layer.zeroOutputForMask()
        && layer.goBackwards()
        && layer.returnSequences()
        && layer.arguments().flag("unroll");
  }

  private static Tensor stack(List<Tensor> outputs, int batch, RnnCell cell) {
    return outputs.isEmpty()
        ? Tensor.zeros(cell.dtype(), Shape.of(batch, 0, cell.outputSize()))
        : Shapes.stack(outputs, 1);
  }
}
