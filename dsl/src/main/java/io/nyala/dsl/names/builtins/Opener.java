package io.nyala.dsl.names.builtins;

import io.nyala.dsl.names.Parameters;
import io.nyala.dsl.names.PyError;
import io.nyala.keras.datasets.DataSets;
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

/** {@code open(path, mode, encoding = …)}. */
public final class Opener {
  private Opener() {}

  public static Object open(List<Object> positional, Map<String, Object> named) {
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
      return Charset.forName(
          switch (name.toLowerCase(Locale.ROOT).replace('_', '-')) {
            case "utf-8-sig", "utf8" -> "utf-8";
            case "latin-1", "latin1", "l1", "iso8859-1" -> "iso-8859-1";
            case "ascii", "646" -> "us-ascii";
            case "utf16" -> "utf-16";
            default -> name;
          });
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
    return Files.exists(here) ? here : DataSets.find(name).orElse(here);
  }

  private static PyError missing(String name) {
    String message = "[Errno 2] No such file or directory: '" + name + "'";
    return new PyError(
        "FileNotFoundError",
        message
            + ". Put the file there (paths start at "
            + System.getProperty("user.dir")
            + "), or name the folder of your data sets in the environment variable"
            + " NYALA_DATASETS");
  }
}
