package io.nyala.keras.losses;

import static io.nyala.autograd.Arithmetic.divideNoNan;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;

/** How the losses of a batch become one number. Source: keras/src/losses/loss.py. */
public final class Reduction {

  /** An argument that names a reduction; null: none. */
  public static final ArgType<String> TYPE =
      ArgTypes.oneOf("sum_over_batch_size", "sum", "none", "mean", "mean_with_sample_weight");

  private Reduction() {}

  /** Two tensors brought to one rank. */
  public record Pair(Tensor first, Tensor second) {}

  /**
   * Two tensors whose ranks differ by an axis of extent 1 brought to the same rank; others stay.
   */
  public static Pair sameRank(Tensor a, Tensor b) {
    if (a.rank() == b.rank() + 1 && a.dim(-1) == 1) {
      return b.rank() == 1
          ? new Pair(a, Shapes.expandDims(b, -1))
          : new Pair(Shapes.squeeze(a, -1), b);
    }
    if (b.rank() == a.rank() + 1 && b.dim(-1) == 1) {
      return a.rank() == 1
          ? new Pair(Shapes.expandDims(a, -1), b)
          : new Pair(a, Shapes.squeeze(b, -1));
    }
    return new Pair(a, b);
  }

  /**
   * Weights with a mask worked in: masked steps weigh nothing, and where the loss is a mean the
   * others weigh so much more that the mean is one over real steps.
   *
   * @param sampleWeight null: all equal
   * @param mask null: nothing is masked
   * @return null if both are null
   */
  public static Tensor masked(Tensor sampleWeight, Tensor mask, DType dtype, String reduction) {
    if (mask == null) {
      return sampleWeight;
    }
    Tensor weights = mask.cast(dtype);
    if ("mean".equals(reduction) || "sum_over_batch_size".equals(reduction)) {
      double real = Reduce.sum(weights).getDouble(0);
      weights = multiply(weights, like(weights, real == 0 ? 0 : mask.elements() / real));
    }
    if (sampleWeight == null) {
      return weights;
    }
    Pair pair = sameRank(weights, Cast.to(sampleWeight, dtype));
    return multiply(pair.second(), pair.first());
  }

  /**
   * The losses weighted and reduced.
   *
   * @param reduction null or {@code none}: the weighted losses as they are
   */
  public static Tensor reduce(
      Tensor losses, Tensor sampleWeight, Tensor mask, String reduction, DType dtype) {
    Tensor values = Cast.to(losses, dtype);
    Tensor weights = sampleWeight == null ? null : Cast.to(sampleWeight, dtype);
    weights = masked(weights, mask, dtype, reduction);
    if (weights != null) {
      Pair pair = sameRank(values, weights);
      weights = pair.second();
      values = weighted(pair.first(), weights);
    }
    if (reduction == null || reduction.equals("none") || values.rank() == 0) {
      return values;
    }
    Tensor sum = Reduce.sum(values);
    if (reduction.equals("sum")) {
      return sum;
    }
    boolean byWeight = reduction.equals("mean_with_sample_weight") && weights != null;
    Tensor count = byWeight ? Reduce.sum(weights) : like(sum, values.elements());
    return divideNoNan(sum, count);
  }

  private static Tensor weighted(Tensor values, Tensor weights) {
    try {
      return multiply(values, weights);
    } catch (IllegalArgumentException differ) {
      throw KerasException.value(
          "sample_weight of shape "
              + weights.shape()
              + " does not fit losses of shape "
              + values.shape()
              + ": give one weight per sample, or one per sample and step.");
    }
  }
}
