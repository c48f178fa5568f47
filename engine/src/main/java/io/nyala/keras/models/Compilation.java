package io.nyala.keras.models;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Reduce;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.losses.Loss;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metric;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.optimizers.Optimizer;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What {@code compile} settled: the optimizer, a loss per output, the metrics and the running mean
 * of the loss. Losses and metrics find their output when the first batch is seen.
 */
public final class Compilation {

  private final Arguments arguments;
  private final Optimizer optimizer;
  private final Object loss;
  private final Object weights;
  private final Object metrics;
  private final Object weightedMetrics;
  private List<Loss> losses;
  private List<Double> lossWeights;
  private CompileMetrics watched;
  private List<String> outputNames = List.of();
  private boolean named;
  private List<String> lossOrder;
  private final Mean total = new Mean();
  private final List<Mean> perOutput = new ArrayList<>();

  /** Settles these arguments; a loss or metrics that they do not name remain from before. */
  Compilation(Arguments arguments, Compilation before) {
    this.arguments = arguments;
    this.optimizer = arguments.get("optimizer", Optimizer.class);
    boolean lossStays = before != null && arguments.get("loss") == null;
    this.loss = lossStays ? before.loss : made(arguments.get("loss"), Losses.TYPE);
    this.weights = lossStays ? before.weights : arguments.get("loss_weights");
    boolean given = arguments.get("metrics") != null || arguments.get("weighted_metrics") != null;
    boolean metricsStay = before != null && !given;
    this.metrics = metricsStay ? before.metrics : made(arguments.get("metrics"), Metrics.TYPE);
    this.weightedMetrics =
        metricsStay
            ? before.weightedMetrics
            : made(arguments.get("weighted_metrics"), Metrics.TYPE);
    understand(loss);
    requireList("metrics");
    requireList("weighted_metrics");
  }

  /** Configs become objects at once: what they name may be known only while a file is read. */
  private static Object made(Object given, ArgType<?> type) {
    if (given instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return type.convert(config);
    }
    if (given instanceof Map<?, ?> byName) {
      Map<Object, Object> all = new LinkedHashMap<>();
      byName.forEach((name, each) -> all.put(name, made(each, type)));
      return all;
    }
    if (given instanceof List<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(each -> all.add(made(each, type)));
      return all;
    }
    return given;
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
    } else if (loss != null && !Losses.isFitting(loss)) {
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

  private void bind(PerOutput spread, List<Tensor> targets, List<Tensor> outputs) {
    if (losses != null) {
      return;
    }
    outputNames = spread.names();
    named = spread.named();
    lossOrder = spread.byName() ? spread.order(loss) : null;
    List<Object> wanted = spread.losses(loss);
    List<Loss> found = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      Object one = wanted.get(i);
      found.add(one == null ? null : loss(one, targets.get(i), outputs.get(i)));
    }
    lossWeights = spread.weights(weights, loss);
    watched = new CompileMetrics(outputNames, named);
    watched.add(spread.metrics(metrics, "metrics"), false, targets, outputs);
    watched.add(spread.metrics(weightedMetrics, "weighted_metrics"), true, targets, outputs);
    outputNames.forEach(name -> perOutput.add(new Mean()));
    losses = found;
  }

  private static Loss loss(Object wanted, Tensor target, Tensor output) {
    return target == null
        ? Losses.TYPE.convert(wanted)
        : Losses.resolve(wanted, target.shape(), output.shape());
  }

  /**
   * The loss of a batch: each output's, weighted and summed, and the penalties of the weights.
   *
   * @return a scalar, unless a loss is not reduced
   */
  Tensor loss(PerOutput spread, Batch batch, List<Tensor> outputs, List<Tensor> penalties) {
    List<Tensor> targets = targets(spread, batch.y());
    bind(spread, targets, outputs);
    Tensor sum = null;
    for (int i = 0; i < outputs.size(); i++) {
      if (losses.get(i) != null) {
        Tensor one = losses.get(i).apply(target(targets, i), outputs.get(i), batch.weight(i));
        // TensorFlow's graph does not know the size of a batch, so that each counts once here.
        double share = Boolean.TRUE.equals(arguments.get("run_eagerly")) ? batch.size() : 1;
        perOutput.get(i).add(Reduce.mean(one).getDouble(0), share);
        Double factor = lossWeights.get(i);
        Tensor weighted = factor == null ? one : Arithmetic.scale(one, factor);
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

  /** A target per output: those given, or null where no loss asks for one. */
  private List<Tensor> targets(PerOutput spread, List<Tensor> given) {
    int outputs = spread.names().size();
    if (given.size() == outputs) {
      return given;
    }
    List<Object> wanted = spread.losses(loss);
    long asked = wanted.stream().filter(Objects::nonNull).count();
    if (asked != given.size()) {
      throw KerasException.value(
          "y_true and y_pred have different structures.\nThe model has "
              + outputs
              + " output(s), "
              + spread.names()
              + ", but "
              + given.size()
              + " target(s) were given. Give `y` one array per output.");
    }
    Iterator<Tensor> next = given.iterator();
    return wanted.stream().map(loss -> loss == null ? null : next.next()).toList();
  }

  private Tensor target(List<Tensor> targets, int output) {
    Tensor target = targets.get(output);
    if (target == null) {
      throw KerasException.value(
          "`y` holds nothing for the output '" + outputNames.get(output) + "', which has a loss.");
    }
    return target;
  }

  /** Takes the loss of a batch into its mean. */
  void track(double loss, Batch batch) {
    total.add(loss, batch.size());
  }

  /** Takes a batch into the metrics. */
  void watch(PerOutput spread, Batch batch, List<Tensor> outputs) {
    if (batch.y().isEmpty() && metrics == null && weightedMetrics == null) {
      return;
    }
    List<Tensor> targets = targets(spread, batch.y());
    bind(spread, targets, outputs);
    watched.update(i -> target(targets, i), outputs, batch::weight);
  }

  /** Takes a batch into the metrics alone. */
  void watch(List<Tensor> targets, List<Tensor> outputs, Tensor weight) {
    bind(new PerOutput(List.of("output_0"), false, false), targets, outputs);
    watched.update(targets::get, outputs, i -> weight);
  }

  /** The metrics' figures by name. */
  Map<String, Tensor> figures() {
    return watched == null ? Map.of() : watched.results();
  }

  /** The figures now, by name in alphabetical order as Keras logs them. */
  Map<String, Object> logs() {
    Map<String, Object> logs = new TreeMap<>();
    logs.put("loss", total.value());
    for (int i : outputsWithFigures()) {
      logs.put(lossName(i), perOutput.get(i).value());
    }
    if (watched != null) {
      watched.log(logs);
    }
    return new LinkedHashMap<>(logs);
  }

  /** A metric's result as logs hold it: a number, or an array of several. */
  public static Object figure(Tensor result) {
    return result.elements() == 1 ? (Object) result.getDouble(0) : NDArray.of(result);
  }

  /**
   * The names of the figures in the order {@code evaluate} returns them: the loss first, and the
   * metrics by their own names. The figures that these do not name follow.
   */
  List<String> figureNames() {
    List<String> names = new ArrayList<>(List.of("loss"));
    metrics().forEach(metric -> names.add(metric.name()));
    for (int i : outputsWithFigures()) {
      names.add(lossName(i));
    }
    return names;
  }

  /**
   * The outputs whose loss is logged: those with one, where there is more than one loss. Of outputs
   * in a map, in the order of the losses.
   */
  private List<Integer> outputsWithFigures() {
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < outputNames.size(); i++) {
      if (losses.get(i) != null) {
        all.add(i);
      }
    }
    if (lossOrder != null) {
      all.sort(Comparator.comparing(i -> lossOrder.indexOf(outputNames.get(i))));
    }
    return all.size() > 1 ? all : List.of();
  }

  private String lossName(int output) {
    return (named ? outputNames.get(output) : losses.get(output).name()) + "_loss";
  }

  /** Starts all figures over. */
  void reset() {
    total.reset();
    perOutput.forEach(Mean::reset);
    metrics().forEach(Metric::reset);
  }

  /** The metrics in use, after the first batch. */
  public List<Metric> metrics() {
    return watched == null ? List.of() : watched.metrics();
  }

  /** The loss as {@code compile} was given it, made if it was a config. */
  public Object loss() {
    return loss;
  }

  /** The mean loss of the batches since the last reset. */
  Metric meanLoss() {
    return io.nyala.keras.metrics.Mean.of("loss", total.value(), total.count);
  }

  /** The mean loss of each output since the last reset, where there are several. */
  List<Metric> meanLosses() {
    List<Metric> all = new ArrayList<>();
    for (int i : losses == null || watched == null ? List.<Integer>of() : outputsWithFigures()) {
      Mean mean = perOutput.get(i);
      all.add(io.nyala.keras.metrics.Mean.of(lossName(i), mean.value(), mean.count));
    }
    return all;
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
