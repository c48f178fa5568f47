package io.nyala.dsl.python.compile;

import io.nyala.dsl.python.syntax.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The expressions directly inside another. */
final class Children {
  private Children() {}

  static List<Expr> of(Expr expr) {
    if (expr instanceof Expr.Joined it) {
      return it.parts();
    }
    if (expr instanceof Expr.Formatted it) {
      return several(it.value(), it.spec());
    }
    if (expr instanceof Expr.Attribute it) {
      return List.of(it.value());
    }
    if (expr instanceof Expr.Subscript it) {
      return List.of(it.value(), it.index());
    }
    if (expr instanceof Expr.SliceOf it) {
      return several(it.start(), it.stop(), it.step());
    }
    if (expr instanceof Expr.Call it) {
      List<Expr> all = new ArrayList<>(List.of(it.callee()));
      it.arguments().forEach(each -> all.add(each.value()));
      return all;
    }
    if (expr instanceof Expr.Comparison it) {
      List<Expr> all = new ArrayList<>(List.of(it.left()));
      all.addAll(it.rights());
      return all;
    }
    if (expr instanceof Expr.DictOf it) {
      List<Expr> all = new ArrayList<>(it.keys());
      all.addAll(it.values());
      return all;
    }
    return ofOperator(expr);
  }

  private static List<Expr> ofOperator(Expr expr) {
    if (expr instanceof Expr.Binary it) {
      return List.of(it.left(), it.right());
    }
    if (expr instanceof Expr.Unary it) {
      return List.of(it.operand());
    }
    if (expr instanceof Expr.Logic it) {
      return List.of(it.left(), it.right());
    }
    if (expr instanceof Expr.Conditional it) {
      return List.of(it.test(), it.then(), it.otherwise());
    }
    if (expr instanceof Expr.ListOf it) {
      return it.items();
    }
    if (expr instanceof Expr.TupleOf it) {
      return it.items();
    }
    if (expr instanceof Expr.SetOf it) {
      return it.items();
    }
    if (expr instanceof Expr.Walrus it) {
      return List.of(it.value());
    }
    if (expr instanceof Expr.Yield it) {
      return several(it.value());
    }
    if (expr instanceof Expr.YieldFrom it) {
      return List.of(it.value());
    }
    return expr instanceof Expr.Starred it ? List.of(it.value()) : List.of();
  }

  private static List<Expr> several(Expr... parts) {
    return Arrays.asList(parts);
  }
}
