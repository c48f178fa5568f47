package io.nyala.keras.models;

import io.nyala.autograd.Shapes;
import io.nyala.compute.Interruption;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.callbacks.Callback;
import io.nyala.keras.callbacks.CallbackList;
import io.nyala.keras.callbacks.ProgbarLogger;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The loops of {@code evaluate} and {@code predict}. */
final class Evaluation {

  private final Model model;

  Evaluation(Model model) {
    this.model = model;
  }

  Object evaluate(Arguments args) {
    model.compiled("evaluate");
    BatchSource source = source(args, args.get("y"), args.get("sample_weight"));
    CallbackList callbacks = callbacks(args, source);
    try {
      Map<String, Object> logs = run(source, args.integer("steps"), callbacks);
      return figures(model.compilation(), logs, args.flag("return_dict"));
    } finally {
      callbacks.each(Callback::onOver);
    }
  }

  /** Figures as Keras returns them: one number, a list, or a map by name. */
  static Object figures(Compilation settled, Map<String, Object> logs, boolean byName) {
    if (byName) {
      return logs;
    }
    List<String> order = settled.figureNames();
    List<Object> values = new ArrayList<>();
    for (String name : order) {
      if (logs.containsKey(name)) {
        values.add(logs.get(name));
      }
    }
    logs.forEach(
        (name, value) -> {
          if (!order.contains(name)) {
            values.add(value);
          }
        });
    return values.size() == 1 ? values.get(0) : values;
  }

  /** Evaluates a whole source, telling callbacks. */
  Map<String, Object> run(BatchSource source, Integer limit, CallbackList callbacks) {
    model.resetMetrics();
    callbacks.each(c -> c.onTestBegin(Map.of()));
    Map<String, Object> logs = new LinkedHashMap<>();
    EpochSteps steps = new EpochSteps(source, limit);
    steps.begin();
    for (int i = 0; steps.more(i); i++) {
      int step = i;
      callbacks.each(c -> c.onTestBatchBegin(step, Map.of()));
      Batch batch = steps.next();
      if (batch == null) {
        break;
      }
      model.buildForBatches(batch);
      logs = model.testStep(batch);
      Map<String, Object> now = logs;
      callbacks.each(c -> c.onTestBatchEnd(step, now));
      Interruption.check();
    }
    steps.end();
    Map<String, Object> last = logs;
    callbacks.each(c -> c.onTestEnd(last));
    return logs;
  }

  Object predict(Arguments args) {
    if (args.get("x") == null) {
      throw KerasException.value("`x` is missing: give the inputs as an array or a dataset.");
    }
    BatchSource source = source(args, null, null);
    CallbackList callbacks = callbacks(args, source);
    try {
      return predict(source, args.integer("steps"), callbacks);
    } finally {
      callbacks.each(Callback::onOver);
    }
  }

  private Object predict(BatchSource source, Integer limit, CallbackList callbacks) {
    callbacks.each(c -> c.onPredictBegin(Map.of()));
    List<List<Tensor>> parts = new ArrayList<>();
    EpochSteps steps = new EpochSteps(source, limit);
    steps.begin();
    for (int i = 0; steps.more(i); i++) {
      int step = i;
      callbacks.each(c -> c.onPredictBatchBegin(step, Map.of()));
      Batch batch = steps.next();
      if (batch == null) {
        break;
      }
      model.buildForBatches(batch);
      List<Tensor> outputs = model.predictStep(batch);
      for (int k = 0; k < outputs.size(); k++) {
        if (parts.size() <= k) {
          parts.add(new ArrayList<>());
        }
        parts.get(k).add(outputs.get(k));
      }
      Map<String, Object> now = Map.of("outputs", model.predicted(arrays(outputs)));
      callbacks.each(c -> c.onPredictBatchEnd(step, now));
      Interruption.check();
    }
    steps.end();
    callbacks.each(c -> c.onPredictEnd(Map.of()));
    return model.predicted(arrays(parts.stream().map(part -> Shapes.concat(part, 0)).toList()));
  }

  private static List<NDArray> arrays(List<Tensor> tensors) {
    return tensors.stream().map(NDArray::of).toList();
  }

  private BatchSource source(Arguments args, Object y, Object weights) {
    Object x = args.get("x");
    if (Sources.isStream(x)) {
      Sources.refuseArrays(x, args);
      return Sources.stream(x, model, false);
    }
    Batch all = Inputs.whole(x, y, weights, model.inputNames(), model.outputNames());
    return ArraySource.of(all, args.integer("batch_size"), args.integer("steps"), null);
  }

  private CallbackList callbacks(Arguments args, BatchSource source) {
    List<Callback> all = new ArrayList<>();
    Object given = args.get("callbacks");
    if (given instanceof List<?> list) {
      list.forEach(each -> all.add((Callback) each));
    } else if (given != null) {
      all.add((Callback) given);
    }
    int verbose = args.integer("verbose");
    if (verbose > 0) {
      all.add(new ProgbarLogger());
    }
    Map<String, Object> params = new HashMap<>();
    params.put("verbose", verbose);
    params.put("epochs", 1);
    Integer limit = args.integer("steps");
    params.put("steps", limit != null ? limit : source.steps());
    return new CallbackList(all, model, params);
  }
}
