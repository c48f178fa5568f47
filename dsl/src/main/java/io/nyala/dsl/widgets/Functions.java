package io.nyala.dsl.widgets;

import groovy.lang.Closure;
import io.nyala.dsl.lang.CellFunction;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.python.run.Invoke;
import io.nyala.dsl.python.run.PyFunction;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is known of a cell's functions: their names, their parameters, how they are called. */
final class Functions {
  /** In place of a parameter's value, where it must be given. */
  static final Object REQUIRED = new Object();

  private Functions() {}

  /** A function made here. */
  static BuiltinFunction of(String name, Callable body) {
    return new BuiltinFunction(name, body);
  }

  static String name(Object function) {
    if (function instanceof PyFunction python) {
      return python.code().name();
    }
    return function instanceof CellFunction cell ? cell.name() : "closure";
  }

  /**
   * Name to default value of each parameter; {@link #REQUIRED} for one without. Null if a function
   * does not say, or takes any.
   */
  static Map<String, Object> parameters(Object function) {
    if (function instanceof PyFunction python) {
      return python.code().keywords() != null ? null : python.parameters(REQUIRED);
    }
    if (function instanceof CellFunction cell) {
      return ofMethods(cell.methods());
    }
    boolean closure = function instanceof Closure && !(function instanceof Callable);
    return closure
        ? ofMethods(
            Arrays.stream(function.getClass().getMethods())
                .filter(each -> each.getName().equals("doCall"))
                .toList())
        : null;
  }

  /** Of a function with default values Groovy makes one method for each way to call it. */
  private static Map<String, Object> ofMethods(List<Method> methods) {
    Map<String, Object> all = new LinkedHashMap<>();
    Comparator<Method> size = Comparator.comparingInt(Method::getParameterCount);
    Method most = methods.stream().max(size).orElse(null);
    if (most == null) {
      return null;
    }
    int required = methods.stream().min(size).orElse(most).getParameterCount();
    Parameter[] parameters = most.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      all.put(parameters[i].getName(), i < required ? REQUIRED : null);
    }
    return all;
  }

  /** Calls a function with its parameters by name. */
  static Object callByName(Object function, Map<String, Object> given) {
    boolean byPlace =
        function instanceof CellFunction
            || function instanceof Closure
                && !(function instanceof Callable)
                && !(function instanceof PyFunction);
    if (!byPlace) {
      return Invoke.call(function, new Object[0], given.isEmpty() ? null : new Kwargs(given));
    }
    Map<String, Object> parameters = parameters(function);
    boolean takesIt =
        parameters != null
            && parameters.keySet().equals(java.util.Set.of("it"))
            && !given.containsKey("it");
    List<Object> places = new ArrayList<>();
    if (parameters == null || takesIt) {
      places.addAll(given.values());
    } else {
      parameters.keySet().stream()
          .filter(given::containsKey)
          .forEach(each -> places.add(given.get(each)));
    }
    return Invoke.call(function, places.toArray(), null);
  }

  static Object call(Object function, List<Object> positional, Map<String, Object> named) {
    return Invoke.call(function, positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }
}
