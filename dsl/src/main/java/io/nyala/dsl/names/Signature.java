package io.nyala.dsl.names;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A function's name and parameters, written as Python writes them: {@code sum(a, axis=None,
 * keepdims=False)}, {@code zip(*datasets)}.
 *
 * @param name the function's name
 * @param parameters in order
 */
public record Signature(String name, List<Parameter> parameters) {

  /**
   * One parameter.
   *
   * @param name its name
   * @param fallback its default; meaningful only if it is not required
   * @param required whether it must be given
   * @param rest whether it takes all further positional arguments as a list
   */
  public record Parameter(String name, Object fallback, boolean required, boolean rest) {}

  /** Reads a signature. */
  public static Signature parse(String text) {
    int open = text.indexOf('(');
    String inside = text.substring(open + 1, text.lastIndexOf(')')).strip();
    List<Parameter> parameters = new ArrayList<>();
    for (String part : inside.isEmpty() ? new String[0] : inside.split(",\\s*")) {
      int equals = part.indexOf('=');
      if (part.startsWith("*")) {
        parameters.add(new Parameter(part.substring(1), null, false, true));
      } else if (equals < 0) {
        parameters.add(new Parameter(part, null, true, false));
      } else {
        Object fallback = literal(part.substring(equals + 1));
        parameters.add(new Parameter(part.substring(0, equals), fallback, false, false));
      }
    }
    return new Signature(text.substring(0, open), List.copyOf(parameters));
  }

  private static Object literal(String text) {
    return switch (text) {
      case "None" -> null;
      case "True" -> true;
      case "False" -> false;
      default ->
          text.startsWith("'")
              ? text.substring(1, text.length() - 1)
              : text.matches("-?\\d+") ? (Object) Integer.valueOf(text) : Double.valueOf(text);
    };
  }

  /**
   * The value of each parameter.
   *
   * @throws PyError a {@code TypeError} for an argument missing, unknown (with the nearest real
   *     name) or given twice
   */
  public Map<String, Object> bind(List<?> positional, Map<String, ?> named) {
    Map<String, Object> values = new LinkedHashMap<>();
    int next = 0;
    for (Parameter parameter : parameters) {
      if (parameter.rest) {
        values.put(parameter.name, new ArrayList<>(positional.subList(next, positional.size())));
        next = positional.size();
      } else if (next < positional.size()) {
        values.put(parameter.name, positional.get(next++));
      }
    }
    if (next < positional.size()) {
      throw PyError.type(
          name
              + "() takes at most "
              + parameters.size()
              + " positional arguments but "
              + positional.size()
              + " were given: "
              + this);
    }
    named.forEach((key, value) -> addNamed(values, key, value));
    for (Parameter parameter : parameters) {
      if (!values.containsKey(parameter.name)) {
        if (parameter.required) {
          throw PyError.type(
              name + "() missing a required argument: '" + parameter.name + "'. It is " + this);
        }
        values.put(parameter.name, parameter.fallback);
      }
    }
    return values;
  }

  private void addNamed(Map<String, Object> values, String key, Object value) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    if (!names.contains(key)) {
      if (key.equals("name")) {
        return;
      }
      throw PyError.type(
          name
              + "() got an unexpected keyword argument '"
              + key
              + "'."
              + Nearest.hint(key, names)
              + " It is "
              + this);
    }
    if (values.containsKey(key)) {
      throw PyError.type(name + "() got multiple values for argument '" + key + "'");
    }
    values.put(key, value);
  }

  @Override
  public String toString() {
    List<String> parts = new ArrayList<>();
    for (Parameter p : parameters) {
      String text = p.rest ? "*" + p.name : p.name;
      parts.add(p.required || p.rest ? text : text + "=" + io.nyala.dsl.show.Repr.of(p.fallback));
    }
    return name + "(" + String.join(", ", parts) + ")";
  }
}
