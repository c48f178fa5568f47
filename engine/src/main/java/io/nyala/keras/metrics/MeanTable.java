package io.nyala.keras.metrics;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.losses.LossFunctions;
import io.nyala.keras.losses.Losses;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** Every metric that is the mean of a formula, and the functions of {@code keras.metrics}. */
final class MeanTable {

  private static final Arg AXIS = Arg.of("axis", ArgTypes.INT, -1, "Axis of the vectors.");
  private static final Arg AXES =
      Arg.of("axis", TensorTypes.AXES, -1, "Axis or axes of the correlated values.");
  private static final Arg FROM_LOGITS =
      Arg.of("from_logits", ArgTypes.BOOL, false, "Whether predictions are logits.");
  private static final Arg SMOOTHING =
      Arg.of("label_smoothing", ArgTypes.FRACTION, 0.0, "How far labels move to the middle.");
  private static final Arg K = Arg.of("k", ArgTypes.POSITIVE_INT, 5, "How many best ones count.");
  private static final Arg SORTED_IDS =
      Arg.of("from_sorted_ids", ArgTypes.BOOL, false, "Whether predictions are sorted classes.");
  private static final Arg THRESHOLD =
      Arg.of("threshold", ArgTypes.FLOAT, 0.5, "From where on a prediction counts as 1.");

  static final List<KerasClass<?>> CLASSES = classes();
  static final List<KerasFunction> FUNCTIONS = functions();

  private MeanTable() {}

  private static List<KerasClass<?>> classes() {
    List<KerasClass<?>> all = new ArrayList<>();
    accuracies(all);
    errors(all);
    probabilities(all);
    correlations(all);
    return List.copyOf(all);
  }

  private static void accuracies(List<KerasClass<?>> all) {
    all.add(plain("Accuracy", "accuracy", MetricFunctions::accuracy));
    all.add(
        define(
            "BinaryAccuracy",
            (a, t, p) -> MetricFunctions.binaryAccuracy(t, p, a.number("threshold")),
            name("binary_accuracy"),
            BaseMetric.DTYPE,
            THRESHOLD));
    all.add(
        plain("CategoricalAccuracy", "categorical_accuracy", MetricFunctions::categoricalAccuracy));
    all.add(
        plain(
            "SparseCategoricalAccuracy",
            "sparse_categorical_accuracy",
            MetricFunctions::sparseCategoricalAccuracy));
    all.add(
        define(
            "TopKCategoricalAccuracy",
            (a, t, p) -> MetricFunctions.topKCategoricalAccuracy(t, p, a.integer("k")),
            K,
            name("top_k_categorical_accuracy"),
            BaseMetric.DTYPE));
    all.add(
        define(
            "SparseTopKCategoricalAccuracy",
            (a, t, p) ->
                MetricFunctions.sparseTopKCategoricalAccuracy(
                    t, p, a.integer("k"), a.flag("from_sorted_ids")),
            K,
            name("sparse_top_k_categorical_accuracy"),
            BaseMetric.DTYPE,
            SORTED_IDS.inConfigIfSet()));
  }

  private static void errors(List<KerasClass<?>> all) {
    all.add(plain("MeanSquaredError", "mean_squared_error", LossFunctions::meanSquaredError));
    all.add(plain("MeanAbsoluteError", "mean_absolute_error", LossFunctions::meanAbsoluteError));
    all.add(
        plain(
            "MeanAbsolutePercentageError",
            "mean_absolute_percentage_error",
            LossFunctions::meanAbsolutePercentageError));
    all.add(
        plain(
            "MeanSquaredLogarithmicError",
            "mean_squared_logarithmic_error",
            LossFunctions::meanSquaredLogarithmicError));
    all.add(
        root(
            "RootMeanSquaredError",
            "The root of the mean squared error.",
            (a, t, p) -> MetricFunctions.squaredError(t, p),
            name("root_mean_squared_error"),
            BaseMetric.DTYPE));
    all.add(plain("LogCoshError", "logcosh", LossFunctions::logCosh));
    all.add(plain("Hinge", "hinge", LossFunctions::hinge));
    all.add(plain("SquaredHinge", "squared_hinge", LossFunctions::squaredHinge));
    all.add(plain("CategoricalHinge", "categorical_hinge", LossFunctions::categoricalHinge));
  }

  private static void probabilities(List<KerasClass<?>> all) {
    all.add(plain("KLDivergence", "kl_divergence", LossFunctions::klDivergence));
    all.add(plain("Poisson", "poisson", LossFunctions::poisson));
    all.add(
        define(
            "BinaryCrossentropy",
            (a, t, p) ->
                LossFunctions.binaryCrossentropy(
                    t, p, a.flag("from_logits"), a.number("label_smoothing"), -1),
            name("binary_crossentropy"),
            BaseMetric.DTYPE,
            FROM_LOGITS,
            SMOOTHING));
    all.add(
        define(
            "CategoricalCrossentropy",
            (a, t, p) ->
                LossFunctions.categoricalCrossentropy(
                    t, p, a.flag("from_logits"), a.number("label_smoothing"), a.integer("axis")),
            name("categorical_crossentropy"),
            BaseMetric.DTYPE,
            FROM_LOGITS,
            SMOOTHING,
            AXIS));
    all.add(
        define(
            "SparseCategoricalCrossentropy",
            (a, t, p) ->
                LossFunctions.sparseCategoricalCrossentropy(
                    t, p, a.flag("from_logits"), a.integer("ignore_class"), a.integer("axis")),
            name("sparse_categorical_crossentropy"),
            BaseMetric.DTYPE,
            FROM_LOGITS,
            Arg.of("ignore_class", ArgTypes.INT, null, "A class left out."),
            AXIS));
  }

  private static void correlations(List<KerasClass<?>> all) {
    all.add(
        define(
            "CosineSimilarity",
            (a, t, p) -> MetricFunctions.cosineSimilarity(t, p, a.integer("axis")),
            name("cosine_similarity"),
            BaseMetric.DTYPE,
            AXIS.notInConfig()));
    all.add(
        define(
            "PearsonCorrelation",
            (a, t, p) -> MetricFunctions.pearsonCorrelation(t, p, TensorTypes.Axes.of(a, "axis")),
            name("pearson_correlation"),
            BaseMetric.DTYPE,
            AXES));
    all.add(
        define(
            "ConcordanceCorrelation",
            (a, t, p) ->
                MetricFunctions.concordanceCorrelation(t, p, TensorTypes.Axes.of(a, "axis")),
            name("concordance_correlation"),
            BaseMetric.DTYPE,
            AXES));
  }

  private static List<KerasFunction> functions() {
    List<String> losses =
        List.of(
            "hinge",
            "squared_hinge",
            "categorical_hinge",
            "mean_squared_error",
            "mean_absolute_error",
            "mean_absolute_percentage_error",
            "mean_squared_logarithmic_error",
            "huber",
            "log_cosh",
            "kl_divergence",
            "poisson",
            "binary_crossentropy",
            "binary_focal_crossentropy",
            "categorical_crossentropy",
            "categorical_focal_crossentropy",
            "sparse_categorical_crossentropy");
    List<KerasFunction> all = new ArrayList<>();
    Losses.FUNCTIONS.stream()
        .filter(f -> losses.contains(f.name()))
        .forEach(f -> all.add(f.in(Metrics.MODULE)));
    all.add(function("accuracy", (a, t, p) -> MetricFunctions.accuracy(t, p)));
    all.add(
        function(
            "binary_accuracy",
            (a, t, p) -> MetricFunctions.binaryAccuracy(t, p, a.number("threshold")),
            THRESHOLD));
    all.add(
        function("categorical_accuracy", (a, t, p) -> MetricFunctions.categoricalAccuracy(t, p)));
    all.add(
        function(
            "sparse_categorical_accuracy",
            (a, t, p) -> MetricFunctions.sparseCategoricalAccuracy(t, p)));
    all.add(
        function(
            "top_k_categorical_accuracy",
            (a, t, p) -> MetricFunctions.topKCategoricalAccuracy(t, p, a.integer("k")),
            K));
    all.add(
        function(
            "sparse_top_k_categorical_accuracy",
            (a, t, p) ->
                MetricFunctions.sparseTopKCategoricalAccuracy(
                    t, p, a.integer("k"), a.flag("from_sorted_ids")),
            K,
            SORTED_IDS));
    all.add(
        function(
            "pearson_correlation",
            (a, t, p) -> MetricFunctions.pearsonCorrelation(t, p, TensorTypes.Axes.of(a, "axis")),
            AXES));
    all.add(
        function(
            "concordance_correlation",
            (a, t, p) ->
                MetricFunctions.concordanceCorrelation(t, p, TensorTypes.Axes.of(a, "axis")),
            AXES));
    return List.copyOf(all);
  }

  private static KerasFunction function(String name, MeanOf.Formula formula, Arg... more) {
    List<Arg> args = new ArrayList<>();
    args.add(Arg.required("y_true", TensorTypes.TENSOR, "True values."));
    args.add(Arg.required("y_pred", TensorTypes.TENSOR, "Predicted values."));
    args.addAll(List.of(more));
    return new KerasFunction(
        name,
        Metrics.MODULE,
        "One value per sample: " + name.replace('_', ' ') + ".",
        ArgTable.of(name, args.toArray(Arg[]::new)),
        a -> formula.apply(a, tensor(a, "y_true"), tensor(a, "y_pred")));
  }

  private static Tensor tensor(Arguments a, String name) {
    return a.get(name, Tensor.class);
  }

  private static Arg name(String name) {
    return BaseMetric.name(name);
  }

  private static KerasClass<?> plain(String name, String shown, BinaryOperator<Tensor> formula) {
    return define(name, (a, t, p) -> formula.apply(t, p), name(shown), BaseMetric.DTYPE);
  }

  private static KerasClass<?> define(String name, MeanOf.Formula formula, Arg... args) {
    return define(name, "The mean over all samples.", formula, false, args);
  }

  private static KerasClass<?> root(String name, String doc, MeanOf.Formula formula, Arg... args) {
    return define(name, doc, formula, true, args);
  }

  private static KerasClass<?> define(
      String name, String doc, MeanOf.Formula formula, boolean root, Arg... args) {
    KerasClass<?>[] self = new KerasClass<?>[1];
    self[0] =
        new KerasClass<Metric>(
            name,
            Metrics.MODULE,
            doc,
            ArgTable.of(name, args),
            a -> new MeanOf(self[0], a, formula, root));
    return self[0];
  }
}
