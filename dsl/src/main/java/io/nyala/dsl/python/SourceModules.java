package io.nyala.dsl.python;

import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.names.Modules;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.builtins.Opener;
import io.nyala.dsl.python.modules.Library;
import io.nyala.dsl.python.run.Module;
import io.nyala.dsl.python.run.ModuleLoader;
import io.nyala.dsl.python.run.PyScript;
import io.nyala.dsl.python.syntax.PyParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The modules of one session that are written in Python: those of Python's own library that come
 * with Nyala as text, and {@code .py} files in the working folder.
 */
final class SourceModules implements ModuleLoader {

  /** Compiles the text of a module for a host. */
  interface Compiler {
    PyScript compile(String code, String className, CellHost host);
  }

  /** A module's own names, with all else of the session's. */
  private record Inside(CellHost session, Variables variables) implements CellHost {
    @Override
    public Map<String, Object> builtins() {
      return session.builtins();
    }

    @Override
    public Modules modules() {
      return session.modules();
    }

    @Override
    public Class<?> type(String name) {
      return null;
    }

    @Override
    public Set<String> typeNames() {
      return Set.of();
    }
  }

  private final CellHost session;
  private final Compiler compiler;
  private final Map<String, Namespace> loaded = new LinkedHashMap<>();

  SourceModules(CellHost session, Compiler compiler) {
    this.session = session;
    this.compiler = compiler;
  }

  @Override
  public synchronized Optional<Namespace> find(String path) {
    Namespace known = loaded.get(path);
    if (known != null || !path.matches("\\w+(\\.\\w+)*")) {
      return Optional.ofNullable(known);
    }
    Optional<String> text = text(path);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Namespace module = new Namespace(path);
    loaded.put(path, module);
    boolean whole = false;
    try {
      run(path, text.get(), module);
      whole = true;
      return Optional.of(module);
    } finally {
      if (!whole) {
        loaded.remove(path);
      }
    }
  }

  /** The modules of Python's own library that come with Nyala, and files in the working folder. */
  Set<String> names() {
    Set<String> all = Library.names(Set.of());
    try (var files = Files.list(Opener.path("."))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.matches("[A-Za-z]\\w*\\.py"))
          .forEach(name -> all.add(name.substring(0, name.length() - 3)));
    } catch (IOException e) {
      // A folder that cannot be read holds no modules.
    }
    return all;
  }

  /** A module that comes with Nyala, or one that is loaded already: a user's file is not run. */
  synchronized Optional<Namespace> shipped(String path) {
    boolean own = SourceModules.class.getResource("lib/" + path + ".py") != null;
    return own ? find(path) : Optional.ofNullable(loaded.get(path));
  }

  @Override
  public PyScript compile(String text, boolean expression, Variables names) {
    if (expression) {
      PyParser.requireExpression(text);
    }
    return compiler.compile(text, "evaluated", new Inside(session, names));
  }

  private void run(String path, String text, Namespace module) {
    Variables variables = new Variables();
    variables.put("__name__", path);
    String className = "module_" + path.replace('.', '_');
    try {
      compiler.compile(text, className, new Inside(session, variables)).run();
    } catch (CellSyntaxError e) {
      throw Module.error(
          "SyntaxError", e.getMessage() + " (" + path + ".py, line " + e.line() + ")");
    }
    for (String name : variables.keySet()) {
      module.property(name, () -> variables.get(name));
    }
  }

  private static Optional<String> text(String path) {
    try (InputStream in = SourceModules.class.getResourceAsStream("lib/" + path + ".py")) {
      if (in != null) {
        return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
      String stem = path.replace('.', '/');
      for (String name : new String[] {stem + ".py", stem + "/__init__.py"}) {
        Path file = Opener.path(name);
        if (Files.isRegularFile(file)) {
          return Optional.of(Files.readString(file));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
