package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Op;
import io.nyala.autograd.Tape;
import io.nyala.compute.rnn.Packing;
import io.nyala.compute.rnn.Sweep;
import io.nyala.compute.rnn.SweepRun;
import io.nyala.compute.rnn.Weights;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recurrent layer of one of the three classic cells, walked by a fused sweep over real tokens
 * where the arguments allow it and step by step otherwise; both give the same.
 */
abstract class FusedLayer extends RecurrentLayer {

  private final GatedCell gated;
  private Sweep sweep;

  FusedLayer(Arguments arguments, GatedCell cell) {
    super(arguments, cell);
    this.gated = cell;
  }

  /** The sweep of this layer's maths. */
  abstract Sweep sweep(int features, int units);

  /** The arguments of a layer that its cell has too. */
  static Arguments cellArguments(Arguments layer, KerasClass<?> cell) {
    Map<String, Object> shared = new LinkedHashMap<>();
    ArgTable table = cell.table();
    table.args().stream()
        .filter(arg -> layer.table().get(arg.name()) != null && !arg.name().equals("name"))
        .forEach(arg -> shared.put(arg.name(), layer.get(arg.name())));
    return table.bind(List.of(), shared);
  }

  @Override
  Walked walk(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    return fusible(sequence, mask, from, training)
        ? fused(sequence, mask, from)
        : super.walk(sequence, mask, from, training);
  }

  /** True where the sweep computes what the cell would. */
  private boolean fusible(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    boolean drops =
        training
            && (arguments().number("dropout") > 0 || arguments().number("recurrent_dropout") > 0);
    boolean zeroedLast = mask != null && zeroOutputForMask() && !returnSequences();
    return !drops
        && !zeroedLast
        && dtype() == DType.FLOAT32
        && sequence.dtype() == DType.FLOAT32
        && sequence.dim(0) > 0
        && isNamed("activation", "tanh")
        && (arguments().table().get("recurrent_activation") == null
            || isNamed("recurrent_activation", "sigmoid"))
        && Tape.followers(followed(sequence, from)) <= 1;
  }

  private boolean isNamed(String argument, String name) {
    Activation activation = arguments().get(argument, Activation.class);
    return activation != null && activation.name().equals(name);
  }

  private Tensor[] followed(Tensor sequence, List<Tensor> from) {
    return inputs(sequence, from).toArray(Tensor[]::new);
  }

  /** Sequence, weights, first states: everything a gradient may be asked for. */
  private List<Tensor> inputs(Tensor sequence, List<Tensor> from) {
    List<Tensor> inputs = new ArrayList<>();
    inputs.add(sequence);
    inputs.add(gated.kernel().value());
    inputs.add(gated.recurrentKernel().value());
    if (gated.bias() != null) {
      inputs.add(gated.bias().value());
    }
    if (from != null) {
      inputs.addAll(from);
    }
    return inputs;
  }

  private Walked fused(Tensor sequence, Tensor mask, List<Tensor> from) {
    int batch = sequence.dim(0);
    int time = sequence.dim(1);
    int units = gated.units();
    if (sweep == null) {
      sweep = sweep(sequence.dim(2), units);
    }
    Packing packing = Packing.of(mask == null ? null : mask.booleans(), batch, time, goBackwards());
    List<Tensor> inputs = inputs(sequence, from);
    Weights weights =
        new Weights(
            inputs.get(1).floats(),
            inputs.get(2).floats(),
            gated.bias() == null ? null : inputs.get(3).floats());
    SweepRun run =
        sweep.forward(
            packing,
            sequence.floats(),
            null,
            weights,
            from == null ? null : from.get(0).floats(),
            from == null || sweep.states() < 2 ? null : from.get(1).floats());
    List<Tensor> outputs = outputs(run, batch, time, units);
    if (Tape.isFollowed(inputs.toArray(Tensor[]::new))) {
      boolean biased = gated.bias() != null;
      Op.of(getName(), inputs, outputs, new SweepBackward(run, inputs, biased, returnSequences()));
    } else {
      run.close();
    }
    return new Walked(outputs.get(0), outputs.subList(1, outputs.size()));
  }

  /** The output, then the states after the last step. */
  private List<Tensor> outputs(SweepRun run, int batch, int time, int units) {
    List<Tensor> outputs = new ArrayList<>();
    if (returnSequences()) {
      float[] all = new float[batch * time * units];
      run.sequence(all, zeroOutputForMask());
      outputs.add(Tensor.of(Shape.of(batch, time, units), all));
    } else {
      float[] last = new float[batch * units];
      run.lastOutput(last);
      outputs.add(Tensor.of(Shape.of(batch, units), last));
    }
    for (int i = 0; i < sweep.states(); i++) {
      float[] state = new float[batch * units];
      run.finalState(i, state);
      outputs.add(Tensor.of(Shape.of(batch, units), state));
    }
    return outputs;
  }
}
