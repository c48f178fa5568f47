package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.DUP;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFEQ;
import static groovyjarjarasm.asm.Opcodes.IFNE;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.syntax.Expr;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code yield} inside larger expressions. A generator hands out values only with nothing on the
 * stack, so what is evaluated before a {@code yield} goes into places of the frame first.
 */
final class Yields {
  private final Function function;
  private final Code code;

  Yields(Function function) {
    this.function = function;
    this.code = function.code;
  }

  /** Whether evaluating an expression runs into a {@code yield}. */
  static boolean in(Expr expr) {
    if (expr == null) {
      return false;
    }
    if (expr instanceof Expr.Comprehension it) {
      return in(it.clauses().get(0).source());
    }
    return expr instanceof Expr.Yield
        || expr instanceof Expr.YieldFrom
        || Children.of(expr).stream().anyMatch(Yields::in);
  }

  /** The expression without its {@code yield}s, which have run. */
  Expr before(Expr expr) {
    if (!in(expr)) {
      return expr;
    }
    if (expr instanceof Expr.Yield it) {
      return kept(new Expr.Yield(before(it.value()), it.line()));
    }
    if (expr instanceof Expr.YieldFrom it) {
      return kept(new Expr.YieldFrom(before(it.value()), it.line()));
    }
    if (expr instanceof Expr.Logic it) {
      return logic(it);
    }
    if (expr instanceof Expr.Conditional it) {
      return conditional(it);
    }
    return operands(expr);
  }

  private static CellSyntaxError refused(Expr expr) {
    return new CellSyntaxError(
        "yield at this place in an expression is not supported in Nyala's Python cells; assign it"
            + " to a variable of its own first",
        expr.line(),
        1);
  }

  /** Evaluates an expression whose parts have no {@code yield} into a place. */
  private Expr kept(Expr expr) {
    function.expressions.pushOrYield(expr);
    int place = code.place();
    code.store(place);
    return new Expr.Stored(place, expr.line());
  }

  private Expr logic(Expr.Logic it) {
    Label end = new Label();
    int place = code.place();
    function.expressions.push(before(it.left()));
    code.op(DUP);
    code.store(place);
    code.call("Truth", "of", "(" + Code.OBJECT + ")Z");
    code.jump(it.and() ? IFEQ : IFNE, end);
    function.expressions.push(before(it.right()));
    code.store(place);
    code.label(end);
    return new Expr.Stored(place, it.line());
  }

  private Expr conditional(Expr.Conditional it) {
    Label otherwise = new Label();
    Label end = new Label();
    int place = code.place();
    function.expressions.jumpIfFalse(before(it.test()), otherwise);
    function.expressions.push(before(it.then()));
    code.store(place);
    code.jump(GOTO, end);
    code.label(otherwise);
    function.expressions.push(before(it.otherwise()));
    code.store(place);
    code.label(end);
    return new Expr.Stored(place, it.line());
  }

  /** The parts in their order, each in its place up to the last that has a {@code yield}. */
  private List<Expr> all(List<Expr> parts) {
    int last = -1;
    for (int i = 0; i < parts.size(); i++) {
      last = in(parts.get(i)) ? i : last;
    }
    List<Expr> done = new ArrayList<>(parts);
    for (int i = 0; i <= last; i++) {
      done.set(i, part(parts.get(i)));
    }
    return done;
  }

  private Expr part(Expr expr) {
    if (expr == null || expr instanceof Expr.Constant) {
      return expr;
    }
    if (expr instanceof Expr.Starred it) {
      return new Expr.Starred(part(it.value()), it.line());
    }
    if (expr instanceof Expr.Formatted || expr instanceof Expr.SliceOf) {
      return operands(expr);
    }
    Expr done = before(expr);
    return done instanceof Expr.Stored ? done : kept(done);
  }

  private Expr operands(Expr expr) {
    int line = expr.line();
    if (expr instanceof Expr.Call it) {
      return call(it);
    }
    List<Expr> parts = all(Children.of(expr));
    if (expr instanceof Expr.Binary it) {
      return new Expr.Binary(it.operator(), parts.get(0), parts.get(1), line);
    }
    if (expr instanceof Expr.Unary it) {
      return new Expr.Unary(it.operator(), parts.get(0), line);
    }
    if (expr instanceof Expr.Attribute it) {
      return new Expr.Attribute(parts.get(0), it.name(), line);
    }
    if (expr instanceof Expr.Subscript) {
      return new Expr.Subscript(parts.get(0), parts.get(1), line);
    }
    if (expr instanceof Expr.Comparison it && it.rights().size() == 1) {
      return new Expr.Comparison(parts.get(0), it.operators(), parts.subList(1, 2), line);
    }
    if (expr instanceof Expr.Formatted it) {
      return new Expr.Formatted(parts.get(0), it.conversion(), parts.get(1), line);
    }
    if (expr instanceof Expr.SliceOf) {
      return new Expr.SliceOf(parts.get(0), parts.get(1), parts.get(2), line);
    }
    return display(expr, parts, line);
  }

  private static Expr display(Expr expr, List<Expr> parts, int line) {
    if (expr instanceof Expr.ListOf) {
      return new Expr.ListOf(parts, line);
    }
    if (expr instanceof Expr.TupleOf) {
      return new Expr.TupleOf(parts, line);
    }
    if (expr instanceof Expr.SetOf) {
      return new Expr.SetOf(parts, line);
    }
    if (expr instanceof Expr.Joined) {
      return new Expr.Joined(parts, line);
    }
    if (expr instanceof Expr.Walrus it) {
      return new Expr.Walrus(it.name(), parts.get(0), line);
    }
    if (expr instanceof Expr.DictOf it && it.keys().size() == 1) {
      return new Expr.DictOf(parts.subList(0, 1), parts.subList(1, 2), line);
    }
    throw refused(expr);
  }

  private Expr call(Expr.Call it) {
    List<Expr> parts = new ArrayList<>();
    boolean method = it.callee() instanceof Expr.Attribute;
    parts.add(method ? ((Expr.Attribute) it.callee()).value() : it.callee());
    it.arguments().forEach(each -> parts.add(each.value()));
    List<Expr> done = all(parts);
    List<Expr.Argument> arguments = new ArrayList<>();
    for (int i = 0; i < it.arguments().size(); i++) {
      Expr.Argument each = it.arguments().get(i);
      arguments.add(new Expr.Argument(each.stars(), each.name(), done.get(i + 1)));
    }
    Expr callee =
        method
            ? new Expr.Attribute(
                done.get(0), ((Expr.Attribute) it.callee()).name(), it.callee().line())
            : done.get(0);
    return new Expr.Call(callee, arguments, it.line());
  }
}
