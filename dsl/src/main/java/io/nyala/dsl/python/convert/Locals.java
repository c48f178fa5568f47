package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.Set;

/** The names that a function's statements bind, loops' own left out. */
final class Locals {
  private Locals() {}

  static void collect(Stmt statement, Set<String> into) {
    if (statement instanceof Stmt.Assign it) {
      it.targets().forEach(each -> name(each, into));
    } else if (statement instanceof Stmt.Augment it) {
      name(it.target(), into);
    } else if (statement instanceof Stmt.If it) {
      it.then().forEach(each -> collect(each, into));
      it.otherwise().forEach(each -> collect(each, into));
    } else if (statement instanceof Stmt.For it) {
      it.body().forEach(each -> collect(each, into));
    } else if (statement instanceof Stmt.While it) {
      it.body().forEach(each -> collect(each, into));
    } else if (statement instanceof Stmt.Global || statement instanceof Stmt.Nonlocal) {
      throw new Unconvertible("global");
    }
  }

  private static void name(Expr target, Set<String> into) {
    if (target instanceof Expr.Name name) {
      into.add(name.id());
    } else if (target instanceof Expr.TupleOf) {
      throw new Unconvertible("several names in a function");
    }
  }
}
