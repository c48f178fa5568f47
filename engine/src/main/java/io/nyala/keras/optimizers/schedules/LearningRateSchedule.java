package io.nyala.keras.optimizers.schedules;

import io.nyala.keras.KerasObject;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import java.util.List;
import java.util.Map;

/**
 * A learning rate that follows the step. A person's own schedule extends it and writes {@link
 * #call}. Source: keras.optimizers.schedules.LearningRateSchedule.
 */
public abstract class LearningRateSchedule implements KerasObject {

  private final Arguments arguments;

  /** A schedule of these arguments. */
  protected LearningRateSchedule(Arguments arguments) {
    this.arguments = arguments;
  }

  /** A person's own schedule. */
  protected LearningRateSchedule() {
    this(ArgTable.of("LearningRateSchedule").bind(List.of(), Map.of()));
  }

  /** The learning rate at this step, counted from 0. */
  public abstract double call(long step);

  /** The learning rate at a step that need not be whole. */
  public double at(double step) {
    return call((long) step);
  }

  @Override
  public KerasClass<?> kerasClass() {
    return new KerasClass<>(
        getClass().getSimpleName(),
        Schedules.MODULE,
        "A person's own schedule.",
        arguments.table(),
        a -> this);
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }
}
