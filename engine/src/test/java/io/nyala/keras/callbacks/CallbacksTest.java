package io.nyala.keras.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.optimizers.SGD;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Callbacks at work, on the small model of {@code golden_training.py}. */
class CallbacksTest {

  private final StringBuilder written = new StringBuilder();

  @AfterEach
  void undoRedirection() {
    Progress.redirect(null, null);
  }

  static Tensor formula(long seed, Shape shape, double limit) {
    Tensor out = Tensor.zeros(io.nyala.tensor.DType.FLOAT32, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.put(i, (2 * Golden.uniform(seed, i) - 1) * limit);
    }
    return out;
  }

  static Sequential small(double rate, Object metrics) {
    Sequential model =
        new Sequential(new Dense(3, "activation", "tanh"), new Dense(1, "activation", "sigmoid"));
    model.build(Shape.of(Shape.UNKNOWN, 4));
    int seed = 1;
    for (Variable weight : model.weights()) {
      weight.assign(formula(seed++, weight.shape(), 0.7));
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("loss", "binary_crossentropy");
    arguments.put("optimizer", new SGD(rate));
    arguments.put("metrics", metrics);
    model.compile(arguments);
    return model;
  }

  private History fit(Sequential model, int epochs, Callback... callbacks) {
    Progress.redirect(written::append, written::append);
    Tensor y = formula(52, Shape.of(10, 1), 1);
    for (int i = 0; i < 10; i++) {
      y.put(i, y.getDouble(i) > 0 ? 1 : 0);
    }
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("batch_size", 4);
    arguments.put("shuffle", false);
    arguments.put("verbose", 0);
    arguments.put("epochs", epochs);
    arguments.put("validation_split", 0.3);
    arguments.put("callbacks", List.of(callbacks));
    return model.fit(arguments, formula(51, Shape.of(10, 4), 1), y);
  }

  private static Callback watcher(String name) {
    Callables.Fn halve =
        args -> {
          double rate = ((Number) args[1]).doubleValue();
          return (Integer) args[0] < 2 ? rate : rate * 0.5;
        };
    return switch (name) {
      case "EarlyStopping" -> new EarlyStopping("patience", 1, "min_delta", 0.002);
      case "EarlyStopping, restore_best_weights" ->
          new EarlyStopping(
              "monitor", "loss", "mode", "max", "patience", 2, "restore_best_weights", true);
      case "EarlyStopping, baseline" ->
          new EarlyStopping("monitor", "val_accuracy", "baseline", 0.99, "patience", 2);
      case "EarlyStopping, start_from_epoch" ->
          new EarlyStopping("monitor", "loss", "mode", "max", "start_from_epoch", 2, "patience", 1);
      case "EarlyStopping, restore, never stopped" ->
          new EarlyStopping("monitor", "loss", "patience", 50, "restore_best_weights", true);
      case "LearningRateScheduler" -> new LearningRateScheduler(halve);
      case "ReduceLROnPlateau" ->
          new ReduceLROnPlateau(
              "monitor", "loss", "mode", "max", "factor", 0.5, "patience", 1, "min_lr", 0.1);
      case "ReduceLROnPlateau, cooldown" ->
          new ReduceLROnPlateau(
              "monitor", "loss", "mode", "max", "factor", 0.5, "patience", 1, "cooldown", 2);
      case "TerminateOnNaN" -> new TerminateOnNaN();
      default -> null;
    };
  }

  static Stream<JsonNode> golden() {
    List<JsonNode> all = new ArrayList<>();
    Golden.read("training").get("fits").forEach(all::add);
    return all.stream().filter(one -> watcher(one.get("name").asText()) != null);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void trainingGoesAsWithKeras(JsonNode one) {
    String name = one.get("name").asText();
    Callback watcher = watcher(name);
    Sequential model = small(name.equals("TerminateOnNaN") ? Double.NaN : 0.5, List.of("accuracy"));
    History history = fit(model, 6, watcher);
    List<Integer> epochs = new ArrayList<>();
    one.get("epochs").forEach(e -> epochs.add(e.asInt()));
    assertEquals(epochs, history.getEpoch());
    assertEquals(Golden.config(one.get("history")).keySet(), history.getHistory().keySet());
    one.get("history")
        .fields()
        .forEachRemaining(
            figure -> {
              for (int i = 0; i < figure.getValue().size(); i++) {
                double expected = Golden.number(figure.getValue().get(i));
                double found = history.numbers(figure.getKey()).get(i);
                assertEquals(expected, found, 1e-5, figure.getKey() + " " + i);
              }
            });
    close(one.get("learning_rate"), model.getOptimizer().learningRate());
    if (watcher instanceof EarlyStopping stopping) {
      close(one.get("best"), stopping.best());
      close(one.get("best_epoch"), stopping.bestEpoch());
      close(one.get("stopped_epoch"), stopping.stoppedEpoch());
      close(one.get("wait"), stopping.waited());
    } else if (watcher instanceof ReduceLROnPlateau plateau) {
      close(one.get("best"), plateau.best());
      close(one.get("wait"), plateau.waited());
    }
    int i = 0;
    for (Variable weight : model.weights()) {
      for (int k = 0; k < weight.value().elements(); k++) {
        assertEquals(Golden.number(one.get("weights").get(i++)), weight.value().getDouble(k), 1e-5);
      }
    }
  }

  private static void close(JsonNode expected, double found) {
    assertEquals(Golden.number(expected), found, 1e-5);
  }

  @Test
  void messagesAreThoseOfKeras() {
    fit(
        small(0.5, List.of("accuracy")),
        4,
        new EarlyStopping("patience", 1, "verbose", 1, "restore_best_weights", true));
    assertEquals(
        "Epoch 2: early stopping\nRestoring model weights from the end of the best epoch: 1.\n",
        written.toString());
    written.setLength(0);
    fit(
        small(0.5, null),
        3,
        new ReduceLROnPlateau(
            "monitor", "loss", "mode", "max", "factor", 1e-4, "patience", 2, "verbose", 1));
    assertEquals(
        "\nEpoch 3: ReduceLROnPlateau reducing learning rate to 5e-05.\n", written.toString());
    written.setLength(0);
    Callables.Fn fixed = args -> 0.25;
    fit(small(0.5, null), 1, LearningRateScheduler.CLASS.create("schedule", fixed, "verbose", 1));
    assertEquals(
        "\nEpoch 1: LearningRateScheduler setting learning rate to 0.25.\n", written.toString());
    written.setLength(0);
    fit(small(0.5, null), 2, new EarlyStopping("monitor", "val_lost", "mode", "min"));
    assertTrue(
        written
            .toString()
            .startsWith(
                "UserWarning: Early stopping conditioned on metric `val_lost` which is not"
                    + " available. Available metrics are: loss,val_loss"),
        written.toString());
  }

  @Test
  void aMetricWithoutADirectionNeedsAMode() {
    Callables.Fn own = args -> args[1];
    Sequential model = small(0.5, List.of(own));
    KerasException unknown =
        assertThrows(
            KerasException.class, () -> fit(model, 1, new EarlyStopping("monitor", "val_lambda")));
    assertTrue(unknown.getMessage().contains("mode='max'"), unknown.getMessage());
  }

  @Test
  void theCsvFileHasARowPerEpoch(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("log.csv");
    fit(small(0.5, null), 2, (Callback) CSVLogger.CLASS.create("filename", file.toString()));
    List<String> rows = List.of(Files.readString(file).split("\r\n"));
    assertEquals("epoch,loss,val_loss", rows.get(0));
    assertEquals(3, rows.size());
    assertTrue(rows.get(1).matches("0,0\\.71994\\d*,0\\.63662\\d*"), rows.get(1));
    fit(
        small(0.5, null),
        1,
        (Callback)
            CSVLogger.CLASS.create("filename", file.toString(), "append", true, "separator", ","));
    assertEquals(4, Files.readString(file).split("\r\n").length);
  }

  @Test
  void functionsMakeACallback() {
    List<Object> seen = new ArrayList<>();
    Callables.Fn note =
        args -> {
          seen.add(args.length == 2 ? args[0] : "end");
          return null;
        };
    fit(
        small(0.5, null),
        2,
        LambdaCallback.CLASS.create("on_epoch_end", note, "on_train_end", note));
    assertEquals(List.of(0, 1, "end"), seen);
  }

  @Test
  void eventFilesHoldFiguresAndHistograms(@TempDir Path folder) throws IOException {
    fit(
        small(0.5, List.of("accuracy")),
        2,
        new TensorBoard("log_dir", folder.toString(), "histogram_freq", 1, "update_freq", "batch"));
    List<String> train = EventReader.tags(folder.resolve("train"));
    assertTrue(train.contains("epoch_loss@0"), train.toString());
    assertTrue(train.contains("epoch_loss@1"), train.toString());
    assertTrue(train.contains("epoch_learning_rate@1"), train.toString());
    assertTrue(train.contains("batch_accuracy@4"), train.toString());
    assertTrue(train.contains("keras@0"), train.toString());
    assertTrue(
        train.stream().anyMatch(tag -> tag.endsWith("kernel/histogram@1")), train.toString());
    List<String> validation = EventReader.tags(folder.resolve("validation"));
    assertTrue(validation.contains("epoch_accuracy@1"), validation.toString());
    assertTrue(validation.contains("evaluation_loss_vs_iterations@4"), validation.toString());
    assertFalse(validation.contains("epoch_learning_rate@0"), validation.toString());
  }

  @Test
  void histogramBucketsHoldAllValues() {
    double[][] buckets = TensorBoard.buckets(Tensor.of(Shape.of(4), 0f, 1f, 2f, 30f));
    assertEquals(30, buckets.length);
    assertEquals(1, buckets[0][2]);
    assertEquals(1, buckets[29][2]);
    assertEquals(30, buckets[29][1]);
    assertEquals(
        4, TensorBoard.buckets(Tensor.full(io.nyala.tensor.DType.FLOAT32, Shape.of(4), 5))[29][2]);
  }

  @Test
  void whatTensorBoardCannotDoHereIsRefused() {
    assertThrows(KerasException.class, () -> new TensorBoard("write_images", true));
    assertThrows(KerasException.class, () -> new TensorBoard("profile_batch", 2));
    assertThrows(KerasException.class, () -> new TensorBoard("update_freq", "sometimes"));
    assertThrows(
        KerasException.class,
        () -> Catalog.get("keras.callbacks", "ReduceLROnPlateau").create("factor", 1.5));
  }

  @Test
  void checkpointsKeepTheBestModel(@TempDir Path folder) {
    String file = folder.resolve("deeper/best-{epoch:02d}-{val_loss:.2f}.keras").toString();
    fit(small(0.5, null), 2, new ModelCheckpoint(file, "save_best_only", true, "verbose", 1));
    String name = file.replace("{epoch:02d}-{val_loss:.2f}", "01-0.64");
    assertTrue(Files.exists(Path.of(name)), name);
    assertEquals(
        "\nEpoch 1: val_loss improved from None to 0.63663, saving model to "
            + name
            + "\n\nEpoch 1: finished saving model to "
            + name
            + "\n\nEpoch 2: val_loss did not improve from 0.63663\n",
        written.toString());
  }

  @Test
  void checkpointsOfWeightsComeByBatchesToo(@TempDir Path folder) {
    String file = folder.resolve("{epoch}-{batch}.weights.h5").toString();
    Callback checkpoint = new ModelCheckpoint(file, "save_weights_only", true, "save_freq", 3);
    Sequential model = small(0.5, null);
    fit(model, 3, checkpoint);
    assertTrue(Files.exists(folder.resolve("2-1.weights.h5")));
    Path last = folder.resolve("3-2.weights.h5");
    assertTrue(Files.exists(last));
    Sequential other = small(0.5, null);
    other.loadWeights(last.toString());
    assertEquals(
        model.weights().get(0).value().getDouble(0), other.weights().get(0).value().getDouble(0));
    assertThrows(KerasException.class, () -> new ModelCheckpoint("model.zip"));
    assertThrows(
        KerasException.class, () -> new ModelCheckpoint("m.keras", "save_weights_only", true));
  }

  @Test
  void anInterruptedTrainingGoesOnWhereItWas(@TempDir Path folder) {
    Path backup = folder.resolve("backup");
    Callables.Fn fail =
        args -> {
          if ((Integer) args[0] == 2) {
            throw new IllegalStateException("power cut");
          }
          return null;
        };
    Callback powerCut = (Callback) LambdaCallback.CLASS.create("on_epoch_begin", fail);
    assertThrows(
        IllegalStateException.class,
        () -> fit(small(0.5, null), 4, new BackupAndRestore(backup.toString()), powerCut));
    assertTrue(Files.exists(backup.resolve("latest.weights.h5")));
    Sequential resumed = small(0.5, null);
    History rest = fit(resumed, 4, new BackupAndRestore(backup.toString()));
    assertEquals(List.of(2, 3), rest.getEpoch());
    assertFalse(Files.exists(backup));
    Sequential whole = small(0.5, null);
    fit(whole, 4);
    for (int i = 0; i < whole.weights().size(); i++) {
      assertEquals(
          whole.weights().get(i).value().getDouble(0),
          resumed.weights().get(i).value().getDouble(0),
          1e-7);
    }
  }
}
