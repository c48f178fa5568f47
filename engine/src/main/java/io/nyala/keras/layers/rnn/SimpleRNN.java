package io.nyala.keras.layers.rnn;

import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.LayerArgs;
import java.util.List;

/**
 * A fully connected recurrent layer: the output is the next step's state.
 *
 * <p>Input {@code [batch, time, features]}; output {@code [batch, units]}, or {@code [batch, time,
 * units]} with {@code return_sequences}. The maths of one step is {@link SimpleRNNCell}'s. Source:
 * keras.layers.SimpleRNN.
 */
public final class SimpleRNN extends FusedLayer {

  /** The class and its arguments. */
  public static final KerasClass<SimpleRNN> CLASS =
      new KerasClass<>(
          "SimpleRNN",
          "keras.layers",
          "A fully connected recurrent layer.",
          LayerArgs.table(
                  "SimpleRNN",
                  RnnArgs.join(
                      RnnArgs.UNITS,
                      RnnArgs.ACTIVATION,
                      RnnArgs.USE_BIAS,
                      RnnArgs.initializers(),
                      RnnArgs.regularizers(),
                      LayerArgs.ACTIVITY_REGULARIZER,
                      RnnArgs.constraints(),
                      RnnArgs.DROPOUT,
                      RnnArgs.RECURRENT_DROPOUT,
                      RnnArgs.walk(),
                      RnnArgs.SEED.notInConfig()))
              .with(List.of(RnnArgs.ZERO_OUTPUT)),
          SimpleRNN::new);

  /** A layer of these arguments. */
  public SimpleRNN(Arguments arguments) {
    super(arguments, new SimpleRNNCell(cellArguments(arguments, SimpleRNNCell.CLASS)));
  }

  /** A layer of this many units, with further arguments as names and values. */
  public SimpleRNN(int units, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(units), KerasClass.pairs(namesAndValues)));
  }

  @Override
  public KerasClass<SimpleRNN> kerasClass() {
    return CLASS;
  }
}
