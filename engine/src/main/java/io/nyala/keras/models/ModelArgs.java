package io.nyala.keras.models;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.optimizers.Optimizers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The arguments of a model's own methods. */
public final class ModelArgs {

  /** {@code "auto"}, 0, 1 or 2. */
  private static final ArgType<Integer> VERBOSE =
      ArgTypes.simple(
          "'auto', 0, 1 or 2",
          value -> {
            if ("auto".equals(String.valueOf(value)) || Boolean.TRUE.equals(value)) {
              return 1;
            }
            if (Boolean.FALSE.equals(value)) {
              return 0;
            }
            Number n = ArgTypes.number(value);
            boolean known = n != null && n.doubleValue() >= 0 && n.doubleValue() <= 2;
            return known ? Integer.valueOf(n.intValue()) : null;
          });

  private static final Arg BATCH_SIZE =
      Arg.of("batch_size", ArgTypes.POSITIVE_INT, null, "Samples per step; 32 by default.");
  private static final Arg PROGRESS =
      Arg.of("verbose", VERBOSE, "auto", "0 silent, 1 a progress bar, 2 one line per epoch.");
  private static final Arg STEPS =
      Arg.of("steps", ArgTypes.POSITIVE_INT, null, "How many batches to take.");
  private static final Arg CALLBACKS =
      Arg.of("callbacks", ArgTypes.ANY, null, "Callbacks told of each step.");
  private static final Arg X = Arg.of("x", ArgTypes.ANY, null, "Inputs: arrays or a dataset.");
  private static final Arg Y = Arg.of("y", ArgTypes.ANY, null, "Targets, if x holds none.");

  /** {@code model.compile}. */
  public static final ArgTable COMPILE =
      ArgTable.of(
          "compile",
          Arg.of("optimizer", Optimizers.TYPE, "rmsprop", "What changes the weights."),
          Arg.of("loss", ArgTypes.ANY, null, "What training makes smaller."),
          Arg.of("loss_weights", ArgTypes.ANY, null, "How much each output's loss counts."),
          Arg.of("metrics", ArgTypes.ANY, null, "Figures to report."),
          Arg.of("weighted_metrics", ArgTypes.ANY, null, "Figures that mind sample weights."),
          Arg.of("run_eagerly", ArgTypes.ANY, false, "Accepted; everything runs eagerly here."),
          Arg.of("steps_per_execution", ArgTypes.ANY, 1, "Accepted; the result is the same."),
          Arg.of("jit_compile", ArgTypes.ANY, "auto", "Accepted; the result is the same."),
          Arg.of("auto_scale_loss", ArgTypes.BOOL, true, "Accepted; float32 needs no scaling."));

  /** {@code model.fit}. */
  public static final ArgTable FIT =
      ArgTable.of(
          "fit",
          X,
          Y,
          BATCH_SIZE,
          Arg.of("epochs", ArgTypes.INT, 1, "The epoch to train to."),
          PROGRESS,
          CALLBACKS,
          Arg.of(
              "validation_split",
              ArgTypes.FRACTION,
              0.0,
              "The share of samples, from the end, held out for validation."),
          Arg.of(
              "validation_data", ArgTypes.ANY, null, "(x, y) or (x, y, weights) to validate on."),
          Arg.of("shuffle", ArgTypes.BOOL, true, "Whether each epoch has a new order."),
          Arg.of("class_weight", ArgTypes.ANY, null, "Class to weight."),
          Arg.of("sample_weight", ArgTypes.ANY, null, "A weight per sample."),
          Arg.of("initial_epoch", ArgTypes.INT, 0, "The epoch to start at."),
          Arg.of("steps_per_epoch", ArgTypes.POSITIVE_INT, null, "Steps that count as an epoch."),
          Arg.of("validation_steps", ArgTypes.POSITIVE_INT, null, "Validation steps per epoch."),
          Arg.of("validation_batch_size", ArgTypes.POSITIVE_INT, null, "Samples per step there."),
          Arg.of("validation_freq", ArgTypes.ANY, 1, "Epochs between validations, or which ones."));

  /** {@code model.evaluate}. */
  public static final ArgTable EVALUATE =
      ArgTable.of(
          "evaluate",
          X,
          Y,
          BATCH_SIZE,
          PROGRESS,
          Arg.of("sample_weight", ArgTypes.ANY, null, "A weight per sample."),
          STEPS,
          CALLBACKS,
          Arg.of("return_dict", ArgTypes.BOOL, false, "Whether to return names with the figures."));

  /** {@code model.train_on_batch}. */
  public static final ArgTable TRAIN_ON_BATCH =
      ArgTable.of(
          "train_on_batch",
          Arg.required("x", ArgTypes.ANY, "Inputs."),
          Arg.of("y", ArgTypes.ANY, null, "Targets."),
          Arg.of("sample_weight", ArgTypes.ANY, null, "A weight per sample."),
          Arg.of("class_weight", ArgTypes.ANY, null, "Class to weight."),
          Arg.of("return_dict", ArgTypes.BOOL, false, "Whether to return names with the figures."));

  /** {@code model.test_on_batch}. */
  public static final ArgTable TEST_ON_BATCH =
      ArgTable.of(
          "test_on_batch",
          Arg.required("x", ArgTypes.ANY, "Inputs."),
          Arg.of("y", ArgTypes.ANY, null, "Targets."),
          Arg.of("sample_weight", ArgTypes.ANY, null, "A weight per sample."),
          Arg.of("return_dict", ArgTypes.BOOL, false, "Whether to return names with the figures."));

  /** {@code model.get_layer}. */
  static final ArgTable GET_LAYER =
      ArgTable.of(
          "get_layer",
          Arg.of("name", ArgTypes.STRING, null, "The layer's name."),
          Arg.of("index", ArgTypes.INT, null, "The layer's place."));

  /** {@code model.compute_loss}. */
  public static final ArgTable COMPUTE_LOSS =
      ArgTable.of(
          "compute_loss",
          Arg.of("x", ArgTypes.ANY, null, "Inputs."),
          Arg.of("y", ArgTypes.ANY, null, "Targets."),
          Arg.of("y_pred", ArgTypes.ANY, null, "What the model made of the inputs."),
          Arg.of("sample_weight", ArgTypes.ANY, null, "Weights of the samples."),
          Arg.of("training", ArgTypes.ANY, true, "Accepted; makes no difference."));

  /** {@code model.predict}. */
  public static final ArgTable PREDICT =
      ArgTable.of(
          "predict",
          Arg.required("x", ArgTypes.ANY, "Inputs: arrays or a dataset."),
          BATCH_SIZE,
          PROGRESS,
          STEPS,
          CALLBACKS);

  private static final Arg PATH = Arg.required("filepath", ArgTypes.ANY, "The file.");
  private static final Arg OVERWRITE =
      Arg.of("overwrite", ArgTypes.BOOL, true, "Whether a file that is there is replaced.");

  /** {@code model.save}. */
  public static final ArgTable SAVE =
      ArgTable.of(
          "save",
          PATH,
          OVERWRITE,
          Arg.of("zipped", ArgTypes.BOOL, true, "Only true is supported."),
          Arg.of(
              "include_optimizer",
              ArgTypes.BOOL,
              true,
              "Whether an .h5 file holds what compile settled."));

  /** {@code model.save_weights}. */
  public static final ArgTable SAVE_WEIGHTS = ArgTable.of("save_weights", PATH, OVERWRITE);

  /** {@code model.load_weights}. */
  public static final ArgTable LOAD_WEIGHTS =
      ArgTable.of(
          "load_weights",
          PATH,
          Arg.of(
              "skip_mismatch",
              ArgTypes.BOOL,
              false,
              "Whether weights that do not fit are left as they are."));

  private ModelArgs() {}

  /**
   * A call's arguments. A map of arrays under names that are no arguments is the data of the call,
   * not its named arguments: {@code predict({left: a, right: b})}.
   */
  static Arguments bind(ArgTable table, Map<String, ?> named, Object[] byPosition) {
    boolean data =
        !named.isEmpty()
            && named.keySet().stream().noneMatch(name -> table.get(String.valueOf(name)) != null)
            && named.values().stream().allMatch(Inputs::isData);
    if (!data) {
      return table.bind(Arrays.asList(byPosition), named);
    }
    List<Object> all = new ArrayList<>();
    all.add(named);
    all.addAll(Arrays.asList(byPosition));
    return table.bind(all, Map.of());
  }
}
