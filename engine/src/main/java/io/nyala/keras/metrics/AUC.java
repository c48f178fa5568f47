package io.nyala.keras.metrics;

import io.nyala.keras.KerasException;
import io.nyala.keras.activations.ActivationFunctions;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.metrics.Confusion.Kind;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The area under a curve of two rates over all thresholds: ROC (recall over the share of wrong
 * positives), PR (precision over recall) or PRGAIN (their gains).
 *
 * <p>Source: keras.metrics.AUC; Davis and Goadrich, ICML 2006; Flach and Kull, NeurIPS 2015.
 */
public final class AUC extends BaseMetric {

  public static final KerasClass<AUC> CLASS =
      new KerasClass<>(
          "AUC",
          Metrics.MODULE,
          "The area under the ROC or precision-recall curve.",
          ArgTable.of(
              "AUC",
              Arg.of("num_thresholds", ArgTypes.INT, 200, "How many thresholds; at least 2."),
              Arg.of(
                  "curve",
                  ArgTypes.oneOf("ROC", "PR", "PRGAIN", "roc", "pr", "prgain"),
                  "ROC",
                  "Which curve."),
              Arg.of(
                  "summation_method",
                  ArgTypes.oneOf(
                      "interpolation",
                      "minoring",
                      "majoring",
                      "Interpolation",
                      "Minoring",
                      "Majoring"),
                  "interpolation",
                  "How the area between two thresholds is taken."),
              name(null),
              DTYPE,
              Arg.of(
                      "thresholds",
                      ArgTypes.listOf(ArgTypes.FRACTION),
                      null,
                      "Thresholds between 0 and 1 instead of evenly spaced ones.")
                  .notInConfig(),
              Arg.of("multi_label", ArgTypes.BOOL, false, "Whether to average over labels."),
              Arg.of("num_labels", ArgTypes.POSITIVE_INT, null, "How many labels."),
              Arg.of("label_weights", TensorTypes.TENSOR, null, "A weight per label."),
              Arg.of("from_logits", ArgTypes.BOOL, false, "Whether predictions are logits.")),
          AUC::new);

  private final Thresholds thresholds;
  private Confusion counts;

  private AUC(Arguments a) {
    super(a);
    if (a.get("thresholds") != null) {
      thresholds = Thresholds.between(a.get("thresholds", List.class)).widened();
    } else {
      if (a.integer("num_thresholds") <= 1) {
        throw KerasException.value(
            "Argument `num_thresholds` must be an integer > 1. Received: num_thresholds="
                + a.integer("num_thresholds"));
      }
      thresholds = Thresholds.even(a.integer("num_thresholds")).widened();
    }
    Integer labels = a.integer("num_labels");
    if (!a.flag("multi_label")) {
      if (labels != null) {
        throw KerasException.value("`num_labels` is needed only when `multi_label` is True.");
      }
      build(0);
    } else if (labels != null) {
      build(labels);
    }
  }

  private void build(int labels) {
    counts = new Confusion(thresholds, labels);
    for (Kind kind :
        List.of(
            Kind.TRUE_POSITIVES, Kind.FALSE_POSITIVES, Kind.TRUE_NEGATIVES, Kind.FALSE_NEGATIVES)) {
      counts.keep(kind, addVariable(kind.name().toLowerCase(Locale.ROOT), counts.shape()));
    }
  }

  @Override
  protected void updateState(Tensor yTrue, Tensor yPred, Tensor sampleWeight) {
    boolean many = arguments().flag("multi_label");
    if (counts == null) {
      if (yPred.rank() != 2) {
        throw KerasException.value(
            "`y_pred` must have rank 2 when `multi_label=True`. Found rank "
                + yPred.rank()
                + ". Full shape received for `y_pred`: "
                + yPred.shape());
      }
      build(yPred.dim(1));
    }
    Tensor p = arguments().flag("from_logits") ? ActivationFunctions.sigmoid(yPred) : yPred;
    Tensor labelWeights = many ? null : arguments().get("label_weights", Tensor.class);
    counts.update(yTrue, p, sampleWeight, new Confusion.View(null, null, labelWeights));
  }

  @Override
  public Tensor result() {
    if (counts == null) {
      return Tensor.zeros(dtype(), Shape.SCALAR);
    }
    int n = thresholds.count();
    int labels = counts.shape().rank() == 2 ? counts.shape().dim(1) : 1;
    double[] terms = terms();
    double[] areas = new double[labels];
    for (int i = 0; i < (n - 1) * labels; i++) {
      areas[i % labels] += terms[i];
    }
    return Tensor.full(dtype(), Shape.SCALAR, average(areas));
  }

  private double average(double[] areas) {
    Tensor weights = arguments().get("label_weights", Tensor.class);
    boolean weighted = weights != null && arguments().flag("multi_label");
    double sum = 0;
    double all = 0;
    for (int i = 0; i < areas.length; i++) {
      double weight = weighted ? weights.getDouble(i) : 1;
      sum += weight * areas[i];
      all += weight;
    }
    return all == 0 ? 0 : sum / all;
  }

  /** The area between each threshold and the next, label by label. */
  private double[] terms() {
    String curve = arguments().string("curve").toUpperCase(Locale.ROOT);
    String method = arguments().string("summation_method").toLowerCase(Locale.ROOT);
    if (curve.equals("PR") && method.equals("interpolation")) {
      return interpolatedPrecision();
    }
    double[] recall = ConfusionMetric.share(counts, Kind.TRUE_POSITIVES, Kind.FALSE_NEGATIVES);
    if (curve.equals("ROC")) {
      double[] wrong = ConfusionMetric.share(counts, Kind.FALSE_POSITIVES, Kind.TRUE_NEGATIVES);
      return riemann(wrong, recall, method);
    }
    if (curve.equals("PR")) {
      double[] precision = ConfusionMetric.share(counts, Kind.TRUE_POSITIVES, Kind.FALSE_POSITIVES);
      return riemann(recall, precision, method);
    }
    return riemann(gain(Kind.FALSE_NEGATIVES, 0), gain(Kind.FALSE_POSITIVES, 1), method);
  }

  /** {@code 1 - P/N · wrong / right}; recall's gain is at least 0. */
  private double[] gain(Kind wrong, double otherwise) {
    double[] tp = counts.of(Kind.TRUE_POSITIVES);
    double[] fn = counts.of(Kind.FALSE_NEGATIVES);
    double[] tn = counts.of(Kind.TRUE_NEGATIVES);
    double[] fp = counts.of(Kind.FALSE_POSITIVES);
    double[] lost = counts.of(wrong);
    double[] gain = new double[tp.length];
    for (int i = 0; i < tp.length; i++) {
      double negatives = tn[i] + fp[i];
      double ratio = negatives == 0 ? 0 : (tp[i] + fn[i]) / negatives;
      gain[i] = tp[i] == 0 ? otherwise : 1 - ratio * lost[i] / tp[i];
      gain[i] = wrong == Kind.FALSE_NEGATIVES ? Math.max(gain[i], 0) : gain[i];
    }
    return gain;
  }

  private double[] riemann(double[] x, double[] y, String method) {
    int step = x.length / thresholds.count();
    double[] terms = new double[x.length - step];
    for (int i = 0; i < terms.length; i++) {
      double height =
          switch (method) {
            case "interpolation" -> (y[i] + y[i + step]) / 2;
            case "minoring" -> Math.min(y[i], y[i + step]);
            default -> Math.max(y[i], y[i + step]);
          };
      terms[i] = (x[i] - x[i + step]) * height;
    }
    return terms;
  }

  private double[] interpolatedPrecision() {
    double[] tp = counts.of(Kind.TRUE_POSITIVES);
    double[] fp = counts.of(Kind.FALSE_POSITIVES);
    double[] fn = counts.of(Kind.FALSE_NEGATIVES);
    int step = tp.length / thresholds.count();
    double[] terms = new double[tp.length - step];
    for (int i = 0; i < terms.length; i++) {
      int next = i + step;
      double found = tp[i] - tp[next];
      double here = tp[i] + fp[i];
      double there = tp[next] + fp[next];
      double slope = ratio(found, Math.max(here - there, 0));
      double intercept = tp[next] - slope * there;
      double growth = here > 0 && there > 0 ? here / there : 1;
      double area = slope * (found + intercept * Math.log(growth));
      terms[i] = ratio(area, Math.max(tp[next] + fn[next], 0));
    }
    return terms;
  }

  private static double ratio(double a, double b) {
    return b == 0 ? 0 : a / b;
  }

  @Override
  public Map<String, Object> getConfig() {
    Map<String, Object> config = super.getConfig();
    config.put("curve", arguments().string("curve").toUpperCase(Locale.ROOT));
    config.put("summation_method", arguments().string("summation_method").toLowerCase(Locale.ROOT));
    config.put("num_thresholds", thresholds.count());
    Tensor weights = arguments().get("label_weights", Tensor.class);
    if (weights != null) {
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < weights.elements(); i++) {
        list.add(weights.get(i));
      }
      config.put("label_weights", list);
    }
    if (arguments().get("thresholds") != null) {
      List<Object> inner = new ArrayList<>();
      for (int i = 1; i < thresholds.count() - 1; i++) {
        inner.add(thresholds.values()[i]);
      }
      config.put("thresholds", inner);
    }
    return config;
  }

  @Override
  public KerasClass<AUC> kerasClass() {
    return CLASS;
  }
}
