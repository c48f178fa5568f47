package io.nyala.dsl.names;

import io.nyala.autograd.Shapes;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A NumPy function of two arrays carried along an axis or over all pairs: {@code np.add.reduce},
 * {@code accumulate}, {@code outer}, {@code at}. Source: numpy.ufunc.
 */
final class Ufunc {

  private static final Signature REDUCE =
      Signature.parse("reduce(array, axis=0, dtype=None, out=None, keepdims=False)");
  private static final Signature ACCUMULATE = Signature.parse("accumulate(array, axis=0)");
  private static final Signature OUTER = Signature.parse("outer(A, B)");
  private static final Signature AT = Signature.parse("at(a, indices, b)");

  private Ufunc() {}

  static Object reduce(LibraryFunction function, Object... arguments) {
    Given given = given(REDUCE, arguments);
    Tensor x = given.tensor("array");
    int[] axes = given.axes("axis");
    if (axes == null) {
      x = Shapes.reshape(x, -1);
      axes = new int[1];
    }
    boolean keep = given.flag("keepdims");
    int[] sorted = Arrays.stream(axes).map(x.shape()::normalize).sorted().toArray();
    for (int i = sorted.length - 1; i >= 0; i--) {
      List<Tensor> steps = running(function, x, sorted[i]);
      x = steps.get(steps.size() - 1);
      x = keep ? Shapes.expandDims(x, sorted[i]) : x;
    }
    return Kind.ARRAY.wrap(x);
  }

  static Object accumulate(LibraryFunction function, Object... arguments) {
    Given given = given(ACCUMULATE, arguments);
    Tensor x = given.tensor("array");
    int axis = x.shape().normalize(given.integer("axis"));
    return Kind.ARRAY.wrap(Shapes.stack(running(function, x, axis), axis));
  }

  static Object outer(LibraryFunction function, Object... arguments) {
    Given given = given(OUTER, arguments);
    Tensor a = given.tensor("A");
    Tensor b = given.tensor("B");
    Tensor wide = a;
    for (int i = 0; i < b.rank(); i++) {
      wide = Shapes.expandDims(wide, -1);
    }
    return Kind.ARRAY.wrap(both(function, wide, b));
  }

  /** Applies the function at places of an array itself, one after the other. */
  static Object at(LibraryFunction function, Object... arguments) {
    Given given = given(AT, arguments);
    if (!(given.get("a") instanceof NDArray array) || array.rank() != 1) {
      throw PyError.type("ufunc.at changes an array of one axis; received " + given.get("a"));
    }
    Tensor places = given.tensor("indices");
    Tensor values = Shapes.broadcastTo(given.tensor("b"), places.shape());
    for (int i = 0; i < places.elements(); i++) {
      int place = (int) places.getLong(i);
      place = place < 0 ? place + array.elements() : place;
      Tensor now = Shapes.reshape(array, -1, 1);
      Tensor one = Shapes.unstack(now, 0).get(place);
      Tensor value = Shapes.unstack(Shapes.reshape(values, -1, 1), 0).get(i);
      Tensor result = both(function, one, value).cast(array.dtype());
      array.write(new int[] {place}, result, new int[1]);
    }
    return null;
  }

  private static Given given(Signature signature, Object... arguments) {
    boolean named = arguments.length > 0 && arguments[0] instanceof Map;
    Map<String, Object> names = Map.of();
    if (named) {
      names = new java.util.LinkedHashMap<>();
      for (Map.Entry<?, ?> each : ((Map<?, ?>) arguments[0]).entrySet()) {
        names.put(String.valueOf(each.getKey()), each.getValue());
      }
    }
    List<Object> positional = Arrays.asList(arguments).subList(named ? 1 : 0, arguments.length);
    return new Given(signature.name(), Kind.ARRAY, signature.bind(positional, names));
  }

  private static List<Tensor> running(LibraryFunction function, Tensor x, int axis) {
    List<Tensor> parts = Shapes.unstack(x, axis);
    if (parts.isEmpty()) {
      throw PyError.value("zero-size array to reduction operation " + function.signature().name());
    }
    List<Tensor> steps = new ArrayList<>();
    for (Tensor part : parts) {
      boolean first = steps.isEmpty();
      steps.add(first ? part : both(function, steps.get(steps.size() - 1), part));
    }
    return steps;
  }

  private static Tensor both(LibraryFunction function, Tensor a, Tensor b) {
    List<Object> pair = List.of(NDArray.of(a), NDArray.of(b));
    return Tensors.of(function.call(Kind.ARRAY, pair, Map.of()));
  }
}
