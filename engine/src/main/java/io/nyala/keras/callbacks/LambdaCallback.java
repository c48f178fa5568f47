package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.KerasClass;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A callback made of functions. Those of epochs and batches take a number and the logs, the others
 * the logs. Source: keras.callbacks.LambdaCallback.
 */
public final class LambdaCallback extends Callback {

  private static final List<String> EVENTS =
      List.of(
          "on_epoch_begin",
          "on_epoch_end",
          "on_train_begin",
          "on_train_end",
          "on_train_batch_begin",
          "on_train_batch_end",
          "on_test_begin",
          "on_test_end",
          "on_test_batch_begin",
          "on_test_batch_end",
          "on_predict_begin",
          "on_predict_end",
          "on_predict_batch_begin",
          "on_predict_batch_end");

  public static final KerasClass<LambdaCallback> CLASS =
      new KerasClass<>(
          "LambdaCallback",
          Callbacks.MODULE,
          "A callback made of functions.",
          ArgTable.of(
              "LambdaCallback",
              EVENTS.stream()
                  .map(event -> Arg.of(event, ArgTypes.ANY, null, "Called " + event + "."))
                  .toArray(Arg[]::new)),
          LambdaCallback::new);

  private final Map<String, Callables.Fn> functions = new HashMap<>();

  private LambdaCallback(Arguments a) {
    for (String event : EVENTS) {
      Object given = a.get(event);
      if (given != null) {
        Callables.Fn fn = Callables.of(given);
        if (fn == null) {
          throw KerasException.type(
              "Argument `"
                  + event
                  + "` of LambdaCallback should be a function; received "
                  + ArgTypes.show(given));
        }
        functions.put(event, fn);
      }
    }
  }

  private void call(String event, Object... args) {
    Callables.Fn fn = functions.get(event);
    if (fn != null) {
      fn.call(args);
    }
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    call("on_epoch_begin", epoch, logs);
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    call("on_epoch_end", epoch, logs);
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    call("on_train_begin", logs);
  }

  @Override
  public void onTrainEnd(Map<String, Object> logs) {
    call("on_train_end", logs);
  }

  @Override
  public void onTrainBatchBegin(int batch, Map<String, Object> logs) {
    call("on_train_batch_begin", batch, logs);
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    call("on_train_batch_end", batch, logs);
  }

  @Override
  public void onTestBegin(Map<String, Object> logs) {
    call("on_test_begin", logs);
  }

  @Override
  public void onTestEnd(Map<String, Object> logs) {
    call("on_test_end", logs);
  }

  @Override
  public void onTestBatchBegin(int batch, Map<String, Object> logs) {
    call("on_test_batch_begin", batch, logs);
  }

  @Override
  public void onTestBatchEnd(int batch, Map<String, Object> logs) {
    call("on_test_batch_end", batch, logs);
  }

  @Override
  public void onPredictBegin(Map<String, Object> logs) {
    call("on_predict_begin", logs);
  }

  @Override
  public void onPredictEnd(Map<String, Object> logs) {
    call("on_predict_end", logs);
  }

  @Override
  public void onPredictBatchBegin(int batch, Map<String, Object> logs) {
    call("on_predict_batch_begin", batch, logs);
  }

  @Override
  public void onPredictBatchEnd(int batch, Map<String, Object> logs) {
    call("on_predict_batch_end", batch, logs);
  }
}
