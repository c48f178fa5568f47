package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.layers.NameScope;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A layer that walks a cell over the steps of a sequence. */
public abstract class RecurrentLayer extends Layer {

  private final RnnCell cell;
  private final boolean returnSequences;
  private final boolean returnState;
  private final boolean goBackwards;
  private final boolean stateful;
  private boolean zeroOutputForMask;
  private List<Variable> states;

  RecurrentLayer(Arguments arguments, RnnCell cell) {
    super(arguments);
    this.cell = addLayer(cell);
    this.returnSequences = arguments.flag("return_sequences");
    this.returnState = arguments.flag("return_state");
    this.goBackwards = arguments.flag("go_backwards");
    this.stateful = arguments.flag("stateful");
    this.zeroOutputForMask = arguments.flag("zero_output_for_mask");
  }

  /** What a walk over the sequence gives. */
  record Walked(Tensor output, List<Tensor> states) {}

  /** Walks the sequence; the fast layers override this with a fused sweep where they can. */
  Walked walk(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    return TimeLoop.walk(this, sequence, mask, from, training);
  }

  @Override
  protected void build(List<Shape> inputs) {
    Shape input = inputs.get(0);
    cell.build(input.without(1));
    if (stateful) {
      if (input.dim(0) == Shape.UNKNOWN) {
        throw KerasException.value(
            "When using `stateful=True` in a RNN, the batch size must be static. Found dynamic"
                + " batch size: sequence.shape="
                + input);
      }
      states = new ArrayList<>();
      for (Tensor zeros : cell.initialState(input.dim(0))) {
        Variable state = new Variable(zeros, false, "rnn_state");
        state.path(NameScope.path(this) + "/rnn_state");
        states.add(state);
      }
    }
  }

  @Override
  public Map<String, Object> parts() {
    return Map.of("cell", cell);
  }

  @Override
  protected void checkInputs(List<Shape> inputs) {
    Shape input = inputs.get(0);
    if (input.rank() != 3) {
      throw KerasException.value(
          "Input 0 of layer \""
              + getName()
              + "\" is incompatible with the layer: expected ndim=3, found ndim="
              + input.rank()
              + ". Full shape received: "
              + input);
    }
    List<Shape> before = builtFor();
    if (before != null && before.get(0).dim(2) != input.dim(2) && input.dim(2) >= 0) {
      throw KerasException.value(
          "Input 0 of layer \""
              + getName()
              + "\" is incompatible with the layer: expected axis -1 of input shape to have value "
              + before.get(0).dim(2)
              + ", but received input with shape "
              + input);
    }
  }

  @Override
  protected List<Tensor> forward(List<Tensor> inputs, Call call) {
    Tensor sequence = inputs.get(0);
    List<Tensor> from = startStates(inputs, call);
    cell.resetDropout();
    Walked walked = walk(sequence, call.mask(0), from, call.isTraining());
    cell.resetDropout();
    if (stateful) {
      for (int i = 0; i < states.size(); i++) {
        states.get(i).assign(walked.states().get(i));
      }
    }
    List<Tensor> outputs = new ArrayList<>();
    outputs.add(walked.output());
    if (returnState) {
      outputs.addAll(walked.states());
    }
    return outputs;
  }

  private List<Tensor> startStates(List<Tensor> inputs, Call call) {
    int batch = inputs.get(0).dim(0);
    int count = cell.stateSizes().size();
    if (call.initialState() != null) {
      return requireStates(call.initialState(), count, batch);
    }
    if (inputs.size() > 1) {
      return requireStates(inputs.subList(1, inputs.size()), count, batch);
    }
    if (!stateful) {
      return null;
    }
    int expected = states.get(0).shape().dim(0);
    if (expected != batch) {
      throw KerasException.value(
          "If an RNN is stateful, the batch size of the input sequences must be the same as the"
              + " batch size of the initial state. \n- Expected batch size: "
              + expected
              + "\n- Received batch size: "
              + batch);
    }
    return states.stream().map(Variable::value).toList();
  }

  private List<Tensor> requireStates(List<Tensor> given, int count, int batch) {
    if (given.size() != count) {
      throw KerasException.value(
          "Layer \""
              + getName()
              + "\" has "
              + count
              + " state(s), but `initial_state` holds "
              + given.size()
              + " tensor(s).");
    }
    for (int i = 0; i < count; i++) {
      Shape expected = Shape.of(batch, cell.stateSizes().get(i));
      if (!given.get(i).shape().equals(expected)) {
        throw KerasException.value(
            "State "
                + i
                + " of layer \""
                + getName()
                + "\" should have shape "
                + expected
                + "; received "
                + given.get(i).shape()
                + ".");
      }
    }
    return given;
  }

  @Override
  public List<Shape> outputShapes(List<Shape> inputs) {
    Shape input = inputs.get(0);
    int batch = input.dim(0);
    List<Shape> shapes = new ArrayList<>();
    shapes.add(
        returnSequences
            ? Shape.of(batch, input.dim(1), cell.outputSize())
            : Shape.of(batch, cell.outputSize()));
    if (returnState) {
      cell.stateSizes().forEach(size -> shapes.add(Shape.of(batch, size)));
    }
    return shapes;
  }

  @Override
  protected <T> List<T> passMasks(List<T> masks, int outputs) {
    List<T> result = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      result.add(i == 0 && returnSequences ? masks.get(0) : null);
    }
    return result;
  }

  @Override
  protected boolean heedsCarriedMask(List<Tensor> inputs, Call call) {
    return inputs.size() == 1 && call.initialState() == null;
  }

  @Override
  protected List<String> callArguments() {
    return List.of("initial_state", "mask", "training");
  }

  @Override
  public void resetState() {
    if (states != null) {
      states.forEach(s -> s.assign(Tensor.zeros(s.dtype(), s.shape())));
    }
  }

  /** The states kept between batches; empty unless stateful. */
  public List<Variable> states() {
    return states == null ? List.of() : List.copyOf(states);
  }

  /** The cell. */
  public RnnCell cell() {
    return cell;
  }

  /** Whether the output of every step is returned. */
  public boolean returnSequences() {
    return returnSequences;
  }

  /** Whether the last states are returned too. */
  public boolean returnState() {
    return returnState;
  }

  /** Whether the sequence is read from its end. */
  public boolean goBackwards() {
    return goBackwards;
  }

  /** Whether batches continue each other. */
  public boolean stateful() {
    return stateful;
  }

  /** Whether masked steps output zeros. */
  public boolean zeroOutputForMask() {
    return zeroOutputForMask;
  }

  /** Sets whether masked steps output zeros; {@link Bidirectional} does. */
  void zeroOutputForMask(boolean zero) {
    this.zeroOutputForMask = zero;
  }
}
