package io.nyala.dsl.python.compile;

import io.nyala.dsl.python.syntax.Expr;

/** Names that comprehensions carry. */
final class Comprehensions {
  /** The hidden parameter that holds the first iterator. */
  static final String SOURCE = ".0";

  private Comprehensions() {}

  /** What an error calls a comprehension. */
  static String said(Scope scope) {
    String name = scope.qualified.substring(scope.qualified.lastIndexOf('<'));
    return switch (name) {
      case "<listcomp>" -> "list comprehension";
      case "<setcomp>" -> "set comprehension";
      case "<dictcomp>" -> "dict comprehension";
      default -> "generator expression";
    };
  }

  static String name(Expr.Form form) {
    return switch (form) {
      case LIST -> "<listcomp>";
      case SET -> "<setcomp>";
      case DICT -> "<dictcomp>";
      case GENERATOR -> "<genexpr>";
    };
  }
}
