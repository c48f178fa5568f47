package io.nyala.dsl.magic;

import io.nyala.dsl.magic.Magic.Call;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Opener;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code %maven}, {@code %repository}, {@code %classpath}: Java libraries for the cells. */
final class LibraryMagics {
  private final MavenLibraries maven = new MavenLibraries();

  private LibraryMagics() {}

  static void into(Magics all) {
    LibraryMagics own = new LibraryMagics();
    all.early(
        "maven",
        "%maven GROUP:ARTIFACT:VERSION …",
        "Fetches libraries and what they need, as Maven would (your settings.xml, ~/.m2), for the"
            + " cells from this one on. -o uses what was fetched before and asks no one.",
        own::maven);
    all.early(
        "repository",
        "%repository URL",
        "Has %maven look in one more repository.",
        own::repository);
    all.early(
        "classpath",
        "%classpath [add] [JAR|FOLDER|FOLDER/*.jar …]",
        "Puts jars and folders of classes on the cells' class path; without any, lists them.",
        LibraryMagics::classPath);
    all.line(
        "pip",
        "%pip",
        "There is no Python here: Java libraries come with %maven.",
        call -> {
          throw Magics.usage(
              "%pip installs Python packages, which cells here cannot use; Java libraries come"
                  + " with %maven GROUP:ARTIFACT:VERSION");
        });
  }

  private Object maven(Call call) {
    List<String> coordinates = new ArrayList<>(words(call.argument()));
    boolean offline = coordinates.removeAll(List.of("-o", "--offline"));
    if (coordinates.isEmpty()) {
      throw Magics.usage("%maven needs coordinates: %maven org.apache.commons:commons-math3:3.6.1");
    }
    for (Path jar : maven.resolve(coordinates, offline)) {
      add(call.session(), jar);
    }
    return null;
  }

  private Object repository(Call call) {
    for (String url : words(call.argument())) {
      maven.addRepository(url);
    }
    return null;
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : Arrays.asList(text.strip().split("\\s+"));
  }

  private static Object classPath(Call call) throws IOException {
    List<String> names = new ArrayList<>(words(call.argument()));
    if (!names.isEmpty() && names.get(0).equals("add")) {
      names.remove(0);
    }
    if (names.isEmpty()) {
      call.session().classPath().forEach(System.out::println);
    }
    for (String name : names) {
      for (Path each : matching(name)) {
        add(call.session(), each);
      }
    }
    return null;
  }

  private static void add(MagicContext session, Path jarOrFolder) {
    if (!session.classPath().contains(jarOrFolder)) {
      session.addToClassPath(jarOrFolder);
    }
  }

  private static List<Path> matching(String name) throws IOException {
    int slash = name.lastIndexOf('/');
    String last = name.substring(slash + 1);
    List<Path> found = new ArrayList<>();
    if (last.contains("*")) {
      Path folder = Opener.path(slash < 0 ? "." : name.substring(0, slash + 1));
      if (Files.isDirectory(folder)) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, last)) {
          files.forEach(found::add);
        }
      }
    } else if (Files.exists(Opener.path(name))) {
      found.add(Opener.path(name));
    }
    if (found.isEmpty()) {
      throw new PyError("FileNotFoundError", "%classpath: there is no '" + name + "'");
    }
    return found.stream().sorted().toList();
  }
}
