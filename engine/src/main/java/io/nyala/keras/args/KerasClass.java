package io.nyala.keras.args;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A Keras class as data: its name, where it lives, its arguments and how to make one.
 *
 * @param name the class name, such as {@code LSTM}
 * @param module the module it is found in, such as {@code keras.layers}
 * @param doc one sentence on what it is
 * @param table its arguments
 * @param factory makes one from checked arguments
 * @param <T> the Java class
 */
public record KerasClass<T>(
    String name, String module, String doc, ArgTable table, Function<Arguments, T> factory) {

  /** Makes an object from arguments as a person gives them. */
  public T create(List<?> byPosition, Map<String, ?> byName) {
    return factory.apply(table.bind(byPosition, byName));
  }

  /**
   * Makes an object from positional values and then name-value pairs, as Java callers write them.
   */
  public T create(Object... namesAndValues) {
    return create(List.of(), pairs(namesAndValues));
  }

  /** Name-value pairs as a map. */
  public static Map<String, Object> pairs(Object... namesAndValues) {
    if (namesAndValues.length % 2 != 0) {
      throw new IllegalArgumentException(
          "Keyword arguments come in pairs of a name and a value; received "
              + namesAndValues.length
              + " values.");
    }
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }
}
