package io.nyala.tensor;

/**
 * A NumPy-like array: a tensor that prints as {@code array(...)} and keeps NumPy's rules of type
 * promotion. {@code predict} and {@code np.array} return it.
 */
public final class NDArray extends Tensor {

  private NDArray(DType dtype, Shape shape, Object data) {
    super(dtype, shape, data);
  }

  /** The same elements as an array; shares storage. */
  public static NDArray of(Tensor tensor) {
    return tensor instanceof NDArray array
        ? array
        : new NDArray(tensor.dtype(), tensor.shape(), tensor.data());
  }

  @Override
  public NDArray view(Shape newShape) {
    return new NDArray(dtype(), newShape, data());
  }

  @Override
  public NDArray copy() {
    return of(super.copy());
  }

  @Override
  public NDArray cast(DType to) {
    return of(super.cast(to));
  }

  /** As NumPy's {@code repr}: {@code array([[1., 2.]], dtype=float32)}. */
  @Override
  public String toString() {
    return Printing.array(this);
  }
}
