package io.nyala.dsl.plot;

import groovy.lang.GroovyInterceptable;
import groovy.lang.GroovyObjectSupport;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import java.util.function.Function;

/** An object of charts whose methods stand in a table, with Python's signatures. */
abstract class Members extends GroovyObjectSupport implements GroovyInterceptable {
  private final Namespace members;

  Members(String type) {
    members = new Namespace(type);
  }

  /** Adds a method. */
  final void def(String signature, Function<Given, Object> body) {
    LibraryFunction function =
        new LibraryFunction(members.name(), signature, Kind.ARRAY, body::apply);
    members.define(function.signature().name(), function);
  }

  /** The methods. */
  final Namespace members() {
    return members;
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
      return ((LibraryFunction) members.get(name)).callWith(given);
    }
    return getMetaClass().respondsTo(this, name).isEmpty()
        ? members.get(name)
        : getMetaClass().invokeMethod(this, name, arguments);
  }
}
