package io.nyala.dsl.python.syntax;

import io.nyala.dsl.python.syntax.Expr.Argument;
import io.nyala.dsl.python.syntax.Expr.Clause;
import io.nyala.dsl.python.syntax.Expr.Form;
import java.util.ArrayList;
import java.util.List;

/** Names, literals, displays and what follows them: calls, subscripts, attributes. */
abstract class AtomParser extends Stream {

  AtomParser(List<Tok> tokens) {
    super(tokens);
  }

  /** An expression without commas. */
  abstract Expr test();

  /** A test, or {@code name := test}. */
  abstract Expr named();

  /** An item of a display. */
  abstract Expr starredOrNamed();

  /** {@code yield}, with what it hands out. */
  abstract Expr yielded();

  /** A condition of a comprehension. */
  abstract Expr or();

  /** Binary operators that bind at least as tightly as this level. */
  abstract Expr binary(int level);

  /** {@code lambda parameters: body}. */
  abstract Expr lambda();

  final Expr trailers(Expr start) {
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
      if (before.stream().anyMatch(each -> each.stars() == 2)) {
        throw at(start, "iterable argument unpacking follows keyword argument unpacking");
      }
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
      if (!before.isEmpty() || on(",") && !peek(1).is(")")) {
        throw at(start, "Generator expression must be parenthesized");
      }
    } else if (on("=")) {
      if (value instanceof Expr.Constant word
          && (word.value() == null || word.value() instanceof Boolean)) {
        Targets.check(value, start, "");
      }
      throw at(start, "expression cannot contain assignment, perhaps you meant \"==\"?");
    }
    if (before.stream().anyMatch(each -> each.stars() == 2)) {
      throw at(start, "positional argument follows keyword argument unpacking");
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

  final Expr atom() {
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
