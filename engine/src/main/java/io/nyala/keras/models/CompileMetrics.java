package io.nyala.keras.models;

import io.nyala.autograd.Variable;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.metrics.Metrics;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The metrics of {@code compile}, each at the output it looks at, by the names that logs have for
 * them. Source: keras/src/trainers/compile_utils.py, CompileMetrics.
 */
final class CompileMetrics {

  /** A metric and the output it looks at. */
  private record Watch(String name, Metric metric, int output, boolean weighted) {}

  private final List<String> outputNames;
  private final boolean named;
  private final List<Watch> watches = new ArrayList<>();

  /**
   * None so far.
   *
   * @param named whether the names are the outputs' own
   */
  CompileMetrics(List<String> outputNames, boolean named) {
    this.outputNames = outputNames;
    this.named = named;
  }

  /**
   * Begins to look at outputs.
   *
   * @param wanted the metrics of each output, by name or as they are
   */
  void add(
      List<List<Object>> wanted, boolean weighted, List<Tensor> targets, List<Tensor> outputs) {
    for (int i = 0; i < wanted.size(); i++) {
      for (Object identifier : wanted.get(i)) {
        Metric metric = metric(identifier, targets.get(i), outputs.get(i));
        watches.add(new Watch(uniqueName(metric, i, weighted), metric, i, weighted));
      }
    }
  }

  private static Metric metric(Object identifier, Tensor target, Tensor output) {
    Tensor seen = target == null ? output : target;
    return Metrics.resolve(identifier, seen.shape(), output.shape());
  }

  /** A metric's name in the logs: with its output's where there are several, and never twice. */
  private String uniqueName(Metric metric, int output, boolean weighted) {
    String prefix = outputNames.size() == 1 || !named ? "" : outputNames.get(output) + "_";
    String name = prefix + metric.name();
    if (weighted && isTaken(name)) {
      name = prefix + "weighted_" + metric.name();
    }
    String unique = name;
    for (int i = 1; isTaken(unique); i++) {
      unique = name + "_" + i;
    }
    return unique;
  }

  private boolean isTaken(String name) {
    return watches.stream().anyMatch(watch -> watch.name().equals(name));
  }

  /** Takes a batch into the metrics; targets and weights are those of an output. */
  void update(IntFunction<Tensor> targets, List<Tensor> outputs, IntFunction<Tensor> weights) {
    for (Watch watch : watches) {
      int i = watch.output();
      Tensor weight = watch.weighted() ? weights.apply(i) : null;
      watch.metric().update(targets.apply(i), outputs.get(i), weight);
    }
  }

  /** The results by name. */
  Map<String, Tensor> results() {
    Map<String, Tensor> results = new LinkedHashMap<>();
    watches.forEach(watch -> results.put(watch.name(), watch.metric().result()));
    return results;
  }

  /** Adds all figures to logs. */
  void log(Map<String, Object> logs) {
    watches.forEach(watch -> log(logs, watch));
  }

  /** A metric of several figures logs each under its own name. */
  private static void log(Map<String, Object> logs, Watch watch) {
    Object figures = watch.metric().figures();
    if (figures instanceof Map<?, ?> many) {
      many.forEach(
          (name, each) -> logs.put(String.valueOf(name), Compilation.figure(tensor(each))));
    } else {
      logs.put(watch.name(), Compilation.figure(tensor(figures)));
    }
  }

  private static Tensor tensor(Object figure) {
    return figure instanceof Variable variable ? variable.value() : Tensors.of(figure);
  }

  /** The metrics, in order. */
  List<Metric> metrics() {
    return watches.stream().map(Watch::metric).toList();
  }
}
