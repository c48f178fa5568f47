package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Tape;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.activations.Activation;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.tensor.DType;
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
    shared.put("name", ObjectType.snake(cell.name()));
    return table.bind(List.of(), shared);
  }

  @Override
  Walked walk(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    if (!fusible(sequence, mask, from, training)) {
      return super.walk(sequence, mask, from, training);
    }
    FusedPass pass = pass(sequence, mask, from, training);
    pass.run();
    return pass.result();
  }

  /** True where the sweep computes what the cell would. */
  boolean fusible(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    boolean drops = training && arguments().number("recurrent_dropout") > 0;
    boolean zeroedLast = mask != null && zeroOutputForMask() && !returnSequences();
    return !drops
        && !zeroedLast
        && !TimeLoop.zeroedLater(this, mask)
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

  /** A pass over a batch, for arguments that are {@link #fusible}. */
  FusedPass pass(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    if (sweep == null) {
      sweep = sweep(sequence.dim(2), gated.units());
    }
    Tensor factors = training ? gated.inputFactors(sequence) : null;
    return new FusedPass(this, sweep, mask, factors, gated.bias() != null, inputs(sequence, from));
  }

  /** The width of the state. */
  int units() {
    return gated.units();
  }
}
