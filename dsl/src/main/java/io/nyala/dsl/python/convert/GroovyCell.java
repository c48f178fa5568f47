package io.nyala.dsl.python.convert;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.PyParser;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A Python cell as a Groovy cell. Statements that read the same in both are kept as they are
 * written; blocks get braces; a cell with something that Groovy cells do not have stays Python,
 * under {@code %%python}. Comments stay where they are.
 */
public final class GroovyCell {
  private final String[] lines;
  private final Predicate<String> modules;
  private final Kinds kinds;
  private final GroovyExpressions expressions;
  private final StringBuilder out = new StringBuilder();
  private final Set<String> undeclared = new LinkedHashSet<>();
  private int next = 1;
  private int depth;
  private boolean inFunction;
  private String bodyIndent = "";

  private GroovyCell(String code, Predicate<String> modules, Kinds kinds) {
    this.kinds = kinds;
    this.expressions = new GroovyExpressions(kinds);
    this.lines = code.split("\n", -1);
    this.modules = modules;
  }

  /**
   * Converts a cell.
   *
   * @param modules tells whether Groovy cells can import a module of this name
   * @param kinds what the names of the notebook hold
   */
  public static String of(String code, Predicate<String> modules, Kinds kinds) {
    if (code.isBlank() || code.stripLeading().startsWith("%%")) {
      return code;
    }
    try {
      List<Stmt> body = PyParser.parse(Kinds.plain(code));
      GroovyCell cell = new GroovyCell(code, modules, kinds);
      cell.all(body, cell.lines.length + 1, "");
      cell.comments(cell.lines.length + 1);
      return cell.out.toString().stripTrailing();
    } catch (Unconvertible | CellSyntaxError e) {
      return "%%python\n" + code;
    }
  }

  /** Writes what stands before a line and belongs to no statement: comments and empty lines. */
  private void comments(int line) {
    while (next < line && next <= lines.length) {
      String text = lines[next - 1];
      String plain = text.strip();
      if (plain.isEmpty() || plain.startsWith("#") || plain.matches("[%!].*")) {
        out.append(commented(text)).append('\n');
      }
      next++;
    }
  }

  private static String commented(String line) {
    return line.replaceFirst("^(\\s*)#", "$1//");
  }

  private void all(List<Stmt> body, int end, String indent) {
    for (int i = 0; i < body.size(); i++) {
      int until = i + 1 < body.size() ? body.get(i + 1).line() : end;
      if (i + 1 < body.size() && until == body.get(i).line()) {
        throw new Unconvertible("several statements on a line");
      }
      comments(body.get(i).line());
      write(body.get(i), until, indent);
    }
  }

  private void write(Stmt statement, int end, String indent) {
    if (statement instanceof Stmt.If it) {
      condition(it, end, indent, indent);
    } else if (statement instanceof Stmt.While it) {
      plainLoop(it.otherwise());
      open(indent + "while (" + expressions.condition(it.test()) + ") {", it.line());
      block(it.body(), end, indent);
    } else if (statement instanceof Stmt.For it) {
      plainLoop(it.otherwise());
      loop(it, end, indent);
    } else if (statement instanceof Stmt.Function it) {
      function(it, end, indent);
    } else {
      simple(statement, end, indent);
    }
  }

  private void loop(Stmt.For it, int end, String indent) {
    boolean several = it.target() instanceof Expr.TupleOf;
    if (!several && !(it.target() instanceof Expr.Name)) {
      throw new Unconvertible("loop over parts");
    }
    String name = several ? "each" + (depth++ == 0 ? "" : depth) : expressions.of(it.target());
    if (!several && expressions.isTaken(((Expr.Name) it.target()).id())) {
      throw new Unconvertible("a loop over a variable of the function");
    }
    open(indent + "for (" + name + " in " + expressions.source(it.source()) + ") {", it.line());
    if (several) {
      out.append(indentOf(it.body().get(0)))
          .append(inFunction ? "def " : "")
          .append(Names.of((Expr.TupleOf) it.target()))
          .append(" = ")
          .append(name)
          .append('\n');
    }
    block(it.body(), end, indent);
    depth -= several ? 1 : 0;
  }

  private static void plainLoop(List<Stmt> otherwise) {
    if (!otherwise.isEmpty()) {
      throw new Unconvertible("else of a loop");
    }
  }

  /** Writes the head of a block, with the comment beside it. */
  private void open(String head, int line) {
    String comment = trailing(lines[line - 1]);
    out.append(head).append(comment.isEmpty() ? "" : "  " + comment).append('\n');
    next = line + 1;
  }

  private void block(List<Stmt> body, int end, String indent) {
    if (body.get(0).line() < next) {
      throw new Unconvertible("block on one line");
    }
    String inside = indentOf(body.get(0));
    all(body, end, inside);
    out.append(indent).append("}\n");
  }

  private String indentOf(Stmt statement) {
    String line = lines[statement.line() - 1];
    return line.substring(0, line.length() - line.stripLeading().length());
  }

  private void condition(Stmt.If it, int end, String indent, String before) {
    open(before + "if (" + expressions.condition(it.test()) + ") {", it.line());
    int then = it.otherwise().isEmpty() ? end : otherwise(it, end, indent);
    block(it.then(), then, indent);
    if (it.otherwise().isEmpty()) {
      return;
    }
    out.setLength(out.length() - 1);
    if (it.otherwise().size() == 1
        && it.otherwise().get(0) instanceof Stmt.If chained
        && lines[chained.line() - 1].strip().startsWith("elif")) {
      condition(chained, end, indent, " else ");
      return;
    }
    open(" else {", then);
    block(it.otherwise(), end, indent);
  }

  /** The line of the {@code else} or {@code elif} that belongs to an {@code if}. */
  private int otherwise(Stmt.If it, int end, String indent) {
    int line = it.otherwise().get(0).line();
    boolean chained = lines[line - 1].strip().startsWith("elif");
    while (!chained && line > it.line() && !lines[line - 1].matches(indent + "else\\s*:.*")) {
      line--;
    }
    return line;
  }

  private void function(Stmt.Function it, int end, String indent) {
    Expr.Parameters given = it.parameters();
    boolean plain =
        it.decorators().isEmpty()
            && indent.isEmpty()
            && !kinds.isCalledByKeyword(it.name())
            && given.rest() == null
            && given.keywords() == null
            && given.positionalOnly() == 0
            && given.positional() == given.all().size();
    if (!plain) {
      throw new Unconvertible("function");
    }
    List<String> parameters = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (Expr.Parameter each : given.all()) {
      names.add(each.name());
      parameters.add(
          each.name() + (each.fallback() == null ? "" : " = " + expressions.of(each.fallback())));
    }
    open("def " + it.name() + "(" + String.join(", ", parameters) + ") {", it.line());
    if (it.body().get(0).line() < next) {
      throw new Unconvertible("block on one line");
    }
    Set<String> first = Names.declaredInTurn(it.body(), names);
    Set<String> locals = Names.bound(it.body());
    locals.removeAll(names);
    locals.removeAll(first);
    undeclared.addAll(first);
    Set<String> taken = new LinkedHashSet<>(names);
    taken.addAll(Names.bound(it.body()));
    expressions.within(taken);
    inFunction = true;
    bodyIndent = indentOf(it.body().get(0));
    if (!locals.isEmpty()) {
      out.append(bodyIndent).append("def ").append(String.join(", ", locals)).append('\n');
    }
    block(it.body(), end, indent);
    expressions.within(Set.of());
    inFunction = false;
    undeclared.clear();
  }

  /** {@code "def "} where a statement is the first to bind its names. */
  private String declaration(Stmt statement, String indent) {
    boolean assigns = inFunction && indent.equals(bodyIndent) && statement instanceof Stmt.Assign;
    if (!assigns) {
      return "";
    }
    Set<String> names = Names.targets((Stmt.Assign) statement);
    boolean declares = !names.isEmpty() && undeclared.containsAll(names);
    undeclared.removeAll(names);
    return declares ? "def " : "";
  }

  private void simple(Stmt statement, int end, String indent) {
    int last = Math.min(end - 1, lines.length);
    while (last > statement.line() && isEmpty(lines[last - 1])) {
      last--;
    }
    List<String> own = List.of(lines).subList(statement.line() - 1, last);
    String text = own.stream().map(GroovyCell::uncommented).collect(Collectors.joining("\n"));
    checkImports(statement);
    String declaration = declaration(statement, indent);
    if (SafeText.is(statement, text)) {
      out.append(indent)
          .append(declaration)
          .append(relocated(own.get(0)).substring(indent.length()));
      out.append('\n');
      own.stream().skip(1).forEach(line -> out.append(relocated(line)).append('\n'));
    } else {
      String comment = own.size() == 1 ? trailing(own.get(0)) : "";
      own.stream()
          .filter(line -> own.size() > 1 && !trailing(line).isEmpty())
          .forEach(line -> out.append(indent).append(trailing(line)).append('\n'));
      out.append(indent)
          .append(declaration)
          .append(printed(statement))
          .append(comment.isEmpty() ? "" : "  " + comment)
          .append('\n');
    }
    next = last + 1;
  }

  private void checkImports(Stmt statement) {
    String path =
        statement instanceof Stmt.Import it
            ? it.path()
            : statement instanceof Stmt.ImportFrom it ? it.path() : null;
    if (path != null && !modules.test(path)) {
      throw new Unconvertible("import " + path);
    }
  }

  private static boolean isEmpty(String line) {
    String plain = line.strip();
    return plain.isEmpty() || plain.startsWith("#") || plain.matches("[%!].*");
  }

  private String printed(Stmt statement) {
    if (statement instanceof Stmt.Evaluate it) {
      return expressions.of(it.value());
    }
    if (statement instanceof Stmt.Assign it && it.targets().size() == 1) {
      return Names.target(expressions, it.targets().get(0)) + " = " + expressions.of(it.value());
    }
    if (statement instanceof Stmt.Augment it
        && List.of("+", "-", "*", "/").contains(it.operator())) {
      boolean divides = it.operator().equals("/");
      return expressions.of(it.target())
          + " "
          + it.operator()
          + "= "
          + (divides ? expressions.divisor(it.target(), it.value()) : expressions.of(it.value()));
    }
    if (statement instanceof Stmt.Return it) {
      return it.value() == null ? "return" : "return " + expressions.of(it.value());
    }
    if (statement instanceof Stmt.Assert it) {
      return "assert "
          + expressions.condition(it.test())
          + (it.message() == null ? "" : " : " + expressions.of(it.message()));
    }
    if (statement instanceof Stmt.Break) {
      return "break";
    }
    if (statement instanceof Stmt.Continue) {
      return "continue";
    }
    if (statement instanceof Stmt.Pass) {
      return "// nothing to do";
    }
    throw new Unconvertible(statement.getClass().getSimpleName());
  }

  /** Where a line's comment starts, or its end. */
  private static int commentAt(String line) {
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '#') {
        return i;
      }
    }
    return line.length();
  }

  private static String uncommented(String line) {
    return line.substring(0, commentAt(line));
  }

  /** The comment at the end of a line, in Groovy's form. */
  private static String trailing(String line) {
    int at = commentAt(line);
    return at == line.length() ? "" : "//" + line.substring(at + 1);
  }

  private static String relocated(String line) {
    return uncommented(line) + trailing(line);
  }
}
