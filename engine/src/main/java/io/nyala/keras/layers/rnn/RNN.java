package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;

/**
 * The loop over time around any cell, or a list of cells stacked at every step.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, units]}, or {@code [batch, time,
 * units]} with {@code return_sequences}. Masked steps change neither state nor output. Source:
 * keras.layers.RNN.
 */
public final class RNN extends RecurrentLayer {

  /** The class and its arguments. */
  public static final KerasClass<RNN> CLASS =
      new KerasClass<>(
          "RNN",
          "keras.layers",
          "The loop over time around any recurrent cell.",
          LayerArgs.table(
              "RNN",
              RnnArgs.join(
                  Arg.required("cell", CellType.ONE_OR_LIST, "The cell, or a list of cells."),
                  RnnArgs.walk(),
                  RnnArgs.ZERO_OUTPUT)),
          RNN::new);

  /** A loop of these arguments. */
  public RNN(Arguments arguments) {
    super(arguments, arguments.get("cell", RnnCell.class));
  }

  @Override
  public KerasClass<RNN> kerasClass() {
    return CLASS;
  }
}
