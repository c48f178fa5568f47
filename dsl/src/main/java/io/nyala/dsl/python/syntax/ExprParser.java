package io.nyala.dsl.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Operators, by precedence climbing. */
class ExprParser extends AtomParser {
  private static final Map<String, Integer> BINARY =
      Map.ofEntries(
          Map.entry("|", 1),
          Map.entry("^", 2),
          Map.entry("&", 3),
          Map.entry("<<", 4),
          Map.entry(">>", 4),
          Map.entry("+", 5),
          Map.entry("-", 5),
          Map.entry("*", 6),
          Map.entry("/", 6),
          Map.entry("//", 6),
          Map.entry("%", 6),
          Map.entry("@", 6));
  private static final List<String> COMPARISONS = List.of("<", ">", "<=", ">=", "==", "!=");

  ExprParser(List<Tok> tokens) {
    super(tokens);
  }

  /** Expressions with commas between them are a tuple; {@code yield} is allowed. */
  final Expr anything() {
    return on("yield") ? yielded() : tuple();
  }

  @Override
  final Expr yielded() {
    int line = advance().line();
    if (take("from")) {
      return new Expr.YieldFrom(test(), line);
    }
    return new Expr.Yield(ends() ? null : tuple(), line);
  }

  final boolean ends() {
    return on(Tok.Kind.NEWLINE)
        || on(Tok.Kind.END)
        || on(")")
        || on("]")
        || on("}")
        || on("=")
        || on(";")
        || on(":");
  }

  final Expr tuple() {
    Tok start = peek();
    Expr first = starredOrNamed();
    if (!on(",")) {
      return first;
    }
    List<Expr> items = new ArrayList<>(List.of(first));
    while (take(",")) {
      if (ends() || isAugmented()) {
        break;
      }
      items.add(starredOrNamed());
    }
    return new Expr.TupleOf(items, start.line());
  }

  private boolean isAugmented() {
    return peek().kind() == Tok.Kind.OP && peek().text().endsWith("=") && !isComparison();
  }

  private boolean isComparison() {
    return COMPARISONS.contains(peek().text());
  }

  @Override
  final Expr starredOrNamed() {
    if (on("*")) {
      int line = advance().line();
      return new Expr.Starred(binary(1), line);
    }
    return named();
  }

  @Override
  final Expr named() {
    if (peek().kind() == Tok.Kind.NAME && peek(1).is(":=")) {
      int line = peek().line();
      String name = name();
      advance();
      return new Expr.Walrus(name, test(), line);
    }
    return test();
  }

  @Override
  final Expr test() {
    if (on("lambda")) {
      return lambda();
    }
    Expr value = or();
    if (!on("if")) {
      return value;
    }
    int line = advance().line();
    Expr test = or();
    if (!take("else")) {
      throw unexpected("expected 'else' after 'if' expression");
    }
    return new Expr.Conditional(test, value, test(), line);
  }

  @Override
  final Expr lambda() {
    int line = advance().line();
    Expr.Parameters parameters = new ParameterList(this, false).read(":");
    expect(":");
    return new Expr.Lambda(parameters, test(), line);
  }

  @Override
  final Expr or() {
    Expr left = and();
    while (on("or")) {
      int line = advance().line();
      left = new Expr.Logic(false, left, and(), line);
    }
    return left;
  }

  private Expr and() {
    Expr left = not();
    while (on("and")) {
      int line = advance().line();
      left = new Expr.Logic(true, left, not(), line);
    }
    return left;
  }

  private Expr not() {
    if (on("not")) {
      int line = advance().line();
      return new Expr.Unary("not", not(), line);
    }
    return comparison();
  }

  private Expr comparison() {
    Expr left = binary(1);
    List<String> operators = new ArrayList<>();
    List<Expr> rights = new ArrayList<>();
    int line = peek().line();
    for (String operator = comparator(); operator != null; operator = comparator()) {
      operators.add(operator);
      rights.add(binary(1));
    }
    return operators.isEmpty() ? left : new Expr.Comparison(left, operators, rights, line);
  }

  private String comparator() {
    if (peek().kind() == Tok.Kind.OP && isComparison()) {
      return advance().text();
    }
    if (on("not") && peek(1).is("in")) {
      advance();
      advance();
      return "not in";
    }
    if (take("in")) {
      return "in";
    }
    if (take("is")) {
      return take("not") ? "is not" : "is";
    }
    return null;
  }

  @Override
  final Expr binary(int level) {
    Expr left = unary();
    while (peek().kind() == Tok.Kind.OP && BINARY.getOrDefault(peek().text(), 0) >= level) {
      Tok operator = advance();
      Expr right = binary(BINARY.get(operator.text()) + 1);
      left = new Expr.Binary(operator.text(), left, right, operator.line());
    }
    return left;
  }

  private Expr unary() {
    if (on("-") || on("+") || on("~")) {
      Tok operator = advance();
      Expr operand = unary();
      return new Expr.Unary(operator.text(), operand, operator.line());
    }
    return power();
  }

  private Expr power() {
    if (on("await")) {
      throw unexpected("await is not supported in Nyala's Python cells");
    }
    Expr left = trailers(atom());
    if (on("**")) {
      int line = advance().line();
      return new Expr.Binary("**", left, unary(), line);
    }
    return left;
  }
}
