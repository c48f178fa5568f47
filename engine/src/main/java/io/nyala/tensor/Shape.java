package io.nyala.tensor;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;

/**
 * The extents of a tensor, outermost first; an extent not yet known is {@link #UNKNOWN} and prints
 * as {@code None}. As a list, it holds integers and nulls, so it compares and indexes like a tuple.
 */
public final class Shape extends AbstractList<Integer> {

  /** The extent of an axis whose length is only known when data comes. */
  public static final int UNKNOWN = -1;

  /** The shape of a scalar. */
  public static final Shape SCALAR = new Shape(new int[0]);

  private final int[] dims;

  private Shape(int[] dims) {
    this.dims = dims;
  }

  /**
   * A shape of these extents.
   *
   * @throws IllegalArgumentException if an extent is below {@link #UNKNOWN}
   */
  public static Shape of(int... dims) {
    for (int dim : dims) {
      if (dim < UNKNOWN) {
        throw new IllegalArgumentException(
            "A shape's extents must be whole numbers from 0 up, or None; received "
                + Arrays.toString(dims));
      }
    }
    return new Shape(dims.clone());
  }

  /** A shape from a list of numbers and nulls (null: unknown). */
  public static Shape of(List<?> dims) {
    if (dims instanceof Shape shape) {
      return shape;
    }
    int[] extents = new int[dims.size()];
    for (int i = 0; i < extents.length; i++) {
      Object dim = dims.get(i);
      if (dim == null) {
        extents[i] = UNKNOWN;
      } else if (dim instanceof Number number && number.doubleValue() == number.intValue()) {
        extents[i] = number.intValue();
      } else {
        throw new IllegalArgumentException(
            "A shape is a tuple of whole numbers and None; received " + dims);
      }
    }
    return of(extents);
  }

  /** The number of axes. */
  public int rank() {
    return dims.length;
  }

  /** The extent of an axis; negative axes count from the end. */
  public int dim(int axis) {
    return dims[axis < 0 ? axis + dims.length : axis];
  }

  /** The extents, as a copy. */
  public int[] dims() {
    return dims.clone();
  }

  /** True if no extent is {@link #UNKNOWN}. */
  public boolean isKnown() {
    for (int dim : dims) {
      if (dim == UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  /**
   * The number of elements.
   *
   * @throws IllegalStateException if an extent is unknown
   * @throws IllegalArgumentException if it is more than an array can hold
   */
  public int elements() {
    long product = 1;
    for (int dim : dims) {
      if (dim == UNKNOWN) {
        throw new IllegalStateException("The number of elements of " + this + " is not known yet.");
      }
      product *= dim;
      if (product > Integer.MAX_VALUE - 8) {
        throw new IllegalArgumentException(
            "A tensor of shape " + this + " is too large: at most 2147483639 elements.");
      }
    }
    return (int) product;
  }

  /** This shape with one extent replaced. */
  public Shape with(int axis, int dim) {
    int[] copy = dims.clone();
    copy[axis < 0 ? axis + dims.length : axis] = dim;
    return new Shape(copy);
  }

  /** This shape without one axis. */
  public Shape without(int axis) {
    int at = normalize(axis);
    int[] rest = new int[dims.length - 1];
    System.arraycopy(dims, 0, rest, 0, at);
    System.arraycopy(dims, at + 1, rest, at, rest.length - at);
    return new Shape(rest);
  }

  /** This shape with an axis inserted before {@code axis} (which may be the rank). */
  public Shape insert(int axis, int dim) {
    int at = axis < 0 ? axis + dims.length + 1 : axis;
    int[] more = new int[dims.length + 1];
    System.arraycopy(dims, 0, more, 0, at);
    more[at] = dim;
    System.arraycopy(dims, at, more, at + 1, dims.length - at);
    return new Shape(more);
  }

  /** The axes from {@code from} (inclusive) to {@code to} (exclusive). */
  public Shape slice(int from, int to) {
    return new Shape(Arrays.copyOfRange(dims, from, to));
  }

  /** This shape followed by another. */
  public Shape concat(Shape other) {
    int[] all = Arrays.copyOf(dims, dims.length + other.dims.length);
    System.arraycopy(other.dims, 0, all, dims.length, other.dims.length);
    return new Shape(all);
  }

  /**
   * An axis counted from the front.
   *
   * @throws IllegalArgumentException if there is no such axis
   */
  public int normalize(int axis) {
    int at = axis < 0 ? axis + dims.length : axis;
    if (at < 0 || at >= dims.length) {
      throw new IllegalArgumentException(
          "There is no axis " + axis + " in a tensor of shape " + this + ".");
    }
    return at;
  }

  /** Row-major strides, in elements. */
  public int[] strides() {
    int[] strides = new int[dims.length];
    int step = 1;
    for (int i = dims.length - 1; i >= 0; i--) {
      strides[i] = step;
      step *= dims[i];
    }
    return strides;
  }

  /**
   * The shape two shapes broadcast to, by NumPy's rule: aligned at the end, extents equal or 1.
   *
   * @throws IllegalArgumentException if they do not broadcast
   */
  public static Shape broadcast(Shape a, Shape b) {
    if (a.equals(b)) {
      return a;
    }
    int rank = Math.max(a.rank(), b.rank());
    int[] out = new int[rank];
    for (int i = 1; i <= rank; i++) {
      int x = i <= a.rank() ? a.dims[a.rank() - i] : 1;
      int y = i <= b.rank() ? b.dims[b.rank() - i] : 1;
      if (x != y && x != 1 && y != 1 && x != UNKNOWN && y != UNKNOWN) {
        throw new IllegalArgumentException("Incompatible shapes: " + a + " and " + b + ".");
      }
      out[rank - i] = x == 1 ? y : y == 1 ? x : Math.max(x, y);
    }
    return new Shape(out);
  }

  @Override
  public Integer get(int axis) {
    int dim = dims[normalize(axis)];
    return dim == UNKNOWN ? null : dim;
  }

  @Override
  public int size() {
    return dims.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape shape ? Arrays.equals(dims, shape.dims) : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  /** As Python prints a tuple: {@code (None, 64)}, {@code (10,)}, {@code ()}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("(");
    for (int i = 0; i < dims.length; i++) {
      text.append(i > 0 ? ", " : "").append(dims[i] == UNKNOWN ? "None" : dims[i]);
    }
    return text.append(dims.length == 1 ? ",)" : ")").toString();
  }
}
