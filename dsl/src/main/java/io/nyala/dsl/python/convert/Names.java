package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that statements bind, loops' own left out, and where a function declares them. */
final class Names {
  private Names() {}

  /** All of them, in the order of their first binding. */
  static Set<String> bound(List<Stmt> body) {
    Set<String> names = new LinkedHashSet<>();
    body.forEach(each -> collect(each, names));
    return names;
  }

  /**
   * The names whose first binding is a statement of the body itself, so that it can declare them.
   */
  static Set<String> declaredInTurn(List<Stmt> body, Set<String> parameters) {
    Set<String> declared = new LinkedHashSet<>();
    Set<String> seen = new LinkedHashSet<>(parameters);
    for (Stmt statement : body) {
      Set<String> here =
          statement instanceof Stmt.Assign it && it.targets().size() == 1 ? targets(it) : Set.of();
      if (here.stream().noneMatch(seen::contains)) {
        declared.addAll(here);
      }
      collect(statement, seen);
    }
    return declared;
  }

  /** The names an assignment binds; none where it also writes to parts of things. */
  static Set<String> targets(Stmt.Assign it) {
    Set<String> names = new LinkedHashSet<>();
    for (Expr target : it.targets()) {
      if (target instanceof Expr.Name name) {
        names.add(name.id());
      } else if (target instanceof Expr.TupleOf tuple && plain(tuple)) {
        tuple.items().forEach(each -> names.add(((Expr.Name) each).id()));
      } else {
        return Set.of();
      }
    }
    return names;
  }

  private static boolean plain(Expr.TupleOf tuple) {
    return tuple.items().stream().allMatch(Expr.Name.class::isInstance);
  }

  /** What stands left of the sign in an assignment. */
  static String target(GroovyExpressions expressions, Expr target) {
    return target instanceof Expr.TupleOf tuple ? of(tuple) : expressions.of(target);
  }

  /** {@code (a, b)}, as Groovy assigns to several names. */
  static String of(Expr.TupleOf several) {
    if (!plain(several)) {
      throw new Unconvertible("assignment to parts");
    }
    return several.items().stream()
        .map(each -> ((Expr.Name) each).id())
        .collect(Collectors.joining(", ", "(", ")"));
  }

  private static void collect(Stmt statement, Set<String> into) {
    if (statement instanceof Stmt.Assign it) {
      it.targets().forEach(each -> name(each, into));
    } else if (statement instanceof Stmt.Augment it) {
      name(it.target(), into);
    } else if (statement instanceof Stmt.If it) {
      into.addAll(bound(it.then()));
      into.addAll(bound(it.otherwise()));
    } else if (statement instanceof Stmt.For it) {
      into.addAll(bound(it.body()));
    } else if (statement instanceof Stmt.While it) {
      into.addAll(bound(it.body()));
    } else if (statement instanceof Stmt.Global || statement instanceof Stmt.Nonlocal) {
      throw new Unconvertible("global");
    }
  }

  private static void name(Expr target, Set<String> into) {
    if (target instanceof Expr.Name name) {
      into.add(name.id());
    } else if (target instanceof Expr.TupleOf tuple) {
      tuple.items().forEach(each -> name(each, into));
    }
  }
}
