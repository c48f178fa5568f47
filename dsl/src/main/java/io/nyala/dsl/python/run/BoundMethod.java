package io.nyala.dsl.python.run;

import groovy.lang.Closure;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import java.util.List;
import java.util.Map;

/** A method together with the object it was taken from. */
public final class BoundMethod extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;
  private final transient Object self;
  private final transient Object function;
  private final String name;

  BoundMethod(Object self, Object function, String name) {
    super(BoundMethod.class);
    this.self = self;
    this.function = function;
    this.name = name;
  }

  Object self() {
    return self;
  }

  Object function() {
    return function;
  }

  /** The method's name. */
  public String name() {
    return name;
  }

  /** Calls it. */
  Object invoke(Object[] arguments, Kwargs named) {
    return function == null
        ? Invoke.method(self, name, arguments, named)
        : Invoke.call(function, Invoke.prepend(self, arguments), named);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return invoke(positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }

  @Override
  public Object call(Object... arguments) {
    return callWith(arguments);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof BoundMethod it && it.self == self && it.name.equals(name);
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(self) * 31 + name.hashCode();
  }

  @Override
  public String toString() {
    if (function instanceof PyFunction written) {
      return "<bound method " + written.code().qualified() + " of " + Texts.repr(self) + ">";
    }
    return String.format(
        "<built-in method %s of %s object at 0x%012x>", name, Types.name(self), Builtins.id(self));
  }
}
