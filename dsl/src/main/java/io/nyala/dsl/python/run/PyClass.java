package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A class: built in, or declared in a Python cell. */
public final class PyClass implements Callable {

  /** How a built-in class makes a value. */
  interface Maker {
    Object make(Object[] arguments, Kwargs named);
  }

  private final String name;
  private final String module;
  private final List<PyClass> bases;
  private final List<PyClass> order = new ArrayList<>();
  private final Map<String, Object> members;
  private final Maker maker;
  private final Predicate<Object> test;

  PyClass(
      String name,
      String module,
      List<PyClass> bases,
      Map<String, Object> members,
      Maker maker,
      Predicate<Object> test) {
    this.name = name;
    this.module = module;
    this.bases = List.copyOf(bases);
    this.members = members;
    this.maker = maker;
    this.test = test;
    order.add(this);
    order.addAll(Linearization.merge(this.bases));
  }

  static PyClass builtin(String name, PyClass base, Maker maker, Predicate<Object> test) {
    List<PyClass> bases = base == null ? List.of() : List.of(base);
    return new PyClass(name, "builtins", bases, new LinkedHashMap<>(), maker, test);
  }

  /** Its name. */
  public String name() {
    return name;
  }

  String module() {
    return module;
  }

  List<PyClass> bases() {
    return bases;
  }

  /** The classes looked through for a name, itself first. */
  List<PyClass> order() {
    return order;
  }

  Map<String, Object> members() {
    return members;
  }

  boolean isBuiltin() {
    return module.equals("builtins");
  }

  /** What a name means in this class or those it derives from; null if nothing. */
  Object find(String member) {
    for (PyClass each : order) {
      Object value = each.members.get(member);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  boolean has(String member) {
    return order.stream().anyMatch(each -> each.members.containsKey(member));
  }

  boolean derivesFrom(PyClass other) {
    return order.contains(other);
  }

  boolean hasInstance(Object value) {
    return value instanceof Instance instance
        ? instance.type().derivesFrom(this)
        : test != null ? test.test(value) : Types.of(value).derivesFrom(this);
  }

  /** Makes a value of this class. */
  Object make(Object[] arguments, Kwargs named) {
    return maker != null
        ? maker.make(arguments, named)
        : Classes.instantiate(this, arguments, named);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return make(positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }

  @Override
  public String toString() {
    return "<class '" + (isBuiltin() ? "" : module + ".") + name + "'>";
  }
}
