package io.nyala.keras.callbacks;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.utils.Progress;
import io.nyala.keras.utils.PythonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Saves the model, or its weights, as training goes on: every time or only when a figure is the
 * best so far. The path may hold figures: {@code model-{epoch:02d}-{val_loss:.2f}.keras}.
 *
 * <p>Source: keras.callbacks.ModelCheckpoint.
 */
public final class ModelCheckpoint extends MonitorCallback {

  public static final KerasClass<ModelCheckpoint> CLASS =
      new KerasClass<>(
          "ModelCheckpoint",
          Callbacks.MODULE,
          "Saves the model as training goes on.",
          ArgTable.of(
              "ModelCheckpoint",
              Arg.required("filepath", ArgTypes.ANY, "The file; may hold {epoch} and figures."),
              MONITOR,
              VERBOSE,
              Arg.of("save_best_only", ArgTypes.BOOL, false, "Whether only the best is saved."),
              Arg.of("save_weights_only", ArgTypes.BOOL, false, "Whether only weights are."),
              MODE,
              Arg.of("save_freq", SaveEvery.TYPE, "epoch", "'epoch' or a number of batches."),
              Arg.of(
                  "initial_value_threshold",
                  ArgTypes.FLOAT,
                  null,
                  "A value that the first one saved must be better than.")),
          ModelCheckpoint::new);

  private final String filepath;
  private final boolean bestOnly;
  private final boolean weightsOnly;
  private final boolean tells;
  private final SaveEvery every;
  private int epoch;

  /** Keras' arguments as names and values, after the file. */
  public ModelCheckpoint(Object filepath, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(filepath), KerasClass.pairs(namesAndValues)));
  }

  private ModelCheckpoint(Arguments a) {
    super(a, a.number("initial_value_threshold"), 0);
    this.filepath = String.valueOf(a.get("filepath"));
    this.bestOnly = a.flag("save_best_only");
    this.weightsOnly = a.flag("save_weights_only");
    this.tells = a.integer("verbose") > 0;
    this.every = new SaveEvery(a.get("save_freq"));
    if (weightsOnly && !filepath.endsWith(".weights.h5")) {
      throw KerasException.value(
          "When using `save_weights_only=True` in `ModelCheckpoint`, the filepath provided must"
              + " end in `.weights.h5` (Keras weights format). Received: filepath="
              + filepath);
    }
    if (!weightsOnly && !filepath.endsWith(".keras") && !filepath.endsWith(".h5")) {
      throw KerasException.value(
          "The filepath provided must end in `.keras` (Keras model format). Received: filepath="
              + filepath);
    }
  }

  @Override
  public void onEpochBegin(int index, Map<String, Object> logs) {
    epoch = index;
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    if (every.after(batch)) {
      settle();
      save(batch, logs);
    }
  }

  @Override
  public void onEpochEnd(int index, Map<String, Object> logs) {
    settle();
    if (every.isEpoch()) {
      save(null, logs);
    }
  }

  private void save(Integer batch, Map<String, Object> logs) {
    Map<String, Number> figures = new LinkedHashMap<>();
    logs.forEach(
        (name, value) -> {
          if (value instanceof Number number) {
            figures.put(name, number);
          }
        });
    figures.put("epoch", epoch + 1);
    if (batch != null) {
      figures.put("batch", batch + 1);
    }
    String file = PythonFormat.format(filepath, figures);
    if (!wants(logs, file)) {
      return;
    }
    Path folder = Path.of(file).toAbsolutePath().getParent();
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw KerasException.file("ModelCheckpoint cannot make the folder " + folder + ": " + e);
    }
    if (Files.isDirectory(Path.of(file))) {
      throw KerasException.file(
          "Please specify a non-directory filepath for ModelCheckpoint. Filepath used is an"
              + " existing directory: "
              + file);
    }
    if (weightsOnly) {
      model().saveWeights(file);
    } else {
      model().save(file);
    }
    tell("finished saving model to " + file);
  }

  private boolean wants(Map<String, Object> logs, String file) {
    if (!bestOnly) {
      tell("saving model to " + file);
      return true;
    }
    Double current = Logs.number(logs, monitor());
    if (current == null) {
      Progress.warn("UserWarning: Can save best model only with " + monitor() + " available.");
      return true;
    }
    String before = best() == null ? "None" : PythonFormat.fixed(best(), 5);
    if (!isBetter(current, best())) {
      tell(monitor() + " did not improve from " + before);
      return false;
    }
    tell(
        monitor()
            + " improved from "
            + before
            + " to "
            + PythonFormat.fixed(current, 5)
            + ", saving model to "
            + file);
    best(current);
    return true;
  }

  private void tell(String what) {
    if (tells) {
      Progress.println("\nEpoch " + (epoch + 1) + ": " + what);
    }
  }
}
