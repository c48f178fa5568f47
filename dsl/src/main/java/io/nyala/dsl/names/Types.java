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
    if (value instanceof OfNamedType named) {
      return named.typeName();
    }
    if (value instanceof Closure || value instanceof Callable) {
      return "function";
    }
    return value instanceof Namespace ? "module" : value.getClass().getSimpleName();
  }

  /** Whether a value is of a type: a class, a built-in type, a Keras name, or several of these. */
  public static boolean isInstance(Object value, Object type) {
    if (type instanceof List<?> several) {
      return several.stream().anyMatch(each -> isInstance(value, each));
    }
    if (type instanceof BuiltinFunction builtin && builtin.isType()) {
      return builtin.hasInstance(value);
    }
    if (type instanceof NamedType named) {
      return named.hasInstance(value);
    }
    if (type instanceof Class<?> java) {
      return java.isInstance(value);
    }
    throw PyError.type("isinstance() arg 2 must be a type or a tuple of types");
  }

  /** Whether a value is of a built-in type; a bool is an int as well. */
  public static boolean isInstance(Object value, String builtin) {
    String name = nameOf(value);
    return name.equals(builtin) || builtin.equals("int") && name.equals("bool");
  }

  /** Whether a value can be called. */
  public static boolean isCallable(Object value) {
    return value instanceof Closure
        || value instanceof Callable
        || value instanceof Class
        || value != null
            && !org.codehaus.groovy.runtime.InvokerHelper.getMetaClass(value)
                .respondsTo(value, "call")
                .isEmpty();
  }
}
