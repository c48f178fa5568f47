package io.nyala.keras.layers.regularization;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.LayerArgs;
import io.nyala.keras.layers.UnaryLayer;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * Leaves its input alone and adds {@code l1·Σ|x| + l2·Σx²}, per sample, to the loss.
 *
 * <p>Source: keras.layers.ActivityRegularization.
 */
public final class ActivityRegularization extends UnaryLayer {

  /** The class and its arguments. */
  public static final KerasClass<ActivityRegularization> CLASS =
      new KerasClass<>(
          "ActivityRegularization",
          "keras.layers",
          "Adds a penalty on its input to the loss.",
          LayerArgs.table(
              "ActivityRegularization",
              Arg.of("l1", ArgTypes.FLOAT, 0.0, "The weight of the absolute values."),
              Arg.of("l2", ArgTypes.FLOAT, 0.0, "The weight of the squares.")),
          ActivityRegularization::new);

  private final Regularizer penalty;

  /** A layer of these arguments. */
  public ActivityRegularization(Arguments arguments) {
    super(arguments);
    if (arguments.get("activity_regularizer") != null) {
      throw KerasException.type(
          "ActivityRegularization() makes its `activity_regularizer` of l1 and l2; give those.");
    }
    this.penalty =
        (Regularizer)
            Catalog.get("keras.regularizers", "L1L2")
                .create("l1", arguments.number("l1"), "l2", arguments.number("l2"));
  }

  @Override
  protected Regularizer activityRegularizer() {
    return penalty;
  }

  @Override
  protected Tensor forward(Tensor input, Call call) {
    return input;
  }

  @Override
  protected Shape outputShape(Shape input) {
    return input;
  }

  @Override
  protected boolean supportsMasking() {
    return true;
  }

  @Override
  public KerasClass<ActivityRegularization> kerasClass() {
    return CLASS;
  }
}
