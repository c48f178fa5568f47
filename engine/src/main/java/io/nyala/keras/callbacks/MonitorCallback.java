package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.utils.Progress;
import java.util.List;
import java.util.Map;

/**
 * A callback that watches whether a figure gets better: smaller or larger as {@code mode} says, or
 * as the metric itself knows. Source: keras/src/callbacks/monitor_callback.py.
 */
abstract class MonitorCallback extends Callback {

  static final Arg MONITOR = Arg.of("monitor", ArgTypes.STRING, "val_loss", "The figure watched.");
  static final Arg MODE =
      Arg.of("mode", ArgTypes.STRING, "auto", "'min', 'max' or 'auto': which way is better.");
  static final Arg VERBOSE = Arg.of("verbose", ArgTypes.INT, 0, "1: tell what is done.");

  private final String monitor;
  private final double minDelta;
  private String mode;
  private int direction;
  private Double best;

  MonitorCallback(Arguments a, Double best, double minDelta) {
    this.monitor = a.string("monitor");
    this.mode = a.string("mode");
    this.best = best;
    this.minDelta = Math.abs(minDelta);
    if (!List.of("auto", "min", "max").contains(mode)) {
      Progress.warn(
          "UserWarning: "
              + a.table().owner()
              + " mode '"
              + mode
              + "' is unknown, fallback to auto mode.");
      mode = "auto";
    }
  }

  /** The name of the figure watched. */
  public final String monitor() {
    return monitor;
  }

  /** The best value so far; null before the first. */
  public final Double best() {
    return best;
  }

  final void best(Double value) {
    this.best = value;
  }

  /** The figure in these logs; null, with a warning, if it is not there. */
  final Double current(Map<String, Object> logs, String consequence) {
    Double value = Logs.number(logs, monitor);
    if (value == null) {
      Progress.warn(
          "UserWarning: "
              + consequence
              + " metric `"
              + monitor
              + "` which is not available. Available metrics are: "
              + String.join(",", logs.keySet()));
    }
    return value;
  }

  /** Whether a value is better than another by more than the least difference. */
  final boolean isBetter(double value, Double reference) {
    if (reference == null) {
      return true;
    }
    if (direction == 0) {
      direction = findDirection();
    }
    return direction < 0 ? value + minDelta < reference : value - minDelta > reference;
  }

  /** Settles which way is better, once the metrics are known. */
  final void settle() {
    if (direction == 0) {
      direction = findDirection();
    }
  }

  private int findDirection() {
    if (!mode.equals("auto")) {
      return mode.equals("min") ? -1 : 1;
    }
    String name = monitor.startsWith("val_") ? monitor.substring(4) : monitor;
    int found = name.equals("loss") ? -1 : 0;
    for (Metric metric : model().compilation().metrics()) {
      int own = Metrics.direction(metric);
      if (metric.name().equals(name) && own != 0) {
        found = own;
      }
    }
    if (found == 0) {
      throw KerasException.value(
          getClass().getSimpleName()
              + " callback received monitor="
              + monitor
              + ", but Keras isn't able to automatically determine whether that metric should be"
              + " maximized or minimized. Pass `mode='max'` if larger is better, or `mode='min'` if"
              + " smaller is.");
    }
    return found;
  }
}
