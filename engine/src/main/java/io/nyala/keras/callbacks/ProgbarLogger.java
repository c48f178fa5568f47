package io.nyala.keras.callbacks;

import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.utils.Progbar;
import io.nyala.keras.utils.Progress;
import io.nyala.keras.utils.WorkDisplay;
import java.util.Map;

/**
 * Prints the progress of training, evaluation and prediction: a bar ({@code verbose=1}) or a line
 * per epoch ({@code verbose=2}). Source: keras.callbacks.ProgbarLogger.
 */
public final class ProgbarLogger extends Callback {

  public static final KerasClass<ProgbarLogger> CLASS =
      new KerasClass<>(
          "ProgbarLogger",
          Callbacks.MODULE,
          "Prints the progress of training.",
          ArgTable.of("ProgbarLogger"),
          a -> new ProgbarLogger());

  private int verbose = 1;
  private int epochs = 1;
  private Integer target;
  private int seen;
  private Progbar bar;
  private boolean inFit;
  private TrainingDisplay display;
  private WorkDisplay work;

  @Override
  public void setParams(Map<String, Object> params) {
    super.setParams(params);
    verbose = params.get("verbose") instanceof Number level ? level.intValue() : 1;
    epochs = params.get("epochs") instanceof Number all ? all.intValue() : 1;
    target = params.get("steps") instanceof Number steps ? (Integer) steps.intValue() : null;
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    inFit = true;
    display = verbose == 1 ? TrainingDisplay.open() : null;
    if (display != null) {
      display.begins(epochs, target);
    }
  }

  @Override
  public void onOver() {
    if (display != null) {
      display.ends();
    }
    if (work != null) {
      work.ends(false);
    }
    display = null;
    work = null;
    inFit = false;
  }

  @Override
  public void onTestBegin(Map<String, Object> logs) {
    if (!inFit) {
      begin("evaluate");
    }
  }

  @Override
  public void onPredictBegin(Map<String, Object> logs) {
    begin("predict");
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    begin();
    if (display != null) {
      display.epochBegins(epoch);
    }
    if (verbose > 0 && epochs > 1) {
      print("Epoch " + (epoch + 1) + "/" + epochs + "\n");
    }
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    step(batch, logs);
    if (display != null) {
      display.step(batch + 1, logs);
    }
  }

  @Override
  public void onTestBatchEnd(int batch, Map<String, Object> logs) {
    if (!inFit) {
      step(batch, logs);
    }
  }

  @Override
  public void onPredictBatchEnd(int batch, Map<String, Object> logs) {
    step(batch, Map.of());
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    end(logs);
    if (display != null) {
      display.epochEnds(epoch, logs);
    }
  }

  @Override
  public void onTestEnd(Map<String, Object> logs) {
    if (!inFit) {
      endWork(logs);
    }
  }

  @Override
  public void onPredictEnd(Map<String, Object> logs) {
    endWork(logs);
  }

  private void begin(String what) {
    if (verbose == 1) {
      Long total = target == null ? null : Long.valueOf(target);
      work = WorkDisplay.open(new WorkDisplay.Work(what, total, "step", false));
    }
    begin();
  }

  private void begin() {
    seen = 0;
    bar = new Progbar(target, verbose, this::print);
  }

  private void print(String text) {
    if (display != null) {
      display.print(text);
    } else if (work != null) {
      work.print(text);
    } else {
      Progress.print(text);
    }
  }

  private void step(int batch, Map<String, Object> logs) {
    seen = batch + 1;
    if (verbose == 1) {
      bar.update(seen, logs, false);
    }
    if (work != null) {
      work.at(seen, logs);
    }
  }

  private void endWork(Map<String, Object> logs) {
    end(logs);
    if (work != null) {
      work.ends(true);
    }
    work = null;
  }

  private void end(Map<String, Object> logs) {
    if (target == null) {
      target = seen;
      bar.target(target);
    }
    bar.update(target, logs, true);
  }
}
