package io.nyala.tensor;

import java.util.Arrays;

/** Prints tensors as TensorFlow and NumPy do. */
public final class Printing {

  private Printing() {}

  /** TensorFlow's {@code repr}. */
  public static String tensor(Tensor t) {
    return "<tf.Tensor: shape=" + t.shape() + ", dtype=" + t.dtype() + ", numpy=" + body(t) + ">";
  }

  /** NumPy's {@code repr}. */
  public static String array(Tensor t) {
    return "array(" + body(t) + ", dtype=" + t.dtype() + ")";
  }

  /** NumPy's {@code str}. */
  public static String body(Tensor t) {
    Object[] items = new Object[t.elements()];
    Arrays.setAll(items, t::get);
    return Arrays.toString(items);
  }
}
