package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Shapes as Python sees them: those of tensors are {@code TensorShape}, all others tuples. */
final class Shapes {
  private Shapes() {}

  /** The shape of an object. */
  static Object seen(Object object, Shape shape) {
    return object instanceof Tensor && !(object instanceof NDArray)
        ? shape
        : Tuple.of(items(shape));
  }

  /** The value of an attribute: a shape, shapes in a list as a model of several inputs has them. */
  static Object ofAttribute(Object object, Object value) {
    if (value instanceof Shape shape) {
      return seen(object, shape);
    }
    boolean shapes =
        value instanceof List<?> list
            && !list.isEmpty()
            && list.stream().allMatch(each -> each instanceof Shape);
    return shapes
        ? new ArrayList<>(((List<?>) value).stream().map(each -> seen(null, (Shape) each)).toList())
        : value;
  }

  private static Object[] items(Shape shape) {
    Object[] dims = new Object[shape.rank()];
    for (int i = 0; i < dims.length; i++) {
      dims[i] = shape.dim(i) == Shape.UNKNOWN ? null : (Object) shape.dim(i);
    }
    return dims;
  }

  /** A method or attribute of a {@code TensorShape}, or Unbound. */
  static Object member(Shape shape, String name) {
    return switch (name) {
      case "rank", "ndims" -> shape.rank();
      case "dims" -> new ArrayList<>(Arrays.asList(items(shape)));
      case "as_list" ->
          Native.function(name, ignored -> new ArrayList<>(Arrays.asList(items(shape))));
      case "num_elements" -> Native.function(name, ignored -> shape.elements());
      case "is_fully_defined" ->
          Native.function(name, ignored -> !Arrays.asList(items(shape)).contains(null));
      default -> Unbound.VALUE;
    };
  }

  static String repr(Shape shape) {
    return "TensorShape(" + Texts.repr(new ArrayList<>(Arrays.asList(items(shape)))) + ")";
  }
}
