package io.nyala.keras.callbacks;

import io.nyala.keras.models.Model;
import java.util.Map;

/**
 * What is told of training as it goes, and may change its course. Source: keras.callbacks.Callback.
 *
 * <p>{@code logs} are the figures so far, by name; a callback may add to those of an epoch.
 */
public abstract class Callback {

  private Model model;
  private Map<String, Object> params = Map.of();

  /** The model being trained. */
  public final Model model() {
    return model;
  }

  /** Tells the callback which model it watches. */
  public void setModel(Model watched) {
    this.model = watched;
  }

  /** The run's {@code epochs}, {@code steps} (null: unknown) and {@code verbose}. */
  public final Map<String, Object> params() {
    return params;
  }

  /** Tells the callback about the run. */
  public void setParams(Map<String, Object> runParams) {
    this.params = runParams;
  }

  /** Before the first epoch. */
  public void onTrainBegin(Map<String, Object> logs) {}

  /** After the last epoch; not called when training ends by an error or an interrupt. */
  public void onTrainEnd(Map<String, Object> logs) {}

  /**
   * When no further step of training, or of an evaluation or prediction of its own, will come; also
   * after an error or an interrupt, which {@link #onTrainEnd} and its like are not told of.
   */
  public void onOver() {}

  /** Before an epoch, counted from 0. */
  public void onEpochBegin(int epoch, Map<String, Object> logs) {}

  /** After an epoch; the logs hold training and validation figures. */
  public void onEpochEnd(int epoch, Map<String, Object> logs) {}

  /** Before a training step, counted from 0 in each epoch. */
  public void onTrainBatchBegin(int batch, Map<String, Object> logs) {}

  /** After a training step. */
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {}

  /** Before an evaluation, on its own or inside {@code fit}. */
  public void onTestBegin(Map<String, Object> logs) {}

  /** After an evaluation. */
  public void onTestEnd(Map<String, Object> logs) {}

  /** Before an evaluation step. */
  public void onTestBatchBegin(int batch, Map<String, Object> logs) {}

  /** After an evaluation step. */
  public void onTestBatchEnd(int batch, Map<String, Object> logs) {}

  /** Before a prediction. */
  public void onPredictBegin(Map<String, Object> logs) {}

  /** After a prediction. */
  public void onPredictEnd(Map<String, Object> logs) {}

  /** Before a prediction step. */
  public void onPredictBatchBegin(int batch, Map<String, Object> logs) {}

  /** After a prediction step. */
  public void onPredictBatchEnd(int batch, Map<String, Object> logs) {}
}
