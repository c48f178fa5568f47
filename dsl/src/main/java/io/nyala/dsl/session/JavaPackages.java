package io.nyala.dsl.session;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The packages and classes of the JDK, for completion. */
final class JavaPackages {
  private JavaPackages() {}

  /**
   * What goes on from a package's name, {@code java.util}: its public-looking classes and its
   * subpackages; empty if there is no such package.
   */
  static Set<String> below(String packageName) {
    Set<String> names = new TreeSet<>();
    if (!packageName.matches("javax?(\\.\\w+)*")) {
      return names;
    }
    Path root = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/");
    try (Stream<Path> packages = Files.list(root.resolve("packages"))) {
      packages
          .map(each -> each.getFileName().toString())
          .filter(each -> each.startsWith(packageName + "."))
          .map(each -> each.substring(packageName.length() + 1).split("\\.")[0])
          .forEach(names::add);
      Path modules = root.resolve("packages").resolve(packageName);
      if (Files.isDirectory(modules)) {
        try (Stream<Path> all = Files.list(modules)) {
          all.forEach(each -> classes(root, each.getFileName().toString(), packageName, names));
        }
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      // A JDK without its image names no classes.
    }
    return names;
  }

  private static void classes(Path root, String module, String packageName, Set<String> names) {
    Path folder = root.resolve("modules").resolve(module).resolve(packageName.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.matches("[A-Z]\\w*\\.class"))
          .map(each -> each.substring(0, each.length() - ".class".length()))
          .forEach(names::add);
    } catch (IOException e) {
      // Then it has none.
    }
  }
}
