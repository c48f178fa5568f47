package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import java.util.ArrayList;
import java.util.List;

/** Statements, by recursive descent. */
public final class PyParser extends ExprParser {

  private PyParser(List<Tok> tokens) {
    super(tokens);
  }

  /**
   * The statements of a cell.
   *
   * @throws CellSyntaxError if the text is not Python
   */
  public static List<Stmt> parse(String code) {
    PyParser parser = new PyParser(PyLexer.tokens(code));
    List<Stmt> all = new ArrayList<>();
    while (!parser.on(Tok.Kind.END)) {
      if (!parser.skipNewline()) {
        parser.statement(all);
      }
    }
    return all;
  }

  /**
   * Makes sure that a text is a single expression.
   *
   * @throws CellSyntaxError if it is not
   */
  public static void requireExpression(String code) {
    List<Stmt> all = parse(code);
    if (all.size() != 1 || !(all.get(0) instanceof Stmt.Evaluate)) {
      throw new CellSyntaxError("invalid syntax", 1, 1);
    }
  }

  final boolean skipNewline() {
    if (on(Tok.Kind.NEWLINE)) {
      advance();
      return true;
    }
    return false;
  }

  private void statement(List<Stmt> into) {
    Tok token = peek();
    if (token.kind() == Tok.Kind.INDENT) {
      throw at(token, "unexpected indent");
    }
    if (token.kind() == Tok.Kind.OP) {
      if (token.text().equals("@")) {
        into.add(decorated());
        return;
      }
      if (token.text().equals("%") || token.text().equals("!")) {
        throw at(token, "notebook commands with " + token.text() + " are not Python");
      }
    }
    Stmt compound = token.kind() == Tok.Kind.NAME ? compound(token) : null;
    if (compound != null) {
      into.add(compound);
      return;
    }
    do {
      if (on(Tok.Kind.NEWLINE)) {
        break;
      }
      simple(into);
    } while (take(";"));
    if (!on(Tok.Kind.END) && !skipNewline()) {
      throw unexpected("invalid syntax");
    }
  }

  private Stmt compound(Tok token) {
    return switch (token.text()) {
      case "if" -> ifStatement();
      case "while" -> whileStatement();
      case "for" -> forStatement();
      case "try" -> tryStatement();
      case "with" -> withStatement();
      case "def" -> function(List.of());
      case "class" -> classOf(List.of());
      case "async" -> throw at(token, "async is not supported in Nyala's Python cells");
      case "match" -> new MatchStatement(this).read();
      default -> null;
    };
  }

  final List<Stmt> block(String after, int line) {
    expect(":");
    List<Stmt> body = new ArrayList<>();
    if (!skipNewline()) {
      do {
        simple(body);
      } while (take(";") && !on(Tok.Kind.NEWLINE));
      if (!on(Tok.Kind.END) && !skipNewline()) {
        throw unexpected("invalid syntax");
      }
      return body;
    }
    if (!on(Tok.Kind.INDENT)) {
      String message = "expected an indented block after " + after + " on line " + line;
      throw endsHere()
          ? new IncompleteCell(message, peek().line(), peek().column())
          : at(peek(), message);
    }
    advance();
    while (!on(Tok.Kind.DEDENT) && !on(Tok.Kind.END)) {
      if (!skipNewline()) {
        statement(body);
      }
    }
    if (on(Tok.Kind.DEDENT)) {
      advance();
    }
    return body;
  }

  private Stmt ifStatement() {
    Tok word = advance();
    Expr test = condition();
    List<Stmt> then = block("'" + word.text() + "' statement", word.line());
    List<Stmt> otherwise = List.of();
    if (on("elif")) {
      otherwise = List.of(ifStatement());
    } else if (on("else")) {
      otherwise = elseBlock();
    }
    return new Stmt.If(test, then, otherwise, word.line());
  }

  private Expr condition() {
    Tok start = peek();
    Expr test = named();
    if (on("=")) {
      Targets.check(test, start, " here. Maybe you meant '==' instead of '='?");
      throw at(start, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    }
    return test;
  }

  private List<Stmt> elseBlock() {
    int line = advance().line();
    return block("'else' statement", line);
  }

  private List<Stmt> maybeElse() {
    return on("else") ? elseBlock() : List.of();
  }

  private Stmt whileStatement() {
    int line = advance().line();
    Expr test = condition();
    List<Stmt> body = block("'while' statement", line);
    return new Stmt.While(test, body, maybeElse(), line);
  }

  private Stmt forStatement() {
    int line = advance().line();
    Expr target = targets();
    expect("in");
    Expr source = tuple();
    List<Stmt> body = block("'for' statement", line);
    return new Stmt.For(target, source, body, maybeElse(), line);
  }

  private Stmt tryStatement() {
    int line = advance().line();
    List<Stmt> body = block("'try' statement", line);
    List<Stmt.Handler> handlers = new ArrayList<>();
    while (on("except")) {
      handlers.add(handler());
    }
    for (int i = 0; i < handlers.size() - 1; i++) {
      if (handlers.get(i).type() == null) {
        throw new CellSyntaxError("default 'except:' must be last", handlers.get(i).line(), 1);
      }
    }
    List<Stmt> otherwise = handlers.isEmpty() ? List.of() : maybeElse();
    List<Stmt> last = null;
    if (on("finally")) {
      int at = advance().line();
      last = block("'finally' statement", at);
    }
    if (handlers.isEmpty() && last == null) {
      throw unexpected("expected 'except' or 'finally' block");
    }
    return new Stmt.Try(body, handlers, otherwise, last, line);
  }

  private Stmt.Handler handler() {
    Tok word = advance();
    if (on("*")) {
      throw unexpected("except* is not supported in Nyala's Python cells");
    }
    Expr type = null;
    String name = null;
    if (!on(":")) {
      type = test();
      if (on(",")) {
        throw unexpected("multiple exception types must be parenthesized");
      }
      name = take("as") ? name() : null;
    }
    return new Stmt.Handler(type, name, block("'except' statement", word.line()), word.line());
  }

  private Stmt withStatement() {
    int line = advance().line();
    List<Expr> managers = new ArrayList<>();
    List<Expr> targets = new ArrayList<>();
    boolean parenthesized = on("(") && isWithList();
    if (parenthesized) {
      advance();
    }
    do {
      if (parenthesized && on(")")) {
        break;
      }
      managers.add(test());
      Tok start = peek();
      Expr target = null;
      if (take("as")) {
        target = binary(1);
        Targets.check(target, start, "");
      }
      targets.add(target);
    } while (take(","));
    if (parenthesized) {
      expect(")");
    }
    List<Stmt> body = block("'with' statement", line);
    for (int i = managers.size() - 1; i >= 0; i--) {
      body = List.of(new Stmt.With(managers.get(i), targets.get(i), body, line));
    }
    return body.get(0);
  }

  /** Whether the parenthesis after {@code with} holds managers: an {@code as} is inside. */
  private boolean isWithList() {
    int depth = 0;
    for (int i = 0; ; i++) {
      Tok token = peek(i);
      if (token.is("(") || token.is("[") || token.is("{")) {
        depth++;
      } else if (token.is(")") || token.is("]") || token.is("}")) {
        depth--;
        if (depth == 0) {
          return false;
        }
      } else if (depth == 1 && token.is("as")) {
        return true;
      } else if (token.kind() == Tok.Kind.NEWLINE || token.kind() == Tok.Kind.END) {
        return false;
      }
    }
  }

  private Stmt decorated() {
    List<Expr> decorators = new ArrayList<>();
    while (take("@")) {
      decorators.add(named());
      if (!skipNewline()) {
        throw unexpected("invalid syntax");
      }
    }
    if (on("def")) {
      return function(decorators);
    }
    if (on("class")) {
      return classOf(decorators);
    }
    throw unexpected("invalid syntax");
  }

  private Stmt function(List<Expr> decorators) {
    int line = advance().line();
    String name = name();
    if (!take("(")) {
      throw unexpected("expected '('");
    }
    Expr.Parameters parameters = new ParameterList(this, true).read(")");
    expect(")");
    Expr result = take("->") ? test() : null;
    return new Stmt.Function(
        name,
        parameters,
        block("function definition", line),
        decorators,
        parameters.kinds(result, line),
        line);
  }

  private Stmt classOf(List<Expr> decorators) {
    int line = advance().line();
    String name = name();
    List<Expr.Argument> bases = take("(") ? arguments() : List.of();
    String outer = owner();
    String plain = name.replaceFirst("^_+", "");
    owner(plain.isEmpty() ? null : plain);
    List<Stmt> body = block("class definition", line);
    owner(outer);
    return new Stmt.ClassOf(name, bases, body, decorators, line);
  }

  private void simple(List<Stmt> into) {
    Tok token = peek();
    if (token.kind() == Tok.Kind.NAME && SimpleStatements.handles(token.text())) {
      new SimpleStatements(this).read(into);
    } else {
      into.add(new ExpressionStatement(this).read());
    }
  }
}
