package io.nyala.dsl.session;

import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.session.Completions.Match;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** File names inside a string. */
public final class Paths {
  private static final int MOST = 200;

  private Paths() {}

  /** The files whose names go on from what is typed. */
  public static Completions complete(String typed, int cursor) {
    int slash = typed.lastIndexOf('/');
    String folder = typed.substring(0, slash + 1);
    String prefix = typed.substring(slash + 1);
    Path directory = Opener.path(folder.isEmpty() ? "." : folder);
    try (Stream<Path> files = Files.list(directory)) {
      List<Match> matches =
          files
              .filter(file -> file.getFileName().toString().startsWith(prefix))
              .filter(
                  file -> prefix.startsWith(".") || !file.getFileName().toString().startsWith("."))
              .sorted()
              .limit(MOST)
              .map(file -> new Match(name(file), "path", ""))
              .toList();
      return new Completions(cursor - prefix.length(), cursor, matches);
    } catch (IOException | java.io.UncheckedIOException e) {
      return new Completions(cursor, cursor, List.of());
    }
  }

  private static String name(Path file) {
    return file.getFileName() + (Files.isDirectory(file) ? "/" : "");
  }
}
