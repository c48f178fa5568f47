package io.nyala.dsl.widgets;

import groovy.lang.Closure;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Types;
import io.nyala.dsl.python.run.Invoke;
import java.util.List;

/** Calls of the functions that widgets are given. */
final class Calling {
  private Calling() {}

  /** Calls a function of one argument; a closure that takes none gets none. */
  static Object call(Object function, Object argument) {
    boolean takesNone =
        function instanceof Closure<?> closure
            && !(function instanceof Callable)
            && closure.getMaximumNumberOfParameters() == 0;
    return Invoke.call(function, takesNone ? new Object[0] : new Object[] {argument}, null);
  }

  /** Calls a function without arguments. */
  static Object call(Object function) {
    return Invoke.call(function, new Object[0], null);
  }

  /** The function among positional arguments, which a closure behind the call comes last of. */
  static Object function(String caller, List<Object> positional) {
    for (int i = positional.size() - 1; i >= 0; i--) {
      if (isFunction(positional.get(i))) {
        return positional.remove(i);
      }
    }
    Object given = positional.isEmpty() ? null : positional.get(0);
    throw PyError.type(
        caller
            + " takes a function; received "
            + (positional.isEmpty() ? "none" : "'" + Types.nameOf(given) + "'"));
  }

  /** Whether a value can be called. */
  static boolean isFunction(Object value) {
    return io.nyala.dsl.python.run.Builtins.isCallable(value);
  }
}
