package io.nyala.dsl.names;

import groovy.lang.GroovyInterceptable;
import groovy.lang.GroovyObjectSupport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** An object whose methods stand in a table, with Python's signatures. */
public abstract class Members extends GroovyObjectSupport implements GroovyInterceptable {
  private final Namespace members;

  protected Members(String type) {
    members = new Namespace(type);
  }

  /** Adds a method. */
  public final void def(String signature, Function<Given, Object> body) {
    LibraryFunction function =
        new LibraryFunction(members.name(), signature, Kind.ARRAY, body::apply);
    members.define(function.signature().name(), function);
  }

  /** Adds a method that reads its arguments itself. */
  protected final void define(String name, Callable body) {
    members.define(name, body);
  }

  /** Adds a value that is computed each time it is read. */
  protected final void property(String name, Supplier<?> value) {
    members.property(name, value);
  }

  /** The methods. */
  public final Namespace members() {
    return members;
  }

  /** Calls a method from Java. */
  public final Object call(String name, List<?> positional, Map<String, ?> named) {
    return ((Callable) members.get(name))
        .call(new ArrayList<>(positional), new LinkedHashMap<>(named));
  }

  @Override
  public Object getProperty(String name) {
    return name.equals("metaClass") || name.equals("class")
        ? super.getProperty(name)
        : members.get(name);
  }

  @Override
  public Object invokeMethod(String name, Object arguments) {
    if (members.has(name)) {
      Object[] given = arguments instanceof Object[] array ? array : new Object[] {arguments};
      return ((Callable) members.get(name)).callWith(given);
    }
    return getMetaClass().respondsTo(this, name).isEmpty()
        ? members.get(name)
        : getMetaClass().invokeMethod(this, name, arguments);
  }
}
