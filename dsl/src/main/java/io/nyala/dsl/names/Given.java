package io.nyala.dsl.names;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The arguments a library function received, read as what it needs.
 *
 * @param function the function's name, for messages
 * @param kind whether it was asked for tensors or arrays
 * @param values parameter to value
 */
public record Given(String function, Kind kind, Map<String, Object> values) {

  /** An argument as it came. */
  public Object get(String name) {
    return values.get(name);
  }

  /** Whether an argument is other than None. */
  public boolean has(String name) {
    return values.get(name) != null;
  }

  /** A tensor or array. */
  public Tensor tensor(String name) {
    return kind.convert(values.get(name));
  }

  /** A tensor or array of float type: whole numbers are converted. */
  public Tensor floats(String name) {
    Tensor x = tensor(name);
    if (x.dtype().isFloating()) {
      return x;
    }
    return kind.convert(x, kind == Kind.ARRAY ? DType.FLOAT64 : DType.FLOAT32);
  }

  /** Two tensors or arrays, brought to one type. */
  public Tensor[] pair(String a, String b) {
    return Operands.pair(function, values.get(a), values.get(b), kind);
  }

  /** A list of tensors or arrays. */
  public List<Tensor> tensors(String name) {
    Object value = values.get(name);
    if (value instanceof Tensor stacked && stacked.rank() > 0) {
      return io.nyala.autograd.Shapes.unstack(stacked, 0);
    }
    if (value instanceof Collection<?> items) {
      return kind.convertAll(items);
    }
    throw wrong(name, "a list of tensors");
  }

  /** A flag. */
  public boolean flag(String name) {
    Object value = values.get(name);
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value == null) {
      return false;
    }
    if (value instanceof Number number
        && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
      return number.doubleValue() == 1;
    }
    throw wrong(name, "True or False");
  }

  /** A whole number. */
  public int integer(String name) {
    Integer value = integerOrNull(name);
    if (value == null) {
      throw wrong(name, "a whole number");
    }
    return value;
  }

  /** A whole number or None. */
  public Integer integerOrNull(String name) {
    Object value = values.get(name);
    return value == null ? null : whole(name, value);
  }

  private int whole(String name, Object value) {
    Object item = value instanceof Tensor t && t.elements() == 1 ? t.item() : value;
    boolean fits = item instanceof Integer || item instanceof Long || item instanceof Short;
    if (!fits) {
      throw wrong(name, "a whole number");
    }
    return Math.toIntExact(((Number) item).longValue());
  }

  /** A number. */
  public double number(String name) {
    Object value = values.get(name);
    Object item = value instanceof Tensor t && t.elements() == 1 ? t.item() : value;
    if (item instanceof Number number) {
      return number.doubleValue();
    }
    throw wrong(name, "a number");
  }

  /** A text. */
  public String string(String name) {
    Object value = values.get(name);
    if (value instanceof Tensor t && t.rank() == 0 && t.dtype() == DType.STRING) {
      return t.strings()[0];
    }
    return value == null ? null : value.toString();
  }

  /** A dtype, or null. */
  public DType dtype(String name) {
    Object value = values.get(name);
    return value == null ? null : DTypes.of(value);
  }

  /** One axis or several; null for all. */
  public int[] axes(String name) {
    Object value = values.get(name);
    if (value == null) {
      return null;
    }
    return value instanceof Collection || value instanceof Tensor t && t.rank() > 0
        ? integers(name)
        : new int[] {whole(name, value)};
  }

  /** A list of whole numbers. */
  public int[] integers(String name) {
    Object value = values.get(name);
    if (value instanceof Tensor tensor && tensor.dtype().isInteger()) {
      int[] all = new int[tensor.elements()];
      for (int i = 0; i < all.length; i++) {
        all[i] = Math.toIntExact(tensor.getLong(i));
      }
      return all;
    }
    if (value instanceof Collection<?> items) {
      return items.stream().mapToInt(item -> whole(name, item)).toArray();
    }
    return new int[] {whole(name, value)};
  }

  /** A shape: a whole number or a list of them, of which one may be -1. */
  public Shape shape(String name) {
    Object value = values.get(name);
    if (value instanceof Shape shape) {
      return shape;
    }
    if (value == null) {
      throw wrong(name, "a tuple of whole numbers");
    }
    return Shape.of(integers(name));
  }

  /** A list of anything. */
  public List<Object> list(String name) {
    Object value = values.get(name);
    if (value instanceof Collection<?> items) {
      return new ArrayList<>(items);
    }
    throw wrong(name, "a list");
  }

  /** The error for an argument that is not what was expected. */
  public PyError wrong(String name, String expected) {
    Object value = values.get(name);
    return PyError.type(
        function
            + "() expects "
            + expected
            + " for '"
            + name
            + "'; received "
            + io.nyala.dsl.show.Repr.of(value)
            + " ("
            + Types.nameOf(value)
            + ").");
  }
}
