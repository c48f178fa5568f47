package io.nyala.keras.losses;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.negative;
import static io.nyala.autograd.Arithmetic.subtract;

import io.nyala.autograd.Compare;
import io.nyala.autograd.Maths;
import io.nyala.autograd.Op;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Softmax;
import io.nyala.autograd.Tape;
import io.nyala.keras.KerasException;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * The crossentropies under Keras' losses. A prediction that is known to be a sigmoid or softmax is
 * taken back to its logits, as Keras does, so that no logarithm of a rounded probability is taken.
 *
 * <p>Source: keras/src/backend/tensorflow/nn.py.
 */
public final class CrossEntropy {

  private CrossEntropy() {}

  /**
   * {@code -t ln p - (1 - t) ln(1 - p)} of every element; p held between ε and 1 - ε.
   *
   * @throws KerasException if the shapes differ
   */
  public static Tensor binary(Tensor target, Tensor output, boolean fromLogits) {
    requireSame(target.shape(), output.shape());
    if (fromLogits || output.logits() != null) {
      return withLogits(target, output.logits() == null ? output : output.logits());
    }
    Tensor p = clip(output);
    Tensor one = like(p, 1);
    Tensor yes = multiply(target, Maths.log(p));
    Tensor no = multiply(subtract(one, target), Maths.log(subtract(one, p)));
    return negative(add(yes, no));
  }

  /** {@code max(x, 0) - x t + ln(1 + e^-|x|)}, in the form whose gradient at 0 is right too. */
  private static Tensor withLogits(Tensor target, Tensor x) {
    Tensor zero = like(x, 0);
    Tensor positive = Compare.greaterEqual(x, zero);
    Tensor relu = Compare.where(positive, x, zero);
    Tensor minusSize = Compare.where(positive, negative(x), x);
    return add(subtract(relu, multiply(x, target)), Maths.log1p(Maths.exp(minusSize)));
  }

  /**
   * {@code -Σ t ln p} along an axis; p first made to sum to 1 and held between ε and 1 - ε.
   *
   * @throws KerasException if the shapes differ
   */
  public static Tensor categorical(Tensor target, Tensor output, boolean fromLogits, int axis) {
    if (target.rank() < 1) {
      throw KerasException.value(
          "Arguments `target` and `output` must be at least rank 1. Received: target.shape="
              + target.shape()
              + ", output.shape="
              + output.shape());
    }
    requireSame(target.shape(), output.shape());
    int[] axes = {axis};
    if (fromLogits || output.logits() != null) {
      return softmaxWithLogits(target, output.logits() == null ? output : output.logits(), axis);
    }
    Tensor p = clip(divide(output, Reduce.sum(output, axes, true)));
    return negative(Reduce.sum(multiply(target, Maths.log(p)), axes, false));
  }

  /** Its gradient, like TensorFlow's, takes the targets to sum to 1. */
  private static Tensor softmaxWithLogits(Tensor target, Tensor x, int axis) {
    int[] axes = {axis};
    Tensor[] logs = new Tensor[2];
    Tape.withoutRecording(
        () -> {
          logs[0] = Softmax.logSoftmax(x, axis);
          logs[1] = negative(Reduce.sum(multiply(target, logs[0]), axes, false));
        });
    return Op.of(
        "softmax_cross_entropy_with_logits",
        target,
        x,
        logs[1],
        g -> multiply(Shapes.expandDims(g, axis), negative(Softmax.logSoftmax(x, axis))),
        g -> multiply(Shapes.expandDims(g, axis), subtract(Softmax.softmax(x, axis), target)));
  }

  /**
   * {@code -ln p[t]} along the last axis; p held between ε and 1 - ε.
   *
   * @param target whole numbers, of the shape of {@code output} without its last axis
   * @throws KerasException if the shapes do not fit or a class is not there
   */
  public static Tensor sparse(Tensor target, Tensor output, boolean fromLogits, int axis) {
    if (axis != -1 && axis != output.rank() - 1) {
      throw KerasException.value("Only axis=-1 is currently supported. Received: axis=" + axis);
    }
    Tensor x = output.logits() == null ? output : output.logits();
    if (!fromLogits && output.logits() == null) {
      x = Maths.log(clip(output));
    }
    Tensor classes = target.cast(DType.INT64);
    if (classes.rank() == x.rank() && classes.dim(-1) == 1) {
      classes = classes.view(classes.shape().without(-1));
    }
    if (x.rank() < 1 || !classes.shape().equals(x.shape().without(-1))) {
      throw KerasException.value(
          "Arguments `target` and `output` must have the same shape up until the last dimension:"
              + " target.shape="
              + classes.shape()
              + ", output.shape="
              + x.shape());
    }
    return sparseWithLogits(classes, x);
  }

  private static Tensor sparseWithLogits(Tensor classes, Tensor x) {
    int depth = x.dim(-1);
    int[] picked = new int[classes.elements()];
    for (int i = 0; i < picked.length; i++) {
      long at = classes.getLong(i);
      if (at < 0 || at >= depth) {
        throw KerasException.value(
            "Received a label value of "
                + at
                + " which is outside the valid range of [0, "
                + depth
                + "). The model gives "
                + depth
                + " numbers per sample, so labels go from 0 to "
                + (depth - 1)
                + ".");
      }
      picked[i] = (int) at;
    }
    return Softmax.minusLog(x, picked);
  }

  private static Tensor clip(Tensor p) {
    return Maths.clip(p, Numerics.EPSILON, 1 - Numerics.EPSILON);
  }

  private static void requireSame(Shape target, Shape output) {
    if (target.rank() != output.rank()) {
      throw KerasException.value(
          "Arguments `target` and `output` must have the same rank (ndim). Received: target.shape="
              + target
              + ", output.shape="
              + output);
    }
    if (!target.equals(output)) {
      throw KerasException.value(
          "Arguments `target` and `output` must have the same shape. Received: target.shape="
              + target
              + ", output.shape="
              + output);
    }
  }
}
