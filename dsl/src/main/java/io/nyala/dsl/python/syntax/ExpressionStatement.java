package io.nyala.dsl.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** A statement that starts with an expression: a value, an assignment, an annotation. */
final class ExpressionStatement {
  private final PyParser parser;

  ExpressionStatement(PyParser parser) {
    this.parser = parser;
  }

  Stmt read() {
    Tok start = parser.peek();
    if (start.kind() == Tok.Kind.NAME && parser.peek(1).is(":=")) {
      throw Stream.at(parser.peek(1), "invalid syntax");
    }
    boolean old = start.is("print") || start.is("exec");
    Tok.Kind next = parser.peek(1).kind();
    if (old && (next == Tok.Kind.STRING || next == Tok.Kind.NAME && !isOperator(parser.peek(1)))) {
      String name = start.text();
      throw Stream.at(
          start, "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?");
    }
    Expr first = parser.anything();
    if (parser.on(":") && !(first instanceof Expr.Yield)) {
      if (first instanceof Expr.TupleOf || first instanceof Expr.ListOf) {
        String kind = first instanceof Expr.TupleOf ? "tuple" : "list";
        throw Stream.at(start, "only single target (not " + kind + ") can be annotated");
      }
      Targets.check(first, start, "");
      parser.advance();
      Expr kind = parser.test();
      return new Stmt.Annotate(
          first, kind, parser.take("=") ? parser.anything() : null, start.line());
    }
    Tok operator = parser.peek();
    if (operator.kind() == Tok.Kind.OP && isAugmented(operator.text())) {
      boolean single =
          first instanceof Expr.Name
              || first instanceof Expr.Attribute
              || first instanceof Expr.Subscript;
      if (!single) {
        throw Stream.at(
            start,
            "'" + augmentedKind(first) + "' is an illegal expression for augmented assignment");
      }
      parser.advance();
      String name = operator.text().substring(0, operator.text().length() - 1);
      return new Stmt.Augment(first, name, parser.anything(), start.line());
    }
    return parser.on("=") ? assignment(first, start) : evaluated(first, start);
  }

  private static String augmentedKind(Expr target) {
    if (target instanceof Expr.TupleOf) {
      return "tuple";
    }
    return target instanceof Expr.ListOf ? "list" : Targets.kind(target);
  }

  private static boolean isAugmented(String operator) {
    return operator.length() > 1
        && operator.endsWith("=")
        && !List.of("==", "!=", "<=", ">=", ":=").contains(operator);
  }

  private Stmt evaluated(Expr value, Tok start) {
    if (value instanceof Expr.Starred) {
      throw Stream.at(start, "can't use starred expression here");
    }
    return new Stmt.Evaluate(value, start.line());
  }

  private Stmt assignment(Expr first, Tok start) {
    List<Expr> targets = new ArrayList<>();
    Expr value = first;
    while (parser.take("=")) {
      boolean single =
          !(value instanceof Expr.TupleOf) && !(value instanceof Expr.ListOf) && targets.isEmpty();
      Targets.check(value, start, single ? " here. Maybe you meant '==' instead of '='?" : "");
      if (value instanceof Expr.Starred) {
        throw Stream.at(start, "starred assignment target must be in a list or tuple");
      }
      targets.add(value);
      value = parser.anything();
    }
    return new Stmt.Assign(targets, value, start.line());
  }

  private static boolean isOperator(Tok token) {
    return List.of("if", "in", "is", "and", "or", "not", "for", "else").contains(token.text());
  }
}
