package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.names.Modules;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The session's names as Python cells see them. */
public final class Globals {
  private final CellHost host;
  private final ModuleLoader loader;
  private final Variables variables;

  /** The names of a host's cells; the loader finds modules that are written in Python. */
  public Globals(CellHost host, ModuleLoader loader) {
    this.host = host;
    this.loader = loader;
    this.variables = host.variables();
  }

  /** Where variables of these names live. */
  Variables.Slot[] slots(List<String> names) {
    return names.stream().map(variables::slot).toArray(Variables.Slot[]::new);
  }

  /** The value of a name that lives in this slot. */
  public static Object get(Variables.Slot slot, Globals globals, String name) {
    Object value = slot.get(Unbound.VALUE);
    return value == Unbound.VALUE ? globals.builtin(name) : value;
  }

  /** The value of a name as its slot holds it, which may be a text that still grows. */
  public static Object held(Variables.Slot slot, Globals globals, String name) {
    Object value = slot.held(Unbound.VALUE);
    return value == Unbound.VALUE ? globals.builtin(name) : value;
  }

  /** Binds the name that lives in this slot. */
  public static void put(Object value, Variables.Slot slot) {
    slot.set(value);
  }

  /**
   * The value of a name.
   *
   * @throws PyRaised {@code NameError} if there is none
   */
  public Object get(String name) {
    return get(variables.slot(name), this, name);
  }

  private Object builtin(String name) {
    Object value;
    Map<String, Object> builtins = Builtins.all();
    value = builtins.get(name);
    if (value != null || builtins.containsKey(name)) {
      return value;
    }
    value = other(name);
    if (value == null) {
      throw Errors.of("NameError", "name '" + name + "' is not defined" + hint(name));
    }
    return value;
  }

  private Object other(String name) {
    return switch (name) {
      case "__name__" -> "__main__";
      default -> {
        Object here = Evaluation.atTop(name, this);
        if (here != null) {
          yield here;
        }
        Object value = host.builtins().get(name);
        yield value == null ? host.type(name) : value;
      }
    };
  }

  private String hint(String name) {
    if (name.length() < 3) {
      return "";
    }
    TreeSet<String> known = new TreeSet<>(Builtins.all().keySet());
    synchronized (variables) {
      known.addAll(variables.keySet());
    }
    String near = io.nyala.dsl.names.Nearest.hint(name, known);
    return near.isEmpty() ? "" : "." + near;
  }

  /** Unbinds a name. */
  public void remove(String name) {
    variables.remove(name);
  }

  CellHost host() {
    return host;
  }

  /** What {@code __name__} is here: the module's name. */
  String moduleName() {
    return String.valueOf(get("__name__"));
  }

  /** A module written in Python. */
  java.util.Optional<io.nyala.dsl.names.Namespace> written(String path) {
    return loader.find(path);
  }

  /** Text compiled to run with these variables for the session's. */
  PyScript compile(String text, boolean expression, Variables names) {
    return loader.compile(text, expression, names);
  }

  Modules modules() {
    return host.modules();
  }

  Map<String, Object> variables() {
    return variables;
  }
}
