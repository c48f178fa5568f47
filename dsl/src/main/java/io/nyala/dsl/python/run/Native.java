package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A function written in Java.
 *
 * @param name what it is called
 * @param body what it does
 */
record Native(String name, Body body) implements Callable {

  /** A function's body; named arguments are null if there are none. */
  interface Body {
    Object call(Object[] arguments, Kwargs named);
  }

  /** A function without named arguments. */
  static Native function(String name, Function<Object[], Object> body) {
    return new Native(
        name,
        (arguments, named) -> {
          if (named != null && !named.isEmpty()) {
            throw Errors.type(name + "() takes no keyword arguments");
          }
          return body.apply(arguments);
        });
  }

  /** A function of exactly one argument. */
  static Native one(String name, Function<Object, Object> body) {
    return function(
        name,
        arguments -> {
          if (arguments.length != 1) {
            throw Errors.type(
                name + "() takes exactly one argument (" + arguments.length + " given)");
          }
          return body.apply(arguments[0]);
        });
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return body.call(positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }

  @Override
  public String toString() {
    return "<built-in function " + name + ">";
  }
}
