package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.KerasClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The figures of every epoch; what {@code fit} returns. Source: keras.callbacks.History. */
public final class History extends Callback {

  public static final KerasClass<History> CLASS =
      new KerasClass<>(
          "History",
          Callbacks.MODULE,
          "The figures of every epoch.",
          ArgTable.of("History"),
          a -> new History());

  private final Map<String, List<Object>> history = new LinkedHashMap<>();
  private final List<Integer> epoch = new ArrayList<>();
  private double[] stepMillis = new double[0];
  private double seconds;

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    epoch.clear();
  }

  @Override
  public void onEpochEnd(int index, Map<String, Object> logs) {
    epoch.add(index);
    logs.forEach((name, value) -> history.computeIfAbsent(name, n -> new ArrayList<>()).add(value));
  }

  /** Per figure, its value after each epoch: a number, or an array of a metric's values. */
  public Map<String, List<Object>> getHistory() {
    return history;
  }

  /**
   * The value of a figure after each epoch; null if there is no such figure.
   *
   * @throws KerasException a ValueError if it is an array of several values
   */
  public List<Double> numbers(String name) {
    List<Object> values = history.get(name);
    return values == null
        ? null
        : values.stream().map(value -> Double.valueOf(Logs.number(name, value))).toList();
  }

  /** The epochs, counted from 0. */
  public List<Integer> getEpoch() {
    return epoch;
  }

  /** Notes how long training took. */
  public void timing(double[] millisPerStep, double totalSeconds) {
    this.stepMillis = millisPerStep;
    this.seconds = totalSeconds;
  }

  /** The median duration of a training step in milliseconds; NaN if there was none. */
  public double medianStepMillis() {
    if (stepMillis.length == 0) {
      return Double.NaN;
    }
    double[] sorted = stepMillis.clone();
    java.util.Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** The duration of the whole run in seconds. */
  public double seconds() {
    return seconds;
  }

  @Override
  public String toString() {
    return "<keras.src.callbacks.history.History at 0x"
        + Integer.toHexString(System.identityHashCode(this))
        + ">";
  }
}
