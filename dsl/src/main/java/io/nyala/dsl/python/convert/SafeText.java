package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.List;

/** Which statements Groovy cells understand as they are written. */
final class SafeText {
  private SafeText() {}

  static boolean is(Stmt statement, String text) {
    boolean plain =
        !text.contains("\\\n")
            && !text.contains("\"\"\"")
            && !text.contains("'''")
            && !text.contains("$")
            && !text.matches("(?s).*\\b[rRbBfFuU]{1,2}[\"'].*");
    if (statement instanceof Stmt.Import || statement instanceof Stmt.ImportFrom) {
      return true;
    }
    if (statement instanceof Stmt.Evaluate it) {
      return plain && !(it.value() instanceof Expr.TupleOf) && is(it.value());
    }
    if (statement instanceof Stmt.Assign it) {
      return plain
          && it.targets().size() == 1
          && is(it.targets().get(0))
          && !(it.targets().get(0) instanceof Expr.TupleOf)
          && !(it.value() instanceof Expr.TupleOf)
          && is(it.value());
    }
    return statement instanceof Stmt.Augment it
        && plain
        && List.of("+", "-", "*").contains(it.operator())
        && is(it.target())
        && is(it.value());
  }

  private static boolean all(List<Expr> items) {
    return items.stream().allMatch(SafeText::is);
  }

  private static boolean is(Expr expr) {
    if (expr instanceof Expr.Constant it) {
      return it.value() == null
          || it.value() instanceof String
          || it.value() instanceof Integer
          || it.value() instanceof Boolean;
    }
    if (expr instanceof Expr.Attribute it) {
      return is(it.value());
    }
    if (expr instanceof Expr.Call it) {
      return !SharedNames.has(it)
          && is(it.callee())
          && it.arguments().stream().allMatch(each -> isArgument(it, each));
    }
    if (expr instanceof Expr.Subscript it) {
      return is(it.value()) && is(it.index());
    }
    if (expr instanceof Expr.SliceOf it) {
      return maybe(it.start()) && maybe(it.stop()) && maybe(it.step());
    }
    if (expr instanceof Expr.ListOf it) {
      return all(it.items());
    }
    if (expr instanceof Expr.TupleOf it) {
      return all(it.items());
    }
    if (expr instanceof Expr.Binary it) {
      return List.of("+", "-", "*", "**").contains(it.operator())
          && isOperand(it.left())
          && isOperand(it.right())
          && !(it.left() instanceof Expr.Constant && it.right() instanceof Expr.Constant);
    }
    if (expr instanceof Expr.Unary it) {
      return it.operator().equals("-") && is(it.operand());
    }
    return expr instanceof Expr.Name;
  }

  private static boolean isArgument(Expr.Call call, Expr.Argument argument) {
    return argument.stars() == 0
        && (GroovyExpressions.isSetting(call, argument) || is(argument.value()));
  }

  private static boolean isOperand(Expr expr) {
    boolean truth = expr instanceof Expr.Constant it && it.value() instanceof Boolean;
    return !truth && !(expr instanceof Expr.TupleOf) && is(expr);
  }

  private static boolean maybe(Expr expr) {
    return expr == null || is(expr);
  }
}
