package io.nyala.dsl.names;

import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The two families of values: TensorFlow's tensors and NumPy's arrays. */
public enum Kind {
  /** Whole numbers become int32, decimals float32; results are tensors and gradients flow. */
  TENSOR {
    @Override
    public Tensor convert(Object value) {
      if (value instanceof NDArray array) {
        return Tensor.wrap(array.dtype(), array.shape(), array.data());
      }
      if (value instanceof Tensor tensor) {
        return tensor;
      }
      if (value instanceof Variable variable) {
        return variable.held();
      }
      if (value instanceof Collection<?> items && holdsTensors(items)) {
        return Shapes.stack(convertAll(items), 0);
      }
      return Tensors.of(value);
    }

    @Override
    public Object wrap(Tensor result) {
      return result instanceof NDArray array ? convert(array) : result;
    }
  },

  /** Whole numbers become int64, decimals float64; results of no axes become plain numbers. */
  ARRAY {
    @Override
    public Tensor convert(Object value) {
      if (value instanceof Variable variable) {
        return NDArray.of(variable.held().copy());
      }
      if (value instanceof Collection<?> items && holdsTensors(items)) {
        return NDArray.of(Shapes.stack(convertAll(items), 0));
      }
      if (value instanceof Tensor tensor && !(value instanceof NDArray)) {
        return NDArray.of(tensor.copy());
      }
      return Tensors.array(value, null);
    }

    @Override
    public Object wrap(Tensor result) {
      return result.rank() == 0 ? result.item() : NDArray.of(result);
    }
  };

  /** A value as a tensor of this family. */
  public abstract Tensor convert(Object value);

  /** A result as this family hands it out. */
  public abstract Object wrap(Tensor result);

  /** A value as a tensor of this family, with elements of this type; null: whatever they are. */
  public Tensor convert(Object value, DType type) {
    if (type == null) {
      return convert(value);
    }
    if (this == ARRAY && (type == DType.STRING || TextNumbers.isText(value))) {
      return TextNumbers.convert(convert(value), type);
    }
    boolean plain = !(value instanceof Tensor || value instanceof Variable);
    if (plain && !(value instanceof Collection<?> items && holdsTensors(items))) {
      Tensor made = Tensors.of(value, type);
      return this == ARRAY ? NDArray.of(made) : made;
    }
    Tensor converted = convert(value);
    Tensor cast = io.nyala.autograd.Cast.to(converted, type);
    return this == ARRAY ? NDArray.of(cast) : cast;
  }

  /** Each item as a tensor of this family. */
  public List<Tensor> convertAll(Collection<?> items) {
    List<Tensor> all = new ArrayList<>();
    DType type = null;
    for (Object item : items) {
      if (item instanceof Tensor tensor) {
        type = type == null ? tensor.dtype() : type;
      } else if (item instanceof Variable variable) {
        type = type == null ? variable.dtype() : type;
      }
    }
    for (Object item : items) {
      boolean weak = item instanceof Number && type != null && type.isNumeric();
      all.add(weak ? convert(item, type) : convert(item));
    }
    return all;
  }

  /** The family of a value; plain numbers and lists are of neither: null. */
  public static Kind of(Object value) {
    if (value instanceof NDArray) {
      return ARRAY;
    }
    return value instanceof Tensor || value instanceof Variable ? TENSOR : null;
  }

  private static boolean holdsTensors(Collection<?> items) {
    for (Object item : items) {
      if (of(item) != null || item instanceof Collection<?> inner && holdsTensors(inner)) {
        return true;
      }
    }
    return false;
  }
}
