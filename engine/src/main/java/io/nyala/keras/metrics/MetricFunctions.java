package io.nyala.keras.metrics;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.losses.LossFunctions;
import io.nyala.keras.losses.Reduction;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The formulas of {@code keras.metrics} that are no losses: one value per sample, or per sample and
 * step, {@code t} the true and {@code p} the predicted values.
 *
 * <p>Source: keras/src/metrics/accuracy_metrics.py, correlation_metrics.py.
 */
public final class MetricFunctions {

  private MetricFunctions() {}

  private static Reduction.Pair same(Tensor t, Tensor p) {
    return Reduction.sameRank(Cast.to(t, p.dtype()), p);
  }

  private static Tensor matches(Tensor a, Tensor b) {
    return Compare.equal(a, b).cast(DType.FLOAT32);
  }

  /** 1 where {@code t = p}. */
  public static Tensor accuracy(Tensor t, Tensor p) {
    Reduction.Pair pair = same(t, p);
    return matches(pair.first(), pair.second());
  }

  /** 1 where {@code t} is 1 and {@code p} above the threshold, or 0 and not above. */
  public static Tensor binaryAccuracy(Tensor t, Tensor p, double threshold) {
    Reduction.Pair pair = Reduction.sameRank(t, p);
    Tensor limit = Tensor.full(DType.FLOAT32, Shape.SCALAR, threshold);
    return matches(pair.first(), Compare.greater(pair.second(), limit).cast(t.dtype()));
  }

  /** 1 where the largest of {@code t} and of {@code p} are in the same place. */
  public static Tensor categoricalAccuracy(Tensor t, Tensor p) {
    return matches(Reduce.argmax(t, -1), Reduce.argmax(p, -1));
  }

  /** 1 where the largest of {@code p} is in place {@code t}. */
  public static Tensor sparseCategoricalAccuracy(Tensor t, Tensor p) {
    Tensor found = Reduce.argmax(p, -1);
    boolean column = t.rank() == p.rank() && t.dim(-1) == 1;
    Tensor right = matches(column ? Shapes.squeeze(t, -1) : t, found);
    return right.rank() > 1 && right.dim(-1) == 1 ? Shapes.squeeze(right, -1) : right;
  }

  /** 1 where fewer than k of {@code p} are above the one that {@code t}, one-hot, names. */
  public static Tensor topKCategoricalAccuracy(Tensor t, Tensor p, int k) {
    return inTopK(Reduce.argmax(t, -1), p, k);
  }

  /**
   * 1 where fewer than k of {@code p} are above the one in place {@code t}.
   *
   * @param fromSortedIds whether {@code p} holds class numbers, best first, instead of scores
   */
  public static Tensor sparseTopKCategoricalAccuracy(
      Tensor t, Tensor p, int k, boolean fromSortedIds) {
    if (!fromSortedIds) {
      return inTopK(t, p, k);
    }
    Tensor out = Tensor.zeros(DType.FLOAT32, t.shape());
    int width = p.dim(-1);
    for (int i = 0; i < t.elements(); i++) {
      for (int j = 0; j < Math.min(k, width); j++) {
        if (p.getDouble(i * width + j) == t.getDouble(i)) {
          out.put(i, 1);
        }
      }
    }
    return out;
  }

  private static Tensor inTopK(Tensor t, Tensor p, int k) {
    int width = p.dim(-1);
    Tensor out = Tensor.zeros(DType.FLOAT32, t.shape());
    for (int i = 0; i < t.elements(); i++) {
      long target = t.getLong(i);
      if (target >= 0 && target < width) {
        out.put(i, isInTopK(p, i * width, width, (int) target, k) ? 1 : 0);
      }
    }
    return out;
  }

  private static boolean isInTopK(Tensor p, int from, int width, int target, int k) {
    double score = p.getDouble(from + target);
    int above = 0;
    for (int j = 0; j < width; j++) {
      double other = p.getDouble(from + j);
      if (!Double.isFinite(other) || !Double.isFinite(score)) {
        return false;
      }
      above += other > score ? 1 : 0;
    }
    return above < k;
  }

  /** {@code Σ t p / (|t| |p|)} along an axis. */
  public static Tensor cosineSimilarity(Tensor t, Tensor p, int axis) {
    return negative(LossFunctions.cosineSimilarity(t, p, axis));
  }

  /** {@code (p - t)²}, element by element. */
  public static Tensor squaredError(Tensor t, Tensor p) {
    Reduction.Pair pair = same(t, p);
    return Maths.square(subtract(pair.second(), pair.first()));
  }

  /** Pearson's correlation of t and p along axes. */
  public static Tensor pearsonCorrelation(Tensor t, Tensor p, int... axes) {
    Reduction.Pair pair = same(t, p);
    Tensor product = multiply(standardized(pair.first(), axes), standardized(pair.second(), axes));
    return Reduce.mean(product, axes, false);
  }

  private static Tensor standardized(Tensor x, int[] axes) {
    Tensor centred = subtract(x, Reduce.mean(x, axes, true));
    return divide(centred, Maths.sqrt(Reduce.variance(centred, axes, true)));
  }

  /** Lin's concordance of t and p along axes: how near they are to {@code t = p}. */
  public static Tensor concordanceCorrelation(Tensor t, Tensor p, int... axes) {
    Reduction.Pair pair = same(t, p);
    Tensor meanT = Reduce.mean(pair.first(), axes, true);
    Tensor meanP = Reduce.mean(pair.second(), axes, true);
    Tensor both = multiply(subtract(pair.first(), meanP), subtract(pair.second(), meanP));
    Tensor spread =
        add(
            add(
                Reduce.variance(pair.first(), axes, true),
                Reduce.variance(pair.second(), axes, true)),
            Maths.square(subtract(meanT, meanP)));
    return Reduce.mean(divide(scale(both, 2), shift(spread, Numerics.EPSILON)), axes, false);
  }
}
