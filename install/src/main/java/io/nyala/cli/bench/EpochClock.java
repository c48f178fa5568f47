package io.nyala.cli.bench;

import io.nyala.keras.callbacks.Callback;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The time that training takes in each epoch, validation left out. */
final class EpochClock extends Callback {

  private final List<Double> millisPerStep = new ArrayList<>();
  private final List<Double> seconds = new ArrayList<>();
  private long start;
  private long end;
  private int steps;

  List<Double> millisPerStep() {
    return millisPerStep;
  }

  List<Double> seconds() {
    return seconds;
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    start = System.nanoTime();
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    end = System.nanoTime();
    steps = batch + 1;
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    millisPerStep.add((end - start) / 1e6 / steps);
    seconds.add((end - start) / 1e9);
  }
}
