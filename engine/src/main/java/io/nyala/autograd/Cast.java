package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;

/** Conversion between element types. */
public final class Cast {

  private Cast() {}

  /** The elements as another type; gradients flow between float types. */
  public static Tensor to(Tensor x, DType type) {
    if (x.dtype() == type) {
      return x;
    }
    Tensor out = x.cast(type);
    return type.isFloating() && x.dtype().isFloating()
        ? Op.of("cast", x, out, g -> to(g, x.dtype()))
        : out;
  }

  /** The same values, through which no gradient flows. */
  public static Tensor stopGradient(Tensor x) {
    return x.view(x.shape());
  }
}
