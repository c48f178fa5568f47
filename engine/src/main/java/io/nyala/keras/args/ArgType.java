package io.nyala.keras.args;

import java.util.List;

/**
 * What an argument may be: how a person's value is understood, and how it is written to a config.
 *
 * @param <T> the Java type {@link #convert} gives
 */
public interface ArgType<T> {

  /**
   * The value understood.
   *
   * @throws IllegalArgumentException with a message that completes "Argument `units` …", such as
   *     "should be a positive whole number; received 'a'"
   */
  T convert(Object value);

  /** The value as a config holds it: maps, lists, numbers, strings, booleans, null. */
  default Object toConfig(T value) {
    return value;
  }

  /** The type in words, such as {@code int}. */
  String describe();

  /** The names a string argument may have; empty if it is free. */
  default List<String> choices() {
    return List.of();
  }
}
