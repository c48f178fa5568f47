package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One step of a recurrent layer: from the input {@code [batch, features]} and the states to the
 * output and the new states. The maths lives here; {@link RNN} is the loop.
 */
public abstract class RnnCell extends Layer {

  protected RnnCell(Arguments arguments) {
    super(arguments);
  }

  /** An output and the states after it. */
  public record Step(Tensor output, List<Tensor> states) {}

  /** Computes one step. */
  public abstract Step step(Tensor input, List<Tensor> states, boolean training);

  /** The lengths of the states. */
  public abstract List<Integer> stateSizes();

  /** The length of the output. */
  public int outputSize() {
    return stateSizes().get(0);
  }

  /** How many states each inner cell has; one group for a simple cell. */
  public List<Integer> stateGroups() {
    return List.of(stateSizes().size());
  }

  /** Forgets the dropout masks, which hold for one pass over a sequence. */
  public void resetDropout() {}

  /** States of zeros. */
  public List<Tensor> initialState(int batch) {
    List<Tensor> states = new ArrayList<>();
    for (int size : stateSizes()) {
      states.add(Tensor.zeros(dtype(), Shape.of(batch, size)));
    }
    return states;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("states", "training");
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    List<Tensor> states =
        call.initialState() != null ? call.initialState() : initialState(inputs.get(0).dim(0));
    Step step = step(inputs.get(0), states, call.isTraining());
    List<Tensor> outputs = new ArrayList<>();
    outputs.add(step.output());
    outputs.addAll(step.states());
    return outputs;
  }

  /** Calls the cell as Keras does: {@code output, states = cell(inputs, states)}. */
  @Override
  public Object invoke(List<?> byPosition, Map<String, ?> byName) {
    Object result = super.invoke(byPosition, byName);
    if (result instanceof List<?> list) {
      return List.of(list.get(0), new ArrayList<>(list.subList(1, list.size())));
    }
    return result;
  }

  @Override
  public DType outputType(List<DType> inputs) {
    return dtype();
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    int batch = inputs.get(0).dim(0);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(Shape.of(batch, outputSize()));
    stateSizes().forEach(size -> shapes.add(Shape.of(batch, size)));
    return shapes;
  }
}
