package io.nyala.keras.activations;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.minimum;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;
import static io.nyala.autograd.Arithmetic.subtract;
import static io.nyala.autograd.Compare.greater;
import static io.nyala.autograd.Compare.greaterEqual;
import static io.nyala.autograd.Compare.less;
import static io.nyala.autograd.Compare.lessEqual;
import static io.nyala.autograd.Compare.where;

import io.nyala.autograd.Cast;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import java.util.List;

/**
 * The formulas of {@code keras.activations}; all keep the shape of {@code x} but {@link #glu}.
 *
 * <p>At a kink the gradient is the one TensorFlow takes. Source: keras.activations.
 */
public final class ActivationFunctions {

  private static final double SELU_SCALE = 1.0507009873554804934;
  private static final double SELU_ALPHA = 1.6732632423543772848;

  private ActivationFunctions() {}

  /**
   * {@code max(x, 0)}, with a slope below the threshold and a largest value.
   *
   * @param maxValue null: no largest value
   */
  public static Tensor relu(Tensor x, double negativeSlope, Double maxValue, double threshold) {
    if (negativeSlope != 0 && maxValue == null && threshold == 0) {
      return leakyRelu(x, negativeSlope);
    }
    Tensor positive;
    if (threshold != 0) {
      positive = where(greater(x, like(x, threshold)), x, like(x, 0));
    } else {
      positive = maxValue != null && maxValue == 6 ? relu6(x) : Maths.relu(x);
    }
    if (maxValue != null && !(threshold == 0 && maxValue == 6)) {
      positive = Maths.clip(positive, 0, maxValue);
    }
    if (negativeSlope == 0) {
      return positive;
    }
    Tensor below = Maths.relu(shift(negative(x), threshold));
    return subtract(positive, scale(below, negativeSlope));
  }

  /** {@code x} above 0, {@code slope · x} below. */
  public static Tensor leakyRelu(Tensor x, double slope) {
    return where(greater(x, like(x, 0)), x, scale(x, slope));
  }

  /** {@code min(max(x, 0), 6)}. */
  public static Tensor relu6(Tensor x) {
    Tensor inside = Compare.and(greater(x, like(x, 0)), less(x, like(x, 6)));
    return where(inside, x, Cast.stopGradient(Maths.clip(x, 0, 6)));
  }

  /** {@code e^xᵢ / Σ e^xⱼ} along an axis; null: over all elements. Remembers its logits. */
  public static Tensor softmax(Tensor x, Integer axis) {
    Tensor out =
        axis == null
            ? Shapes.reshape(Softmax.softmax(Shapes.reshape(x, -1), 0), x.shape())
            : Softmax.softmax(x, axis);
    return out.annotateLogits(x);
  }

  /** {@code ln softmax(x)} along an axis; null: over all elements. */
  public static Tensor logSoftmax(Tensor x, Integer axis) {
    return axis == null
        ? Shapes.reshape(Softmax.logSoftmax(Shapes.reshape(x, -1), 0), x.shape())
        : Softmax.logSoftmax(x, axis);
  }

  /** {@code 1 / (1 + e⁻ˣ)}. Remembers its logits. */
  public static Tensor sigmoid(Tensor x) {
    return Maths.sigmoid(x).annotateLogits(x);
  }

  /** {@code x} above 0, {@code α (eˣ - 1)} below. */
  public static Tensor elu(Tensor x, double alpha) {
    Tensor below = Maths.expm1(minimum(x, like(x, 0)));
    return where(greater(x, like(x, 0)), x, alpha == 1 ? below : scale(below, alpha));
  }

  /** {@code elu} scaled so that mean and variance are kept from layer to layer. */
  public static Tensor selu(Tensor x) {
    Tensor zero = like(x, 0);
    Tensor below = scale(Maths.expm1(minimum(x, zero)), SELU_SCALE * SELU_ALPHA);
    return where(greaterEqual(x, zero), scale(x, SELU_SCALE), below);
  }

  /** {@code max(x, 0) + α (e^(min(x, 0) / α) - 1)}. */
  public static Tensor celu(Tensor x, double alpha) {
    Tensor zero = like(x, 0);
    Tensor below = Maths.expm1(scale(minimum(x, zero), 1 / alpha));
    return add(maximum(x, zero), scale(below, alpha));
  }

  /** {@code x / (|x| + 1)}. */
  public static Tensor softsign(Tensor x) {
    return divide(x, shift(Maths.abs(x), 1));
  }

  /** {@code (x + √(x² + b)) / 2}. */
  public static Tensor squareplus(Tensor x, double b) {
    return scale(add(x, Maths.sqrt(shift(Maths.square(x), b))), 0.5);
  }

  /** {@code x} moved towards 0 by the threshold, and 0 within it. */
  public static Tensor softShrink(Tensor x, double threshold) {
    Tensor below = where(less(x, like(x, -threshold)), shift(x, threshold), like(x, 0));
    return where(greater(x, like(x, threshold)), shift(x, -threshold), below);
  }

  /** {@code x} where {@code |x|} is above the threshold, else 0. */
  public static Tensor hardShrink(Tensor x, double threshold) {
    return where(greater(Maths.abs(x), like(x, threshold)), x, like(x, 0));
  }

  /** {@code x - tanh x}. */
  public static Tensor tanhShrink(Tensor x) {
    return subtract(x, Maths.tanh(x));
  }

  /** 0 up to -1, {@code (x + 1)² / 4} up to 1, {@code x} beyond. */
  public static Tensor sparsePlus(Tensor x) {
    Tensor middle = scale(Maths.square(shift(x, 1)), 0.25);
    Tensor upper = where(less(x, like(x, 1)), middle, x);
    return where(lessEqual(x, like(x, -1)), like(x, 0), upper);
  }

  /** 0 up to -1, {@code (x + 1) / 2} up to 1, 1 beyond. */
  public static Tensor sparseSigmoid(Tensor x) {
    Tensor lower = where(greaterEqual(x, like(x, 1)), like(x, 1), scale(shift(x, 1), 0.5));
    return where(lessEqual(x, like(x, -1)), like(x, 0), lower);
  }

  /** {@code x · sigmoid(x)}. */
  public static Tensor silu(Tensor x) {
    return multiply(x, Maths.sigmoid(x));
  }

  /** {@code x · Φ(x)}, Φ the normal distribution; or its approximation by tanh. */
  public static Tensor gelu(Tensor x, boolean approximate) {
    if (approximate) {
      Tensor cubic = add(x, scale(multiply(x, Maths.square(x)), 0.044715));
      Tensor t = Maths.tanh(scale(cubic, Math.sqrt(2 / Math.PI)));
      return multiply(scale(x, 0.5), shift(t, 1));
    }
    return multiply(scale(x, 0.5), shift(Maths.erf(scale(x, Math.sqrt(0.5))), 1));
  }

  /**
   * {@code a · sigmoid(b)}, a and b the halves of {@code x} along an axis.
   *
   * @throws KerasException if the axis' extent is odd
   */
  public static Tensor glu(Tensor x, int axis) {
    int extent = x.dim(x.shape().normalize(axis));
    if (extent % 2 != 0) {
      throw KerasException.value(
          "axis size must be divisible by 2. Received: x.shape="
              + x.shape()
              + " with axis="
              + axis);
    }
    List<Tensor> halves = Shapes.split(x, new int[] {extent / 2, extent / 2}, axis);
    return multiply(halves.get(0), Maths.sigmoid(halves.get(1)));
  }

  /** {@code x} above the threshold, else a fixed value. */
  public static Tensor threshold(Tensor x, double threshold, double defaultValue) {
    return where(greater(x, like(x, threshold)), x, like(x, defaultValue));
  }

  /** {@code relu6(x + 3) / 6}. */
  public static Tensor hardSigmoid(Tensor x) {
    return divide(relu6(shift(x, 3)), like(x, 6));
  }

  /** {@code x · hard_sigmoid(x)}. */
  public static Tensor hardSilu(Tensor x) {
    return multiply(x, hardSigmoid(x));
  }

  /** {@code ln sigmoid(x)}. */
  public static Tensor logSigmoid(Tensor x) {
    return negative(Maths.softplus(negative(x)));
  }

  /** {@code x · tanh(softplus(x))}. */
  public static Tensor mish(Tensor x) {
    return multiply(x, Maths.tanh(Maths.softplus(x)));
  }
}
