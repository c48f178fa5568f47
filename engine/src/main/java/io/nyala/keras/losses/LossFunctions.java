package io.nyala.keras.losses;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.power;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Softmax;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The formulas of {@code keras.losses}: from {@code [batch, …, d]} to {@code [batch, …]}, one loss
 * per sample, {@code t} the true and {@code p} the predicted values.
 *
 * <p>Source: keras/src/losses/losses.py.
 */
public final class LossFunctions {

  private static final int[] LAST = {-1};

  private LossFunctions() {}

  private static Tensor mean(Tensor x) {
    return Reduce.mean(x, LAST, false);
  }

  private static Tensor sum(Tensor x) {
    return Reduce.sum(x, LAST, false);
  }

  private static Tensor oneMinus(Tensor x) {
    return subtract(like(x, 1), x);
  }

  private static Reduction.Pair same(Tensor t, Tensor p) {
    return Reduction.sameRank(Cast.to(t, p.dtype()), p);
  }

  private static Tensor difference(Tensor t, Tensor p) {
    Reduction.Pair pair = same(t, p);
    return subtract(pair.first(), pair.second());
  }

  /** {@code mean (t - p)²}. */
  public static Tensor meanSquaredError(Tensor t, Tensor p) {
    return mean(Maths.square(difference(t, p)));
  }

  /** {@code mean |t - p|}. */
  public static Tensor meanAbsoluteError(Tensor t, Tensor p) {
    return mean(Maths.abs(difference(t, p)));
  }

  /** {@code 100 · mean |t - p| / |t|}. */
  public static Tensor meanAbsolutePercentageError(Tensor t, Tensor p) {
    Tensor whole = same(t, p).first();
    Tensor size = maximum(Maths.abs(whole), like(whole, Numerics.EPSILON));
    return scale(mean(Maths.abs(divide(difference(t, p), size))), 100);
  }

  /** {@code mean (ln(1 + t) - ln(1 + p))²}. */
  public static Tensor meanSquaredLogarithmicError(Tensor t, Tensor p) {
    Reduction.Pair pair = same(t, p);
    return mean(Maths.square(subtract(logPlusOne(pair.second()), logPlusOne(pair.first()))));
  }

  private static Tensor logPlusOne(Tensor x) {
    return Maths.log(shift(maximum(x, like(x, Numerics.EPSILON)), 1));
  }

  /** {@code -Σ t p / (|t| |p|)} along an axis: -1 where they point the same way. */
  public static Tensor cosineSimilarity(Tensor t, Tensor p, int axis) {
    Reduction.Pair pair = same(t, p);
    Tensor product =
        multiply(Numerics.normalize(pair.first(), axis), Numerics.normalize(pair.second(), axis));
    return negative(Reduce.sum(product, new int[] {axis}, false));
  }

  /** {@code mean}: {@code e²/2} where {@code |e| ≤ δ}, {@code δ|e| - δ²/2} beyond. */
  public static Tensor huber(Tensor t, Tensor p, double delta) {
    Tensor error = negative(difference(t, p));
    Tensor size = Maths.abs(error);
    Tensor inside = scale(Maths.square(error), 0.5);
    Tensor outside = shift(scale(size, delta), -0.5 * delta * delta);
    return mean(Compare.where(Compare.lessEqual(size, like(size, delta)), inside, outside));
  }

  /** {@code mean ln cosh(p - t)}. */
  public static Tensor logCosh(Tensor t, Tensor p) {
    Tensor x = negative(difference(t, p));
    return mean(shift(add(x, Maths.softplus(scale(x, -2))), -Math.log(2)));
  }

  /** {@code mean max(1 - t p, 0)}, targets 0 and 1 taken as -1 and 1. */
  public static Tensor hinge(Tensor t, Tensor p) {
    return mean(margin(t, p));
  }

  /** {@code mean max(1 - t p, 0)²}, targets 0 and 1 taken as -1 and 1. */
  public static Tensor squaredHinge(Tensor t, Tensor p) {
    return mean(Maths.square(margin(t, p)));
  }

  private static Tensor margin(Tensor t, Tensor p) {
    Tensor signs = Cast.to(t, p.dtype());
    boolean binary = true;
    for (int i = 0; i < signs.elements() && binary; i++) {
      double value = signs.getDouble(i);
      binary = value == 0 || value == 1;
    }
    if (binary) {
      signs = shift(scale(signs, 2), -1);
    }
    return maximum(oneMinus(multiply(signs, p)), like(p, 0));
  }

  /** {@code max(max (1 - t) p - Σ t p + 1, 0)}. */
  public static Tensor categoricalHinge(Tensor t, Tensor p) {
    Tensor target = Cast.to(t, p.dtype());
    Tensor right = sum(multiply(target, p));
    Tensor wrong = Reduce.max(multiply(oneMinus(target), p), LAST, false);
    return maximum(shift(subtract(wrong, right), 1), like(p, 0));
  }

  /** {@code Σ t ln(t / p)}, both held between ε and 1. */
  public static Tensor klDivergence(Tensor t, Tensor p) {
    Tensor target = Maths.clip(Cast.to(t, p.dtype()), Numerics.EPSILON, 1);
    Tensor output = Maths.clip(p, Numerics.EPSILON, 1);
    return sum(multiply(target, Maths.log(divide(target, output))));
  }

  /** {@code mean p - t ln(p + ε)}. */
  public static Tensor poisson(Tensor t, Tensor p) {
    Tensor log = Maths.log(shift(p, Numerics.EPSILON));
    return mean(subtract(p, multiply(Cast.to(t, p.dtype()), log)));
  }

  /** {@code mean -t ln p - (1 - t) ln(1 - p)} along an axis. */
  public static Tensor binaryCrossentropy(
      Tensor t, Tensor p, boolean fromLogits, double smoothing, int axis) {
    Tensor target = smoothTowardsHalf(Cast.to(t, p.dtype()), smoothing);
    return Reduce.mean(CrossEntropy.binary(target, p, fromLogits), new int[] {axis}, false);
  }

  private static Tensor smoothTowardsHalf(Tensor t, double smoothing) {
    return smoothing == 0 ? t : shift(scale(t, 1 - smoothing), 0.5 * smoothing);
  }

  /** Binary crossentropy times {@code (1 - p_t)^γ}, so that easy samples count less. */
  public static Tensor binaryFocalCrossentropy(
      Tensor t, Tensor p, Focal focal, boolean balance, double smoothing, int axis) {
    Tensor target = smoothTowardsHalf(Cast.to(t, p.dtype()), smoothing);
    Tensor output = focal.fromLogits() ? Maths.sigmoid(p).annotateLogits(p) : p;
    Tensor loss = CrossEntropy.binary(target, output, false);
    Tensor right = add(multiply(target, output), multiply(oneMinus(target), oneMinus(output)));
    loss = multiply(power(oneMinus(right), like(p, focal.gamma())), loss);
    if (balance) {
      Tensor weight =
          add(multiply(target, focal.alpha()), multiply(oneMinus(target), oneMinus(focal.alpha())));
      loss = multiply(weight, loss);
    }
    return Reduce.mean(loss, new int[] {axis}, false);
  }

  /** The numbers of a focal loss; {@code alpha} may be one per class. */
  public record Focal(Tensor alpha, double gamma, boolean fromLogits) {}

  /** {@code -Σ t ln p} along an axis. */
  public static Tensor categoricalCrossentropy(
      Tensor t, Tensor p, boolean fromLogits, double smoothing, int axis) {
    Tensor target = smoothEvenly(Cast.to(t, p.dtype()), smoothing);
    return CrossEntropy.categorical(target, p, fromLogits, axis);
  }

  private static Tensor smoothEvenly(Tensor t, double smoothing) {
    return smoothing == 0 ? t : shift(scale(t, 1 - smoothing), smoothing / t.dim(-1));
  }

  /** {@code -Σ α (1 - p)^γ t ln p} along an axis. */
  public static Tensor categoricalFocalCrossentropy(
      Tensor t, Tensor p, Focal focal, double smoothing, int axis) {
    Tensor target = smoothEvenly(Cast.to(t, p.dtype()), smoothing);
    int[] axes = {axis};
    Tensor output = focal.fromLogits() ? Softmax.softmax(p, axis) : p;
    output = divide(output, Reduce.sum(output, axes, true));
    output = Maths.clip(output, Numerics.EPSILON, 1 - Numerics.EPSILON);
    Tensor crossentropy = multiply(negative(target), Maths.log(output));
    Tensor weight = multiply(power(oneMinus(output), like(p, focal.gamma())), focal.alpha());
    return Reduce.sum(multiply(weight, crossentropy), axes, false);
  }

  /**
   * {@code -ln p[t]}.
   *
   * @param ignoreClass a class whose samples are left out; null: none
   */
  public static Tensor sparseCategoricalCrossentropy(
      Tensor t, Tensor p, boolean fromLogits, Integer ignoreClass, int axis) {
    Tensor target = t;
    if (t.rank() == p.rank() && t.dim(axis) == 1) {
      target = t.view(t.shape().without(axis));
    }
    if (ignoreClass == null) {
      return CrossEntropy.sparse(target, p, fromLogits, axis);
    }
    Tensor valid = Compare.notEqual(target, Tensor.full(DType.FLOAT64, Shape.SCALAR, ignoreClass));
    Tensor classes = Compare.where(valid, target, like(target, 0));
    Tensor kept = Compare.where(valid.view(valid.shape().insert(axis, 1)), p, like(p, 0));
    Tensor loss = CrossEntropy.sparse(classes, kept, fromLogits, axis);
    return Compare.where(valid, loss, like(loss, 0)).annotateMask(valid);
  }

  /** {@code 1 - 2 Σ t p / (Σ t + Σ p)}; axes null: all. */
  public static Tensor dice(Tensor t, Tensor p, int[] axes) {
    Tensor target = Cast.to(t, p.dtype());
    Tensor both = Reduce.sum(multiply(target, p), axes, false);
    Tensor all = add(Reduce.sum(target, axes, false), Reduce.sum(p, axes, false));
    return oneMinus(divide(scale(both, 2), shift(all, Numerics.EPSILON)));
  }

  /** {@code 1 - Σ t p / (Σ t p + α Σ t (1 - p) + β Σ p (1 - t))}; axes null: all. */
  public static Tensor tversky(Tensor t, Tensor p, double alpha, double beta, int[] axes) {
    Tensor target = Cast.to(t, p.dtype());
    Tensor both = Reduce.sum(multiply(target, p), axes, false);
    Tensor missed = Reduce.sum(multiply(oneMinus(p), target), axes, false);
    Tensor wrong = Reduce.sum(multiply(p, oneMinus(target)), axes, false);
    Tensor all = add(add(both, scale(missed, alpha)), scale(wrong, beta));
    return oneMinus(divide(both, shift(all, Numerics.EPSILON)));
  }

  /** {@code (1 - p[t]^q) / q}. */
  public static Tensor categoricalGeneralizedCrossEntropy(Tensor t, Tensor p, double q) {
    Tensor oneHot = Gather.oneHot(t.cast(DType.INT64), p.dim(-1), p.dtype());
    Tensor right = sum(multiply(p, oneHot));
    return scale(oneMinus(power(right, like(p, q))), 1 / q);
  }
}
