package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.losses.Reduction;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of right and wrong positives and negatives at every threshold, in variables of a metric.
 *
 * <p>Source: keras/src/metrics/metrics_utils.py, update_confusion_matrix_variables.
 */
final class Confusion {

  /** What a prediction turned out to be. */
  enum Kind {
    TRUE_POSITIVES,
    FALSE_POSITIVES,
    TRUE_NEGATIVES,
    FALSE_NEGATIVES
  }

  /**
   * How predictions are looked at.
   *
   * @param topK only the k best of a row can be positive; null: all
   * @param classId only this class counts; null: all
   * @param labelWeights a weight per class; null: all equal
   */
  record View(Integer topK, Integer classId, Tensor labelWeights) {
    static final View PLAIN = new View(null, null, null);
  }

  private static final float NEVER = -1e10f;

  private final Thresholds thresholds;
  private final int labels;
  private final Map<Kind, Variable> counts = new EnumMap<>(Kind.class);

  /** For one count per threshold; {@code labels} above 0: one per threshold and label. */
  Confusion(Thresholds thresholds, int labels) {
    this.thresholds = thresholds;
    this.labels = labels;
  }

  /** Keeps this kind of count in a variable. */
  Confusion keep(Kind kind, Variable variable) {
    counts.put(kind, variable);
    return this;
  }

  Shape shape() {
    int n = thresholds.count();
    return labels > 0 ? Shape.of(n, labels) : Shape.of(n);
  }

  /** The counts of a kind, as numbers. */
  double[] of(Kind kind) {
    Tensor value = counts.get(kind).value();
    double[] all = new double[value.elements()];
    Arrays.setAll(all, value::getDouble);
    return all;
  }

  /** Takes a batch into account. */
  void update(Tensor yTrue, Tensor yPred, Tensor sampleWeight, View view) {
    Reduction.Pair pair =
        Reduction.sameRank(Cast.to(yPred, DType.FLOAT32), Cast.to(yTrue, DType.FLOAT32));
    Tensor p = pair.first();
    Tensor t = pair.second();
    Tensor w = weights(sampleWeight, t);
    if (view.topK() != null) {
      p = best(p, view.topK());
    }
    if (view.classId() != null) {
      p = column(p, view.classId());
      t = column(t, view.classId());
    }
    if (!t.shape().equals(p.shape())) {
      throw KerasException.value(
          "Shapes "
              + t.shape()
              + " of y_true and "
              + p.shape()
              + " of y_pred are incompatible: they must be equal.");
    }
    w = w == null ? null : Shapes.broadcastTo(w, p.shape());
    if (view.labelWeights() != null) {
      Tensor each = Shapes.broadcastTo(view.labelWeights(), p.shape());
      w = w == null ? each : multiply(w, each);
    }
    count(t, p, w);
  }

  private static Tensor weights(Tensor sampleWeight, Tensor t) {
    if (sampleWeight == null) {
      return null;
    }
    Tensor w = Shapes.expandDims(Cast.to(sampleWeight, DType.FLOAT32), -1);
    return w.rank() == t.rank() + 1 ? Shapes.squeeze(w, -1) : w;
  }

  private static Tensor column(Tensor x, int classId) {
    if (x.rank() == 1) {
      throw KerasException.value(
          "When class_id is provided, y_pred must be a 2D array with shape (num_samples,"
              + " num_classes), found shape: "
              + x.shape());
    }
    int at = classId < 0 ? classId + x.dim(-1) : classId;
    return Shapes.slice(x, -1, at, at + 1);
  }

  private static Tensor best(Tensor p, int k) {
    int width = p.dim(-1);
    Tensor out = Tensor.full(DType.FLOAT32, p.shape(), NEVER);
    for (int row = 0; row < p.elements() / width; row++) {
      for (int n = 0; n < Math.min(k, width); n++) {
        int top = -1;
        for (int j = 0; j < width; j++) {
          int at = row * width + j;
          boolean free = out.floats()[at] == NEVER;
          if (free && (top < 0 || p.floats()[at] > p.floats()[top])) {
            top = at;
          }
        }
        out.floats()[top] = p.floats()[top];
      }
    }
    return out;
  }

  private void count(Tensor t, Tensor p, Tensor w) {
    int width = Math.max(1, labels);
    int n = thresholds.count();
    double[] right = new double[n * width];
    double[] wrong = new double[n * width];
    double[] allTrue = new double[width];
    double[] allFalse = new double[width];
    for (int i = 0; i < p.elements(); i++) {
      int label = i % width;
      double weight = w == null ? 1 : w.getDouble(i);
      boolean positive = t.getDouble(i) != 0;
      (positive ? allTrue : allFalse)[label] += weight;
      double[] hits = positive ? right : wrong;
      float prediction = p.floats()[i];
      int above = thresholds.even() ? thresholds.above(prediction) : 0;
      for (int k = 0; k < n; k++) {
        boolean is = thresholds.even() ? k < above : prediction > (float) thresholds.values()[k];
        if (is) {
          hits[k * width + label] += weight;
        }
      }
    }
    add(Kind.TRUE_POSITIVES, right);
    add(Kind.FALSE_POSITIVES, wrong);
    add(Kind.TRUE_NEGATIVES, rest(allFalse, wrong));
    add(Kind.FALSE_NEGATIVES, rest(allTrue, right));
  }

  private static double[] rest(double[] all, double[] hits) {
    double[] rest = new double[hits.length];
    Arrays.setAll(rest, i -> all[i % all.length] - hits[i]);
    return rest;
  }

  private void add(Kind kind, double[] more) {
    Variable variable = counts.get(kind);
    if (variable != null) {
      Tensor value = variable.value();
      Tensor next = Tensor.zeros(value.dtype(), value.shape());
      for (int i = 0; i < more.length; i++) {
        next.put(i, value.getDouble(i) + more[i]);
      }
      variable.assign(next);
    }
  }
}
