package io.nyala.dsl.python.syntax;

import io.nyala.dsl.python.syntax.Expr.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The parameters of a function or lambda. */
final class ParameterList {
  private final ExprParser parser;
  private final boolean annotated;
  private final List<Parameter> all = new ArrayList<>();
  private final List<Expr.Annotation> annotations = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private String close;
  private boolean slashed;
  private int positionalOnly;
  private int positional = -1;
  private String rest;
  private String keywords;

  ParameterList(ExprParser parser, boolean annotated) {
    this.parser = parser;
    this.annotated = annotated;
  }

  /** Reads up to, not including, the closing token. */
  Expr.Parameters read(String end) {
    close = end;
    while (!parser.on(close)) {
      one();
      if (!parser.on(close) && !parser.take(",")) {
        throw parser.unexpected("invalid syntax");
      }
    }
    return new Expr.Parameters(
        all, positionalOnly, positional < 0 ? all.size() : positional, rest, keywords, annotations);
  }

  private void one() {
    Tok start = parser.peek();
    if (keywords != null) {
      throw parser.unexpected("arguments cannot follow var-keyword argument");
    }
    if (parser.on("(")) {
      throw parser.unexpected(
          (annotated ? "Function" : "Lambda expression") + " parameters cannot be parenthesized");
    }
    if (parser.take("/")) {
      checkSlash(start);
      positionalOnly = all.size();
      slashed = true;
    } else if (parser.take("**")) {
      keywords = unique(start);
    } else if (parser.take("*")) {
      if (positional >= 0) {
        throw Stream.at(start, "* argument may appear only once");
      }
      positional = all.size();
      boolean bare = parser.on(",") || parser.on(close);
      if (bare && (parser.on(close) || parser.peek(1).is("**") || parser.peek(1).is(close))) {
        throw Stream.at(start, "named arguments must follow bare *");
      }
      if (!bare) {
        rest = unique(start);
      }
    } else {
      String name = unique(start);
      Expr fallback = parser.take("=") ? parser.test() : null;
      boolean lacks =
          fallback == null
              && positional < 0
              && !all.isEmpty()
              && all.get(all.size() - 1).fallback() != null;
      if (lacks) {
        throw Stream.at(start, "non-default argument follows default argument");
      }
      all.add(new Parameter(name, fallback));
    }
  }

  private void checkSlash(Tok start) {
    if (slashed) {
      throw Stream.at(start, "/ may appear only once");
    }
    if (positional >= 0) {
      throw Stream.at(start, "/ must be ahead of *");
    }
    if (all.isEmpty()) {
      throw Stream.at(start, "at least one argument must precede /");
    }
  }

  private String unique(Tok place) {
    String name = parser.name();
    if (!seen.add(name)) {
      throw Stream.at(place, "duplicate argument '" + name + "' in function definition");
    }
    if (annotated && parser.take(":")) {
      annotations.add(new Expr.Annotation(name, parser.test()));
    }
    return name;
  }
}
