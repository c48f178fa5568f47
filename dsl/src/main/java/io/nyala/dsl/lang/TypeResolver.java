package io.nyala.dsl.lang;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.control.ClassNodeResolver;
import org.codehaus.groovy.control.CompilationUnit;

/**
 * Finds the classes a cell names: those of earlier cells, then those of the class path. What is not
 * on the class path is remembered, because Groovy asks for every name in every default package.
 */
final class TypeResolver extends ClassNodeResolver {
  private static final int REMEMBERED = 20_000;
  private final ClassLoader parent;
  private final Set<String> absent;
  private final Map<String, ClassNode> platform;
  private final CellClassLoader cell;

  TypeResolver(ClassLoader parent, Memory memory, CellClassLoader cell) {
    this.parent = parent;
    this.absent = memory.absent;
    this.platform = memory.platform;
    this.cell = cell;
  }

  /** What one session has learned about its class path. */
  static final class Memory {
    private final Set<String> absent = ConcurrentHashMap.newKeySet();
    private final Map<String, ClassNode> platform = new ConcurrentHashMap<>();

    void forget() {
      absent.clear();
    }
  }

  @Override
  public LookupResult resolveName(String name, CompilationUnit unit) {
    return findClassNode(name, unit);
  }

  @Override
  public LookupResult findClassNode(String name, CompilationUnit unit) {
    Class<?> earlier = cell.earlierType(name);
    if (earlier != null) {
      return new LookupResult(null, ClassHelper.make(earlier));
    }
    ClassNode known = platform.get(name);
    if (known != null) {
      return new LookupResult(null, known);
    }
    if (absent.contains(name) || cell.isOfThisCell(name)) {
      return null;
    }
    try {
      ClassNode node = ClassHelper.make(Class.forName(name, false, parent));
      if (name.startsWith("java.") || name.startsWith("groovy.")) {
        platform.put(name, node);
      }
      return new LookupResult(null, node);
    } catch (ClassNotFoundException | LinkageError e) {
      if (absent.size() > REMEMBERED) {
        absent.clear();
      }
      absent.add(name);
      return null;
    }
  }
}
