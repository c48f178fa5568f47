package io.nyala.dsl.python;

import io.nyala.dsl.lang.CellClasses;
import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.lang.CellScript;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.CompiledCell;
import io.nyala.dsl.python.compile.PyCompiler;
import io.nyala.dsl.python.run.PyScript;
import io.nyala.dsl.python.syntax.IncompleteCell;
import io.nyala.dsl.python.syntax.PyParser;
import java.util.Map;
import java.util.Set;

/** Python cells: text → tokens → tree → the bytes of a class. */
public final class PythonLanguage implements CellLanguage {
  private static final String STEP = "    ";

  private final CellHost host;
  private final ClassLoader parent;

  /**
   * The language for one session.
   *
   * @param parent finds the classes that cells may use
   */
  public PythonLanguage(CellHost host, ClassLoader parent) {
    this.host = host;
    this.parent = parent;
  }

  @Override
  public String name() {
    return "python";
  }

  @Override
  public CompiledCell compile(String code, String sourceName) {
    PyCompiler.Result result = PyCompiler.compile(code, sourceName);
    Class<? extends CellScript> type = CellClasses.define(parent, host, sourceName, result.bytes());
    try {
      PyScript script = (PyScript) type.getDeclaredConstructor().newInstance();
      script.prepare(host, result.codes(), result.constants());
      return new CompiledCell(script, Map.of(), Set.of(), () -> {});
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A compiled cell could not be made", e);
    }
  }

  @Override
  public Progress progress(String code) {
    String[] lines = code.split("\n", -1);
    String last = lines[lines.length - 1];
    String indent = last.substring(0, last.length() - last.stripLeading().length());
    try {
      PyParser.parse(code);
    } catch (IncompleteCell e) {
      boolean opens = last.stripTrailing().endsWith(":");
      return new Progress(State.INCOMPLETE, opens ? indent + STEP : indent);
    } catch (CellSyntaxError e) {
      return new Progress(State.INVALID, "");
    }
    boolean inBlock = !indent.isEmpty() && !last.isBlank();
    if (inBlock || code.stripTrailing().endsWith(":")) {
      return new Progress(State.INCOMPLETE, indent);
    }
    return new Progress(State.COMPLETE, "");
  }
}
