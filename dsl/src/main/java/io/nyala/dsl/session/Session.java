package io.nyala.dsl.session;

import groovy.lang.GroovySystem;
import io.nyala.dsl.lang.CellFunction;
import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.lang.CompiledCell;
import io.nyala.dsl.lang.GroovyLanguage;
import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.names.Builtins;
import io.nyala.dsl.names.Modules;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A person's work in progress: cells run one after another and share variables, functions, classes
 * and imports. The kernel, the command line and the notebook runner all run cells here.
 *
 * <p>One cell runs at a time; {@link #interrupt} may be called from any thread.
 */
public final class Session implements AutoCloseable {
  private final Map<String, Object> variables = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, Class<?>> types = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Map<String, Object> builtins = new LinkedHashMap<>();
  private final Modules modules = Modules.standard();
  private final Renderers renderers = Renderers.standard();
  private final Sources sources = new Sources();
  private final CellThread thread = new CellThread();
  private final CellLanguage language;
  private final Assistant assistant;
  private int count;
  private boolean closed;

  /** A new session with the names of every module's provider bound. */
  public Session() {
    Host host = new Host();
    language = new GroovyLanguage(host, Session.class.getClassLoader());
    assistant = new Assistant(host, language);
    builtins.putAll(Builtins.all());
    builtins.putAll(new SessionBuiltins(renderers).all());
    modules
        .atStart()
        .forEach((name, path) -> modules.find(path).ifPresent(it -> variables.put(name, it)));
    OutputRouter.acquire();
  }

  /** What cells see of this session. */
  private final class Host implements CellHost {
    @Override
    public Map<String, Object> variables() {
      return variables;
    }

    @Override
    public Map<String, Object> builtins() {
      return builtins;
    }

    @Override
    public Modules modules() {
      return modules;
    }

    @Override
    public Class<?> type(String name) {
      return types.get(name);
    }

    @Override
    public Set<String> typeNames() {
      synchronized (types) {
        return Set.copyOf(types.keySet());
      }
    }
  }

  /** Runs a cell named by its number. */
  public Outcome run(String code, Frontend frontend) {
    return run(code, "In [" + (count + 1) + "]", frontend);
  }

  /**
   * Runs a cell; whatever it does, an outcome comes back.
   *
   * @param cellName what its lines are called in a traceback, such as {@code In [3]} or a file's
   *     name
   */
  public synchronized Outcome run(String code, String cellName, Frontend frontend) {
    CellOutput output = new CellOutput(frontend);
    Sources.Cell cell = sources.add(++count, cellName, code);
    try {
      return thread.run(() -> runHere(cell, output), output, this::interrupted);
    } finally {
      output.flush();
    }
  }

  private Outcome interrupted() {
    return failure(new KeyboardInterrupt());
  }

  private Outcome runHere(Sources.Cell cell, CellOutput output) {
    OutputRouter.enter(output);
    Display.use(output);
    try {
      Object value = evaluate(cell);
      System.out.flush();
      output.finish(value);
      return shown(value);
    } catch (Throwable e) {
      Outcome failure = failure(e);
      finishQuietly(output);
      return failure;
    } finally {
      Display.use(null);
      OutputRouter.leave();
    }
  }

  /** The cell has failed already; that a figure of it cannot be drawn is no news. */
  private static void finishQuietly(CellOutput output) {
    try {
      output.finish(null);
    } catch (Throwable e) {
      System.err.println(e);
    }
  }

  private Outcome failure(Throwable error) {
    return Failures.of(error, sources);
  }

  private Object evaluate(Sources.Cell cell) {
    CompiledCell compiled = language.compile(cell.code(), cell.sourceName());
    compiled.types().forEach(this::declare);
    compiled.onSuccess().run();
    if (compiled.script() == null) {
      return null;
    }
    for (String name : compiled.functions()) {
      variables.put(name, CellFunction.of(compiled.script(), name));
    }
    return compiled.script().run();
  }

  private void declare(String name, Class<?> type) {
    Class<?> before = types.put(name, type);
    if (before != null) {
      GroovySystem.getMetaClassRegistry().removeMetaClass(before);
    }
  }

  private Outcome shown(Object value) {
    if (value == null) {
      return new Outcome.Value(null, null);
    }
    variables.put("_", value);
    return new Outcome.Value(value, renderers.render(value));
  }

  /** Has the running cell end as {@code KeyboardInterrupt}; does nothing when none runs. */
  public void interrupt() {
    thread.interrupt();
  }

  /** The variables, live. */
  public Map<String, Object> variables() {
    return variables;
  }

  /** The classes that cells declared, by name. */
  public Map<String, Class<?>> types() {
    return Collections.unmodifiableMap(types);
  }

  /** How values are shown; renderers may be added. */
  public Renderers renderers() {
    return renderers;
  }

  /** The modules that imports reach; more may be registered. */
  public Modules modules() {
    return modules;
  }

  /** Forgets variables, functions, classes and imports. */
  public synchronized void reset() {
    variables.clear();
    types.clear();
    if (language instanceof GroovyLanguage groovy) {
      groovy.reset();
    }
    modules
        .atStart()
        .forEach((name, path) -> modules.find(path).ifPresent(it -> variables.put(name, it)));
  }

  /** Gives a script its arguments, as {@code args}. */
  public void setArguments(List<String> args) {
    variables.put("args", List.copyOf(args));
  }

  /** What may stand at the cursor. */
  public Completions complete(String code, int cursor) {
    return assistant.complete(code, cursor);
  }

  /** Help on what stands at the cursor. */
  public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    return assistant.inspect(code, cursor, detailLevel);
  }

  /** Whether code can run as it stands. */
  public Completeness isComplete(String code) {
    return assistant.isComplete(code);
  }

  /** Loads and exercises the compiler in the background, so that the first cell need not wait. */
  public void warmUp() {
    Thread warmer = new Thread(this::compileSomething, "nyala-warm-up");
    warmer.setDaemon(true);
    warmer.start();
  }

  private void compileSomething() {
    try (Session other = new Session()) {
      other.run("def f(x) { x + 1 }\n[1, 2].collect { f(it) }", new SilentFrontend());
    }
  }

  private static final class SilentFrontend implements Frontend {
    @Override
    public void stream(Stream stream, String text) {}

    @Override
    public void display(MimeBundle bundle, String displayId) {}

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {}

    @Override
    public void clearOutput(boolean wait) {}

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
      throw new IOException("No one to ask");
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      thread.close();
      OutputRouter.release();
    }
  }
}
