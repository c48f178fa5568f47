package io.nyala.keras.layers;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.regularizers.Regularizers;
import java.util.List;

/** The arguments every layer takes. */
public final class LayerArgs {

  /** The penalty on a layer's output. */
  public static final Arg ACTIVITY_REGULARIZER =
      Arg.of("activity_regularizer", Regularizers.TYPE, null, "A penalty on the output.");

  /** The type of a layer's computations and weights. */
  public static final Arg DTYPE =
      Arg.of("dtype", ArgTypes.DTYPE, null, "The type of computations and weights.")
          .noneMeans("float32");

  /** A layer's name. */
  public static final Arg NAME =
      Arg.of("name", ArgTypes.STRING, null, "The layer's name; by default made from its class.");

  /** Those that every layer takes by keyword; {@code get_config} lists them first. */
  public static final List<Arg> COMMON =
      List.of(
          NAME,
          Arg.of("trainable", ArgTypes.BOOL, true, "Whether training changes the weights."),
          DTYPE,
          ACTIVITY_REGULARIZER.inConfigIfSet(),
          Arg.of("input_shape", ArgTypes.SHAPE, null, "The shape of one sample.").notInConfig(),
          Arg.of("input_dim", ArgTypes.POSITIVE_INT, null, "The length of one sample.")
              .notInConfig(),
          Arg.of("batch_input_shape", ArgTypes.SHAPE, null, "The shape of a batch.").notInConfig());

  /** Those of {@code add_weight}. */
  static final ArgTable WEIGHT =
      ArgTable.of(
          "add_weight",
          Arg.of("shape", ArgTypes.SHAPE, List.of(), "The weight's shape; by default a scalar's."),
          Arg.of("initializer", Initializers.TYPE, null, "Makes the first value.")
              .noneMeans("glorot_uniform"),
          Arg.of("dtype", ArgTypes.DTYPE, null, "Its type; by default the layer's."),
          Arg.of("trainable", ArgTypes.BOOL, true, "Whether training changes it."),
          unsupported("autocast", true),
          Arg.of("regularizer", Regularizers.TYPE, null, "A penalty on the weight."),
          Arg.of("constraint", Constraints.TYPE, null, "A constraint on the weight."),
          Arg.of("aggregation", ArgTypes.ANY, null, "Accepted; there is one replica."),
          unsupported("overwrite_with_gradient", false),
          Arg.of("name", ArgTypes.STRING, "variable", "The weight's name."));

  private LayerArgs() {}

  /** A layer's table: its own arguments, and by keyword those every layer takes. */
  public static ArgTable table(String owner, Arg... own) {
    return ArgTable.of(owner, own).with(COMMON);
  }

  /** An argument of Keras' that is known here, but takes its default only. */
  public static Arg unsupported(String name, Object only) {
    return Arg.of(
        name,
        ArgTypes.simple(
            "left as it is",
            value -> {
              if (only == null && Boolean.FALSE.equals(value)) {
                return value;
              }
              boolean number = only instanceof Number && ArgTypes.number(value) != null;
              if (number ? ArgTypes.FLOAT.convert(value).equals(only) : value.equals(only)) {
                return only;
              }
              throw KerasException.unsupported(
                  "`" + name + "=" + ArgTypes.show(value) + "` is not supported; leave it out.");
            }),
        only,
        "Not supported; leave it out.");
  }
}
