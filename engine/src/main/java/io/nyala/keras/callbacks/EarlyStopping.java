package io.nyala.keras.callbacks;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Ends training when a figure has not got better for some epochs. Source:
 * keras.callbacks.EarlyStopping.
 */
public final class EarlyStopping extends MonitorCallback {

  public static final KerasClass<EarlyStopping> CLASS =
      new KerasClass<>(
          "EarlyStopping",
          Callbacks.MODULE,
          "Ends training when a figure no longer gets better.",
          ArgTable.of(
              "EarlyStopping",
              MONITOR,
              Arg.of("min_delta", ArgTypes.FLOAT, 0.0, "Smallest change that counts."),
              Arg.of("patience", ArgTypes.INT, 0, "Epochs to wait for it."),
              VERBOSE,
              MODE,
              Arg.of("baseline", ArgTypes.FLOAT, null, "A value that must be passed as well."),
              Arg.of(
                  "restore_best_weights",
                  ArgTypes.BOOL,
                  false,
                  "Whether to end with the weights of the best epoch."),
              Arg.of("start_from_epoch", ArgTypes.INT, 0, "Epochs to let pass first.")),
          EarlyStopping::new);

  private final Arguments arguments;
  private int wait;
  private int stoppedEpoch;
  private int bestEpoch;
  private List<Tensor> bestWeights;

  /** Keras' arguments as names and values. */
  public EarlyStopping(Object... namesAndValues) {
    this(CLASS.table().bind(List.of(), KerasClass.pairs(namesAndValues)));
  }

  private EarlyStopping(Arguments a) {
    super(a, null, a.number("min_delta"));
    this.arguments = a;
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    wait = 0;
    stoppedEpoch = 0;
    bestEpoch = 0;
    bestWeights = null;
    best(null);
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    settle();
    Double current = current(logs, "Early stopping conditioned on");
    if (current == null || epoch < arguments.integer("start_from_epoch")) {
      return;
    }
    boolean restores = arguments.flag("restore_best_weights");
    if (restores && bestWeights == null) {
      bestWeights = model().getWeights();
      bestEpoch = epoch;
    }
    wait++;
    if (isBetter(current, best())) {
      improve(epoch, current, restores);
    } else if (wait >= arguments.integer("patience") && epoch > 0) {
      stoppedEpoch = epoch;
      model().stopTraining(true);
    }
  }

  private void improve(int epoch, double current, boolean restores) {
    best(current);
    bestEpoch = epoch;
    if (restores) {
      bestWeights = model().getWeights();
    }
    if (isBetter(current, arguments.number("baseline"))) {
      wait = 0;
    }
  }

  @Override
  public void onTrainEnd(Map<String, Object> logs) {
    boolean tells = arguments.integer("verbose") > 0;
    if (stoppedEpoch > 0 && tells) {
      Progress.println("Epoch " + (stoppedEpoch + 1) + ": early stopping");
    }
    if (bestWeights != null) {
      if (tells) {
        Progress.println(
            "Restoring model weights from the end of the best epoch: " + (bestEpoch + 1) + ".");
      }
      model().setWeights(bestWeights);
    }
  }

  /** The epoch, counted from 0, after which training was ended; 0 if it was not. */
  public int stoppedEpoch() {
    return stoppedEpoch;
  }

  /** The best epoch, counted from 0. */
  public int bestEpoch() {
    return bestEpoch;
  }

  /** Epochs waited for an improvement. */
  public int waited() {
    return wait;
  }
}
