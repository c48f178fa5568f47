package io.nyala.dsl.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The statements of one line that start with a word. */
final class SimpleStatements {
  private static final Set<String> WORDS =
      Set.of(
          "pass",
          "break",
          "continue",
          "return",
          "raise",
          "assert",
          "del",
          "global",
          "nonlocal",
          "import",
          "from");

  private final ExprParser parser;

  SimpleStatements(ExprParser parser) {
    this.parser = parser;
  }

  static boolean handles(String word) {
    return WORDS.contains(word);
  }

  void read(List<Stmt> into) {
    Tok word = parser.advance();
    int line = word.line();
    switch (word.text()) {
      case "pass" -> into.add(new Stmt.Pass(line));
      case "break" -> into.add(new Stmt.Break(line));
      case "continue" -> into.add(new Stmt.Continue(line));
      case "return" -> into.add(new Stmt.Return(parser.ends() ? null : parser.tuple(), line));
      case "raise" -> into.add(raise(line));
      case "assert" -> into.add(assertion(line));
      case "del" -> into.add(delete(line));
      case "global" -> into.add(new Stmt.Global(names(), line));
      case "nonlocal" -> into.add(new Stmt.Nonlocal(names(), line));
      case "import" -> imports(into, line);
      default -> into.add(importFrom(line));
    }
  }

  private Stmt raise(int line) {
    Expr error = parser.ends() ? null : parser.test();
    Expr cause = error != null && parser.take("from") ? parser.test() : null;
    return new Stmt.Raise(error, cause, line);
  }

  private Stmt assertion(int line) {
    Expr test = parser.test();
    return new Stmt.Assert(test, parser.take(",") ? parser.test() : null, line);
  }

  private Stmt delete(int line) {
    Tok start = parser.peek();
    Expr target = parser.tuple();
    Targets.check(target, start, Targets.DELETE);
    List<Expr> targets = target instanceof Expr.TupleOf tuple ? tuple.items() : List.of(target);
    return new Stmt.Delete(targets, line);
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    do {
      names.add(parser.name());
    } while (parser.take(","));
    return names;
  }

  private String path() {
    StringBuilder path = new StringBuilder(parser.name());
    while (parser.take(".")) {
      path.append('.').append(parser.name());
    }
    return path.toString();
  }

  private void imports(List<Stmt> into, int line) {
    do {
      String path = path();
      into.add(new Stmt.Import(path, parser.take("as") ? parser.name() : null, line));
    } while (parser.take(","));
  }

  private Stmt importFrom(int line) {
    if (parser.on(".") || parser.on("...")) {
      throw parser.unexpected("relative imports are not supported in Nyala's Python cells");
    }
    String path = path();
    parser.expect("import");
    List<String> names = new ArrayList<>();
    List<String> aliases = new ArrayList<>();
    if (parser.take("*")) {
      return new Stmt.ImportFrom(path, List.of("*"), List.of("*"), line);
    }
    boolean parenthesized = parser.take("(");
    do {
      if (parenthesized && parser.on(")")) {
        break;
      }
      String name = parser.name();
      names.add(name);
      aliases.add(parser.take("as") ? parser.name() : name);
    } while (parser.take(","));
    if (parenthesized) {
      parser.expect(")");
    }
    return new Stmt.ImportFrom(path, names, aliases, line);
  }
}
