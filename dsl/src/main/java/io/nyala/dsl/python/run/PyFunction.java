package io.nyala.dsl.python.run;

import groovy.lang.Closure;
import io.nyala.dsl.names.Arguments;
import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Kwargs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A function defined in a Python cell. */
public final class PyFunction extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;

  /** The variables it shares with the functions around it. */
  public final transient PyCell[] closure;

  private final transient PyScript script;
  private final transient PyCode code;
  private final transient Object[] defaults;
  private final transient boolean plain;
  private transient Map<String, Object> attributes;
  private transient PyFunction kinds;

  PyFunction(PyScript script, PyCode code, Object[] defaults, PyCell[] closure) {
    super(script);
    this.script = script;
    this.code = code;
    this.defaults = defaults;
    this.closure = closure;
    plain =
        code.rest() == null && code.keywords() == null && code.positional() == code.names().size();
    maximumNumberOfParameters = code.names().size();
    parameterTypes = new Class<?>[maximumNumberOfParameters];
    java.util.Arrays.fill(parameterTypes, Object.class);
  }

  /** What is known of the function. */
  public PyCode code() {
    return code;
  }

  @Override
  public String name() {
    return code.name();
  }

  /** The name of the module it is defined in. */
  String module() {
    return script.globals.moduleName();
  }

  /** The name of the class of the cell that defines it. */
  String source() {
    return script.getClass().getName();
  }

  Object[] defaults() {
    return defaults;
  }

  /** Name to default value of its parameters, in order; {@code required} for those without. */
  public Map<String, Object> parameters(Object required) {
    Map<String, Object> all = new LinkedHashMap<>();
    for (int i = 0; i < code.names().size(); i++) {
      Object start = defaults.length == 0 ? Unbound.VALUE : defaults[i];
      all.put(code.names().get(i), start == Unbound.VALUE ? required : start);
    }
    return all;
  }

  /** Remembers what makes the dict of its parameters' types. */
  public void kinds(PyFunction maker) {
    kinds = maker;
  }

  /** The types that its parameters and its result are said to have. */
  Object annotations() {
    return attributes()
        .computeIfAbsent(
            "__annotations__",
            name -> kinds == null ? new LinkedHashMap<>() : kinds.invoke(new Object[0], null));
  }

  /** Attributes that were set on it. */
  Map<String, Object> attributes() {
    if (attributes == null) {
      attributes = new LinkedHashMap<>();
    }
    return attributes;
  }

  /** The defaults of parameters that are given by name alone; null if there are none. */
  Object namedDefaults() {
    Map<Object, Object> all = new LinkedHashMap<>();
    for (int i = code.positional(); i < defaults.length; i++) {
      if (defaults[i] != Unbound.VALUE) {
        all.put(code.names().get(i), defaults[i]);
      }
    }
    return all.isEmpty() ? null : all;
  }

  /** The names of the module it is defined in. */
  Map<String, Object> globals() {
    return script.globals.variables();
  }

  /** Calls it. */
  public Object invoke(Object[] given, Kwargs named) {
    boolean fits = plain && named == null && given.length == code.names().size();
    return enter(fits ? given : Binding.bind(code, defaults, given, named));
  }

  /** Calls it with one argument that needs no binding. */
  public Object one(Object argument) {
    return enter(new Object[] {argument});
  }

  /** Runs it as the body of a class that fills this namespace. */
  Object enterClass(Map<String, Object> members) {
    return script.body(code.id(), this, new Object[] {members});
  }

  private Object enter(Object[] values) {
    if (!code.generator()) {
      return script.body(code.id(), this, values);
    }
    Object[] frame = new Object[code.places()];
    System.arraycopy(values, 0, frame, 1, values.length);
    return new PyGenerator(script, this, frame);
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return invoke(positional.toArray(), named.isEmpty() ? null : new Kwargs(named));
  }

  @Override
  public Object call(Object... arguments) {
    Arguments split = Arguments.split(arguments);
    return call(split.positional(), split.named());
  }

  @Override
  public Object call(Object argument) {
    return call(new Object[] {argument});
  }

  @Override
  public Object call() {
    return invoke(new Object[0], null);
  }

  /** Called by Groovy for a closure. */
  protected Object doCall(Object... arguments) {
    return call(arguments);
  }

  @Override
  public String toString() {
    return String.format("<function %s at 0x%012x>", code.qualified(), Builtins.id(this));
  }

  @Override
  public int most() {
    return code().rest() == null ? code().positional() : Integer.MAX_VALUE;
  }
}
