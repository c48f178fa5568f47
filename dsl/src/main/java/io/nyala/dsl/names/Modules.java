package io.nyala.dsl.names;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The modules that {@code import tensorflow as tf} and {@code from x.y import z} can reach, by
 * dotted name; a module's own nested namespaces need not be listed.
 */
public final class Modules {

  /** Fills the table; found by {@link ServiceLoader}. */
  public interface Provider {

    /** Registers modules and the names every session starts with. */
    void provide(Modules modules);
  }

  private final Map<String, Supplier<?>> modules = new LinkedHashMap<>();
  private final Map<String, Object> loaded = new LinkedHashMap<>();
  private final Map<String, String> initial = new LinkedHashMap<>();

  /** The table as every provider on the class path fills it. */
  public static Modules standard() {
    Modules all = new Modules();
    ServiceLoader.load(Provider.class, Modules.class.getClassLoader())
        .forEach(provider -> provider.provide(all));
    return all;
  }

  /** Registers a module; it is made when first imported. */
  public Modules register(String name, Supplier<?> module) {
    modules.put(name, module);
    loaded.remove(name);
    return this;
  }

  /** Has every new session start with {@code name} bound to the object at this dotted path. */
  public Modules bindAtStart(String name, String path) {
    initial.put(name, path);
    return this;
  }

  /** Name to dotted path of what every session starts with. */
  public Map<String, String> atStart() {
    return Map.copyOf(initial);
  }

  /** The modules' names, sorted. */
  public Set<String> names() {
    return new TreeSet<>(modules.keySet());
  }

  /** Whether the first part of a dotted name is a module's. */
  public boolean knows(String path) {
    String root = path.split("\\.", 2)[0];
    return modules.keySet().stream()
        .anyMatch(name -> name.equals(root) || name.startsWith(root + "."));
  }

  /** The object at a dotted path: the longest registered prefix, then its members. */
  public synchronized Optional<Object> find(String path) {
    int cut = path.length();
    while (cut > 0) {
      String prefix = path.substring(0, cut);
      if (modules.containsKey(prefix)) {
        Object module = load(prefix);
        if (cut == path.length()) {
          return Optional.ofNullable(module);
        }
        if (module instanceof Namespace namespace) {
          Optional<Object> found = namespace.find(path.substring(cut + 1));
          if (found.isPresent()) {
            return found;
          }
        }
      }
      cut = path.lastIndexOf('.', cut - 1);
    }
    return Optional.empty();
  }

  private Object load(String name) {
    Object module = loaded.get(name);
    if (module == null) {
      module = modules.get(name).get();
      loaded.put(name, module);
    }
    return module;
  }

  /**
   * The module at a dotted path.
   *
   * @throws PyError {@code ModuleNotFoundError} if it is not here
   */
  public Object module(String path) {
    return find(path).orElseThrow(() -> notFound(path));
  }

  /**
   * One name out of a module.
   *
   * @throws PyError {@code ModuleNotFoundError} or {@code ImportError}
   */
  public Object member(String path, String name) {
    Optional<Object> direct = find(path + "." + name);
    if (direct.isPresent()) {
      return direct.get();
    }
    Object module = module(path);
    String hint =
        module instanceof Namespace namespace ? Nearest.hint(name, namespace.memberNames()) : "";
    throw new PyError(
        "ImportError", "cannot import name '" + name + "' from '" + path + "'." + hint);
  }

  /** The error for a module that Nyala does not have. */
  public PyError notFound(String path) {
    String hint = Nearest.hint(path, names());
    String here = names().isEmpty() ? "" : " Here are: " + String.join(", ", names()) + ".";
    return new PyError(
        "ModuleNotFoundError", "No module named '" + path + "' in Nyala." + hint + here);
  }
}
