package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Digits;
import java.util.List;
import java.util.Map;

/**
 * Lowers the learning rate when a figure has not got better for some epochs. Source:
 * keras.callbacks.ReduceLROnPlateau.
 */
public final class ReduceLROnPlateau extends MonitorCallback {

  public static final KerasClass<ReduceLROnPlateau> CLASS =
      new KerasClass<>(
          "ReduceLROnPlateau",
          Callbacks.MODULE,
          "Lowers the learning rate when a figure no longer gets better.",
          ArgTable.of(
              "ReduceLROnPlateau",
              MONITOR,
              Arg.of("factor", ArgTypes.FLOAT, 0.1, "What the rate is multiplied by; below 1."),
              Arg.of("patience", ArgTypes.INT, 10, "Epochs to wait for an improvement."),
              VERBOSE,
              MODE,
              Arg.of("min_delta", ArgTypes.FLOAT, 1e-4, "Smallest change that counts."),
              Arg.of("cooldown", ArgTypes.INT, 0, "Epochs to rest after lowering."),
              Arg.of("min_lr", ArgTypes.FLOAT, 0.0, "The lowest rate.")),
          ReduceLROnPlateau::new);

  private final Arguments arguments;
  private int wait;
  private int rest;

  /** Keras' arguments as names and values. */
  public ReduceLROnPlateau(Object... namesAndValues) {
    this(CLASS.table().bind(List.of(), KerasClass.pairs(namesAndValues)));
  }

  private ReduceLROnPlateau(Arguments a) {
    super(a, null, a.number("min_delta"));
    this.arguments = a;
    if (a.number("factor") >= 1) {
      throw KerasException.value(
          "ReduceLROnPlateau does not support a factor >= 1.0. Received factor="
              + a.number("factor"));
    }
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    best(null);
    rest = 0;
    wait = 0;
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    settle();
    logs.put("learning_rate", model().getOptimizer().learningRate());
    Double current = current(logs, "Learning rate reduction is conditioned on");
    if (current == null) {
      return;
    }
    if (rest > 0) {
      rest--;
      wait = 0;
    }
    if (isBetter(current, best())) {
      best(current);
      wait = 0;
    } else if (rest == 0) {
      wait++;
      if (wait >= arguments.integer("patience") && reduce(epoch)) {
        rest = arguments.integer("cooldown");
        wait = 0;
      }
    }
  }

  private boolean reduce(int epoch) {
    Optimizer optimizer = model().getOptimizer();
    double least = arguments.number("min_lr");
    double old = optimizer.learningRate();
    if (old <= (float) least) {
      return false;
    }
    double rate = Math.max(old * arguments.number("factor"), least);
    optimizer.learningRate(rate);
    if (arguments.integer("verbose") > 0) {
      Progress.println(
          "\nEpoch "
              + (epoch + 1)
              + ": ReduceLROnPlateau reducing learning rate to "
              + Digits.text(rate)
              + ".");
    }
    return true;
  }

  /** Epochs waited for an improvement. */
  public int waited() {
    return wait;
  }
}
