package io.nyala.keras.metrics;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.metrics.Confusion.Kind;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A figure made of right and wrong positives and negatives: counts, precision, recall, and one of
 * two rates where the other is good enough.
 *
 * <p>Source: keras/src/metrics/confusion_metrics.py.
 */
final class ConfusionMetric extends BaseMetric {

  /** The figure at each threshold, and how it becomes the result. */
  interface Figure {
    double[] of(Confusion counts, Arguments arguments);
  }

  private static final Arg THRESHOLDS =
      Arg.of("thresholds", Thresholds.TYPE, null, "From where on a prediction is positive.");
  private static final Arg TOP_K =
      Arg.of("top_k", ArgTypes.POSITIVE_INT, null, "Only the k best of a row can be positive.");
  private static final Arg CLASS_ID =
      Arg.of("class_id", ArgTypes.INT, null, "The class looked at.");
  private static final Arg NUM_THRESHOLDS =
      Arg.of("num_thresholds", ArgTypes.POSITIVE_INT, 200, "How many thresholds are tried.");

  static final List<KerasClass<?>> CLASSES = classes();

  private final KerasClass<?> kerasClass;
  private final Confusion counts;
  private final Figure figure;

  private ConfusionMetric(
      KerasClass<?> kerasClass, Arguments a, Thresholds thresholds, List<Kind> kinds, Figure f) {
    super(a);
    this.kerasClass = kerasClass;
    this.figure = f;
    this.counts = new Confusion(thresholds, 0);
    for (Kind kind : kinds) {
      String name = kinds.size() == 1 ? "accumulator" : kind.name().toLowerCase(Locale.ROOT);
      counts.keep(kind, addVariable(name, counts.shape()));
    }
  }

  private static List<KerasClass<?>> classes() {
    List<KerasClass<?>> all = new ArrayList<>();
    all.add(count("TruePositives", Kind.TRUE_POSITIVES));
    all.add(count("TrueNegatives", Kind.TRUE_NEGATIVES));
    all.add(count("FalsePositives", Kind.FALSE_POSITIVES));
    all.add(count("FalseNegatives", Kind.FALSE_NEGATIVES));
    all.add(rate("Precision", "The share of positives that are right.", Kind.FALSE_POSITIVES));
    all.add(rate("Recall", "The share of true ones that are found.", Kind.FALSE_NEGATIVES));
    all.add(best("PrecisionAtRecall", "recall", (c, a) -> recall(c), (c, a) -> precision(c)));
    all.add(best("RecallAtPrecision", "precision", (c, a) -> precision(c), (c, a) -> recall(c)));
    all.add(
        best(
            "SensitivityAtSpecificity",
            "specificity",
            (c, a) -> specificity(c),
            (c, a) -> recall(c)));
    all.add(
        best(
            "SpecificityAtSensitivity",
            "sensitivity",
            (c, a) -> recall(c),
            (c, a) -> specificity(c)));
    return List.copyOf(all);
  }

  private static KerasClass<?> count(String name, Kind kind) {
    return define(
        name,
        "How many " + name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT) + ".",
        a -> Thresholds.of(a.get("thresholds"), 0.5),
        List.of(kind),
        (c, a) -> c.of(kind),
        THRESHOLDS);
  }

  private static KerasClass<?> rate(String name, String doc, Kind other) {
    return define(
        name,
        doc,
        a -> Thresholds.of(a.get("thresholds"), a.get("top_k") == null ? 0.5 : -1e10),
        List.of(Kind.TRUE_POSITIVES, other),
        (c, a) -> share(c, Kind.TRUE_POSITIVES, other),
        THRESHOLDS,
        TOP_K,
        CLASS_ID);
  }

  private static KerasClass<?> best(String name, String bound, Figure held, Figure wanted) {
    return define(
        name,
        "The best one where " + bound + " is at least as given.",
        a -> Thresholds.even(a.integer("num_thresholds")),
        List.of(
            Kind.TRUE_POSITIVES, Kind.FALSE_POSITIVES, Kind.TRUE_NEGATIVES, Kind.FALSE_NEGATIVES),
        (c, a) -> {
          double[] bounds = held.of(c, a);
          double[] figures = wanted.of(c, a);
          double largest = 0;
          for (int i = 0; i < bounds.length; i++) {
            boolean enough = (float) bounds[i] >= a.number(bound).floatValue();
            largest = enough ? Math.max(largest, figures[i]) : largest;
          }
          return new double[] {largest};
        },
        Arg.required(bound, ArgTypes.FRACTION, "What is asked for at the least."),
        NUM_THRESHOLDS,
        CLASS_ID);
  }

  private interface Limits {
    Thresholds of(Arguments arguments);
  }

  private static KerasClass<?> define(
      String name, String doc, Limits limits, List<Kind> kinds, Figure figure, Arg... own) {
    List<Arg> args = new ArrayList<>(List.of(own));
    args.add(name(null));
    args.add(DTYPE);
    KerasClass<?>[] self = new KerasClass<?>[1];
    self[0] =
        new KerasClass<Metric>(
            name,
            Metrics.MODULE,
            doc,
            ArgTable.of(name, args.toArray(Arg[]::new)),
            a -> new ConfusionMetric(self[0], a, limits.of(a), kinds, figure));
    return self[0];
  }

  private static double[] precision(Confusion c) {
    return share(c, Kind.TRUE_POSITIVES, Kind.FALSE_POSITIVES);
  }

  private static double[] recall(Confusion c) {
    return share(c, Kind.TRUE_POSITIVES, Kind.FALSE_NEGATIVES);
  }

  private static double[] specificity(Confusion c) {
    return share(c, Kind.TRUE_NEGATIVES, Kind.FALSE_POSITIVES);
  }

  /** {@code a / (a + b)}, 0 where both are 0. */
  static double[] share(Confusion c, Kind one, Kind other) {
    double[] a = c.of(one);
    double[] b = c.of(other);
    double[] share = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      share[i] = a[i] + b[i] == 0 ? 0 : a[i] / (a[i] + b[i]);
    }
    return share;
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    Map<String, Object> given = arguments().config();
    Confusion.View view =
        new Confusion.View((Integer) given.get("top_k"), (Integer) given.get("class_id"), null);
    counts.update(yTrue, yPred, sampleWeight, view);
  }

  @Override
  public Tensor result() {
    double[] values = figure.of(counts, arguments());
    Shape shape = values.length == 1 ? Shape.SCALAR : Shape.of(values.length);
    Tensor out = Tensor.zeros(dtype(), shape);
    for (int i = 0; i < values.length; i++) {
      out.put(i, values[i]);
    }
    return out;
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kerasClass;
  }
}
