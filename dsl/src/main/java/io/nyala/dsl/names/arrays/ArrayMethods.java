package io.nyala.dsl.names.arrays;

import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.np.NumPy;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The methods of arrays, which are NumPy's functions with the array as their first argument. */
public final class ArrayMethods {

  private ArrayMethods() {}

  /** Calls {@code np.name(self, …)}; a tensor's result is a tensor through which gradients flow. */
  public static Object call(String name, Object self, Object... arguments) {
    Object[] given = arguments;
    if (given.length > 0 && given[0] instanceof Map<?, ?> named && !(named instanceof Kwargs)) {
      given = given.clone();
      given[0] = new Kwargs(named);
    }
    Arguments split = Arguments.split(given);
    List<Object> positional = split.positional();
    boolean several = positional.size() > 1 && positional.get(0) instanceof Number;
    if (several && (name.equals("reshape") || name.equals("transpose"))) {
      positional = new ArrayList<>(List.of(Tuple.copyOf(positional)));
    }
    positional.add(0, self);
    LibraryFunction function = (LibraryFunction) NumPy.names().get(name);
    return function.call(Kind.of(self), positional, split.named());
  }

  /** The bytes an element takes; strings are references. */
  public static int bytes(DType type) {
    return switch (type) {
      case BOOL, UINT8 -> 1;
      case INT32, FLOAT32 -> 4;
      default -> 8;
    };
  }

  /** Puts the elements of another array of the same shape in the place of an array's own. */
  public static void replace(NDArray self, Object with) {
    TensorOperators.setItem(self, io.nyala.tensor.Index.ELLIPSIS, with);
  }

  public static int length(Object self) {
    Tensor t = Operands.tensorOf(self);
    if (t.rank() == 0) {
      throw PyError.type("a tensor of no axes has no len()");
    }
    return t.dim(0);
  }

  public static Object numpy(Object self) {
    Tensor t = Operands.tensorOf(self);
    return t.rank() == 0 ? t.item() : NDArray.of(t.copy());
  }

  /** Nested lists of Long, Double, Boolean and String, as Python has them. */
  public static Object toList(Object self) {
    Tensor t = Operands.tensorOf(self);
    return toList(t, 0, 0, t.shape().strides());
  }

  private static Object toList(Tensor t, int axis, int at, int[] strides) {
    if (axis == t.rank()) {
      return t.dtype() == DType.FLOAT32
          ? (Object) t.getDouble(at)
          : t.dtype().isInteger() ? (Object) t.getLong(at) : t.get(at);
    }
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < t.dim(axis); i++) {
      items.add(toList(t, axis + 1, at + i * strides[axis], strides));
    }
    return items;
  }
}
