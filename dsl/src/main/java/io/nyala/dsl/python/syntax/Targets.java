package io.nyala.dsl.python.syntax;

import io.nyala.dsl.lang.CellSyntaxError;
import java.util.List;

/** Which expressions may stand on the left of an assignment. */
final class Targets {
  /** Given as the hint where a target is deleted. */
  static final String DELETE = "delete";

  private Targets() {}

  static void check(Expr target, Tok place, String hint) {
    if (target instanceof Expr.TupleOf tuple) {
      checkAll(tuple.items(), place, hint);
    } else if (target instanceof Expr.ListOf list) {
      checkAll(list.items(), place, hint);
    } else if (target instanceof Expr.Starred starred) {
      check(starred.value(), place, hint);
    } else if (!(target instanceof Expr.Name
        || target instanceof Expr.Attribute
        || target instanceof Expr.Subscript)) {
      boolean word =
          target instanceof Expr.Constant it
              && (it.value() == null || it.value() instanceof Boolean);
      String verb = hint.equals(DELETE) ? "delete " : "assign to ";
      String more = word || hint.equals(DELETE) ? "" : hint;
      throw new CellSyntaxError(
          "cannot " + verb + kind(target) + more, target.line(), place.column());
    }
  }

  private static void checkAll(List<Expr> items, Tok place, String hint) {
    items.forEach(item -> check(item, place, hint));
    if (items.stream().filter(Expr.Starred.class::isInstance).count() > 1) {
      throw new CellSyntaxError(
          "multiple starred expressions in assignment", place.line(), place.column());
    }
  }

  static String kind(Expr target) {
    if (target instanceof Expr.Constant constant) {
      Object value = constant.value();
      if (value == null) {
        return "None";
      }
      if (value instanceof Boolean flag) {
        return flag ? "True" : "False";
      }
      return value == io.nyala.tensor.Index.ELLIPSIS ? "ellipsis" : "literal";
    }
    if (target instanceof Expr.Call) {
      return "function call";
    }
    if (target instanceof Expr.Comparison) {
      return "comparison";
    }
    if (target instanceof Expr.Lambda) {
      return "lambda";
    }
    if (target instanceof Expr.Conditional) {
      return "conditional expression";
    }
    return target instanceof Expr.Joined ? "f-string expression" : "expression";
  }
}
