package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import java.util.List;

/**
 * A gated recurrent unit layer.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, units]}, or {@code [batch, time,
 * units]} with {@code return_sequences}. The maths of one step is {@link GRUCell}'s. Source:
 * keras.layers.GRU.
 */
public final class GRU extends FusedLayer {

  /** The class and its arguments. */
  public static final KerasClass<GRU> CLASS =
      new KerasClass<>(
          "GRU",
          "keras.layers",
          "A gated recurrent unit layer.",
          LayerArgs.table(
                  "GRU",
                  RnnArgs.join(
                      RnnArgs.UNITS,
                      RnnArgs.ACTIVATION,
                      RnnArgs.RECURRENT_ACTIVATION,
                      RnnArgs.USE_BIAS,
                      RnnArgs.initializers(),
                      RnnArgs.regularizers(),
                      LayerArgs.ACTIVITY_REGULARIZER,
                      RnnArgs.constraints(),
                      RnnArgs.DROPOUT,
                      RnnArgs.RECURRENT_DROPOUT,
                      RnnArgs.SEED,
                      RnnArgs.walk(),
                      RnnArgs.RESET_AFTER,
                      RnnArgs.USE_CUDNN))
              .with(List.of(RnnArgs.ZERO_OUTPUT)),
          GRU::new);

  /** A layer of these arguments. */
  public GRU(Arguments arguments) {
    super(arguments, new GRUCell(cellArguments(arguments, GRUCell.CLASS)));
  }

  /** A layer of this many units, with further arguments as names and values. */
  public GRU(int units, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(units), KerasClass.pairs(namesAndValues)));
  }

  @Override
  public KerasClass<GRU> kerasClass() {
    return CLASS;
  }
}
