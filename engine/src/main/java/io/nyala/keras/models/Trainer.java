package io.nyala.keras.models;

import io.nyala.compute.Interruption;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.callbacks.CallbackList;
import io.nyala.keras.callbacks.GradientListener;
import io.nyala.keras.callbacks.History;
import io.nyala.keras.callbacks.ProgbarLogger;
import io.nyala.keras.random.Random;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loop of {@code fit}: epochs, steps, validation, callbacks. */
final class Trainer {

  private final Model model;
  private final List<Double> stepMillis = new ArrayList<>();

  Trainer(Model model) {
    this.model = model;
  }

  /** Training data and, if there is any, validation data. */
  private record Data(BatchSource training, BatchSource validation) {}

  History fit(Arguments args) {
    model.compiled("fit");
    Data data = data(args);
    History history = new History();
    CallbackList callbacks = callbacks(args, history, data.training());
    model.stopTraining(false);
    long start = System.nanoTime();
    callbacks.each(c -> c.onTrainBegin(Map.of()));
    Map<String, Object> logs = new LinkedHashMap<>();
    try {
      EpochSteps steps = new EpochSteps(data.training(), args.integer("steps_per_epoch"));
      int first = model.firstEpoch(args.integer("initial_epoch"));
      for (int epoch = first; epoch < args.integer("epochs"); epoch++) {
        logs = epoch(epoch, steps, data, args, callbacks);
        if (model.isStopTraining()) {
          break;
        }
      }
      model.getOptimizer().finalizeVariables(model.trainableWeights());
    } finally {
      // Also when interrupted: what was learnt and logged so far is kept.
      model.history(history);
      history.timing(
          stepMillis.stream().mapToDouble(d -> d).toArray(), (System.nanoTime() - start) / 1e9);
      model.gradientListeners(List.of());
      callbacks.each(Callback::onOver);
    }
    Map<String, Object> last = logs;
    callbacks.each(c -> c.onTrainEnd(last));
    return history;
  }

  private Map<String, Object> epoch(
      int epoch, EpochSteps steps, Data data, Arguments args, CallbackList callbacks) {
    model.resetMetrics();
    callbacks.each(c -> c.onEpochBegin(epoch, Map.of()));
    Map<String, Object> logs = new LinkedHashMap<>();
    steps.begin();
    for (int i = 0; steps.more(i); i++) {
      int step = i;
      callbacks.each(c -> c.onTrainBatchBegin(step, Map.of()));
      Batch next = steps.next();
      if (next == null) {
        break;
      }
      Batch batch = ClassWeights.of(next, args.get("class_weight"));
      model.buildForBatches(batch);
      long start = System.nanoTime();
      logs = model.trainStep(batch);
      stepMillis.add((System.nanoTime() - start) / 1e6);
      Map<String, Object> now = logs;
      callbacks.each(c -> c.onTrainBatchEnd(step, now));
      Interruption.check();
      if (model.isStopTraining()) {
        break;
      }
    }
    steps.end();
    Map<String, Object> whole = new LinkedHashMap<>(logs);
    if (data.validation() != null && validates(epoch, args.get("validation_freq"))) {
      new Evaluation(model)
          .run(data.validation(), args.integer("validation_steps"), callbacks)
          .forEach((name, value) -> whole.put("val_" + name, value));
    }
    callbacks.each(c -> c.onEpochEnd(epoch, whole));
    return whole;
  }

  private static boolean validates(int epoch, Object frequency) {
    if (frequency instanceof List<?> epochs) {
      return epochs.stream().anyMatch(e -> ((Number) e).intValue() == epoch + 1);
    }
    if (frequency instanceof Number every) {
      return (epoch + 1) % every.intValue() == 0;
    }
    throw KerasException.value(
        "Expected `validation_freq` to be a list or int. Received: validation_freq="
            + frequency
            + ".");
  }

  private CallbackList callbacks(Arguments args, History history, BatchSource training) {
    List<Callback> all = new ArrayList<>();
    Object given = args.get("callbacks");
    List<?> list =
        given instanceof List<?> many ? many : given == null ? List.of() : List.of(given);
    for (Object each : list) {
      if (!(each instanceof Callback callback)) {
        throw KerasException.type(
            "`callbacks` should be a list of callbacks; it holds " + each + ".");
      }
      all.add(callback);
    }
    all.add(history);
    int verbose = args.integer("verbose");
    if (verbose > 0 && all.stream().noneMatch(c -> c instanceof ProgbarLogger)) {
      all.add(new ProgbarLogger());
    }
    model.gradientListeners(
        all.stream()
            .filter(GradientListener.class::isInstance)
            .map(GradientListener.class::cast)
            .toList());
    Map<String, Object> params = new HashMap<>();
    params.put("epochs", args.integer("epochs"));
    params.put("verbose", verbose);
    Integer limit = args.integer("steps_per_epoch");
    params.put("steps", limit != null ? limit : training.steps());
    return new CallbackList(all, model, params);
  }

  private Data data(Arguments args) {
    Integer other = args.integer("validation_batch_size");
    Integer validationBatch = other == null ? args.integer("batch_size") : other;
    Integer validationSteps = args.integer("validation_steps");
    Object x = args.get("x");
    BatchSource held = validation(args.get("validation_data"), validationBatch, validationSteps);
    if (Sources.isStream(x)) {
      Sources.refuseArrays(x, args);
      if (args.number("validation_split") > 0) {
        throw KerasException.value(
            "`validation_split` is only supported for arrays, not for a dataset or a generator."
                + " Split the dataset first, for example with take and skip.");
      }
      return new Data(Sources.stream(x, model, args.flag("shuffle")), held);
    }
    Batch all =
        Inputs.whole(
            x, args.get("y"), args.get("sample_weight"), model.inputNames(), model.outputNames());
    double split = args.number("validation_split");
    if (split > 0 && held == null) {
      int n = all.size();
      int kept = (int) Math.floor(n * (1 - split));
      if (kept == 0 || kept == n) {
        throw KerasException.value(
            "Training data contains "
                + n
                + " samples, which is not sufficient to split it into a validation and training"
                + " set as specified by `validation_split="
                + split
                + "`. Either provide more data, or a different value for the `validation_split`"
                + " argument.");
      }
      held =
          ArraySource.of(
              ArraySource.rows(all, range(kept, n)), validationBatch, validationSteps, null);
      all = ArraySource.rows(all, range(0, kept));
    }
    Random order = args.flag("shuffle") ? Random.of(null) : null;
    Integer steps = args.integer("steps_per_epoch");
    return new Data(ArraySource.of(all, args.integer("batch_size"), steps, order), held);
  }

  private static int[] range(int from, int to) {
    int[] rows = new int[to - from];
    Arrays.setAll(rows, i -> from + i);
    return rows;
  }

  private BatchSource validation(Object given, Integer batchSize, Integer steps) {
    if (given == null) {
      return null;
    }
    if (Sources.isStream(given)) {
      return Sources.stream(given, model, false);
    }
    if (given instanceof List<?> parts && (parts.size() == 2 || parts.size() == 3)) {
      Object weights = parts.size() == 3 ? parts.get(2) : null;
      Batch all =
          Inputs.whole(
              parts.get(0), parts.get(1), weights, model.inputNames(), model.outputNames());
      return ArraySource.of(all, batchSize, steps, null);
    }
    throw KerasException.value(
        "`validation_data` should be (x, y), (x, y, sample_weight) or a dataset.");
  }
}
