package io.nyala.dsl.lang;

import groovy.lang.GroovyClassLoader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;

/**
 * Holds the classes of one cell. Classes of earlier cells are found through the session, and once
 * found stay the same for this cell, so that a later redefinition leaves this one whole. Nothing
 * points here from outside but the cell's own classes, so the loader goes when they do.
 */
final class CellClassLoader extends GroovyClassLoader {
  private final CellHost host;
  private final String cell;
  private final Map<String, Class<?>> earlier = new HashMap<>();
  private final Map<String, Class<?>> own = new LinkedHashMap<>();
  private final Map<String, byte[]> pending = new LinkedHashMap<>();

  /**
   * A loader for one cell.
   *
   * @param cell the name of the class that the cell itself becomes
   */
  CellClassLoader(
      ClassLoader parent, CompilerConfiguration configuration, CellHost host, String cell) {
    super(parent, configuration, false);
    this.host = host;
    this.cell = cell;
  }

  CellHost host() {
    return host;
  }

  /** A class of an earlier cell, fixed at its first use; null if there is none. */
  synchronized Class<?> earlierType(String name) {
    Class<?> known = earlier.get(name);
    if (known == null) {
      known = host.type(name);
      if (known != null) {
        earlier.put(name, known);
      }
    }
    return known;
  }

  synchronized void define(Map<String, byte[]> classes) {
    classes.keySet().forEach(earlier::remove);
    pending.putAll(classes);
    for (String name : classes.keySet()) {
      ownType(name);
    }
  }

  private synchronized Class<?> ownType(String name) {
    Class<?> known = own.get(name);
    if (known == null && pending.containsKey(name)) {
      known = defineClass(name, pending.remove(name));
      own.put(name, known);
    }
    return known;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    return find(name);
  }

  @Override
  public Class<?> loadClass(
      String name, boolean lookupScriptFiles, boolean preferClassOverScript, boolean resolve)
      throws ClassNotFoundException {
    return find(name);
  }

  private Class<?> find(String name) throws ClassNotFoundException {
    Class<?> found = ownType(name);
    if (found == null) {
      found = earlierType(name);
    }
    return found == null ? getParent().loadClass(name) : found;
  }

  /** Whether this is the name of the cell's own class or of one inside it. */
  boolean isOfThisCell(String name) {
    return name.startsWith(cell)
        && (name.length() == cell.length() || name.charAt(cell.length()) == '$');
  }

  /** The classes this cell declared, by name. */
  synchronized Map<String, Class<?>> types() {
    return new LinkedHashMap<>(own);
  }
}
