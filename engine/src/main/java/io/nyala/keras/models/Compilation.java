package io.nyala.keras.models;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.losses.Loss;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What {@code compile} settled: the optimizer, a loss per output, the metrics and the running mean
 * of the loss. Losses and metrics find their output when the first batch is seen.
 */
public final class Compilation {

  /** A metric and the output it looks at. */
  private record Watch(String name, Metric metric, int output, boolean weighted) {}

  private final Arguments arguments;
  private final Optimizer optimizer;
  private List<Loss> losses;
  private List<Double> lossWeights;
  private List<Watch> watches;
  private List<String> outputNames = List.of();
  private final Mean total = new Mean();
  private final List<Mean> perOutput = new ArrayList<>();

  Compilation(Arguments arguments) {
    this.arguments = arguments;
    this.optimizer = arguments.get("optimizer", Optimizer.class);
    understand(arguments.get("loss"));
    requireList("metrics");
    requireList("weighted_metrics");
  }

  private void requireList(String argument) {
    Object given = arguments.get(argument);
    if (given != null && !(given instanceof List) && !(given instanceof Map)) {
      throw KerasException.value(
          "Expected `"
              + argument
              + "` argument to be a list, tuple, or dict. Received instead: "
              + argument
              + "="
              + ArgTypes.show(given)
              + ". Try "
              + argument
              + "=["
              + ArgTypes.show(given)
              + "].");
    }
  }

  /** A misspelt loss is an error at once, not at the first batch. */
  private static void understand(Object loss) {
    if (loss instanceof Map<?, ?> byName && !byName.containsKey("class_name")) {
      byName.values().forEach(Compilation::understand);
    } else if (loss instanceof List<?> list) {
      list.forEach(Compilation::understand);
    } else if (loss != null) {
      Losses.TYPE.convert(loss);
    }
  }

  /** A running mean of numbers, weighted. */
  private static final class Mean {
    private double sum;
    private double count;

    void add(double value, double weight) {
      sum += value * weight;
      count += weight;
    }

    double value() {
      return count == 0 ? 0 : sum / count;
    }

    void reset() {
      sum = 0;
      count = 0;
    }
  }

  private void bind(List<String> names, List<Tensor> targets, List<Tensor> outputs) {
    if (losses != null) {
      return;
    }
    outputNames = names;
    List<Loss> found = new ArrayList<>();
    for (Object loss : spread(arguments.get("loss"), names, "loss", false)) {
      found.add(loss == null ? null : Losses.TYPE.convert(loss));
    }
    lossWeights = new ArrayList<>();
    for (Object weight : spread(arguments.get("loss_weights"), names, "loss_weights", false)) {
      lossWeights.add(weight == null ? 1.0 : ArgTypes.number(weight).doubleValue());
    }
    watches = new ArrayList<>();
    watch("metrics", false, targets, outputs);
    watch("weighted_metrics", true, targets, outputs);
    names.forEach(name -> perOutput.add(new Mean()));
    losses = found;
  }

  /** One entry per output, from a single value, a list or a map by output name. */
  private static List<Object> spread(
      Object given, List<String> names, String what, boolean listIsOneEntry) {
    int n = names.size();
    List<Object> all = new ArrayList<>();
    if (given instanceof Map<?, ?> map && !map.containsKey("class_name")) {
      map.keySet()
          .forEach(
              key -> {
                if (!names.contains(String.valueOf(key))) {
                  throw KerasException.value(
                      "`"
                          + what
                          + "` names the output '"
                          + key
                          + "', but the model's outputs are "
                          + names
                          + ".");
                }
              });
      names.forEach(name -> all.add(map.get(name)));
    } else if (given instanceof List<?> list && !(n == 1 && listIsOneEntry)) {
      if (list.size() != n) {
        throw KerasException.value(
            "`"
                + what
                + "` has "
                + list.size()
                + " entries, but the model has "
                + n
                + " output(s): "
                + names
                + ".");
      }
      all.addAll(list);
    } else {
      for (int i = 0; i < n; i++) {
        all.add(given);
      }
    }
    return all;
  }

  private void watch(
      String argument, boolean weighted, List<Tensor> targets, List<Tensor> outputs) {
    Object given = arguments.get(argument);
    if (given == null) {
      return;
    }
    int n = outputNames.size();
    boolean nested =
        given instanceof List<?> list && list.stream().anyMatch(each -> each instanceof List);
    List<Object> each =
        n == 1 && !nested && !(given instanceof Map)
            ? Arrays.asList(given)
            : given instanceof List<?> flat && !nested && flat.size() != n
                ? Collections.nCopies(n, given)
                : spread(given, outputNames, argument, false);
    for (int i = 0; i < n; i++) {
      Object entry = each.get(i);
      List<?> wanted =
          entry instanceof List<?> list ? list : entry == null ? List.of() : List.of(entry);
      for (Object identifier : wanted) {
        Metric metric = Metrics.resolve(identifier, targets.get(i).shape(), outputs.get(i).shape());
        watches.add(new Watch(uniqueName(metric, i, weighted), metric, i, weighted));
      }
    }
  }

  /** A metric's name in the logs: with its output's where there are several, and never twice. */
  private String uniqueName(Metric metric, int output, boolean weighted) {
    String prefix = outputNames.size() == 1 ? "" : outputNames.get(output) + "_";
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

  /**
   * The loss of a batch: each output's, weighted and summed, and the penalties of the weights.
   *
   * @return a scalar
   */
  Tensor loss(List<String> names, Batch batch, List<Tensor> outputs, List<Tensor> penalties) {
    if (batch.y().size() != outputs.size()) {
      throw KerasException.value(
          "The model has "
              + outputs.size()
              + " output(s), but "
              + batch.y().size()
              + " target(s) were given. Give `y` one array per output.");
    }
    bind(names, batch.y(), outputs);
    Tensor sum = null;
    for (int i = 0; i < outputs.size(); i++) {
      if (losses.get(i) != null) {
        Tensor one = losses.get(i).apply(batch.y().get(i), outputs.get(i), batch.weight(i));
        perOutput.get(i).add(one.getDouble(0), batch.size());
        double factor = lossWeights.get(i);
        Tensor weighted = factor == 1 ? one : Arithmetic.scale(one, factor);
        sum = sum == null ? weighted : Arithmetic.add(sum, weighted);
      }
    }
    for (Tensor penalty : penalties) {
      sum = sum == null ? penalty : Arithmetic.add(sum, penalty);
    }
    if (sum == null) {
      throw KerasException.value("No loss to compute. Provide a `loss` argument in `compile()`.");
    }
    return sum;
  }

  /** Takes a batch into the figures. */
  void update(Batch batch, List<Tensor> outputs, double loss) {
    total.add(loss, batch.size());
    for (Watch watch : watches) {
      int i = watch.output();
      watch
          .metric()
          .update(batch.y().get(i), outputs.get(i), watch.weighted() ? batch.weight(i) : null);
    }
  }

  /** Takes a batch into the metrics alone. */
  void watch(List<Tensor> targets, List<Tensor> outputs, Tensor weight) {
    if (losses == null) {
      bind(List.of("output_0"), targets, outputs);
    }
    for (Watch watch : watches) {
      int i = watch.output();
      watch.metric().update(targets.get(i), outputs.get(i), watch.weighted() ? weight : null);
    }
  }

  /** The metrics' figures by name. */
  Map<String, Tensor> figures() {
    Map<String, Tensor> figures = new LinkedHashMap<>();
    for (Watch watch : watches == null ? List.<Watch>of() : watches) {
      figures.put(watch.name(), watch.metric().result());
    }
    return figures;
  }

  /** The figures now, by name in alphabetical order as Keras logs them. */
  Map<String, Double> logs() {
    Map<String, Double> logs = new TreeMap<>();
    logs.put("loss", total.value());
    if (outputNames.size() > 1) {
      for (int i = 0; i < outputNames.size(); i++) {
        if (losses.get(i) != null) {
          logs.put(outputNames.get(i) + "_loss", perOutput.get(i).value());
        }
      }
    }
    if (watches != null) {
      for (Watch watch : watches) {
        logs.put(watch.name(), watch.metric().result().getDouble(0));
      }
    }
    return new LinkedHashMap<>(logs);
  }

  /** The names of the figures in the order {@code evaluate} returns them: the loss first. */
  List<String> figureNames() {
    List<String> names = new ArrayList<>(List.of("loss"));
    if (outputNames.size() > 1) {
      for (int i = 0; i < outputNames.size(); i++) {
        if (losses.get(i) != null) {
          names.add(outputNames.get(i) + "_loss");
        }
      }
    }
    if (watches != null) {
      watches.forEach(watch -> names.add(watch.name()));
    }
    return names;
  }

  /** Starts all figures over. */
  void reset() {
    total.reset();
    perOutput.forEach(Mean::reset);
    if (watches != null) {
      watches.forEach(watch -> watch.metric().reset());
    }
  }

  /** The metrics in use, after the first batch. */
  public List<Metric> metrics() {
    return watches == null ? List.of() : watches.stream().map(Watch::metric).toList();
  }

  /** The optimizer. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** The arguments of {@code compile}. */
  public Arguments arguments() {
    return arguments;
  }
}
