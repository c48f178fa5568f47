package io.nyala.dsl.session;

import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.magic.Captured;
import io.nyala.dsl.magic.HelpQuestion;
import io.nyala.dsl.magic.MagicContext;
import io.nyala.dsl.magic.MagicText;
import io.nyala.dsl.magic.Magics;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/** A session as its magics see it. */
final class SessionMagics implements MagicContext {
  private final Session session;
  private final Cells cells;
  private final Magics magics = Magics.standard();
  private final Map<String, String> environment = new ConcurrentHashMap<>();
  private final LibraryLoader libraries;

  SessionMagics(Session session, Cells cells, LibraryLoader libraries) {
    this.session = session;
    this.cells = cells;
    this.libraries = libraries;
  }

  /** The built-in that a cell's line magics call. */
  BuiltinFunction function(String name) {
    return new BuiltinFunction(
        name,
        (given, named) ->
            magics.runLine(String.valueOf(given.get(0)), String.valueOf(given.get(1)), this));
  }

  private static CellOutput output() {
    CellOutput output = OutputRouter.current();
    if (output == null) {
      throw new PyError("RuntimeError", "this works only while a cell runs");
    }
    return output;
  }

  @Override
  public Map<String, Object> variables() {
    return session.variables();
  }

  @Override
  public Map<String, Object> userVariables() {
    Map<String, Object> own = new TreeMap<>();
    synchronized (variables()) {
      variables()
          .forEach(
              (name, value) -> {
                if (!name.startsWith("_") && !session.isInitial(name, value)) {
                  own.put(name, value);
                }
              });
    }
    return own;
  }

  @Override
  public Object run(String code) {
    return run(code, session.cellName());
  }

  @Override
  public Object run(String code, String shownName) {
    return session.evaluate(code, shownName, null);
  }

  @Override
  public Object runIn(String language, String code) {
    return runIn(language, code, session.cellName());
  }

  @Override
  public Object runIn(String language, String code, String shownName) {
    CellLanguage found = language == null ? null : session.languages().get(language);
    if (found == null && language != null) {
      throw new PyError(
          "UsageError",
          "cells here cannot be written in "
              + language
              + "; there is "
              + String.join(", ", session.languages().keySet()));
    }
    return session.evaluate(code, shownName, found);
  }

  @Override
  public Callable<Object> compile(String code) {
    return session.compile(code);
  }

  @Override
  public Captured capture(Callable<Object> code) throws Exception {
    CellOutput outer = output();
    CaptureFrontend frontend = new CaptureFrontend(outer.frontend());
    CellOutput inner = new CellOutput(frontend);
    OutputRouter.enter(inner);
    try {
      Object value = code.call();
      System.out.flush();
      if (value != null) {
        inner.display(session.renderers().render(value), null);
      }
    } finally {
      inner.flush();
      OutputRouter.enter(outer);
    }
    return frontend.captured(this);
  }

  @Override
  public void display(MimeBundle bundle) {
    output().display(bundle, null);
  }

  /** What goes wrong before there is compiled code happened on the magic's line all the same. */
  void runEarly(MagicText.Early magic, Sources.Cell cell) {
    try {
      magics().runLine(magic.name(), magic.argument(), this);
    } catch (RuntimeException | Error e) {
      List<StackTraceElement> frames = new ArrayList<>(List.of(e.getStackTrace()));
      frames.add(0, new StackTraceElement("Cell", "run", cell.sourceName(), magic.line()));
      e.setStackTrace(frames.toArray(StackTraceElement[]::new));
      throw e;
    }
  }

  @Override
  public String ask(String prompt) throws IOException {
    output().flush();
    return output().frontend().readLine(prompt, false);
  }

  @Override
  public void reset() {
    session.forget();
  }

  @Override
  public Map<Integer, String> inputs() {
    return cells.texts();
  }

  @Override
  public Map<?, ?> outputs() {
    return (Map<?, ?>) cells.names().get("Out");
  }

  @Override
  public void addToClassPath(Path jarOrFolder) {
    libraries.add(jarOrFolder);
    session.classPathChanged();
  }

  @Override
  public List<Path> classPath() {
    return libraries.paths();
  }

  @Override
  public void explain(HelpQuestion question) {
    String subject = question.subject();
    CellOutput output = output();
    session
        .inspect(subject, subject.length(), question.detailLevel())
        .ifPresentOrElse(output::page, () -> System.err.println(question.unknown()));
  }

  @Override
  public boolean offer(String code) {
    return output().frontend().offerCell(code);
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Magics magics() {
    return magics;
  }

  /** Keeps what a cell shows. */
  private static final class CaptureFrontend implements Frontend {
    private final Frontend outer;
    private final StringBuilder out = new StringBuilder();
    private final StringBuilder err = new StringBuilder();
    private final List<MimeBundle> displays = new ArrayList<>();
    private final Map<String, Integer> places = new LinkedHashMap<>();

    CaptureFrontend(Frontend outer) {
      this.outer = outer;
    }

    @Override
    public synchronized void stream(Stream stream, String text) {
      (stream == Stream.STDOUT ? out : err).append(text);
    }

    @Override
    public synchronized void display(MimeBundle bundle, String displayId) {
      if (displayId != null) {
        places.put(displayId, displays.size());
      }
      displays.add(bundle);
    }

    @Override
    public synchronized void updateDisplay(MimeBundle bundle, String displayId) {
      Integer place = places.get(displayId);
      if (place != null) {
        displays.set(place, bundle);
      }
    }

    @Override
    public synchronized void clearOutput(boolean wait) {
      out.setLength(0);
      err.setLength(0);
      displays.clear();
      places.clear();
    }

    @Override
    public String readLine(String prompt, boolean password) throws IOException {
      return outer.readLine(prompt, password);
    }

    @Override
    public boolean isRich() {
      return outer.isRich();
    }

    @Override
    public Optional<Comms> comms() {
      return outer.comms();
    }

    synchronized Captured captured(MagicContext session) {
      return new Captured(out.toString(), err.toString(), List.copyOf(displays), session);
    }
  }
}
