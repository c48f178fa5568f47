package io.nyala.tensor;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.Arrays;

/**
 * An n-dimensional array, row-major and contiguous, whose elements do not change once it is made.
 *
 * <p>Operations live in {@code io.nyala.autograd}: they make new tensors and tell the gradient
 * tapes that listen. The arrays that {@link #floats()} and its kin hand out are the storage itself;
 * only the code that has just made a tensor may write to them.
 */
public class Tensor {

  private final DType dtype;
  private final Shape shape;
  private final int count;
  private Object data;
  private Tensor mask;
  private Tensor logits;

  protected Tensor(DType dtype, Shape shape, Object data) {
    if (!dtype.arrayType().isInstance(data)) {
      throw new IllegalArgumentException(
          "A " + dtype + " tensor is stored as " + dtype.arrayType().getSimpleName());
    }
    if (Array.getLength(data) != shape.elements()) {
      throw new IllegalArgumentException(
          "Cannot give "
              + Array.getLength(data)
              + " elements the shape "
              + shape
              + ", which has "
              + shape.elements()
              + ".");
    }
    this.dtype = dtype;
    this.shape = shape;
    this.count = shape.elements();
    this.data = data;
  }

  /** A tensor whose elements are {@linkplain #compute computed} when first asked for. */
  protected Tensor(DType dtype, Shape shape) {
    this.dtype = dtype;
    this.shape = shape;
    this.count = shape.elements();
  }

  /** The storage of a tensor that was made without any. */
  protected Object compute() {
    throw new IllegalStateException("A tensor without elements has to compute them.");
  }

  /** A tensor over this storage, which must not be written to afterwards. */
  public static Tensor of(Shape shape, float... data) {
    return new Tensor(DType.FLOAT32, shape, data);
  }

  /** A float64 tensor over this storage. */
  public static Tensor of(Shape shape, double... data) {
    return new Tensor(DType.FLOAT64, shape, data);
  }

  /** An int32 tensor over this storage. */
  public static Tensor of(Shape shape, int... data) {
    return new Tensor(DType.INT32, shape, data);
  }

  /** An int64 tensor over this storage. */
  public static Tensor of(Shape shape, long... data) {
    return new Tensor(DType.INT64, shape, data);
  }

  /** A bool tensor over this storage. */
  public static Tensor of(Shape shape, boolean... data) {
    return new Tensor(DType.BOOL, shape, data);
  }

  /** A string tensor over this storage. */
  public static Tensor of(Shape shape, String... data) {
    return new Tensor(DType.STRING, shape, data);
  }

  /** A float32 scalar. */
  public static Tensor scalar(float value) {
    return of(Shape.SCALAR, value);
  }

  /** A tensor of any type over its own kind of storage array. */
  public static Tensor wrap(DType dtype, Shape shape, Object data) {
    return new Tensor(dtype, shape, data);
  }

  /** A tensor of zeros, of {@code false} or of empty strings. */
  public static Tensor zeros(DType dtype, Shape shape) {
    Object data = Array.newInstance(dtype.arrayType().getComponentType(), shape.elements());
    if (data instanceof String[] strings) {
      Arrays.fill(strings, "");
    }
    return new Tensor(dtype, shape, data);
  }

  /** A float32 tensor of zeros. */
  public static Tensor zeros(int... dims) {
    return zeros(DType.FLOAT32, Shape.of(dims));
  }

  /** A tensor with every element the same number. */
  public static Tensor full(DType dtype, Shape shape, double value) {
    Tensor filled = zeros(dtype, shape);
    if (value != 0) {
      for (int i = 0; i < filled.elements(); i++) {
        filled.put(i, value);
      }
    }
    return filled;
  }

  /** The element type. */
  public final DType dtype() {
    return dtype;
  }

  /** The extents. */
  public final Shape shape() {
    return shape;
  }

  /** The number of axes. */
  public final int rank() {
    return shape.rank();
  }

  /** The number of elements. */
  public final int elements() {
    return count;
  }

  /** The extent of an axis; negative axes count from the end. */
  public final int dim(int axis) {
    return shape.dim(axis);
  }

  /** The storage of a float32 tensor. */
  public final float[] floats() {
    return (float[]) require(DType.FLOAT32);
  }

  /** The storage of a float64 tensor. */
  public final double[] doubles() {
    return (double[]) require(DType.FLOAT64);
  }

  /** The storage of an int32 or uint8 tensor. */
  public final int[] ints() {
    return (int[]) (dtype == DType.UINT8 ? data() : require(DType.INT32));
  }

  /** The storage of an int64 tensor. */
  public final long[] longs() {
    return (long[]) require(DType.INT64);
  }

  /** The storage of a bool tensor. */
  public final boolean[] booleans() {
    return (boolean[]) require(DType.BOOL);
  }

  /** The storage of a string tensor. */
  public final String[] strings() {
    return (String[]) require(DType.STRING);
  }

  /** The storage, whatever its kind. */
  public final Object data() {
    Object known = data;
    if (known == null) {
      known = compute();
      // Another thread that sees the array must see what is in it.
      VarHandle.releaseFence();
      data = known;
    }
    return known;
  }

  private Object require(DType wanted) {
    if (dtype != wanted) {
      throw new IllegalArgumentException(
          "Expected a " + wanted + " tensor, received " + dtype + " of shape " + shape + ".");
    }
    return data();
  }

  /** Element {@code i} in row-major order, as a double; {@code true} is 1. */
  public final double getDouble(int i) {
    return switch (dtype) {
      case FLOAT32 -> ((float[]) data())[i];
      case FLOAT64 -> ((double[]) data())[i];
      case INT32, UINT8 -> ((int[]) data())[i];
      case INT64 -> ((long[]) data())[i];
      case BOOL -> ((boolean[]) data())[i] ? 1 : 0;
      case STRING -> throw notANumber();
    };
  }

  /** Element {@code i} in row-major order, as a long. */
  public final long getLong(int i) {
    return switch (dtype) {
      case INT64 -> ((long[]) data())[i];
      case INT32, UINT8 -> ((int[]) data())[i];
      default -> (long) getDouble(i);
    };
  }

  /** Element {@code i} as an object: Float, Double, Integer, Long, Boolean or String. */
  public final Object get(int i) {
    return Array.get(data(), i);
  }

  /** Writes element {@code i} of a tensor that nobody else has seen yet. */
  public final void put(int i, double value) {
    switch (dtype) {
      case FLOAT32 -> ((float[]) data())[i] = (float) value;
      case FLOAT64 -> ((double[]) data())[i] = value;
      case INT32 -> ((int[]) data())[i] = (int) value;
      case UINT8 -> ((int[]) data())[i] = (int) value & 0xff;
      case INT64 -> ((long[]) data())[i] = (long) value;
      case BOOL -> ((boolean[]) data())[i] = value != 0;
      case STRING -> throw notANumber();
    }
  }

  private IllegalArgumentException notANumber() {
    return new IllegalArgumentException(
        "Expected numbers, received a string tensor of shape " + shape + ".");
  }

  /**
   * The one element of a tensor that has exactly one.
   *
   * @throws IllegalArgumentException if there are more or none
   */
  public final Object item() {
    if (elements() != 1) {
      throw new IllegalArgumentException(
          "Only a tensor of one element can be turned into a scalar; this one has shape "
              + shape
              + ".");
    }
    return get(0);
  }

  /** Which steps of a sequence are real: bool {@code [batch, time]}; null if all are. */
  public final Tensor mask() {
    return mask;
  }

  /** Notes the mask that goes along with this tensor, as Keras does; null takes it away. */
  public final Tensor annotateMask(Tensor newMask) {
    this.mask = newMask;
    return this;
  }

  /**
   * What this was the sigmoid or softmax of, so that a loss need not take its logarithm; or null.
   */
  public final Tensor logits() {
    return logits;
  }

  /** Notes what this is the sigmoid or softmax of, as Keras does. */
  public final Tensor annotateLogits(Tensor source) {
    this.logits = source;
    return this;
  }

  /** The same elements under another shape, without telling any tape. */
  public Tensor view(Shape newShape) {
    return new Tensor(dtype, newShape, data());
  }

  /** A copy with storage of its own. */
  public Tensor copy() {
    int n = elements();
    Object copy = Array.newInstance(dtype.arrayType().getComponentType(), n);
    System.arraycopy(data(), 0, copy, 0, n);
    return new Tensor(dtype, shape, copy);
  }

  /** The elements converted to another type, without telling any tape. */
  public Tensor cast(DType to) {
    if (to == dtype) {
      return this;
    }
    if (to == DType.STRING || dtype == DType.STRING) {
      throw new IllegalArgumentException(
          "Cast " + dtype + " to " + to + " is not supported; use tf.strings.");
    }
    Tensor out = zeros(to, shape);
    if (dtype.isInteger() && to == DType.INT64) {
      long[] target = out.longs();
      for (int i = 0; i < target.length; i++) {
        target[i] = getLong(i);
      }
      return out;
    }
    for (int i = 0, n = elements(); i < n; i++) {
      out.put(i, getDouble(i));
    }
    return out;
  }

  /**
   * As a notebook shows it, TensorFlow's {@code repr}: {@code <tf.Tensor: shape=(2,),
   * dtype=float32, numpy=…>}.
   */
  public String repr() {
    return Printing.tensor(this);
  }

  /** As {@code print} shows it, TensorFlow's {@code str}: {@code tf.Tensor([1. 2.], …)}. */
  @Override
  public String toString() {
    return Printing.tensorText(this);
  }
}
