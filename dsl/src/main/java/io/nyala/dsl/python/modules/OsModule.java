package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.run.Module;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.stream.Stream;

/** {@code os} and {@code os.path}. */
final class OsModule {
  private OsModule() {}

  static Namespace names() {
    Module os = new Module("os");
    os.value("path", Library.find("os.path").orElseThrow());
    os.value("sep", "/").value("linesep", "\n").value("name", "posix");
    os.value("environ", new LinkedHashMap<>(System.getenv()));
    os.function(
        "getenv",
        (given, named) -> {
          String value = System.getenv(Module.str(given[0]));
          return value == null && given.length > 1 ? given[1] : value;
        });
    os.function("getcwd", (given, named) -> System.getProperty("user.dir"));
    os.function("listdir", (given, named) -> list(given.length == 0 ? "." : Module.str(given[0])));
    os.function(
        "makedirs",
        (given, named) -> {
          boolean allowed =
              named != null && Module.truth(named.get("exist_ok"))
                  || given.length > 2 && Module.truth(given[2]);
          return make(Module.str(given[0]), true, allowed);
        });
    os.function("mkdir", (given, named) -> make(Module.str(given[0]), false, false));
    os.one("remove", path -> remove(Module.str(path)));
    os.one("unlink", path -> remove(Module.str(path)));
    os.one("rmdir", path -> remove(Module.str(path)));
    os.two("rename", (from, to) -> rename(Module.str(from), Module.str(to)));
    return os.names();
  }

  /** An action on files. */
  private interface Action<T> {
    T run() throws IOException;
  }

  private static <T> T attempt(String path, Action<T> action) {
    try {
      return action.run();
    } catch (NoSuchFileException e) {
      throw Module.error(
          "FileNotFoundError", "[Errno 2] No such file or directory: '" + path + "'");
    } catch (FileAlreadyExistsException e) {
      throw Module.error("FileExistsError", "[Errno 17] File exists: '" + path + "'");
    } catch (IOException e) {
      throw Module.error("OSError", e.getMessage());
    }
  }

  private static Object list(String path) {
    return attempt(
        path,
        () -> {
          try (Stream<Path> all = Files.list(Opener.path(path))) {
            return new ArrayList<Object>(all.map(each -> each.getFileName().toString()).toList());
          }
        });
  }

  private static Object make(String path, boolean parents, boolean allowed) {
    return attempt(
        path,
        () -> {
          Path folder = Opener.path(path);
          if (Files.exists(folder) && !allowed) {
            throw new FileAlreadyExistsException(path);
          }
          if (parents) {
            Files.createDirectories(folder);
          } else {
            Files.createDirectory(folder);
          }
          return null;
        });
  }

  private static Object remove(String path) {
    return attempt(
        path,
        () -> {
          Files.delete(Opener.path(path));
          return null;
        });
  }

  private static Object rename(String from, String to) {
    return attempt(
        from,
        () -> {
          Files.move(Opener.path(from), Opener.path(to));
          return null;
        });
  }

  static Namespace path() {
    Module path = new Module("os.path");
    path.value("sep", "/");
    path.function("join", (given, named) -> join(given));
    path.one("exists", each -> Files.exists(Opener.path(Module.str(each))));
    path.one("isfile", each -> Files.isRegularFile(Opener.path(Module.str(each))));
    path.one("isdir", each -> Files.isDirectory(Opener.path(Module.str(each))));
    path.one("abspath", each -> Opener.path(Module.str(each)).toString());
    path.one("basename", each -> split(Module.str(each)).get(1));
    path.one("dirname", each -> split(Module.str(each)).get(0));
    path.one("split", each -> split(Module.str(each)));
    path.one("splitext", each -> extension(Module.str(each)));
    path.one(
        "expanduser",
        each -> Module.str(each).replaceFirst("^~(?=/|$)", System.getProperty("user.home")));
    path.one(
        "getsize",
        each -> attempt(Module.str(each), () -> Files.size(Opener.path(Module.str(each)))));
    return path.names();
  }

  private static String join(Object[] parts) {
    String all = "";
    for (Object part : parts) {
      String text = Module.str(part);
      boolean plain = all.isEmpty() || text.startsWith("/");
      all = plain ? text : all.endsWith("/") ? all + text : all + "/" + text;
    }
    return all;
  }

  private static Tuple split(String path) {
    int slash = path.lastIndexOf('/') + 1;
    String head = path.substring(0, slash);
    String plain = head.replaceFirst("/+$", "");
    return Tuple.of(plain.isEmpty() ? head : plain, path.substring(slash));
  }

  private static Tuple extension(String path) {
    int dot = path.lastIndexOf('.');
    int start = path.lastIndexOf('/') + 1;
    while (start < path.length() && path.charAt(start) == '.') {
      start++;
    }
    return dot < start || dot < 0
        ? Tuple.of(path, "")
        : Tuple.of(path.substring(0, dot), path.substring(dot));
  }
}
