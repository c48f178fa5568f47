package io.nyala.dsl.names;

import io.nyala.tensor.DType;
import java.util.Map;

/**
 * What a person may write for an element type: {@code tf.int32}, {@code 'float32'}, {@code int}.
 */
public final class DTypes {

  /** NumPy's codes. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("f", "float32"),
          Map.entry("f4", "float32"),
          Map.entry("d", "float64"),
          Map.entry("f8", "float64"),
          Map.entry("i", "int32"),
          Map.entry("i4", "int32"),
          Map.entry("l", "int64"),
          Map.entry("q", "int64"),
          Map.entry("i8", "int64"),
          Map.entry("B", "uint8"),
          Map.entry("u1", "uint8"),
          Map.entry("?", "bool"),
          Map.entry("U", "str"));

  private DTypes() {}

  /**
   * The element type.
   *
   * @throws PyError a {@code TypeError} if there is none of this name
   */
  public static DType of(Object value) {
    Object name = value;
    if (value instanceof Callable type && type.toString().startsWith("<class '")) {
      name = type.toString().substring(8, type.toString().length() - 2);
    } else if (value instanceof Class<?> type) {
      name = nameOf(type);
    } else if (value instanceof Callable) {
      name = value.toString().replaceFirst("^<class '(.*)'>$", "$1");
    }
    if (name instanceof CharSequence text) {
      String code = text.toString().replaceFirst("^[<=|]", "");
      name = CODES.getOrDefault(code, code);
    }
    try {
      return DType.of(name);
    } catch (IllegalArgumentException e) {
      throw PyError.type(e.getMessage());
    }
  }

  private static String nameOf(Class<?> type) {
    if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
      return "int";
    }
    if (type == float.class || type == Float.class || type == double.class) {
      return "float";
    }
    if (type == Double.class || type == java.math.BigDecimal.class) {
      return "float";
    }
    return type == boolean.class || type == Boolean.class
        ? "bool"
        : CharSequence.class.isAssignableFrom(type) ? "str" : type.getSimpleName();
  }
}
