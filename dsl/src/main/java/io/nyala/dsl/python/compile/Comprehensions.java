package io.nyala.dsl.python.compile;

import io.nyala.dsl.python.syntax.Expr;

/** Names that comprehensions carry. */
final class Comprehensions {
  /** The hidden parameter that holds the first iterator. */
  static final String SOURCE = ".0";

  private Comprehensions() {}

  static String name(Expr.Form form) {
    return switch (form) {
      case LIST -> "<listcomp>";
      case SET -> "<setcomp>";
      case DICT -> "<dictcomp>";
      case GENERATOR -> "<genexpr>";
    };
  }
}
