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
    List<Tensor> outputs = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int t = layer.goBackwards() ? steps.size() - 1 - i : i;
      RnnCell.Step step = cell.step(steps.get(t), states, training);
      Tensor output = step.output();
      List<Tensor> next = step.states();
      if (masks != null) {
        Tensor real = masks.get(t);
        output = Compare.where(real, output, layer.zeroOutputForMask() ? zeros : last);
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
    return new RecurrentLayer.Walked(
        layer.returnSequences() ? stack(outputs, batch, cell) : last, states);
  }

  private static Tensor stack(List<Tensor> outputs, int batch, RnnCell cell) {
    return outputs.isEmpty()
        ? Tensor.zeros(cell.dtype(), Shape.of(batch, 0, cell.outputSize()))
        : Shapes.stack(outputs, 1);
  }
}
