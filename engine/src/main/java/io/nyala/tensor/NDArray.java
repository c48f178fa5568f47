package io.nyala.tensor;

import java.util.Arrays;

/**
 * A NumPy-like array: a tensor that prints as {@code array(...)} and keeps NumPy's rules of type
 * promotion. {@code predict} and {@code np.array} return it.
 */
public final class NDArray extends Tensor {

  private NDArray whole;
  private int[] places;

  private NDArray(DType dtype, Shape shape, Object data) {
    super(dtype, shape, data);
  }

  /**
   * A copy of some elements of an array, through which {@link #write} reaches the array itself, so
   * that {@code x[0][1] = 5} changes {@code x} as it does in NumPy.
   */
  public static NDArray partOf(NDArray whole, Tensor part, int[] places) {
    NDArray array = new NDArray(part.dtype(), part.shape(), part.data());
    array.whole = whole;
    array.places = places;
    return array;
  }

  /** Writes {@code value[from[i]]} to the row-major place {@code at[i]}, for every i. */
  public void write(int[] at, Tensor value, int[] from) {
    for (int i = 0; i < at.length; i++) {
      System.arraycopy(value.data(), from[i], data(), at[i], 1);
    }
    if (whole != null) {
      whole.write(Arrays.stream(at).map(i -> places[i]).toArray(), value, from);
    }
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

  /** As a notebook shows it, NumPy's {@code repr}: {@code array([[1., 2.]], dtype=float32)}. */
  @Override
  public String repr() {
    return Printing.array(this);
  }

  /** As {@code print} shows it, NumPy's {@code str}: {@code [[1. 2.]]}. */
  @Override
  public String toString() {
    return Printing.arrayText(this);
  }
}
