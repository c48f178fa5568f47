package io.nyala.keras.custom;

import io.nyala.keras.args.KerasClass;
import io.nyala.keras.optimizers.schedules.LearningRateSchedule;
import java.util.Map;

/**
 * The base of a person's own learning-rate schedule: a method {@code call(step)}. Source:
 * subclassing keras.optimizers.schedules.LearningRateSchedule.
 */
public abstract class CustomSchedule extends LearningRateSchedule {

  @SuppressWarnings("this-escape") // looked at only when it is used
  private final OwnObject own = new OwnObject(this, CustomSchedule.class);

  @Override
  public double call(long step) {
    return own.tensor(step).getDouble(0);
  }

  @Override
  public Map<String, Object> getConfig() {
    return own.config(Map.of());
  }

  @Override
  public Map<String, Object> describe() {
    return Written.describe(this, super.describe());
  }

  @Override
  public KerasClass<?> kerasClass() {
    return own.kerasClass("keras.optimizers.schedules", arguments());
  }
}
