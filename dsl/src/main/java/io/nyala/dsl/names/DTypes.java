package io.nyala.dsl.names;

import io.nyala.tensor.DType;

/**
 * What a person may write for an element type: {@code tf.int32}, {@code 'float32'}, {@code int}.
 */
public final class DTypes {

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
