package org.codehaus.groovy.vmplugin.v9;

import java.net.URI;
import java.util.Map;
import java.util.Set;

/**
 * Stands, earlier on the class path, in place of Groovy's class of this name, which lists every
 * class of {@code java.base} and of Groovy's jar before the first cell can be compiled. The list
 * only tells Groovy where to look first, and without it Groovy looks in each default package in
 * turn; sessions remember what came of that. To make the list takes longer than to compile a cell.
 */
public final class ClassFinder {
  private ClassFinder() {}

  /** No classes: as if the place could not be listed, which Groovy allows for. */
  public static Map<String, Set<String>> find(URI classpathEntryURI, String packageName) {
    return Map.of();
  }

  /** No classes, whether those of packages below are wanted or not. */
  public static Map<String, Set<String>> find(
      URI classpathEntryURI, String packageName, boolean recursive) {
    return Map.of();
  }

  /** No classes, inner ones or others. */
  public static Map<String, Set<String>> find(
      URI classpathEntryURI, String packageName, boolean recursive, boolean innerClasses) {
    return Map.of();
  }
}
