package io.nyala.dsl.python.syntax;

import io.nyala.dsl.python.syntax.Expr.Argument;
import io.nyala.dsl.python.syntax.Expr.Clause;
import io.nyala.dsl.python.syntax.Expr.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Expressions, by precedence climbing. */
class ExprParser extends Stream {
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

  private Expr yielded() {
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

  private Expr starredOrNamed() {
    if (on("*")) {
      int line = advance().line();
      return new Expr.Starred(binary(1), line);
    }
    return named();
  }

  /** A test, or {@code name := test}. */
  final Expr named() {
    if (peek().kind() == Tok.Kind.NAME && peek(1).is(":=")) {
      int line = peek().line();
      String name = name();
      advance();
      return new Expr.Walrus(name, test(), line);
    }
    return test();
  }

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

  private Expr lambda() {
    int line = advance().line();
    Expr.Parameters parameters = new ParameterList(this, false).read(":");
    expect(":");
    return new Expr.Lambda(parameters, test(), line);
  }

  private Expr or() {
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

  /** Binary operators that bind at least as tightly as this level. */
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

  private Expr trailers(Expr start) {
    Expr value = start;
    while (true) {
      int line = peek().line();
      if (take(".")) {
        value = new Expr.Attribute(value, name(), line);
      } else if (take("(")) {
        value = new Expr.Call(value, arguments(), line);
      } else if (take("[")) {
        value = new Expr.Subscript(value, index(), line);
      } else {
        return value;
      }
    }
  }

  /** The arguments of a call whose parenthesis has been read. */
  final List<Argument> arguments() {
    List<Argument> arguments = new ArrayList<>();
    while (!take(")")) {
      arguments.add(argument(arguments));
      if (!on(")") && !take(",")) {
        throw unexpected("invalid syntax. Perhaps you forgot a comma?");
      }
    }
    return arguments;
  }

  private Argument argument(List<Argument> before) {
    Tok start = peek();
    if (take("**")) {
      return new Argument(2, null, test());
    }
    if (take("*")) {
      return new Argument(1, null, test());
    }
    if (start.kind() == Tok.Kind.NAME && peek(1).is("=")) {
      String name = name();
      advance();
      if (before.stream().anyMatch(each -> name.equals(each.name()))) {
        throw at(start, "keyword argument repeated: " + name);
      }
      return new Argument(0, name, test());
    }
    Expr value = named();
    if (on("for")) {
      value = comprehension(Form.GENERATOR, value, null, start.line());
    } else if (on("=")) {
      throw at(start, "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    if (before.stream().anyMatch(each -> each.name() != null)) {
      throw at(start, "positional argument follows keyword argument");
    }
    return new Argument(0, null, value);
  }

  private Expr index() {
    int line = peek().line();
    Expr first = indexPart();
    if (!on(",")) {
      expect("]");
      return first;
    }
    List<Expr> parts = new ArrayList<>(List.of(first));
    while (take(",")) {
      if (!on("]")) {
        parts.add(indexPart());
      }
    }
    expect("]");
    return new Expr.TupleOf(parts, line);
  }

  private Expr indexPart() {
    int line = peek().line();
    Expr start = on(":") ? null : starredOrNamed();
    if (!take(":")) {
      return start;
    }
    Expr stop = on(":") || on("]") || on(",") ? null : test();
    Expr step = take(":") && !on("]") && !on(",") ? test() : null;
    return new Expr.SliceOf(start, stop, step, line);
  }

  private Expr atom() {
    Tok token = peek();
    return switch (token.kind()) {
      case NUMBER -> new Expr.Constant(advance().value(), token.line());
      case STRING -> strings();
      case NAME -> word();
      case OP -> enclosed();
      default -> throw unexpected("invalid syntax");
    };
  }

  private Expr strings() {
    List<Tok> literals = new ArrayList<>();
    while (on(Tok.Kind.STRING)) {
      literals.add(advance());
    }
    return Texts.of(literals, owner());
  }

  private Expr word() {
    int line = peek().line();
    switch (peek().text()) {
      case "None" -> {
        advance();
        return new Expr.Constant(null, line);
      }
      case "True", "False" -> {
        return new Expr.Constant(advance().text().equals("True"), line);
      }
      default -> {
        return new Expr.Name(name(), line);
      }
    }
  }

  private Expr enclosed() {
    int line = peek().line();
    if (take("(")) {
      return parenthesized(line);
    }
    if (take("[")) {
      return list(line);
    }
    if (take("{")) {
      return braces(line);
    }
    if (take("...")) {
      return new Expr.Constant(io.nyala.tensor.Index.ELLIPSIS, line);
    }
    throw unexpected("invalid syntax");
  }

  private Expr parenthesized(int line) {
    if (take(")")) {
      return new Expr.TupleOf(List.of(), line);
    }
    if (on("yield")) {
      Expr value = yielded();
      expect(")");
      return value;
    }
    Tok start = peek();
    Expr first = starredOrNamed();
    if (on("for")) {
      Expr all = comprehension(Form.GENERATOR, first, null, line);
      expect(")");
      return all;
    }
    if (take(")")) {
      if (first instanceof Expr.Starred) {
        throw at(start, "cannot use starred expression here");
      }
      return first;
    }
    List<Expr> items = items(first, ")");
    return new Expr.TupleOf(items, line);
  }

  private List<Expr> items(Expr first, String close) {
    List<Expr> items = new ArrayList<>(List.of(first));
    while (!take(close)) {
      if (!take(",")) {
        throw unexpected("invalid syntax. Perhaps you forgot a comma?");
      }
      if (!on(close)) {
        items.add(starredOrNamed());
      }
    }
    return items;
  }

  private Expr list(int line) {
    if (take("]")) {
      return new Expr.ListOf(List.of(), line);
    }
    Expr first = starredOrNamed();
    if (on("for")) {
      Expr all = comprehension(Form.LIST, first, null, line);
      expect("]");
      return all;
    }
    return new Expr.ListOf(items(first, "]"), line);
  }

  private Expr braces(int line) {
    if (take("}")) {
      return new Expr.DictOf(List.of(), List.of(), line);
    }
    if (on("**")) {
      return dict(null, line);
    }
    Expr first = starredOrNamed();
    if (on(":")) {
      return dict(first, line);
    }
    if (on("for")) {
      Expr all = comprehension(Form.SET, first, null, line);
      expect("}");
      return all;
    }
    return new Expr.SetOf(items(first, "}"), line);
  }

  private Expr dict(Expr firstKey, int line) {
    List<Expr> keys = new ArrayList<>();
    List<Expr> values = new ArrayList<>();
    Expr key = firstKey;
    do {
      if (on("}")) {
        break;
      }
      if (key == null && take("**")) {
        keys.add(null);
        values.add(binary(1));
        continue;
      }
      key = key == null ? test() : key;
      expect(":");
      if (on(",") || on("}")) {
        throw unexpected("expression expected after dictionary key and ':'");
      }
      Expr value = test();
      if (on("for") && keys.isEmpty()) {
        Expr all = comprehension(Form.DICT, key, value, line);
        expect("}");
        return all;
      }
      keys.add(key);
      values.add(value);
      key = null;
    } while (take(","));
    if (!take("}")) {
      throw unexpected("invalid syntax. Perhaps you forgot a comma?");
    }
    return new Expr.DictOf(keys, values, line);
  }

  private Expr comprehension(Form form, Expr item, Expr value, int line) {
    List<Clause> clauses = new ArrayList<>();
    while (on("for") || on("async")) {
      if (on("async")) {
        throw unexpected("async is not supported in Nyala's Python cells");
      }
      advance();
      Expr target = targets();
      if (!take("in")) {
        throw unexpected("invalid syntax");
      }
      Expr source = or();
      List<Expr> conditions = new ArrayList<>();
      while (take("if")) {
        conditions.add(condition());
      }
      clauses.add(new Clause(target, source, conditions));
    }
    return new Expr.Comprehension(form, item, value, clauses, line);
  }

  private Expr condition() {
    if (peek().kind() == Tok.Kind.NAME && peek(1).is(":=")) {
      return named();
    }
    return on("lambda") ? lambda() : or();
  }

  /** What {@code for} binds: names, attributes, items, or several of these. */
  final Expr targets() {
    Tok start = peek();
    Expr first = target();
    if (!on(",")) {
      Targets.check(first, start, "");
      return first;
    }
    List<Expr> all = new ArrayList<>(List.of(first));
    while (take(",")) {
      if (!on("in") && !on("=")) {
        all.add(target());
      }
    }
    Expr tuple = new Expr.TupleOf(all, start.line());
    Targets.check(tuple, start, "");
    return tuple;
  }

  private Expr target() {
    if (on("*")) {
      int line = advance().line();
      return new Expr.Starred(trailers(atom()), line);
    }
    return trailers(atom());
  }
}
