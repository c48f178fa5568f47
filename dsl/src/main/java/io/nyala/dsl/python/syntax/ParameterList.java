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
  private final Set<String> seen = new HashSet<>();
  private int positionalOnly;
  private int positional = -1;
  private String rest;
  private String keywords;

  ParameterList(ExprParser parser, boolean annotated) {
    this.parser = parser;
    this.annotated = annotated;
  }

  /** Reads up to, not including, the closing token. */
  Expr.Parameters read(String close) {
    while (!parser.on(close)) {
      one();
      if (!parser.on(close) && !parser.take(",")) {
        throw parser.unexpected("invalid syntax");
      }
    }
    return new Expr.Parameters(
        all, positionalOnly, positional < 0 ? all.size() : positional, rest, keywords);
  }

  private void one() {
    Tok start = parser.peek();
    if (keywords != null) {
      throw parser.unexpected("arguments cannot follow var-keyword argument");
    }
    if (parser.take("/")) {
      positionalOnly = all.size();
    } else if (parser.take("**")) {
      keywords = unique(start);
    } else if (parser.take("*")) {
      positional = all.size();
      if (!parser.on(",")) {
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

  private String unique(Tok place) {
    String name = parser.name();
    if (!seen.add(name)) {
      throw Stream.at(place, "duplicate argument '" + name + "' in function definition");
    }
    if (annotated && parser.take(":")) {
      parser.test();
    }
    return name;
  }
}
