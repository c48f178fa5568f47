package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.builtins.Opener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** {@code open()}: text by the session's opener, bytes here. */
final class Files {
  private Files() {}

  static Object open(Object[] given, Kwargs named) {
    List<Object> arguments = new ArrayList<>(Arrays.asList(given));
    Kwargs names = named == null ? new Kwargs() : new Kwargs(named);
    Object file = given.length > 0 ? given[0] : names.get("file");
    Object mode = given.length > 1 ? given[1] : names.get("mode");
    String path = path(file);
    if (mode != null && Texts.str(mode).contains("b")) {
      return bytes(path, Texts.str(mode));
    }
    if (given.length > 0) {
      arguments.set(0, path);
    } else {
      names.put("file", path);
    }
    return Opener.open(arguments, names.isEmpty() ? Map.of() : names);
  }

  /** A path's text: {@code os.fspath}. */
  static String path(Object file) {
    if (file instanceof Instance it && it.type().find("__fspath__") != null) {
      return Texts.str(Invoke.method(file, "__fspath__", new Object[0], null));
    }
    if (file instanceof CharSequence || file instanceof Path || file instanceof java.io.File) {
      return file.toString();
    }
    throw Errors.type("expected str, bytes or os.PathLike object, not " + Types.name(file));
  }

  private static Object bytes(String name, String mode) {
    String plain = mode.replace("t", "");
    if (!List.of("rb", "wb", "ab", "xb", "rb+", "r+b", "wb+", "w+b").contains(plain)) {
      throw Errors.value("invalid mode: '" + mode + "'");
    }
    Path path = Opener.path(name);
    boolean exists = java.nio.file.Files.exists(path);
    if (java.nio.file.Files.isDirectory(path)) {
      throw Errors.of("IsADirectoryError", "[Errno 21] Is a directory: '" + name + "'");
    }
    if (plain.startsWith("r") && !exists || !exists && isOrphan(path)) {
      throw Errors.of("FileNotFoundError", "[Errno 2] No such file or directory: '" + name + "'");
    }
    if (plain.startsWith("x") && exists) {
      throw Errors.of("FileExistsError", "[Errno 17] File exists: '" + name + "'");
    }
    try {
      return new BytesFile(name, path, plain);
    } catch (IOException e) {
      throw Errors.of("OSError", "cannot open '" + name + "': " + e.getMessage());
    }
  }

  private static boolean isOrphan(Path path) {
    return path.getParent() != null && !java.nio.file.Files.isDirectory(path.getParent());
  }
}
