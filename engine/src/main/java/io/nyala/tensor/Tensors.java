package io.nyala.tensor;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Makes tensors from what a person writes: numbers, strings, nested lists and arrays. */
public final class Tensors {

  private Tensors() {}

  /**
   * A tensor of nested values, its type found as TensorFlow finds it: whole numbers are int32
   * (int64 where they need it), decimals float32, then bool and string.
   *
   * @throws IllegalArgumentException if the nesting is ragged or holds something else
   */
  public static Tensor of(Object value) {
    return of(value, null);
  }

  /** As {@link #of(Object)}, with the element type given; null: found. */
  public static Tensor of(Object value, DType dtype) {
    if (value instanceof Tensor tensor) {
      return dtype == null ? tensor : tensor.cast(dtype);
    }
    List<Object> leaves = new ArrayList<>();
    Shape shape = Shape.of(measure(value));
    flatten(value, shape, 0, leaves, value);
    DType type = dtype == null ? typeOf(leaves) : dtype;
    return fill(leaves, shape, type);
  }

  /** The values as a NumPy array: whole numbers int64, decimals float64. */
  public static NDArray array(Object value, DType dtype) {
    if (value instanceof Tensor || dtype != null) {
      return NDArray.of(of(value, dtype));
    }
    Tensor found = of(value, null);
    boolean typed = value != null && value.getClass().isArray();
    if (typed || holdsTensors(value)) {
      return NDArray.of(found);
    }
    return switch (found.dtype()) {
      case INT32 -> NDArray.of(found.cast(DType.INT64));
      case FLOAT32 ->
          found.elements() == 0
              ? NDArray.of(found.cast(DType.FLOAT64))
              : NDArray.of(of(value, DType.FLOAT64));
      default -> NDArray.of(found);
    };
  }

  private static boolean holdsTensors(Object value) {
    return value instanceof List<?> list
        && !list.isEmpty()
        && (list.get(0) instanceof Tensor || holdsTensors(list.get(0)));
  }

  private static List<Integer> measure(Object value) {
    List<Integer> dims = new ArrayList<>();
    Object at = value;
    while (true) {
      if (at instanceof Tensor tensor) {
        dims.addAll(tensor.shape());
        return dims;
      }
      if (!isNested(at)) {
        return dims;
      }
      int length = length(at);
      dims.add(length);
      if (length == 0) {
        return dims;
      }
      at = first(at);
    }
  }

  private static void flatten(
      Object value, Shape shape, int depth, List<Object> leaves, Object whole) {
    if (value instanceof Tensor tensor) {
      requireShape(tensor.shape(), shape.slice(depth, shape.rank()));
      for (int i = 0; i < tensor.elements(); i++) {
        leaves.add(tensor.get(i));
      }
      return;
    }
    if (!isNested(value)) {
      if (depth != shape.rank()) {
        throw ragged(shape);
      }
      leaves.add(value);
      return;
    }
    if (depth >= shape.rank() || length(value) != shape.dim(depth)) {
      throw ragged(shape);
    }
    if (value.getClass().isArray()) {
      for (int i = 0, n = Array.getLength(value); i < n; i++) {
        flatten(Array.get(value, i), shape, depth + 1, leaves, whole);
      }
    } else {
      for (Object item : (Collection<?>) value) {
        flatten(item, shape, depth + 1, leaves, whole);
      }
    }
  }

  private static void requireShape(Shape found, Shape expected) {
    if (!found.equals(expected)) {
      throw new IllegalArgumentException(
          "All tensors in a list must have one shape; found " + found + " beside " + expected);
    }
  }

  private static IllegalArgumentException ragged(Shape shape) {
    return new IllegalArgumentException(
        "Can't convert a list whose rows differ in length to a rectangular tensor; the first rows"
            + " suggest the shape "
            + shape
            + ". Pad the rows first, for example with keras.utils.pad_sequences.");
  }

  private static boolean isNested(Object value) {
    return value instanceof Collection || value != null && value.getClass().isArray();
  }

  private static int length(Object nested) {
    return nested instanceof Collection<?> c ? c.size() : Array.getLength(nested);
  }

  private static Object first(Object nested) {
    return nested instanceof Collection<?> c ? c.iterator().next() : Array.get(nested, 0);
  }

  private static DType typeOf(List<Object> leaves) {
    DType type = null;
    for (Object leaf : leaves) {
      DType one = typeOf(leaf);
      type = type == null ? one : DType.promote(type, one);
    }
    return type == null ? DType.FLOAT32 : type;
  }

  private static DType typeOf(Object leaf) {
    if (leaf instanceof Integer || leaf instanceof Short || leaf instanceof Byte) {
      return DType.INT32;
    }
    if (leaf instanceof Long || leaf instanceof java.math.BigInteger) {
      return DType.INT64;
    }
    if (leaf instanceof Number) {
      return DType.FLOAT32;
    }
    if (leaf instanceof Boolean) {
      return DType.BOOL;
    }
    if (leaf instanceof CharSequence || leaf instanceof Character) {
      return DType.STRING;
    }
    throw new IllegalArgumentException(
        "A tensor holds numbers, booleans or strings; received "
            + (leaf == null ? "None" : leaf.getClass().getSimpleName() + " " + leaf)
            + ".");
  }

  private static Tensor fill(List<Object> leaves, Shape shape, DType type) {
    Tensor out = Tensor.zeros(type, shape);
    for (int i = 0; i < leaves.size(); i++) {
      Object leaf = leaves.get(i);
      if (type == DType.STRING) {
        out.strings()[i] = String.valueOf(leaf);
      } else if (leaf instanceof Number number) {
        if (type == DType.INT64) {
          out.longs()[i] = number.longValue();
        } else {
          out.put(i, number.doubleValue());
        }
      } else if (leaf instanceof Boolean bool) {
        out.put(i, bool ? 1 : 0);
      } else {
        throw new IllegalArgumentException(
            "Cannot convert '" + leaf + "' to a " + type + " tensor element.");
      }
    }
    return out;
  }
}
