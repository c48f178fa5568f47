package io.nyala.dsl.names;

import groovy.lang.Closure;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a Keras user calls the type of a value. */
public final class Types {
  private Types() {}

  /** The short name of a value's type: {@code int}, {@code str}, {@code list}, or its class's. */
  public static String nameOf(Object value) {
    if (value == null) {
      return "NoneType";
    }
    if (value instanceof CharSequence) {
      return "str";
    }
    if (value instanceof Boolean) {
      return "bool";
    }
    if (value instanceof Integer || value instanceof Long || value instanceof BigInteger) {
      return "int";
    }
    boolean platform = value.getClass().getName().startsWith("java.");
    if (value instanceof Number && platform) {
      return "float";
    }
    if (value instanceof Tuple) {
      return "tuple";
    }
    if (value instanceof Map) {
      return "dict";
    }
    if (value instanceof Set) {
      return "set";
    }
    if (value instanceof List && platform) {
      return "list";
    }
    return nameOfOther(value);
  }

  private static String nameOfOther(Object value) {
    if (value instanceof NamedType || value instanceof Class) {
      return "type";
    }
    if (value instanceof Closure || value instanceof Callable) {
      return "function";
    }
    return value instanceof Namespace ? "module" : value.getClass().getSimpleName();
  }
}
