package io.nyala.keras.layers.rnn;

import static io.nyala.autograd.Arithmetic.add;

import io.nyala.compute.rnn.SimpleRnnSweep;
import io.nyala.compute.rnn.Sweep;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * One step of a simple recurrence: {@code hₜ = f(xₜ·W + hₜ₋₁·U + b)}.
 *
 * <p>Input {@code [batch, features]}, state and output {@code [batch, units]}. Source: Elman 1990;
 * keras.layers.SimpleRNNCell.
 */
public final class SimpleRNNCell extends GatedCell {

  /** The class and its arguments. */
  public static final KerasClass<SimpleRNNCell> CLASS =
      new KerasClass<>(
          "SimpleRNNCell",
          "keras.layers",
          "One step of a simple recurrence.",
          LayerArgs.table(
              "SimpleRNNCell",
              RnnArgs.join(
                  RnnArgs.UNITS,
                  RnnArgs.ACTIVATION,
                  RnnArgs.USE_BIAS,
                  RnnArgs.initializers(),
                  RnnArgs.regularizers(),
                  RnnArgs.constraints(),
                  RnnArgs.DROPOUT,
                  RnnArgs.RECURRENT_DROPOUT,
                  RnnArgs.SEED)),
          SimpleRNNCell::new);

  /** A cell of these arguments. */
  public SimpleRNNCell(Arguments arguments) {
    super(arguments, 1);
  }

  @Override
  Sweep sweep(int features) {
    return new SimpleRnnSweep(features, units());
  }

  @Override
  Step stepwise(Tensor input, List<Tensor> states, boolean training) {
    Tensor x = biased(project(input, training).get(0), biasValue(), 0);
    Tensor h = activation("activation").apply(add(x, recur(states.get(0), training).get(0)));
    return new Step(h, List.of(h));
  }

  @Override
  public KerasClass<SimpleRNNCell> kerasClass() {
    return CLASS;
  }
}
