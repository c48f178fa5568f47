package io.nyala.dsl.session;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds classes in the libraries that cells put on their class path, after Nyala's own. */
final class LibraryLoader extends URLClassLoader {
  private final List<Path> paths = new ArrayList<>();

  LibraryLoader(ClassLoader parent) {
    super("nyala-libraries", new URL[0], parent);
  }

  /**
   * The class path has no class whose name begins with a cell's, but Java's beans and Groovy ask
   * for such all the time, and its loaders would remember for good that they were asked.
   */
  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (Sources.isOfCell(name)) {
      throw new ClassNotFoundException(name);
    }
    return super.loadClass(name, resolve);
  }

  synchronized void add(Path jarOrFolder) {
    try {
      addURL(jarOrFolder.toUri().toURL());
      paths.add(jarOrFolder);
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(jarOrFolder + " cannot be a class path entry", e);
    }
  }

  synchronized List<Path> paths() {
    return List.copyOf(paths);
  }
}
