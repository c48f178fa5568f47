package io.nyala.keras.layers.rnn;

import io.nyala.autograd.Tape;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
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
    boolean zeroedLast = mask != null && zeroOutputForMask() && !returnSequences();
    return gated.isSwept(training)
        && !zeroedLast
        && !TimeLoop.zeroedLater(this, mask)
        && dtype() == DType.FLOAT32
        && sequence.dtype() == DType.FLOAT32
        && sequence.dim(0) > 0
        && Tape.followers(gated.inputs(sequence, from).toArray(Tensor[]::new)) <= 1;
  }

  /** A pass over a batch, for arguments that are {@link #fusible}. */
  FusedPass pass(Tensor sequence, Tensor mask, List<Tensor> from, boolean training) {
    if (sweep == null) {
      sweep = gated.sweep(sequence.dim(2));
    }
    Tensor factors = training ? gated.inputFactors(sequence) : null;
    boolean biased = gated.bias() != null;
    return new FusedPass(this, sweep, mask, factors, biased, gated.inputs(sequence, from));
  }

  /** The width of the state. */
  int units() {
    return gated.units();
  }
}
