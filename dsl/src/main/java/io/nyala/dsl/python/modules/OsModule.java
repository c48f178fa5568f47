package io.nyala.dsl.python.modules;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.run.Module;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** {@code os} and {@code os.path}. */
final class OsModule {
  private OsModule() {}

  static Namespace names() {
    Module os = new Module("os");
    os.value("path", Library.find("os.path").orElseThrow());
    os.value("sep", "/").value("linesep", "\n").value("name", "posix");
    java.util.Map<Object, Object> environment = new LinkedHashMap<>(System.getenv());
    os.value("environ", environment).value("curdir", ".").value("pardir", "..");
    os.one("fspath", Module::path);
    os.one("system", command -> system(Module.str(command)));
    os.one("walk", each -> walk(Module.path(each)).iterator());
    os.function("cpu_count", (given, named) -> Runtime.getRuntime().availableProcessors());
    os.function("getpid", (given, named) -> Math.toIntExact(ProcessHandle.current().pid()));
    os.function(
        "getenv",
        (given, named) -> {
          Object value = environment.get(Module.str(given[0]));
          return value == null && given.length > 1 ? given[1] : value;
        });
    os.function("getcwd", (given, named) -> System.getProperty("user.dir"));
    os.function("listdir", (given, named) -> list(given.length == 0 ? "." : Module.path(given[0])));
    os.function(
        "makedirs",
        (given, named) -> {
          boolean allowed =
              named != null && Module.truth(named.get("exist_ok"))
                  || given.length > 2 && Module.truth(given[2]);
          return make(Module.path(given[0]), true, allowed);
        });
    os.function("mkdir", (given, named) -> make(Module.path(given[0]), false, false));
    os.one("remove", path -> remove(Module.path(path)));
    os.one("unlink", path -> remove(Module.path(path)));
    os.one("rmdir", path -> remove(Module.path(path)));
    os.two("rename", (from, to) -> rename(Module.path(from), Module.path(to)));
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

  /** Runs a command of the shell; what it says is printed. Returns how it ended. */
  private static Object system(String command) {
    try {
      Process process =
          new ProcessBuilder("sh", "-c", command)
              .directory(Opener.path(".").toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      System.out.print(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      return process.waitFor() << 8;
    } catch (IOException e) {
      throw Module.error("OSError", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Module.error("InterruptedError", "the command was interrupted");
    }
  }

  /** Every folder below one, itself first, with the names of the folders and files in it. */
  private static List<Object> walk(String top) {
    List<Object> all = new ArrayList<>();
    Path folder = Opener.path(top);
    if (!Files.isDirectory(folder)) {
      return all;
    }
    List<Object> folders = new ArrayList<>();
    List<Object> files = new ArrayList<>();
    try (Stream<Path> inside = Files.list(folder)) {
      inside.forEach(
          each -> (Files.isDirectory(each) ? folders : files).add(each.getFileName().toString()));
    } catch (IOException e) {
      throw Module.error("OSError", e.getMessage());
    }
    all.add(Tuple.of(top, folders, files));
    folders.forEach(each -> all.addAll(walk(join(new Object[] {top, each}))));
    return all;
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
    path.one("exists", each -> Files.exists(Opener.path(Module.path(each))));
    path.one("isfile", each -> Files.isRegularFile(Opener.path(Module.path(each))));
    path.one("isdir", each -> Files.isDirectory(Opener.path(Module.path(each))));
    path.one("islink", each -> Files.isSymbolicLink(Opener.path(Module.path(each))));
    path.one("isabs", each -> Module.path(each).startsWith("/"));
    path.one("normpath", each -> normal(Module.path(each)));
    path.one("realpath", each -> Opener.path(Module.path(each)).toString());
    path.one("normcase", Module::path);
    path.function("relpath", (given, named) -> relative(given));
    path.function("commonprefix", (given, named) -> prefix(Module.items(given[0])));
    path.one(
        "getmtime",
        each ->
            attempt(
                Module.path(each),
                () ->
                    Files.getLastModifiedTime(Opener.path(Module.path(each))).toMillis() / 1000.0));
    path.one("abspath", each -> Opener.path(Module.path(each)).toString());
    path.one("basename", each -> split(Module.path(each)).get(1));
    path.one("dirname", each -> split(Module.path(each)).get(0));
    path.one("split", each -> split(Module.path(each)));
    path.one("splitext", each -> extension(Module.path(each)));
    path.one(
        "expanduser",
        each -> Module.path(each).replaceFirst("^~(?=/|$)", System.getProperty("user.home")));
    path.one(
        "getsize",
        each -> attempt(Module.path(each), () -> Files.size(Opener.path(Module.path(each)))));
    return path.names();
  }

  private static String join(Object[] parts) {
    String all = "";
    for (Object part : parts) {
      String text = Module.path(part);
      boolean plain = all.isEmpty() || text.startsWith("/");
      all = plain ? text : all.endsWith("/") ? all + text : all + "/" + text;
    }
    return all;
  }

  private static String normal(String path) {
    String plain = Path.of(path).normalize().toString();
    return plain.isEmpty() ? "." : plain;
  }

  private static String relative(Object[] given) {
    Path start = Opener.path(given.length > 1 ? Module.path(given[1]) : ".");
    String found = start.relativize(Opener.path(Module.path(given[0]))).toString();
    return found.isEmpty() ? "." : found;
  }

  private static String prefix(List<Object> texts) {
    String common = texts.isEmpty() ? "" : Module.str(texts.get(0));
    for (Object text : texts) {
      while (!Module.str(text).startsWith(common)) {
        common = common.substring(0, common.length() - 1);
      }
    }
    return common;
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
