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
    if (value instanceof Instance instance && decides(instance)) {
      return ofInstance(instance);
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
    return true;
  }

  private static boolean decides(Instance instance) {
    return instance.type().find("__bool__") != null || instance.type().find("__len__") != null;
  }

  private static boolean ofInstance(Instance instance) {
    if (instance.type().find("__bool__") != null) {
      Object truth = Invoke.call(instance.type().find("__bool__"), new Object[] {instance}, null);
      if (truth instanceof Boolean flag) {
        return flag;
      }
      if (truth instanceof Tensor) {
        return of(truth);
      }
      throw Errors.type("__bool__ should return bool, returned " + Types.name(truth));
    }
    return Builtins.len(instance) != 0;
  }
}
