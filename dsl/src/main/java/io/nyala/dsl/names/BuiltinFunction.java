package io.nyala.dsl.names;

import groovy.lang.Closure;

/** A function every cell has; a closure too, so that {@code xs.collect(str)} works. */
public final class BuiltinFunction extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;
  private final String name;
  private final transient Callable body;

  public BuiltinFunction(String name, Callable body) {
    super(BuiltinFunction.class);
    this.name = name;
    this.body = body;
    this.maximumNumberOfParameters = 1;
    this.parameterTypes = new Class<?>[] {Object[].class};
  }

  /** The function's name. */
  public String name() {
    return name;
  }

  @Override
  public Object call(java.util.List<Object> positional, java.util.Map<String, Object> named) {
    return body.call(positional, named);
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

  @Override
  public String toString() {
    return "<built-in function " + name + ">";
  }
}
