package io.nyala.dsl.names.keras;

import groovy.lang.Closure;
import io.nyala.dsl.names.Callable;
import io.nyala.keras.args.KerasFunction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Keras function as a cell sees it: {@code keras.activations.relu(x)}. Passed to a Keras class or
 * function, it is the engine's own function again, so that a config keeps its name.
 */
public final class KerasCallable extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;

  private final transient KerasFunction function;

  public KerasCallable(KerasFunction function) {
    super(KerasCallable.class);
    this.function = function;
    this.maximumNumberOfParameters = 1;
    this.parameterTypes = new Class<?>[] {Object[].class};
  }

  /** The engine's function. */
  public KerasFunction function() {
    return function;
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return function.call(unwrapAll(positional), unwrapAll(named));
  }

  @Override
  public Object call(Object... arguments) {
    return callWith(arguments);
  }

  @Override
  public Object call(Object argument) {
    return callWith(argument);
  }

  @Override
  public Object call() {
    return callWith();
  }

  /** Called by Groovy for a closure. */
  protected Object doCall(Object... arguments) {
    return callWith(arguments);
  }

  /** Arguments as the engine takes them. */
  static List<Object> unwrapAll(List<?> values) {
    List<Object> all = new ArrayList<>();
    values.forEach(value -> all.add(unwrap(value)));
    return all;
  }

  /** Named arguments as the engine takes them. */
  static Map<String, Object> unwrapAll(Map<?, ?> values) {
    Map<String, Object> all = new LinkedHashMap<>();
    values.forEach((key, value) -> all.put(String.valueOf(key), unwrap(value)));
    return all;
  }

  private static Object unwrap(Object value) {
    if (value instanceof KerasCallable callable) {
      return callable.function;
    }
    if (value instanceof KerasType type) {
      return type.keras().create();
    }
    return value;
  }

  @Override
  public String toString() {
    return function.toString();
  }
}
