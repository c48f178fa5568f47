package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.ATHROW;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFEQ;
import static groovyjarjarasm.asm.Opcodes.IFNE;
import static groovyjarjarasm.asm.Opcodes.POP;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.List;

/** {@code try} and {@code with}. */
final class Tries {
  private static final String O = Code.OBJECT;
  private static final String THROWABLE = "java/lang/Throwable";

  private final Function function;
  private final Code code;

  Tries(Function function) {
    this.function = function;
    this.code = function.code;
  }

  void tryStatement(Stmt.Try it) {
    if (it.last() == null) {
      handled(it);
      return;
    }
    Label end = new Label();
    Exits.Guard guard = function.exits.guard(() -> function.statements.all(it.last()));
    if (it.handlers().isEmpty()) {
      function.statements.all(it.body());
    } else {
      handled(it);
    }
    function.exits.end(guard);
    function.statements.all(it.last());
    code.jump(GOTO, end);
    int error = caught(guard);
    function.exits.enterHandler(error);
    function.statements.all(it.last());
    function.exits.leaveHandler();
    code.load(error, THROWABLE);
    code.op(ATHROW);
    code.label(end);
    code.forgetLine();
  }

  /** Starts a guard's handler; the error is kept in the place this gives. */
  private int caught(Exits.Guard guard) {
    code.label(guard.handler());
    code.forgetLine();
    int error = code.place();
    code.store(error);
    return error;
  }

  private void handled(Stmt.Try it) {
    Label otherwise = new Label();
    Label end = new Label();
    Exits.Guard guard = function.exits.guard(null);
    function.statements.all(it.body());
    function.exits.end(guard);
    code.jump(GOTO, otherwise);
    int error = caught(guard);
    handlers(it.handlers(), error, end);
    code.load(error, THROWABLE);
    code.op(ATHROW);
    code.label(otherwise);
    code.forgetLine();
    function.statements.all(it.otherwise());
    code.label(end);
    code.forgetLine();
  }

  private void handlers(List<Stmt.Handler> handlers, int error, Label end) {
    for (Stmt.Handler handler : handlers) {
      Label next = new Label();
      code.line(handler.line());
      if (handler.type() == null) {
        code.nothing();
      } else {
        function.expressions.push(handler.type());
      }
      code.load(error, THROWABLE);
      code.call("Errors", "matches", "(" + O + "L" + THROWABLE + ";)Z");
      code.jump(IFEQ, next);
      if (handler.name() != null) {
        code.load(error, THROWABLE);
        code.call("Errors", "value", "(L" + THROWABLE + ";)" + O);
        function.variables.store(handler.name());
      }
      function.exits.enterHandler(error);
      function.statements.all(handler.body());
      function.exits.leaveHandler();
      if (handler.name() != null) {
        function.variables.clear(handler.name());
      }
      code.jump(GOTO, end);
      code.label(next);
      code.forgetLine();
    }
  }

  void with(Stmt.With it) {
    Label end = new Label();
    int manager = code.place();
    function.expressions.pushOrYield(it.manager());
    code.call("Managers", "of", 1);
    code.op(groovyjarjarasm.asm.Opcodes.DUP);
    code.store(manager);
    code.call("Managers", "enter", 1);
    if (it.target() == null) {
      code.op(POP);
    } else {
      function.statements.store(it.target());
    }
    Runnable exit =
        () -> {
          code.load(manager);
          code.nothing();
          exit();
          code.op(POP);
        };
    Exits.Guard guard = function.exits.guard(exit);
    function.statements.all(it.body());
    function.exits.end(guard);
    exit.run();
    code.jump(GOTO, end);
    int error = caught(guard);
    code.load(manager);
    code.load(error, THROWABLE);
    exit();
    code.jump(IFNE, end);
    code.load(error, THROWABLE);
    code.op(ATHROW);
    code.label(end);
    code.forgetLine();
  }

  private void exit() {
    code.call("Managers", "exit", "(" + O + "L" + THROWABLE + ";)Z");
  }
}
