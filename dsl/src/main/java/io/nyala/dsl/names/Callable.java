package io.nyala.dsl.names;

import java.util.List;
import java.util.Map;

/** Anything a cell may call like a function: {@code f(1, x = 2)}. */
@FunctionalInterface
public interface Callable {

  /**
   * Calls it.
   *
   * @param positional the positional arguments
   * @param named the keyword arguments in the order written
   */
  Object call(List<Object> positional, Map<String, Object> named);

  /** What configs and logs call it. */
  default String name() {
    return "lambda";
  }

  /** How many positional arguments it takes at most, as far as that is known. */
  default int most() {
    return Integer.MAX_VALUE;
  }

  /** Calls it with arguments as Groovy passes them: named ones, if any, first as {@link Kwargs}. */
  default Object callWith(Object... arguments) {
    Arguments split = Arguments.split(arguments);
    return call(split.positional(), split.named());
  }
}
