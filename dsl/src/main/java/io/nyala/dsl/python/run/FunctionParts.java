package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.List;

/** What {@code inspect.signature} is made of. */
public final class FunctionParts {
  private FunctionParts() {}

  /**
   * The parameters of a function: name, kind (0 positional-only, 1 either, 2 {@code *args}, 3
   * keyword-only, 4 {@code **kwargs}), whether there is a default, the default.
   *
   * @return null for what is no function of a cell
   */
  public static List<Object> of(Object value) {
    if (!(value instanceof PyFunction function)) {
      return null;
    }
    PyCode code = function.code();
    Object[] defaults = function.defaults();
    List<Object> parts = new ArrayList<>();
    for (int i = 0; i < code.names().size(); i++) {
      if (i == code.positional() && code.rest() != null) {
        parts.add(Tuple.of(code.rest(), 2, false, null));
      }
      Object fallback = i < defaults.length ? defaults[i] : Unbound.VALUE;
      boolean given = fallback != Unbound.VALUE;
      int kind = i < code.positionalOnly() ? 0 : i < code.positional() ? 1 : 3;
      parts.add(Tuple.of(code.names().get(i), kind, given, given ? fallback : null));
    }
    if (code.rest() != null && code.names().size() == code.positional()) {
      parts.add(Tuple.of(code.rest(), 2, false, null));
    }
    if (code.keywords() != null) {
      parts.add(Tuple.of(code.keywords(), 4, false, null));
    }
    return parts;
  }

  /**
   * What kind of thing a value is: function, method, builtin, generator function, class; else "".
   */
  public static String kind(Object value) {
    if (value instanceof PyFunction function) {
      return function.code().generator() ? "generator function" : "function";
    }
    if (value instanceof BoundMethod method) {
      return method.function() == null ? "builtin" : "method";
    }
    if (value instanceof Native) {
      return "builtin";
    }
    if (value instanceof PyGenerator) {
      return "generator";
    }
    return value instanceof PyClass || value instanceof Class ? "class" : "";
  }
}
