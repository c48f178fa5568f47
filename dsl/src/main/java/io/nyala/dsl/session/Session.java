package io.nyala.dsl.session;

import groovy.lang.GroovySystem;
import io.nyala.dsl.lang.CellFunction;
import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.lang.CompiledCell;
import io.nyala.dsl.lang.GroovyLanguage;
import io.nyala.dsl.lang.Interrupts;
import io.nyala.dsl.lang.KeyboardInterrupt;
import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.look.Nyala;
import io.nyala.dsl.magic.MagicHelp;
import io.nyala.dsl.magic.MagicText;
import io.nyala.dsl.magic.Magics;
import io.nyala.dsl.names.Modules;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.builtins.Builtins;
import io.nyala.dsl.python.PythonLanguage;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Renderers;
import io.nyala.dsl.show.Tqdm;
import io.nyala.dsl.widgets.WidgetDoor;
import io.nyala.dsl.widgets.Widgets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * A person's work in progress: cells run one after another and share variables, functions, classes
 * and imports. The kernel, the command line and the notebook runner all run cells here.
 *
 * <p>One cell runs at a time; {@link #interrupt} may be called from any thread.
 */
public final class Session implements AutoCloseable {
  private final Variables variables = new Variables();
  private final Map<String, Class<?>> types = Collections.synchronizedMap(new LinkedHashMap<>());
  private final Cells cells = new Cells();
  private final Map<String, Object> builtins = cells.new Names();
  private final Modules modules = Modules.standard();
  private final Renderers renderers = Renderers.standard();
  private final Sources sources = new Sources();
  private final LibraryLoader libraries = new LibraryLoader(Session.class.getClassLoader());
  private final CellThread thread = new CellThread(libraries);
  private final SessionMagics magics = new SessionMagics(this, cells, libraries);
  private final Map<String, CellLanguage> languages = new LinkedHashMap<>();
  private final Map<String, Object> initial = new LinkedHashMap<>();
  private final Map<String, Assistant> assistants = new LinkedHashMap<>();
  private volatile CellLanguage language;
  private volatile Sources.Cell running;
  private Widgets widgets;
  private volatile boolean closed;

  static {
    // Libraries log to nobody here; that nobody listens is no news for the person at the notebook.
    if (System.getProperty("slf4j.internal.verbosity") == null) {
      System.setProperty("slf4j.internal.verbosity", "ERROR");
    }
  }

  /** A new session with the names of every module's provider bound. */
  public Session() {
    CellHost host = new SessionHost(variables, builtins, modules, types);
    add(host, new PythonLanguage(host, libraries));
    language = new GroovyLanguage(host, libraries);
    add(host, language);
    builtins.putAll(Builtins.all());
    builtins.putAll(cells.names());
    Map<String, Object> ofTheScreen = new SessionBuiltins(renderers).all();
    builtins.putAll(ofTheScreen);
    modules.register("IPython.display", () -> Namespace.of("IPython.display", ofTheScreen));
    modules.register("nyala", () -> Nyala.names(renderers));
    modules.bindAtStart("nyala", "nyala");
    modules.register("ipywidgets", () -> widgets().names());
    Tqdm.modules().forEach(name -> modules.register(name, () -> Tqdm.names(name)));
    builtins.putAll(WidgetDoor.all(this::widgets));
    builtins.put(MagicText.FUNCTION, magics.function(MagicText.FUNCTION));
    bindInitial();
    OutputRouter.acquire();
  }

  private void add(CellHost host, CellLanguage each) {
    languages.put(each.name(), each);
    assistants.put(each.name(), new Assistant(host, each, sources::code));
  }

  /**
   * Chooses the language of cells that do not choose their own by {@code %%python} or {@code
   * %%groovy}.
   *
   * @param name {@code groovy} or {@code python}
   */
  public void setLanguage(String name) {
    CellLanguage found = languages.get(name);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cells are written in one of " + languages.keySet() + "; received '" + name + "'");
    }
    language = found;
  }

  private Assistant assistant() {
    return assistants.get(language.name());
  }

  /** Runs a cell named by its number. */
  public Outcome run(String code, Frontend frontend) {
    return run(code, cells.nextName(), frontend);
  }

  /**
   * Runs a cell; whatever it does, an outcome comes back.
   *
   * @param cellName what its lines are called in a traceback, such as {@code In [3]} or a file's
   *     name
   */
  public synchronized Outcome run(String code, String cellName, Frontend frontend) {
    CellOutput output = new CellOutput(frontend);
    Sources.Cell cell = sources.add(cellName, code);
    boolean numbered = cells.begin(cellName, code);
    running = cell;
    try {
      return thread.run(() -> runHere(cell, output, numbered), output, this::interrupted);
    } finally {
      output.flush();
    }
  }

  private Outcome interrupted() {
    return failure(new KeyboardInterrupt());
  }

  /**
   * Runs code that no one typed, such as a widget's callback, as a cell runs; no one sees a value.
   */
  synchronized Outcome call(Runnable code, Frontend frontend) {
    CellOutput output = new CellOutput(frontend);
    try {
      return thread.run(() -> callHere(code, output), output, this::interrupted);
    } finally {
      output.flush();
    }
  }

  private Outcome callHere(Runnable code, CellOutput output) {
    return within(
        output,
        () -> {
          code.run();
          System.out.flush();
          output.finish(null);
          return new Outcome.Value(null, null);
        });
  }

  private Outcome runHere(Sources.Cell cell, CellOutput output, boolean numbered) {
    return within(
        output,
        () -> {
          Object value = evaluate(cell);
          System.out.flush();
          output.finish(value);
          if (numbered && value != null) {
            cells.end(value, variables);
          }
          return new Outcome.Value(value, value == null ? null : renderers.render(value));
        });
  }

  private Outcome within(CellOutput output, Callable<Outcome> work) {
    OutputRouter.enter(output);
    Display.use(output);
    try {
      return work.call();
    } catch (Throwable e) {
      // What stopped the cell must not stop what is left to show of it.
      Interrupts.heed();
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

  Outcome failure(Throwable error) {
    return Failures.of(error, sources);
  }

  private Object evaluate(Sources.Cell cell) {
    MagicText.Cell magic = MagicText.cell(cell.code());
    return magic == null ? run(prepare(cell, language)) : magics.magics().runCell(magic, magics);
  }

  /** Runs code as part of the running cell; in the session's own language if none is given. */
  Object evaluate(String code, String shownName, CellLanguage given) {
    Sources.Cell cell = sources.add(shownName, code);
    return given == null ? evaluate(cell) : run(prepare(cell, given));
  }

  /** Compiles code that is to run many times. */
  Callable<Object> compile(String code) {
    CompiledCell ready = prepare(sources.add(cellName(), code), language);
    define(ready);
    return ready.script() == null ? () -> null : ready.script()::run;
  }

  private CompiledCell prepare(Sources.Cell cell, CellLanguage of) {
    MagicText.Result text = withoutMagics(cell.code(), of);
    for (MagicText.Early each : text.early()) {
      magics.runEarly(each, cell);
    }
    return of.compile(text.code(), cell.sourceName());
  }

  private MagicText.Result withoutMagics(String code, CellLanguage of) {
    return MagicText.lines(code, of, magics.magics()::isEarly, this::isKnown);
  }

  private boolean isKnown(String name) {
    return variables.containsKey(name) || types.containsKey(name);
  }

  private Object run(CompiledCell cell) {
    define(cell);
    return cell.script() == null ? null : cell.script().run();
  }

  private void define(CompiledCell cell) {
    cell.types().forEach(this::declare);
    cell.onSuccess().run();
    for (String name : cell.functions()) {
      variables.put(name, CellFunction.of(cell.script(), name));
    }
  }

  /** What error messages call the running cell. */
  String cellName() {
    return running == null ? "In []" : running.shownName();
  }

  private void declare(String name, Class<?> type) {
    Class<?> before = types.put(name, type);
    if (before != null) {
      GroovySystem.getMetaClassRegistry().removeMetaClass(before);
    }
  }

  /** Has the running cell end as {@code KeyboardInterrupt}; false when none runs. */
  public boolean interrupt() {
    return thread.interrupt();
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
    forget();
  }

  /** The same for the running cell, on whose thread nothing else runs. */
  void forget() {
    variables.clear();
    types.clear();
    cells.forgetValues();
    if (languages.get("groovy") instanceof GroovyLanguage groovy) {
      groovy.reset();
    }
    bindInitial();
  }

  private void bindInitial() {
    initial.clear();
    modules
        .atStart()
        .forEach((name, path) -> modules.find(path).ifPresent(it -> initial.put(name, it)));
    variables.putAll(initial);
  }

  /** Whether a variable is what every session starts with. */
  boolean isInitial(String name, Object value) {
    return initial.get(name) == value && value != null;
  }

  /** Classes that were looked for in vain may be there now. */
  void classPathChanged() {
    if (languages.get("groovy") instanceof GroovyLanguage groovy) {
      groovy.classPathChanged();
    }
  }

  /** The languages that {@code %%groovy} and its like reach, by name; more may be put here. */
  public Map<String, CellLanguage> languages() {
    return languages;
  }

  /** The magics; more may be added. */
  public Magics magics() {
    return magics.magics();
  }

  /** The widgets, which are there once someone asks for them. */
  public Widgets widgets() {
    synchronized (modules) {
      if (widgets == null) {
        widgets = new Widgets(new SessionWidgets(this), renderers);
      }
      return widgets;
    }
  }

  /** Gives a script its arguments, as {@code args}. */
  public void setArguments(List<String> args) {
    variables.put("args", List.copyOf(args));
  }

  /** What may stand at the cursor. */
  public Completions complete(String code, int cursor) {
    return MagicHelp.complete(code, cursor, magics())
        .orElseGet(() -> assistant().complete(code, cursor));
  }

  /** Help on what stands at the cursor. */
  public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
    return MagicHelp.inspect(code, cursor, magics())
        .or(() -> assistant().inspect(code, cursor, detailLevel));
  }

  /** Whether code can run as it stands. */
  public Completeness isComplete(String code) {
    return MagicHelp.isComplete(code)
        .orElseGet(() -> assistant().isComplete(withoutMagics(code, language).code()));
  }

  /** Loads the compiler, which may go on while a session is made. */
  public static void loadCompiler() {
    CellHost host = new SessionHost(new Variables(), Map.of(), new Modules(), Map.of());
    Namespace sample = new Namespace("sample");
    sample.function("f", (given, named) -> List.of());
    host.variables().put("sample", sample);
    new GroovyLanguage(host, Session.class.getClassLoader())
        .compile("sample.f(1, k: 2)\nsample.f(sample.f([1]))", "Sample")
        .script()
        .run();
  }

  /** Loads and exercises the compiler in the background, so that the first cell need not wait. */
  public void warmUp() {
    WarmUp.start(language.name(), () -> running == null && !closed);
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
