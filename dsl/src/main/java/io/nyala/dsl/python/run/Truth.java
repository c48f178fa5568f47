package io.nyala.dsl.python.run;

import io.nyala.dsl.names.arrays.TensorOperators;
import io.nyala.tensor.Tensor;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;

/** What counts as true. */
public final class Truth {
  private Truth() {}

  /** Whether a value counts as true. */
  public static boolean of(Object value) {
    if (value instanceof Boolean flag) {
      return flag;
    }
    if (value == null) {
      return false;
    }
    if (value instanceof Integer number) {
      return number != 0;
    }
    if (value instanceof CharSequence text) {
      return text.length() > 0;
    }
    if (value instanceof Tensor tensor) {
      return TensorOperators.truth(tensor);
    }
    if (value instanceof Collection<?> items) {
      return !items.isEmpty();
    }
    if (value instanceof Map<?, ?> map) {
      return !map.isEmpty();
    }
    if (value instanceof Number number) {
      return value instanceof BigInteger big ? big.signum() != 0 : number.doubleValue() != 0;
    }
    return !(value instanceof Instance instance) || ofInstance(instance);
  }

  private static boolean ofInstance(Instance instance) {
    if (instance.type().find("__bool__") != null) {
      return of(Invoke.method(instance, "__bool__", new Object[0], null));
    }
    return instance.type().find("__len__") == null || Builtins.len(instance) != 0;
  }
}
