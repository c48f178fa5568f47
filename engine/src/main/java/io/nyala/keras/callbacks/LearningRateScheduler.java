package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Digits;
import java.util.List;
import java.util.Map;

/**
 * Sets the learning rate before each epoch by a function of the epoch and the rate. Source:
 * keras.callbacks.LearningRateScheduler.
 */
public final class LearningRateScheduler extends Callback {

  public static final KerasClass<LearningRateScheduler> CLASS =
      new KerasClass<>(
          "LearningRateScheduler",
          Callbacks.MODULE,
          "Sets the learning rate before each epoch.",
          ArgTable.of(
              "LearningRateScheduler",
              Arg.required("schedule", ArgTypes.ANY, "A function of epoch (from 0) and rate."),
              MonitorCallback.VERBOSE),
          LearningRateScheduler::new);

  private final Callables.Fn schedule;
  private final boolean tells;

  /** A schedule: a function of the epoch, counted from 0, and the rate so far. */
  public LearningRateScheduler(Callables.Fn schedule) {
    this(CLASS.table().bind(List.of(schedule), Map.of()));
  }

  private LearningRateScheduler(Arguments a) {
    this.schedule = Callables.of(a.get("schedule"));
    this.tells = a.integer("verbose") > 0;
    if (schedule == null) {
      throw KerasException.type(
          "Argument `schedule` of LearningRateScheduler should be a function of epoch and learning"
              + " rate; received "
              + ArgTypes.show(a.get("schedule")));
    }
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    Optimizer optimizer = model().getOptimizer();
    Object rate = schedule.callWithFirst(epoch, optimizer.learningRate());
    if (ArgTypes.number(rate) == null) {
      throw KerasException.value(
          "The output of the `schedule` function should be a float. Got: " + rate);
    }
    double next = ArgTypes.number(rate).doubleValue();
    optimizer.learningRate(next);
    if (tells) {
      Progress.println(
          "\nEpoch "
              + (epoch + 1)
              + ": LearningRateScheduler setting learning rate to "
              + Digits.text(next)
              + ".");
    }
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    logs.put("learning_rate", model().getOptimizer().learningRate());
  }
}
