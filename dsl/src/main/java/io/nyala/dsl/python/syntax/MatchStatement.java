package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import java.util.ArrayList;
import java.util.List;

/** {@code match} with its cases. */
final class MatchStatement {
  private final PyParser parser;

  MatchStatement(PyParser parser) {
    this.parser = parser;
  }

  /** Whether {@code match} starts a statement here: its line ends with a colon before a case. */
  private boolean starts() {
    int i = 1;
    while (parser.peek(i).kind() != Tok.Kind.NEWLINE && parser.peek(i).kind() != Tok.Kind.END) {
      i++;
    }
    if (i < 3 || !parser.peek(i - 1).is(":") || parser.peek(1).is("=") || parser.peek(1).is(":")) {
      return false;
    }
    boolean ends =
        parser.peek(i).kind() == Tok.Kind.END || parser.peek(i + 1).kind() == Tok.Kind.END;
    return ends || parser.peek(i + 1).kind() == Tok.Kind.INDENT && parser.peek(i + 2).is("case");
  }

  /** The statement; null if the word is a name here. */
  Stmt read() {
    if (!starts()) {
      return null;
    }
    int line = parser.advance().line();
    Expr subject = parser.tuple();
    parser.expect(":");
    if (!parser.skipNewline() || !parser.on(Tok.Kind.INDENT)) {
      throw parser.unexpected("expected an indented block after 'match' statement on line " + line);
    }
    parser.advance();
    List<Stmt.Case> cases = new ArrayList<>();
    while (!parser.on(Tok.Kind.DEDENT) && !parser.on(Tok.Kind.END)) {
      if (!parser.skipNewline()) {
        add(cases, one());
      }
    }
    if (parser.on(Tok.Kind.DEDENT)) {
      parser.advance();
    }
    return new Stmt.Match(subject, cases, line);
  }

  private Stmt.Case one() {
    int line = parser.peek().line();
    if (!parser.take("case")) {
      throw parser.unexpected("invalid syntax");
    }
    PatternParser patterns = new PatternParser(parser);
    Pattern pattern = patterns.read();
    Expr guard = parser.take("if") ? parser.named() : null;
    List<Stmt> body = parser.block("'case' statement", line);
    return new Stmt.Case(pattern, patterns.names(), patterns.values(), guard, body, line);
  }

  /** Adds a case, unless one before it fits everything. */
  private static void add(List<Stmt.Case> cases, Stmt.Case next) {
    Stmt.Case last = cases.isEmpty() ? null : cases.get(cases.size() - 1);
    if (last != null && last.guard() == null && last.pattern() instanceof Pattern.Anything any) {
      String name = any.name() < 0 ? null : last.names().get(any.name());
      throw new CellSyntaxError(
          name == null
              ? "wildcard makes remaining patterns unreachable"
              : "name capture '" + name + "' makes remaining patterns unreachable",
          last.line(),
          1);
    }
    cases.add(next);
  }
}
