package io.nyala.keras.metrics;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.Nearest;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.saving.CustomObjects;
import io.nyala.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The metrics there are. Source: keras.metrics. */
public final class Metrics {

  static final String MODULE = "keras.metrics";

  private static final Map<String, String> ALIASES =
      Map.of(
          "bce", "BinaryCrossentropy",
          "mse", "MeanSquaredError",
          "mae", "MeanAbsoluteError",
          "mape", "MeanAbsolutePercentageError",
          "msle", "MeanSquaredLogarithmicError");

  /** Every class of {@code keras.metrics}. */
  public static final List<KerasClass<?>> CLASSES =
      Stream.of(
              List.<KerasClass<?>>of(Mean.CLASS, Sum.CLASS, MeanOf.WRAPPER),
              MeanTable.CLASSES,
              ConfusionMetric.CLASSES,
              List.<KerasClass<?>>of(AUC.CLASS, FBetaScore.CLASS, FBetaScore.F1, R2Score.CLASS),
              IoU.CLASSES)
          .flatMap(List::stream)
          .toList();

  /** Every function of {@code keras.metrics}, such as {@code binary_accuracy}. */
  public static final List<KerasFunction> FUNCTIONS = MeanTable.FUNCTIONS;

  /** An argument that is a metric, its name, its config or a function of y_true and y_pred. */
  public static final ArgType<Metric> TYPE =
      ObjectType.understood("metric", Metrics::understand, Metrics::names);

  private Metrics() {}

  /**
   * The metric of this name: {@code auc}, {@code AUC}, {@code mse}.
   *
   * @throws KerasException a ValueError naming the nearest one
   */
  public static Metric get(String name) {
    KerasClass<?> found = find(name);
    if (found == null) {
      throw Nearest.unknown("metric", name, names());
    }
    return (Metric) found.create(List.of(), Map.of());
  }

  private static KerasClass<?> find(String name) {
    String alias = ALIASES.get(name.toLowerCase(Locale.ROOT));
    for (KerasClass<?> each : Catalog.classes(MODULE)) {
      String own = each.name();
      if (own.equals(name) || own.equals(alias) || ObjectType.snake(own).equals(name)) {
        return each;
      }
    }
    return null;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>(List.of("accuracy"));
    Catalog.classes(MODULE).forEach(each -> names.add(ObjectType.snake(each.name())));
    ALIASES.keySet().stream().sorted().forEach(names::add);
    return names;
  }

  /**
   * The metric a person means in {@code compile}: {@code accuracy} is the one that fits the shapes;
   * a name given is the name shown.
   *
   * @param identifier a metric, a name, a config or a function
   */
  public static Metric resolve(Object identifier, Shape yTrue, Shape yPred) {
    if (identifier == null) {
      throw KerasException.value("Expected metric, received `None`");
    }
    if (!(identifier instanceof CharSequence text)) {
      return TYPE.convert(identifier);
    }
    String name = text.toString();
    String lower = name.toLowerCase(Locale.ROOT);
    Metric metric =
        lower.equals("accuracy") || lower.equals("acc") ? accuracy(yTrue, yPred) : get(name);
    return metric instanceof BaseMetric base ? base.rename(name) : metric;
  }

  private static Metric accuracy(Shape yTrue, Shape yPred) {
    if (Losses.isBinary(yPred)) {
      return get("BinaryAccuracy");
    }
    return get(Losses.isSparse(yTrue, yPred) ? "SparseCategoricalAccuracy" : "CategoricalAccuracy");
  }

  /** Which way a metric gets better: 1 larger, -1 smaller, 0 not known. */
  public static int direction(Metric metric) {
    String name = metric.kerasClass().name();
    if (find(name) == null
        || name.matches("Mean|MeanMetricWrapper|Sum|(True|False)(Positives|Negatives)")) {
      return 0;
    }
    boolean up =
        name.matches(
            "\\w*Accuracy|\\w*IoU|\\w*(Precision|Recall|Score|Correlation)\\w*|AUC"
                + "|CosineSimilarity|S\\w*AtS\\w*");
    return up ? 1 : -1;
  }

  private static Metric understand(Object value) {
    if (value instanceof Metric metric) {
      return metric;
    }
    if (value instanceof CharSequence name && CustomObjects.function(name.toString()) != null) {
      return understand(CustomObjects.function(name.toString()));
    }
    if (value instanceof CharSequence name) {
      return get(name.toString());
    }
    if (value instanceof Map<?, ?> config && config.containsKey("class_name")) {
      return (Metric) ObjectType.fromConfig(MODULE, config);
    }
    Callables.Fn own = Callables.of(value);
    if (own == null) {
      throw new IllegalArgumentException(
          ArgTypes.expected("a metric, its name or a function", value));
    }
    return of(own.name(), own);
  }

  /** The mean of a person's own function of y_true and y_pred. */
  public static Metric of(String name, Callables.Fn function) {
    ArgTable table =
        ArgTable.of("MeanMetricWrapper", new Arg[] {BaseMetric.name(name), BaseMetric.DTYPE});
    KerasClass<?>[] self = new KerasClass<?>[1];
    MeanOf.Formula formula =
        (a, t, p) -> Callables.tensor(function.call(t == null ? null : t.cast(p.dtype()), p));
    self[0] =
        new KerasClass<Metric>(
            "MeanMetricWrapper",
            MODULE,
            "The mean of a function.",
            table,
            a -> new MeanOf(self[0], a, formula, false));
    return (Metric) self[0].create(List.of(), Map.of());
  }
}
