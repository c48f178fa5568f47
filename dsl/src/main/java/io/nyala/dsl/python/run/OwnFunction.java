package io.nyala.dsl.python.run;

import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.OwnMethod;
import io.nyala.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A method that a class of a Python cell defines, as Keras calls it.
 *
 * @param self the object
 * @param function what the class defines
 */
record OwnFunction(Instance self, PyFunction function) implements OwnMethod {

  @Override
  public List<String> parameters(List<String> fallback) {
    List<String> names = function.code().names();
    return names.subList(Math.min(1, names.size()), names.size());
  }

  @Override
  public Object call(Object... arguments) {
    PyCode code = function.code();
    int most = code.rest() == null ? Math.max(0, code.positional() - 1) : arguments.length;
    Object[] given = Arrays.copyOf(arguments, Math.min(arguments.length, most));
    return result(function.invoke(Invoke.prepend(self, seen(given)), null));
  }

  /** What is not among the values keeps its default. */
  @Override
  public Object call(List<String> names, Map<String, ?> values) {
    Kwargs named = new Kwargs();
    for (String name : names.subList(1, names.size())) {
      if (values.containsKey(name)) {
        named.put(name, values.get(name));
      }
    }
    Object[] first = {self, seen(values.get(names.get(0)))};
    return result(function.invoke(first, named.isEmpty() ? null : named));
  }

  /** A variable that is returned is its value at that moment. */
  private static Object result(Object returned) {
    return returned instanceof Variable variable ? variable.value() : returned;
  }

  private static Object[] seen(Object[] values) {
    return Arrays.stream(values).map(OwnFunction::seen).toArray();
  }

  /** Shapes are tuples to Python, with None for what is not known. */
  private static Object seen(Object value) {
    if (value instanceof Shape shape) {
      return Shapes.seen(null, shape);
    }
    return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Shape
        ? Containers.list(seen(list.toArray()))
        : value;
  }
}
