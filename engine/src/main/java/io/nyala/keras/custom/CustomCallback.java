package io.nyala.keras.custom;

import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.models.Model;
import java.util.Map;

/**
 * The base of a person's own callback, with methods under their Keras names such as {@code
 * on_epoch_end(epoch, logs)}.
 */
public abstract class CustomCallback extends Callback {

  private void tell(String event, Object... arguments) {
    OwnMethod written = Written.find(this, CustomCallback.class, event);
    if (written != null) {
      written.call(arguments);
    }
  }

  private boolean telling;

  /** Tells once: what is written may call the inherited method of the same name. */
  private void tellOnce(String event, Object argument) {
    if (!telling) {
      telling = true;
      try {
        tell(event, argument);
      } finally {
        telling = false;
      }
    }
  }

  @Override
  public void setModel(Model watched) {
    super.setModel(watched);
    tellOnce("set_model", watched);
  }

  @Override
  public void setParams(Map<String, Object> runParams) {
    super.setParams(runParams);
    tellOnce("set_params", runParams);
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    tell("on_train_begin", logs);
  }

  @Override
  public void onTrainEnd(Map<String, Object> logs) {
    tell("on_train_end", logs);
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    tell("on_epoch_begin", epoch, logs);
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    tell("on_epoch_end", epoch, logs);
  }

  @Override
  public void onTrainBatchBegin(int batch, Map<String, Object> logs) {
    tell("on_train_batch_begin", batch, logs);
    tell("on_batch_begin", batch, logs);
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    tell("on_train_batch_end", batch, logs);
    tell("on_batch_end", batch, logs);
  }

  @Override
  public void onTestBegin(Map<String, Object> logs) {
    tell("on_test_begin", logs);
  }

  @Override
  public void onTestEnd(Map<String, Object> logs) {
    tell("on_test_end", logs);
  }

  @Override
  public void onTestBatchBegin(int batch, Map<String, Object> logs) {
    tell("on_test_batch_begin", batch, logs);
  }

  @Override
  public void onTestBatchEnd(int batch, Map<String, Object> logs) {
    tell("on_test_batch_end", batch, logs);
  }

  @Override
  public void onPredictBegin(Map<String, Object> logs) {
    tell("on_predict_begin", logs);
  }

  @Override
  public void onPredictEnd(Map<String, Object> logs) {
    tell("on_predict_end", logs);
  }

  @Override
  public void onPredictBatchBegin(int batch, Map<String, Object> logs) {
    tell("on_predict_batch_begin", batch, logs);
  }

  @Override
  public void onPredictBatchEnd(int batch, Map<String, Object> logs) {
    tell("on_predict_batch_end", batch, logs);
  }
}
