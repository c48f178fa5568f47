package io.nyala.keras.layers;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.regularizers.Regularizers;
import java.util.List;

/** The arguments every layer takes. */
public final class LayerArgs {

  /** Those that {@code get_config} lists first. */
  public static final List<Arg> COMMON =
      List.of(
          Arg.of(
              "name", ArgTypes.STRING, null, "The layer's name; by default made from its class."),
          Arg.of("trainable", ArgTypes.BOOL, true, "Whether training changes the weights."),
          Arg.of("dtype", ArgTypes.DTYPE, "float32", "The type of computations and weights."),
          Arg.of("input_shape", ArgTypes.SHAPE, null, "The shape of one sample.").notInConfig(),
          Arg.of("input_dim", ArgTypes.POSITIVE_INT, null, "The length of one sample.")
              .notInConfig(),
          Arg.of("batch_input_shape", ArgTypes.SHAPE, null, "The shape of a batch.").notInConfig());

  /** The penalty on a layer's output. */
  public static final Arg ACTIVITY_REGULARIZER =
      Arg.of("activity_regularizer", Regularizers.TYPE, null, "A penalty on the output.");

  private LayerArgs() {}

  /** A layer's table: its own arguments, and by keyword those every layer takes. */
  public static ArgTable table(String owner, Arg... own) {
    return ArgTable.of(owner, own).with(COMMON);
  }
}
