package io.nyala.keras.callbacks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.data.WholeFile;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.optimizers.Optimizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Keeps weights and optimizer state in a folder as training goes on, and takes an interrupted
 * {@code fit} up again where it was. Source: keras.callbacks.BackupAndRestore.
 */
public final class BackupAndRestore extends Callback {

  public static final KerasClass<BackupAndRestore> CLASS =
      new KerasClass<>(
          "BackupAndRestore",
          Callbacks.MODULE,
          "Takes an interrupted training up again.",
          ArgTable.of(
              "BackupAndRestore",
              Arg.required("backup_dir", ArgTypes.ANY, "The folder of the backup."),
              Arg.of("save_freq", SaveEvery.TYPE, "epoch", "'epoch' or a number of batches."),
              Arg.of("double_checkpoint", ArgTypes.BOOL, false, "Whether to keep the last two."),
              Arg.of("delete_checkpoint", ArgTypes.BOOL, true, "Whether to tidy up at the end.")),
          BackupAndRestore::new);

  private final Path folder;
  private final Path weights;
  private final Path metadata;
  private final boolean keepsTwo;
  private final boolean tidies;
  private final SaveEvery every;
  private int epoch;
  private int batch;

  /** Keras' arguments as names and values, after the folder. */
  public BackupAndRestore(Object backupDir, Object... namesAndValues) {
    this(CLASS.table().bind(List.of(backupDir), KerasClass.pairs(namesAndValues)));
  }

  private BackupAndRestore(Arguments a) {
    String given = String.valueOf(a.get("backup_dir"));
    if (given.isEmpty()) {
      throw KerasException.value("Empty `backup_dir` argument passed");
    }
    this.folder = Path.of(given);
    this.weights = folder.resolve("latest.weights.h5");
    this.metadata = folder.resolve("training_metadata.json");
    this.keepsTwo = a.flag("double_checkpoint");
    this.tidies = a.flag("delete_checkpoint");
    this.every = new SaveEvery(a.get("save_freq"));
  }

  private static Path older(Path file) {
    return file.resolveSibling(file.getFileName() + ".bkp");
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    if (!model().isBuilt()) {
      throw KerasException.value(
          "To use the BackupAndRestore callback, you model must be built before you call `fit()`."
              + " Model "
              + model().getName()
              + " is unbuilt. You can build it beforehand by calling it on a batch of data.");
    }
    try {
      restore();
    } catch (IOException | KerasException broken) {
      if (!Files.exists(older(weights))) {
        throw broken instanceof KerasException known ? known : cannotUse((IOException) broken);
      }
      try {
        takeOlder();
        restore();
      } catch (IOException e) {
        throw cannotUse(e);
      }
    }
  }

  private void takeOlder() throws IOException {
    Files.copy(older(weights), weights, StandardCopyOption.REPLACE_EXISTING);
    if (Files.exists(older(metadata))) {
      Files.copy(older(metadata), metadata, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.deleteIfExists(metadata);
    }
  }

  private void restore() throws IOException {
    if (Files.exists(weights)) {
      Optimizer optimizer = model().getOptimizer();
      if (optimizer != null) {
        optimizer.build(model().trainableWeights());
      }
      model().loadWeights(weights.toString());
    }
    if (Files.exists(metadata)) {
      JsonNode saved = new ObjectMapper().readTree(metadata.toFile());
      model().resumeAt(saved.path("epoch").asInt());
    }
  }

  @Override
  public void onTrainBatchEnd(int index, Map<String, Object> logs) {
    if (every.after(index)) {
      batch = index;
      save();
    }
  }

  @Override
  public void onEpochEnd(int index, Map<String, Object> logs) {
    epoch = index + 1;
    batch = 0;
    if (every.isEpoch()) {
      save();
    }
  }

  private void save() {
    try {
      Files.createDirectories(folder);
      if (keepsTwo) {
        for (Path file : List.of(weights, metadata)) {
          if (Files.exists(file)) {
            Files.copy(file, older(file), StandardCopyOption.REPLACE_EXISTING);
          }
        }
      }
      model().saveWeights(weights.toString());
      WholeFile.write(metadata, "{\"epoch\": " + epoch + ", \"batch\": " + batch + "}");
    } catch (IOException e) {
      throw cannotUse(e);
    }
  }

  @Override
  public void onTrainEnd(Map<String, Object> logs) {
    if (!tidies || !Files.exists(folder)) {
      return;
    }
    try {
      for (Path file : List.of(weights, metadata, older(weights), older(metadata))) {
        Files.deleteIfExists(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw cannotUse(e);
    }
  }

  private KerasException cannotUse(IOException e) {
    return KerasException.file("BackupAndRestore cannot use the folder " + folder + ": " + e);
  }
}
