package io.nyala.dsl.python.compile;

import io.nyala.dsl.python.syntax.Expr;

/** Expressions whose value is known before the cell runs. */
final class Constants {
  private Constants() {}

  static boolean is(Expr expr) {
    if (expr instanceof Expr.Unary it) {
      return it.operator().equals("-") && is(it.operand());
    }
    return expr instanceof Expr.Constant
        || expr instanceof Expr.TupleOf it && it.items().stream().allMatch(Constants::is);
  }
}
