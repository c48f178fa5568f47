package io.nyala.dsl.lang;

import groovy.lang.MissingMethodException;
import groovy.lang.MissingPropertyException;
import io.nyala.dsl.names.Nearest;
import io.nyala.dsl.names.PyError;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** How code in a cell, classes declared there included, reaches the session's names. */
public final class CellGlobals {
  private static final Object ABSENT = new Object();

  private CellGlobals() {}

  /** Called by classes of a cell for a property they do not have themselves. */
  public static Object property(Class<?> owner, String name) {
    CellHost host = hostOf(owner);
    Object value = host == null ? ABSENT : find(host, name);
    if (value == ABSENT) {
      throw new MissingPropertyException(name, owner);
    }
    return value;
  }

  /** Called by classes of a cell for a method they do not have themselves. */
  public static Object method(Class<?> owner, String name, Object arguments, boolean isStatic) {
    Object[] given = asArray(arguments);
    CellHost host = hostOf(owner);
    Object value = host == null ? ABSENT : find(host, name);
    if (value == ABSENT) {
      throw new MissingMethodException(name, owner, given, isStatic);
    }
    return Calls.call(value, given);
  }

  /** The session's value under a name: variable, built-in or class. */
  static Object get(CellHost host, String name) {
    Object value = find(host, name);
    if (value == ABSENT) {
      throw undefined(host, name);
    }
    return value;
  }

  static boolean has(CellHost host, String name) {
    return find(host, name) != ABSENT;
  }

  private static Object find(CellHost host, String name) {
    Map<String, Object> variables = host.variables();
    Object value = variables.get(name);
    if (value != null || variables.containsKey(name)) {
      return value;
    }
    Object builtin = host.builtins().get(name);
    if (builtin != null) {
      return builtin;
    }
    Class<?> type = host.type(name);
    return type == null ? ABSENT : type;
  }

  static PyError undefined(CellHost host, String name) {
    Set<String> known = new TreeSet<>(host.variables().keySet());
    known.addAll(host.builtins().keySet());
    known.addAll(host.typeNames());
    return new PyError(
        "NameError", "name '" + name + "' is not defined." + Nearest.hint(name, known));
  }

  private static CellHost hostOf(Class<?> owner) {
    return owner.getClassLoader() instanceof CellClassLoader loader ? loader.host() : null;
  }

  static Object[] asArray(Object arguments) {
    return arguments instanceof Object[] array ? array : new Object[] {arguments};
  }
}
