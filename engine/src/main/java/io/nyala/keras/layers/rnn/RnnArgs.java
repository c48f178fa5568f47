package io.nyala.keras.layers.rnn;

import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.regularizers.Regularizers;
import java.util.ArrayList;
import java.util.List;

/** The arguments that recurrent cells and layers share, in the orders Keras gives them. */
final class RnnArgs {

  static final Arg UNITS =
      Arg.required("units", ArgTypes.POSITIVE_INT, "The length of the state and the output.");
  static final Arg ACTIVATION =
      Arg.of("activation", Activations.TYPE, "tanh", "The function applied to the candidate.");
  static final Arg RECURRENT_ACTIVATION =
      Arg.of("recurrent_activation", Activations.TYPE, "sigmoid", "The function of the gates.");
  static final Arg USE_BIAS = Arg.of("use_bias", ArgTypes.BOOL, true, "Whether a bias is added.");
  static final Arg UNIT_FORGET_BIAS =
      Arg.of(
          "unit_forget_bias", ArgTypes.BOOL, true, "Whether the forget gate's bias starts at 1.");
  static final Arg RESET_AFTER =
      Arg.of(
          "reset_after",
          ArgTypes.BOOL,
          true,
          "Whether the reset gate applies after the recurrent product.");
  static final Arg DROPOUT =
      Arg.of("dropout", ArgTypes.FRACTION, 0.0, "The share of inputs dropped in training.");
  static final Arg RECURRENT_DROPOUT =
      Arg.of(
          "recurrent_dropout",
          ArgTypes.FRACTION,
          0.0,
          "The share of the recurrent state dropped in training.");
  static final Arg SEED = Arg.of("seed", ArgTypes.INT, null, "The seed of the dropout.");
  static final Arg USE_CUDNN =
      Arg.of("use_cudnn", ArgTypes.ANY, "auto", "Accepted for Keras' sake; there is no GPU here.")
          .notInConfig();

  private RnnArgs() {}

  /** Initializers of kernel, recurrent kernel and bias. */
  static List<Arg> initializers() {
    return List.of(
        Arg.of("kernel_initializer", Initializers.TYPE, "glorot_uniform", "Makes the kernel."),
        Arg.of(
            "recurrent_initializer",
            Initializers.TYPE,
            "orthogonal",
            "Makes the recurrent kernel."),
        Arg.of("bias_initializer", Initializers.TYPE, "zeros", "Makes the bias."));
  }

  /** Penalties of kernel, recurrent kernel and bias. */
  static List<Arg> regularizers() {
    return List.of(
        Arg.of("kernel_regularizer", Regularizers.TYPE, null, "A penalty on the kernel."),
        Arg.of(
            "recurrent_regularizer", Regularizers.TYPE, null, "A penalty on the recurrent kernel."),
        Arg.of("bias_regularizer", Regularizers.TYPE, null, "A penalty on the bias."));
  }

  /** Constraints of kernel, recurrent kernel and bias. */
  static List<Arg> constraints() {
    return List.of(
        Arg.of("kernel_constraint", Constraints.TYPE, null, "A constraint on the kernel."),
        Arg.of(
            "recurrent_constraint",
            Constraints.TYPE,
            null,
            "A constraint on the recurrent kernel."),
        Arg.of("bias_constraint", Constraints.TYPE, null, "A constraint on the bias."));
  }

  /** What a layer returns and how it walks. */
  static List<Arg> walk() {
    return List.of(
        Arg.of(
            "return_sequences",
            ArgTypes.BOOL,
            false,
            "Whether the output of every step is returned, or the last one's."),
        Arg.of("return_state", ArgTypes.BOOL, false, "Whether the last state is returned too."),
        Arg.of("go_backwards", ArgTypes.BOOL, false, "Whether to read from the end."),
        Arg.of(
            "stateful",
            ArgTypes.BOOL,
            false,
            "Whether each batch starts from the states the last one ended with."),
        Arg.of(
            "unroll", ArgTypes.BOOL, false, "Accepted for Keras' sake; the result is the same."));
  }

  /** Whether masked steps give zeros; by keyword only. */
  static final Arg ZERO_OUTPUT =
      Arg.of(
          "zero_output_for_mask",
          ArgTypes.BOOL,
          false,
          "Whether masked steps output zeros rather than the previous output.");

  /** One list of arguments and lists of arguments. */
  static Arg[] join(Object... parts) {
    List<Arg> all = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Arg arg) {
        all.add(arg);
      } else {
        ((List<?>) part).forEach(arg -> all.add((Arg) arg));
      }
    }
    return all.toArray(Arg[]::new);
  }
}
