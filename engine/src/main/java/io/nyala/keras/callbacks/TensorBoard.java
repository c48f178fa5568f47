package io.nyala.keras.callbacks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.layers.Layer;
import io.nyala.keras.models.Functional;
import io.nyala.keras.models.Model;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.Tensor;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes figures, weight histograms and the model's graph to a folder that TensorBoard shows:
 * {@code train} and {@code validation} below it. Source: keras.callbacks.TensorBoard.
 *
 * <p>Weight images, profiles and the embedding projector are not supported.
 */
public final class TensorBoard extends Callback {

  private static final int BUCKETS = 30;

  public static final KerasClass<TensorBoard> CLASS =
      new KerasClass<>(
          "TensorBoard",
          Callbacks.MODULE,
          "Writes event files for TensorBoard.",
          ArgTable.of(
              "TensorBoard",
              Arg.of("log_dir", ArgTypes.ANY, "logs", "The folder."),
              Arg.of("histogram_freq", ArgTypes.INT, 0, "Epochs between histograms; 0: none."),
              Arg.of("write_graph", ArgTypes.BOOL, true, "Whether to write the model's graph."),
              Arg.of("write_images", ArgTypes.BOOL, false, "Not supported."),
              Arg.of("write_steps_per_second", ArgTypes.BOOL, false, "Whether to write speed."),
              Arg.of("update_freq", ArgTypes.ANY, "epoch", "'batch', 'epoch' or steps."),
              Arg.of("profile_batch", ArgTypes.ANY, 0, "Not supported."),
              Arg.of("embeddings_freq", ArgTypes.INT, 0, "Not supported."),
              Arg.of("embeddings_metadata", ArgTypes.ANY, null, "Not supported.")),
          TensorBoard::new);

  private final Path folder;
  private final int histogramEvery;
  private final boolean writesGraph;
  private final boolean writesSpeed;
  private final int stepsBetween;
  private final Map<String, EventFile> files = new LinkedHashMap<>();
  private long trainStep;
  private long testStep;
  private long epochFirstIteration;
  private long epochStart;
  private long stepStart;

  /** Keras' arguments as names and values. */
  public TensorBoard(Object... namesAndValues) {
    this(CLASS.table().bind(List.of(), KerasClass.pairs(namesAndValues)));
  }

  private TensorBoard(Arguments a) {
    this.folder = Path.of(String.valueOf(a.get("log_dir")));
    this.histogramEvery = a.integer("histogram_freq");
    this.writesGraph = a.flag("write_graph");
    this.writesSpeed = a.flag("write_steps_per_second");
    this.stepsBetween = stepsBetween(a.get("update_freq"));
    refuse("write_images", a.flag("write_images"));
    refuse("embeddings_freq", a.integer("embeddings_freq") != 0);
    Number profile = ArgTypes.number(a.get("profile_batch"));
    refuse("profile_batch", profile == null || profile.intValue() != 0);
  }

  private static void refuse(String argument, boolean wanted) {
    if (wanted) {
      throw KerasException.unsupported(
          "Argument `" + argument + "` of TensorBoard is not supported by Nyala.");
    }
  }

  /** Steps between two rows of batch figures; 0: none, only epochs. */
  private static int stepsBetween(Object frequency) {
    Number number = ArgTypes.number(frequency);
    if (number != null && number.intValue() > 0) {
      return number.intValue();
    }
    return switch (String.valueOf(frequency)) {
      case "epoch" -> 0;
      case "batch" -> 1;
      default ->
          throw KerasException.value(
              "Argument `update_freq` of TensorBoard should be 'batch', 'epoch' or a positive"
                  + " integer; received "
                  + ArgTypes.show(frequency));
    };
  }

  private EventFile file(String part) {
    return files.computeIfAbsent(part, name -> new EventFile(folder.resolve(name)));
  }

  @Override
  public void setModel(Model watched) {
    super.setModel(watched);
    if (writesGraph && (watched instanceof Sequential || watched instanceof Functional)) {
      try {
        String json = new ObjectMapper().writeValueAsString(ObjectType.describe(watched));
        file("train").text("keras", "graph_keras_model", json, 0);
      } catch (JsonProcessingException | KerasException e) {
        Progress.warn(
            "UserWarning: Model failed to serialize as JSON. Ignoring: " + e.getMessage());
      }
    }
  }

  @Override
  public void onTrainBegin(Map<String, Object> logs) {
    trainStep = 0;
  }

  @Override
  public void onEpochBegin(int epoch, Map<String, Object> logs) {
    epochFirstIteration = model().getOptimizer().iterations();
    epochStart = System.nanoTime();
  }

  @Override
  public void onTrainBatchBegin(int batch, Map<String, Object> logs) {
    trainStep++;
    stepStart = System.nanoTime();
  }

  @Override
  public void onTrainBatchEnd(int batch, Map<String, Object> logs) {
    if (stepsBetween == 0 || trainStep % stepsBetween != 0) {
      return;
    }
    if (writesSpeed) {
      double seconds = (System.nanoTime() - stepStart) / 1e9;
      file("train").scalar("batch_steps_per_second", 1 / seconds, trainStep);
    }
    logs.forEach((name, value) -> scalar("train", "batch_" + name, value, trainStep));
    file("train").flush();
  }

  @Override
  public void onTestBatchBegin(int batch, Map<String, Object> logs) {
    testStep++;
  }

  @Override
  public void onTestEnd(Map<String, Object> logs) {
    // Keras lets update_freq count the batches of all evaluations here too.
    boolean due = stepsBetween == 0 || testStep % stepsBetween == 0;
    if (due && model().getOptimizer() != null) {
      long iterations = model().getOptimizer().iterations();
      logs.forEach(
          (name, value) ->
              scalar("validation", "evaluation_" + name + "_vs_iterations", value, iterations));
      flush();
    }
  }

  @Override
  public void onEpochEnd(int epoch, Map<String, Object> logs) {
    Map<String, Object> train = new LinkedHashMap<>();
    logs.forEach(
        (name, value) -> {
          if (name.startsWith("val_")) {
            scalar("validation", "epoch_" + name.substring(4), value, epoch);
          } else {
            train.put(name, value);
          }
        });
    train.put("learning_rate", model().getOptimizer().learningRate());
    if (writesSpeed) {
      double steps = model().getOptimizer().iterations() - epochFirstIteration;
      train.put("steps_per_second", steps / ((System.nanoTime() - epochStart) / 1e9));
    }
    train.forEach((name, value) -> scalar("train", "epoch_" + name, value, epoch));
    if (histogramEvery > 0 && epoch % histogramEvery == 0) {
      for (Layer layer : model().getLayers()) {
        for (Variable weight : layer.weights()) {
          String tag = weight.path().replace(':', '_') + "/histogram";
          file("train").histogram(tag, buckets(weight.value()), epoch);
        }
      }
    }
    flush();
  }

  private void scalar(String file, String name, Object value, long step) {
    file(file).scalar(name, Logs.number(name, value), step);
  }

  private void flush() {
    files.values().forEach(EventFile::flush);
  }

  @Override
  public void onTrainEnd(Map<String, Object> logs) {
    files.values().forEach(EventFile::close);
    files.clear();
  }

  /** Equal buckets from the least to the largest value; of equal values, all in the last. */
  static double[][] buckets(Tensor x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < x.elements(); i++) {
      low = Math.min(low, x.getDouble(i));
      high = Math.max(high, x.getDouble(i));
    }
    double width = (high - low) / BUCKETS;
    double[][] buckets = new double[x.elements() == 0 ? 0 : BUCKETS][];
    for (int k = 0; k < buckets.length; k++) {
      buckets[k] = new double[] {low + width * k, low + width * (k + 1), 0};
    }
    for (int i = 0; i < x.elements(); i++) {
      int at = width == 0 ? BUCKETS - 1 : (int) ((x.getDouble(i) - low) / width);
      buckets[Math.max(0, Math.min(at, BUCKETS - 1))][2]++;
    }
    return buckets;
  }
}
