package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import java.util.ArrayList;
import java.util.List;

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

  /** The states of stacked cells come in a list for each cell. */
  @Override
  protected Object pack(List<?> outputs) {
    RnnCell cell = arguments().get("cell", RnnCell.class);
    if (!(cell instanceof StackedRNNCells) || outputs.size() == 1) {
      return super.pack(outputs);
    }
    List<Object> packed = new ArrayList<>();
    packed.add(outputs.get(0));
    int at = 1;
    for (int count : cell.stateGroups()) {
      packed.add(new ArrayList<>(outputs.subList(at, at + count)));
      at += count;
    }
    return packed;
  }

  @Override
  public KerasClass<RNN> kerasClass() {
    return CLASS;
  }
}
