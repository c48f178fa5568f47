package io.nyala.keras.layers.merging;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Compare;
import io.nyala.autograd.Reduce;
import io.nyala.autograd.Shapes;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;

/** How masks of several inputs merge. */
final class Masks {

  private Masks() {}

  /** True where any mask is; null if one is missing. */
  static Tensor either(List<Tensor> masks) {
    if (masks.isEmpty() || masks.stream().anyMatch(Objects::isNull)) {
      return null;
    }
    return masks.stream().reduce(Compare::or).orElse(null);
  }

  /**
   * Combines inputs two by two; where one of the two is masked, the other stands for it.
   *
   * @param masks one per input, of one axis less; null entries: nothing is masked
   */
  static Tensor fold(List<Tensor> inputs, List<Tensor> masks, BinaryOperator<Tensor> operation) {
    Tensor output = inputs.get(0);
    Tensor real = wide(masks.get(0));
    for (int i = 1; i < inputs.size(); i++) {
      Tensor x = inputs.get(i);
      Tensor mask = wide(masks.get(i));
      if (mask != null) {
        x = Compare.where(mask, x, output);
      }
      if (real != null) {
        output = Compare.where(real, output, x);
      }
      real = mask == null || real == null ? null : Compare.or(real, mask);
      output = operation.apply(output, x);
    }
    return output;
  }

  /** The product of the inputs; a masked element counts as 1, and as 0 if masked in all. */
  static Tensor product(List<Tensor> inputs, List<Tensor> masks) {
    Tensor output = null;
    for (int i = 0; i < inputs.size(); i++) {
      Tensor x = inputs.get(i);
      Tensor mask = wide(masks.get(i));
      x = mask == null ? x : Compare.where(mask, x, Arithmetic.like(x, 1));
      output = output == null ? x : Arithmetic.multiply(output, x);
    }
    Tensor any = either(masks);
    return any == null ? output : Compare.where(wide(any), output, Arithmetic.like(output, 0));
  }

  private static Tensor wide(Tensor mask) {
    return mask == null ? null : Shapes.expandDims(mask, -1);
  }

  /** The masks of inputs one after another along an axis; null if no input carries one. */
  static Tensor chain(List<Tensor> inputs, List<Tensor> masks, int axis) {
    if (masks.stream().allMatch(Objects::isNull)) {
      return null;
    }
    List<Tensor> whole = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      Shape shape = inputs.get(i).shape();
      Tensor mask = masks.get(i);
      if (mask == null) {
        whole.add(Tensor.full(DType.BOOL, shape, 1));
      } else {
        whole.add(mask.rank() < shape.rank() ? Shapes.broadcastTo(wide(mask), shape) : mask);
      }
    }
    return Reduce.any(Shapes.concat(whole, axis), new int[] {-1}, false);
  }
}
