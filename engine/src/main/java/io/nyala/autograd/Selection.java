package io.nyala.autograd;

import io.nyala.tensor.DType;
import io.nyala.tensor.Index;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Which elements an index like {@code x[1, ::2, ..., ids]} picks, by NumPy's rules.
 *
 * <p>The parts of an index are whole numbers, {@link Slice}s, {@link Index#ELLIPSIS}, null or
 * {@link Index#NEW_AXIS}, and arrays (tensors, nested lists) of whole numbers or booleans. Arrays
 * broadcast together; their axes stand where the arrays stood, or first if something lay between
 * them. Source: numpy.org, "Indexing on ndarrays".
 *
 * @param shape the extents of the result
 * @param places for each element of the result, its row-major place in the indexed tensor
 * @param basic true if no array was among the parts, so that NumPy would give a view
 */
public record Selection(Shape shape, int[] places, boolean basic) {

  /** Places along some axes of the result, to be added to those of the other axes. */
  private record Part(Shape shape, int[] offsets) {}

  /**
   * Works an index out.
   *
   * @throws IndexOutOfBoundsException if a number is out of range, or there are too many
   * @throws IllegalArgumentException if a part cannot be an index
   */
  public static Selection of(Shape from, List<?> index) {
    List<Object> parts = complete(from, unpackMasks(index));
    boolean arrays = parts.stream().anyMatch(part -> part instanceof Tensor);
    int[] strides = from.strides();
    List<Part> basic = new ArrayList<>();
    List<Part> advanced = new ArrayList<>();
    int advancedAt = -1;
    int last = -1;
    boolean together = true;
    int axis = 0;
    for (int i = 0; i < parts.size(); i++) {
      Object part = parts.get(i);
      if (part == Index.NEW_AXIS) {
        basic.add(new Part(Shape.of(1), new int[1]));
      } else if (part instanceof Slice slice) {
        basic.add(sliced(slice, from.dim(axis), strides[axis]));
        axis++;
      } else {
        Part numbers = numbers(part, from, axis, strides[axis]);
        if (arrays) {
          together &= last < 0 || last == i - 1;
          last = i;
          advancedAt = advancedAt < 0 ? basic.size() : advancedAt;
          advanced.add(numbers);
        } else {
          basic.add(numbers);
        }
        axis++;
      }
    }
    if (arrays) {
      basic.add(together ? advancedAt : 0, broadcast(advanced));
    }
    return combine(basic, !arrays);
  }

  /** Boolean masks as one array of places per axis they cover. */
  private static List<Object> unpackMasks(List<?> index) {
    List<Object> parts = new ArrayList<>();
    for (Object given : index) {
      Object part = given == null ? Index.NEW_AXIS : given;
      if (part instanceof Collection || part.getClass().isArray()) {
        Tensor array = Tensors.of(part);
        part = array.elements() == 0 ? array.cast(DType.INT32) : array;
      }
      if (part instanceof Tensor tensor && tensor.dtype() == DType.BOOL && tensor.rank() > 0) {
        parts.addAll(List.of(nonzero(tensor)));
        parts.add(tensor.shape());
      } else if (part instanceof Tensor tensor && tensor.rank() == 0) {
        parts.add(tensor.item());
      } else {
        parts.add(part);
      }
    }
    return parts;
  }

  /** For each axis, the coordinates of the elements that are not zero or false. */
  public static Tensor[] nonzero(Tensor x) {
    int[] strides = x.shape().strides();
    int count = 0;
    for (int i = 0; i < x.elements(); i++) {
      count += x.getDouble(i) != 0 ? 1 : 0;
    }
    long[][] at = new long[x.rank()][count];
    int k = 0;
    for (int i = 0; i < x.elements(); i++) {
      if (x.getDouble(i) != 0) {
        for (int axis = 0; axis < at.length; axis++) {
          at[axis][k] = i / strides[axis] % x.dim(axis);
        }
        k++;
      }
    }
    Tensor[] places = new Tensor[at.length];
    Arrays.setAll(places, axis -> Tensor.of(Shape.of(at[axis].length), at[axis]));
    return places;
  }

  /** The parts with the ellipsis written out, so that they cover every axis. */
  private static List<Object> complete(Shape from, List<Object> index) {
    List<Object> parts = new ArrayList<>();
    int ellipsis = -1;
    int covered = 0;
    for (Object part : index) {
      if (part instanceof Shape mask) {
        requireMaskFits(from, covered - mask.rank(), mask, ellipsis < 0);
      } else if (part == Index.ELLIPSIS) {
        if (ellipsis >= 0) {
          throw new IndexOutOfBoundsException("an index can only have a single ellipsis ('...')");
        }
        ellipsis = parts.size();
      } else {
        parts.add(part);
        covered += part == Index.NEW_AXIS ? 0 : 1;
      }
    }
    if (covered > from.rank()) {
      throw new IndexOutOfBoundsException(
          "too many indices for array: array is "
              + from.rank()
              + "-dimensional, but "
              + covered
              + " were indexed");
    }
    int at = ellipsis < 0 ? parts.size() : ellipsis;
    for (int missing = from.rank() - covered; missing > 0; missing--) {
      parts.add(at, Slice.ALL);
    }
    return parts;
  }

  private static void requireMaskFits(Shape from, int axis, Shape mask, boolean placeKnown) {
    for (int i = 0; placeKnown && i < mask.rank(); i++) {
      if (axis + i < from.rank() && from.dim(axis + i) != mask.dim(i)) {
        throw new IndexOutOfBoundsException(
            "boolean index did not match indexed array along axis "
                + (axis + i)
                + "; size of axis is "
                + from.dim(axis + i)
                + " but size of corresponding boolean axis is "
                + mask.dim(i));
      }
    }
  }

  private static Part sliced(Slice slice, int length, int stride) {
    Slice.Positions positions = slice.over(length);
    int[] offsets = new int[positions.count()];
    Arrays.setAll(offsets, i -> positions.at(i) * stride);
    return new Part(Shape.of(offsets.length), offsets);
  }

  private static Part numbers(Object part, Shape from, int axis, int stride) {
    boolean whole = part instanceof Integer || part instanceof Long || part instanceof Short;
    if (whole) {
      long number = ((Number) part).longValue();
      return new Part(Shape.SCALAR, new int[] {place(number, from, axis) * stride});
    }
    if (part instanceof Tensor tensor && tensor.dtype().isInteger()) {
      int[] offsets = new int[tensor.elements()];
      Arrays.setAll(offsets, i -> place(tensor.getLong(i), from, axis) * stride);
      return new Part(tensor.shape(), offsets);
    }
    throw new IllegalArgumentException(
        "Only whole numbers, slices (`:`), ellipsis (`...`), None and arrays of whole numbers or"
            + " booleans are valid indices; received "
            + (part instanceof Tensor tensor
                ? "a " + tensor.dtype() + " array of shape " + tensor.shape()
                : part.getClass().getSimpleName() + " " + part)
            + ".");
  }

  private static int place(long number, Shape from, int axis) {
    int length = from.dim(axis);
    if (number < -length || number >= length) {
      throw new IndexOutOfBoundsException(
          "index " + number + " is out of bounds for axis " + axis + " with size " + length);
    }
    return (int) (number < 0 ? number + length : number);
  }

  private static Part broadcast(List<Part> parts) {
    Shape shape = Shape.SCALAR;
    for (Part part : parts) {
      shape = Shape.broadcast(shape, part.shape);
    }
    int[] sum = new int[shape.elements()];
    for (Part part : parts) {
      int[] from = Elementwise.sources(part.shape, shape);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += part.offsets[from[i]];
      }
    }
    return new Part(shape, sum);
  }

  private static Selection combine(List<Part> parts, boolean basic) {
    Shape shape = Shape.SCALAR;
    int[] places = new int[1];
    for (Part part : parts) {
      shape = shape.concat(part.shape);
      int[] next = new int[places.length * part.offsets.length];
      for (int i = 0, k = 0; i < places.length; i++) {
        for (int offset : part.offsets) {
          next[k++] = places[i] + offset;
        }
      }
      places = next;
    }
    return new Selection(shape, places, basic);
  }
}
