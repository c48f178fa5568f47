package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import java.util.List;

/**
 * A long short-term memory layer.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, units]}, or {@code [batch, time,
 * units]} with {@code return_sequences}. The maths of one step is {@link LSTMCell}'s. Source:
 * keras.layers.LSTM.
 */
public final class LSTM extends FusedLayer {

  /** The class and its arguments. */
  public static final KerasClass<LSTM> CLASS =
      new KerasClass<>(
          "LSTM",
          "keras.layers",
          "A long short-term memory layer.",
          LayerArgs.table(
                  "LSTM",
                  RnnArgs.join(
                      RnnArgs.UNITS,
                      RnnArgs.ACTIVATION,
                      RnnArgs.RECURRENT_ACTIVATION,
                      RnnArgs.USE_BIAS,
                      RnnArgs.initializers(),
                      RnnArgs.UNIT_FORGET_BIAS,
                      RnnArgs.regularizers(),
                      LayerArgs.ACTIVITY_REGULARIZER,
                      RnnArgs.constraints(),
                      RnnArgs.DROPOUT,
                      RnnArgs.RECURRENT_DROPOUT,
                      RnnArgs.SEED,
                      RnnArgs.walk(),
                      RnnArgs.USE_CUDNN))
              .with(List.of(RnnArgs.ZERO_OUTPUT)),
          LSTM::new);

  /** A layer of these arguments. */
  public LSTM(Arguments arguments) {
    super(arguments, new LSTMCell(cellArguments(arguments, LSTMCell.CLASS)));
  }

  /** A layer of this many units, with further arguments as names and values. */
  public LSTM(int units, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(units), KerasClass.pairs(namesAndValues)));
  }

  @Override
  public KerasClass<LSTM> kerasClass() {
    return CLASS;
  }
}
