package io.nyala.dsl.python.compile;

import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Expr.Argument;
import java.util.ArrayList;
import java.util.List;

/** Calls: {@code f(a, *b, c=d, **e)} and {@code x.m(…)}. */
final class Invocation {
  private static final String O = Code.OBJECT;
  private static final String KWARGS = "Lio/nyala/dsl/names/Kwargs;";

  private final Function function;
  private final Code code;

  Invocation(Function function) {
    this.function = function;
    this.code = function.code;
  }

  void push(Expr.Call call) {
    if (call.callee() instanceof Expr.Name name && isSuper(name, call)) {
      superObject();
      return;
    }
    if (call.callee() instanceof Expr.Attribute method) {
      function.expressions.push(method.value());
      code.text(method.name());
      arguments(call.arguments());
      code.line(call.line());
      code.call("Invoke", "method", "(" + O + "Ljava/lang/String;[" + O + KWARGS + ")" + O);
      return;
    }
    function.expressions.push(call.callee());
    if (call.callee() instanceof Expr.Name name && function.seesNames(name.id())) {
      function.variables.names();
    }
    arguments(call.arguments());
    code.line(call.line());
    code.call("Invoke", "call", "(" + O + "[" + O + KWARGS + ")" + O);
  }

  private boolean isSuper(Expr.Name name, Expr.Call call) {
    return name.id().equals("super")
        && call.arguments().isEmpty()
        && function.scope.home("__class__") == Scope.Home.FREE
        && function.scope.home("super") == Scope.Home.GLOBAL
        && function.scope.kind == Scope.Kind.FUNCTION
        && !function.scope.locals.isEmpty();
  }

  private void superObject() {
    function.variables.load("__class__");
    function.variables.load(function.scope.locals.iterator().next());
    code.call("PySuper", "of", 2);
  }

  /** Leaves the positional arguments' array and the named ones, null if there are none. */
  void arguments(List<Argument> arguments) {
    List<Expr> positional = new ArrayList<>();
    List<Argument> named = new ArrayList<>();
    for (Argument each : arguments) {
      if (each.stars() == 2 || each.name() != null) {
        named.add(each);
      } else {
        Expr value = each.value();
        positional.add(each.stars() == 1 ? new Expr.Starred(value, value.line()) : value);
      }
    }
    function.expressions.spread(positional);
    named(named);
  }

  private void named(List<Argument> named) {
    if (named.isEmpty()) {
      code.nothing();
      return;
    }
    List<Runnable> pushes = new ArrayList<>();
    for (Argument each : named) {
      pushes.add(
          () -> {
            if (each.stars() == 2) {
              code.unbound();
            } else {
              code.text(each.name());
            }
          });
      pushes.add(() -> function.expressions.push(each.value()));
    }
    code.array(pushes);
    code.call("Invoke", "named", "([" + O + ")" + KWARGS);
  }
}
