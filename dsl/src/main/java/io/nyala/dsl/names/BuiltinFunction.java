package io.nyala.dsl.names;

import groovy.lang.Closure;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A function every cell has; a closure too, so that {@code xs.collect(str)} works. */
public final class BuiltinFunction extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;
  private final String name;
  private final transient Callable body;
  private final transient Predicate<Object> instances;

  public BuiltinFunction(String name, Callable body) {
    this(name, body, null);
  }

  /**
   * A function that is a type as well, as {@code int} is.
   *
   * @param instances whether a value is of the type; null for a mere function
   */
  public BuiltinFunction(String name, Callable body, Predicate<Object> instances) {
    super(BuiltinFunction.class);
    this.name = name;
    this.body = body;
    this.instances = instances;
    this.maximumNumberOfParameters = 1;
    this.parameterTypes = new Class<?>[] {Object.class};
  }

  /** The function's name. */
  public String name() {
    return name;
  }

  /** Whether this names a type. */
  public boolean isType() {
    return instances != null;
  }

  /** Whether a value is of the type this names. */
  public boolean hasInstance(Object value) {
    return instances != null && instances.test(value);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return body.call(positional, named);
  }

  @Override
  public Object call(Object... arguments) {
    return callWith(given(arguments));
  }

  /** Groovy hands an array of texts, as {@code split} makes, over as if it were the arguments. */
  private static Object[] given(Object[] arguments) {
    boolean one = arguments != null && arguments.getClass() != Object[].class;
    return one ? new Object[] {arguments} : arguments;
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
    return callWith(given(arguments));
  }

  @Override
  public String toString() {
    return isType() ? "<class '" + name + "'>" : "<built-in function " + name + ">";
  }
}
