package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.python.modules.Library;
import java.util.Optional;

/** {@code import} and {@code from … import}. */
public final class Imports {
  private Imports() {}

  /** A module; for {@code import a.b} without a name, its first part. */
  public static Object module(Globals globals, String path, int whole) {
    Object module = find(globals, path);
    return whole == 1 || path.indexOf('.') < 0
        ? module
        : find(globals, path.substring(0, path.indexOf('.')));
  }

  private static Object find(Globals globals, String given) {
    String path = Moved.now(given);
    Optional<Object> own = ofPython(globals, path);
    if (own.isPresent()) {
      return own.get();
    }
    String first = path.split("\\.")[0];
    Optional<Object> found = globals.modules().find(path);
    if (found.isPresent()) {
      return found.get();
    }
    Class<?> type = javaClass(path);
    if (type != null) {
      return type;
    }
    if (globals.modules().knows(first) && path.indexOf('.') > 0) {
      return globals.modules().module(path);
    }
    throw Errors.of(
        "ModuleNotFoundError",
        "No module named '"
            + path
            + "': it is not among the modules that Nyala's Python cells have ("
            + String.join(", ", Library.names(globals.modules().names()))
            + ")");
  }

  /** A module of Python's own library, or one of the user's files. */
  private static Optional<Object> ofPython(Globals globals, String path) {
    Optional<Object> known = Library.find(path);
    return known.isPresent() ? known : globals.written(path).map(Object.class::cast);
  }

  private static Class<?> javaClass(String path) {
    if (!path.matches("(\\w+\\.)+[A-Z]\\w*")) {
      return null;
    }
    try {
      return Class.forName(path, false, Thread.currentThread().getContextClassLoader());
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  /** One name out of a module. */
  public static Object member(Globals globals, String given, String name) {
    String path = Moved.now(given);
    String whole = path + "." + name;
    if (!Moved.now(whole).equals(whole)) {
      return find(globals, whole);
    }
    Optional<Object> own = ofPython(globals, path);
    if (own.isPresent()) {
      Optional<Object> nested = ofPython(globals, path + "." + name);
      if (nested.isPresent()) {
        return nested.get();
      }
      if (own.get() instanceof Namespace module && module.has(name)) {
        return module.get(name);
      }
      throw Errors.of("ImportError", "cannot import name '" + name + "' from '" + path + "'");
    }
    if (path.equals("__future__")) {
      if (!Library.isFuture(name)) {
        throw Errors.of("SyntaxError", "future feature " + name + " is not defined");
      }
      return null;
    }
    Class<?> type = javaClass(path + "." + name);
    if (type != null) {
      return type;
    }
    if (!globals.modules().knows(path)) {
      find(globals, path);
    }
    return globals.modules().member(path, name);
  }

  /** Binds every public name of a module. */
  public static void all(Globals globals, String path) {
    if (find(globals, path) instanceof Namespace module) {
      for (String name : module.memberNames()) {
        if (!name.startsWith("_")) {
          globals.variables().put(name, module.get(name));
        }
      }
    }
  }
}
