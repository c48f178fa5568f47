package io.nyala.dsl.names;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** {@code open(path, mode, encoding = …)}. */
public final class Opener {
  private static final List<Function<String, Optional<Path>>> FINDERS =
      new CopyOnWriteArrayList<>(List.of(Opener::inDatasets));

  private Opener() {}

  /** Adds a place to look for a file to read that is not where its path says. */
  public static void addFinder(Function<String, Optional<Path>> finder) {
    FINDERS.add(finder);
  }

  static Object open(List<Object> positional, Map<String, Object> named) {
    Parameters given =
        Parameters.of(
            "open",
            positional,
            named,
            "file",
            "mode",
            "buffering",
            "encoding",
            "errors",
            "newline");
    String name = String.valueOf(given.required("file"));
    String mode = String.valueOf(given.or("mode", "r")).replace("t", "");
    Charset charset = charset(String.valueOf(given.or("encoding", "utf-8")));
    try {
      return switch (mode) {
        case "r" -> TextFile.reading(name, find(name), charset);
        case "w" -> TextFile.writing(name, path(name), charset);
        case "a" ->
            TextFile.writing(
                name, path(name), charset, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        case "x" -> TextFile.writing(name, path(name), charset, StandardOpenOption.CREATE_NEW);
        default ->
            throw PyError.value(
                "open() here reads and writes text, mode 'r', 'w', 'a' or 'x'; received mode '"
                    + given.or("mode", "r")
                    + "'. For bytes use new File(path).bytes");
      };
    } catch (NoSuchFileException e) {
      throw missing(name);
    } catch (IOException e) {
      boolean folder = Files.isDirectory(path(name));
      throw new PyError(
          folder ? "IsADirectoryError" : "OSError",
          folder
              ? "[Errno 21] Is a directory: '" + name + "'"
              : "cannot open '" + name + "': " + e.getMessage(),
          e);
    }
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name.equalsIgnoreCase("utf-8-sig") ? "utf-8" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      if (name.equals("null")) {
        return StandardCharsets.UTF_8;
      }
      throw new PyError("LookupError", "unknown encoding: " + name, e);
    }
  }

  /** A path as the session's working directory has it. */
  public static Path path(String name) {
    String full =
        name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
    return Path.of(System.getProperty("user.dir")).resolve(full).normalize();
  }

  private static Path find(String name) throws IOException {
    Path here = path(name);
    if (Files.isDirectory(here)) {
      throw new IOException("Is a directory");
    }
    if (!Files.exists(here)) {
      for (Function<String, Optional<Path>> finder : FINDERS) {
        Optional<Path> found = finder.apply(name);
        if (found.isPresent()) {
          return found.get();
        }
      }
    }
    return here;
  }

  /** {@code ../datasets/name.txt}, as course notebooks have it, in the folder of data sets. */
  private static Optional<Path> inDatasets(String name) {
    String folder = System.getenv("NYALA_DATASETS");
    String file = Path.of(name).getFileName() == null ? "" : Path.of(name).getFileName().toString();
    boolean data = isDataset(name) && folder != null && !file.isEmpty();
    if (!data) {
      return Optional.empty();
    }
    String stem = file.replaceFirst("\\..*$", "");
    Path root = path(folder);
    return List.of(root.resolve(file), root.resolve(stem).resolve(file)).stream()
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static boolean isDataset(String name) {
    return name.toLowerCase(Locale.ROOT).replace('\\', '/').matches("(.*/)?(datasets?|data)/.*");
  }

  private static PyError missing(String name) {
    String message = "[Errno 2] No such file or directory: '" + name + "'";
    if (!isDataset(name)) {
      return new PyError(
          "FileNotFoundError", message + ". Paths start at " + System.getProperty("user.dir"));
    }
    return new PyError(
        "FileNotFoundError",
        message
            + ". Put the file there (paths start at "
            + System.getProperty("user.dir")
            + "), or name the folder of your data sets in the environment variable NYALA_DATASETS");
  }
}
