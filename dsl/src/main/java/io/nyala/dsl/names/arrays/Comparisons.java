package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Compare;
import io.nyala.dsl.names.DTypes;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.Operands;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.function.BinaryOperator;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/**
 * Comparison operators: element by element where a tensor, array or variable is compared with one
 * of them or a plain value, otherwise as Groovy compares.
 */
public final class Comparisons {

  private Comparisons() {}

  /** {@code a == b}. */
  public static Object equal(Object a, Object b) {
    if (isElementwise(a, b)) {
      return areComparable(a, b) ? apply("==", a, b, Compare::equal) : (Object) false;
    }
    return a instanceof DType || b instanceof DType
        ? sameType(a, b)
        : ScriptBytecodeAdapter.compareEqual(a, b);
  }

  /** {@code a != b}. */
  public static Object notEqual(Object a, Object b) {
    if (isElementwise(a, b)) {
      return areComparable(a, b) ? apply("!=", a, b, Compare::notEqual) : (Object) true;
    }
    return a instanceof DType || b instanceof DType
        ? !sameType(a, b)
        : ScriptBytecodeAdapter.compareNotEqual(a, b);
  }

  /** {@code a < b}. */
  public static Object less(Object a, Object b) {
    if (Operations.areSymbolic(a, b)) {
      return Operations.call("less", a, b);
    }
    return isElementwise(a, b)
        ? apply("<", a, b, Compare::less)
        : (Object) ScriptBytecodeAdapter.compareLessThan(a, b);
  }

  /** {@code a <= b}. */
  public static Object lessEqual(Object a, Object b) {
    if (Operations.areSymbolic(a, b)) {
      return Operations.call("less_equal", a, b);
    }
    return isElementwise(a, b)
        ? apply("<=", a, b, Compare::lessEqual)
        : (Object) ScriptBytecodeAdapter.compareLessThanEqual(a, b);
  }

  /** {@code a > b}. */
  public static Object greater(Object a, Object b) {
    if (Operations.areSymbolic(a, b)) {
      return Operations.call("greater", a, b);
    }
    return isElementwise(a, b)
        ? apply(">", a, b, Compare::greater)
        : (Object) ScriptBytecodeAdapter.compareGreaterThan(a, b);
  }

  /** {@code a >= b}. */
  public static Object greaterEqual(Object a, Object b) {
    if (Operations.areSymbolic(a, b)) {
      return Operations.call("greater_equal", a, b);
    }
    return isElementwise(a, b)
        ? apply(">=", a, b, Compare::greaterEqual)
        : (Object) ScriptBytecodeAdapter.compareGreaterThanEqual(a, b);
  }

  private static boolean isElementwise(Object a, Object b) {
    return a != null && b != null && (Kind.of(a) != null || Kind.of(b) != null);
  }

  /** Strings and numbers are never equal; comparing them is no error. */
  private static boolean areComparable(Object a, Object b) {
    return isText(a) == isText(b);
  }

  private static boolean isText(Object value) {
    Tensor tensor = Operands.tensorOf(value);
    return tensor == null ? value instanceof CharSequence : tensor.dtype() == DType.STRING;
  }

  private static boolean sameType(Object a, Object b) {
    try {
      return a != null && b != null && DTypes.of(a) == DTypes.of(b);
    } catch (PyError notAType) {
      return false;
    }
  }

  private static Object apply(String name, Object a, Object b, BinaryOperator<Tensor> compare) {
    Tensor[] pair = Operands.pair(name, a, b, Kind.ARRAY);
    return Operands.kind(a, b).wrap(compare.apply(pair[0], pair[1]));
  }
}
