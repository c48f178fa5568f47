package io.nyala.dsl.python;

import io.nyala.dsl.lang.CellClasses;
import io.nyala.dsl.lang.CellHost;
import io.nyala.dsl.lang.CellLanguage;
import io.nyala.dsl.lang.CellScript;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.CompiledCell;
import io.nyala.dsl.lang.SimpleCell;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.modules.Signatures.Signature;
import io.nyala.dsl.python.compile.PyCompiler;
import io.nyala.dsl.python.modules.Library;
import io.nyala.dsl.python.run.About;
import io.nyala.dsl.python.run.Builtins;
import io.nyala.dsl.python.run.Dir;
import io.nyala.dsl.python.run.Globals;
import io.nyala.dsl.python.run.PyClass;
import io.nyala.dsl.python.run.PyScript;
import io.nyala.dsl.python.syntax.IncompleteCell;
import io.nyala.dsl.python.syntax.PyParser;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Python cells: text → tokens → tree → the bytes of a class. */
public final class PythonLanguage implements CellLanguage {
  private static final String STEP = "    ";

  private final CellHost host;
  private final ClassLoader parent;
  private final SourceModules modules;

  /**
   * The language for one session.
   *
   * @param parent finds the classes that cells may use
   */
  public PythonLanguage(CellHost host, ClassLoader parent) {
    this.host = host;
    this.parent = parent;
    modules =
        new SourceModules(host, (code, name, inside) -> script(PyParser.parse(code), name, inside));
  }

  /** Gives scripts of this program their {@code sys.argv}: the script, then its arguments. */
  public static void setArguments(String script, List<String> arguments) {
    Library.find("sys")
        .map(Namespace.class::cast)
        .ifPresent(
            sys -> {
              List<Object> all = new ArrayList<>(List.of(script));
              all.addAll(arguments);
              sys.define("argv", all);
            });
  }

  @Override
  public String name() {
    return "python";
  }

  @Override
  public CompiledCell compile(String text, String sourceName) {
    String code = outdented(text);
    List<Stmt> body = PyParser.parse(isQuiet(code) ? code + "\nNone" : code);
    SimpleCell.Term simple = SimplePython.read(body);
    return simple == null
        ? new CompiledCell(script(body, sourceName, host), Map.of(), Set.of(), () -> {})
        : SimpleCell.of(host, simple, SimplePython::add, () -> script(body, sourceName, host));
  }

  /** As in IPython, code that was copied out of a block loses the indentation of its first line. */
  private static String outdented(String code) {
    String indent = code.substring(0, code.length() - code.stripLeading().length());
    if (indent.isEmpty() || indent.contains("\n")) {
      return code;
    }
    return code.substring(indent.length()).replace("\n" + indent, "\n");
  }

  /** As in IPython, a semicolon at the end keeps a cell's value to itself. */
  private static boolean isQuiet(String code) {
    String all = code.stripTrailing();
    return all.endsWith(";") && all.lastIndexOf('#') <= all.lastIndexOf('\n');
  }

  private PyScript script(List<Stmt> body, String className, CellHost owner) {
    PyCompiler.Result result = PyCompiler.compile(body, className);
    Class<? extends CellScript> type = CellClasses.define(parent, owner, className, result.bytes());
    try {
      PyScript script = (PyScript) type.getDeclaredConstructor().newInstance();
      script.prepare(
          new Globals(owner, modules), result.codes(), result.constants(), result.names());
      return script;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A compiled cell could not be made", e);
    }
  }

  @Override
  public List<String> keywords() {
    return PyParser.KEYWORDS.stream().sorted().toList();
  }

  @Override
  public Map<String, Object> builtins() {
    return Builtins.all();
  }

  @Override
  public Optional<Map<String, String>> members(Object value) {
    return Dir.members(value);
  }

  @Override
  public Optional<Object> member(Object value, String name) {
    return About.member(value, name);
  }

  @Override
  public boolean isClass(Object value) {
    return value instanceof PyClass;
  }

  @Override
  public Optional<Signature> signature(Object value) {
    return About.signature(value);
  }

  @Override
  public Optional<String> help(Object value, int detailLevel, Function<String, String> cells) {
    return About.knows(value) || value instanceof Signature
        ? Optional.of(PythonHelp.of(value, detailLevel, cells))
        : Optional.empty();
  }

  @Override
  public Set<String> moduleNames() {
    return modules.names();
  }

  @Override
  public Optional<Namespace> module(String path) {
    return modules.names().contains(path)
        ? Library.find(path).map(Namespace.class::cast).or(() -> modules.shipped(path))
        : Optional.empty();
  }

  @Override
  public String sample(int number) {
    return "def f(x):\n    return x + " + number + "\n[f(it) for it in range(3)]";
  }

  @Override
  public Progress progress(String text) {
    String code = outdented(text);
    String[] lines = code.split("\n", -1);
    String last = lines[lines.length - 1];
    String indent = indent(last);
    try {
      PyParser.parse(code);
    } catch (IncompleteCell e) {
      return new Progress(State.INCOMPLETE, indent);
    } catch (CellSyntaxError e) {
      return isContinued(code)
          ? new Progress(State.INCOMPLETE, indent)
          : new Progress(State.INVALID, "");
    }
    boolean inBlock = !last.isBlank() && Character.isWhitespace(last.charAt(0));
    if (inBlock || code.stripTrailing().endsWith(":")) {
      return new Progress(State.INCOMPLETE, indent);
    }
    return new Progress(State.COMPLETE, "");
  }

  /** Whether a backslash joins the next line to a last one that is right so far. */
  private static boolean isContinued(String code) {
    if (!code.endsWith("\\")) {
      return false;
    }
    try {
      PyParser.parse(code + "\n0");
      return true;
    } catch (CellSyntaxError e) {
      return e instanceof IncompleteCell;
    }
  }

  /** The indentation of the line that follows this one. */
  private static String indent(String last) {
    String own = last.substring(0, last.length() - last.stripLeading().length());
    String code = last.strip().replaceFirst("\\s*#.*$", "");
    if (code.matches(".*[:(\\[{]")) {
      return own + STEP;
    }
    return own;
  }
}
