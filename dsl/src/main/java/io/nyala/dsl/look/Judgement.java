package io.nyala.dsl.look;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.plot.Axes;
import io.nyala.dsl.plot.Figure;
import io.nyala.dsl.show.Curves;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How well scores tell two classes apart, and whether they mean what they say. Source: the
 * definitions in the documentation of scikit-learn's {@code metrics} and {@code calibration}.
 */
final class Judgement {

  private Judgement() {}

  /**
   * The share of false alarms against the share of hits, as the threshold falls; the area below is
   * the chance that a positive sample has a higher score than a negative one.
   */
  static Picture roc(Given given) {
    Scores all = Scores.of(given, "y_score", true);
    double positives = all.positives();
    double negatives = all.truth().length - positives;
    List<Double> falseRate = new ArrayList<>(List.of(0.0));
    List<Double> trueRate = new ArrayList<>(List.of(0.0));
    List<Double> thresholds = new ArrayList<>(List.of(Double.POSITIVE_INFINITY));
    double area = 0;
    int hits = 0;
    int alarms = 0;
    for (int i = 0; i < all.truth().length; i++) {
      hits += all.truth()[i] ? 1 : 0;
      alarms += all.truth()[i] ? 0 : 1;
      if (all.ends(i)) {
        int last = falseRate.size() - 1;
        double width = alarms / negatives - falseRate.get(last);
        area += width * (hits / positives + trueRate.get(last)) / 2;
        falseRate.add(alarms / negatives);
        trueRate.add(hits / positives);
        thresholds.add(all.score()[i]);
      }
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("fpr", falseRate);
    value.put("tpr", trueRate);
    value.put("thresholds", thresholds);
    value.put("auc", area);
    String title = "ROC curve, area " + Curves.number(area);
    return picture(
        value,
        title,
        axes -> {
          axes.call(
              "plot", List.of(List.of(0, 1), List.of(0, 1)), Map.of("ls", ":", "color", "gray"));
          axes.call("plot", List.of(falseRate, trueRate), Map.of("label", "scores"));
          labels(axes, "false positive rate", "true positive rate", title);
        });
  }

  /** Of what is taken for positive, how much is; against how much of what is positive is found. */
  static Picture precisionRecall(Given given) {
    Scores all = Scores.of(given, "y_score", true);
    double positives = all.positives();
    List<Double> precision = new ArrayList<>(List.of(1.0));
    List<Double> recall = new ArrayList<>(List.of(0.0));
    List<Double> thresholds = new ArrayList<>(List.of(Double.POSITIVE_INFINITY));
    double average = 0;
    int hits = 0;
    for (int i = 0; i < all.truth().length; i++) {
      hits += all.truth()[i] ? 1 : 0;
      if (all.ends(i)) {
        double right = hits / (i + 1.0);
        average += (hits / positives - recall.get(recall.size() - 1)) * right;
        precision.add(right);
        recall.add(hits / positives);
        thresholds.add(all.score()[i]);
      }
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("precision", precision);
    value.put("recall", recall);
    value.put("thresholds", thresholds);
    value.put("average_precision", average);
    String title = "Precision and recall, average precision " + Curves.number(average);
    double share = positives / all.truth().length;
    return picture(
        value,
        title,
        axes -> {
          axes.call("axhline", List.of(share), Map.of("ls", ":", "color", "gray"));
          axes.call("step", List.of(recall, precision), Map.of("where", "pre"));
          labels(axes, "recall", "precision", title);
        });
  }

  /**
   * Predicted probabilities, in bins of equal width, against the share of positives there. The
   * error is the mean distance of the two, each bin counted by its samples.
   */
  static Picture calibration(Given given) {
    Scores all = Scores.of(given, "y_prob", false);
    int bins = given.integer("bins");
    if (bins < 1) {
      throw given.wrong("bins", "a number of bins");
    }
    double[] said = new double[bins];
    int[] positive = new int[bins];
    int[] count = new int[bins];
    for (int i = 0; i < all.truth().length; i++) {
      double probability = all.score()[i];
      if (probability < 0 || probability > 1) {
        throw PyError.value(
            "calibration_curve() takes probabilities from 0 to 1; received " + probability);
      }
      int bin = bin(probability, bins);
      said[bin] += probability;
      positive[bin] += all.truth()[i] ? 1 : 0;
      count[bin]++;
    }
    List<Double> predicted = new ArrayList<>();
    List<Double> found = new ArrayList<>();
    List<Integer> counts = new ArrayList<>();
    double error = 0;
    for (int bin = 0; bin < bins; bin++) {
      if (count[bin] > 0) {
        predicted.add(said[bin] / count[bin]);
        found.add((double) positive[bin] / count[bin]);
        counts.add(count[bin]);
        error += Math.abs(said[bin] - positive[bin]) / all.truth().length;
      }
    }
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("prob_pred", predicted);
    value.put("prob_true", found);
    value.put("counts", counts);
    value.put("error", error);
    String title = "Calibration, expected error " + Curves.number(error);
    List<Double> sizes = counts.stream().map(n -> 20 + 180.0 * n / all.truth().length).toList();
    return picture(
        value,
        title,
        axes -> {
          axes.call(
              "plot", List.of(List.of(0, 1), List.of(0, 1)), Map.of("ls", ":", "color", "gray"));
          axes.call("plot", List.of(predicted, found), Map.of());
          axes.call("scatter", List.of(predicted, found), Map.of("s", sizes));
          labels(axes, "predicted probability", "share of positives", title);
        });
  }

  /** An edge between two bins belongs to the lower one. */
  private static int bin(double probability, int bins) {
    int bin = 0;
    while (bin < bins - 1 && probability > (double) (bin + 1) / bins) {
      bin++;
    }
    return bin;
  }

  private static void labels(Axes axes, String x, String y, String title) {
    axes.call("set_xlabel", List.of(x), Map.of());
    axes.call("set_ylabel", List.of(y), Map.of());
    axes.call("set_title", List.of(title), Map.of());
    axes.call("set_xlim", List.of(-0.02, 1.02), Map.of());
    axes.call("set_ylim", List.of(-0.02, 1.02), Map.of());
    axes.call("grid", List.of(true), Map.of());
  }

  /** A chart, and as text its title and up to a dozen of the numbers. */
  private static Picture picture(Map<String, Object> value, String title, Consumer<Axes> draw) {
    List<String> columns =
        value.keySet().stream().filter(k -> value.get(k) instanceof List).toList();
    StringBuilder text = new StringBuilder(title).append('\n');
    columns.forEach(name -> text.append(String.format("%12s", name)));
    int rows = ((List<?>) value.get(columns.get(0))).size();
    int shown = Math.min(rows, 12);
    for (int i = 0; i < shown; i++) {
      text.append('\n');
      int row = shown == 1 ? 0 : (int) ((long) i * (rows - 1) / (shown - 1));
      for (String name : columns) {
        double number = ((Number) ((List<?>) value.get(name)).get(row)).doubleValue();
        text.append(String.format(Locale.ROOT, "%12s", Curves.number(number)));
      }
    }
    return new Picture(value, Figure.of(5, 4.4, draw).bundle().with("text/plain", text.toString()));
  }
}
