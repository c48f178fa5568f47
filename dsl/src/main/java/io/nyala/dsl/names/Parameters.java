package io.nyala.dsl.names;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a built-in, matched to its parameters' names. */
public final class Parameters {
  private final String function;
  private final Map<String, Object> values;

  private Parameters(String function, Map<String, Object> values) {
    this.function = function;
    this.values = values;
  }

  public static Parameters of(
      String function, List<Object> positional, Map<String, Object> named, String... names) {
    if (positional.size() > names.length) {
      throw PyError.type(
          function
              + "() takes at most "
              + names.length
              + " arguments ("
              + positional.size()
              + " given)");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < positional.size(); i++) {
      values.put(names[i], positional.get(i));
    }
    List<String> known = List.of(names);
    named.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            throw unexpected(function, name, known);
          }
          if (values.containsKey(name)) {
            throw PyError.type(function + "() got multiple values for argument '" + name + "'");
          }
          values.put(name, value);
        });
    return new Parameters(function, values);
  }

  static PyError unexpected(String function, String name, List<String> known) {
    return PyError.type(
        function
            + "() got an unexpected keyword argument '"
            + name
            + "'."
            + Nearest.hint(name, known));
  }

  /** Only these names may be given. */
  public static void only(String function, Map<String, Object> named, String... names) {
    List<String> known = List.of(names);
    for (String name : named.keySet()) {
      if (!known.contains(name)) {
        throw unexpected(function, name, known);
      }
    }
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  public Object required(String name) {
    if (!values.containsKey(name)) {
      throw PyError.type(function + "() missing required argument: '" + name + "'");
    }
    return values.get(name);
  }

  public Object or(String name, Object otherwise) {
    return values.getOrDefault(name, otherwise);
  }
}
