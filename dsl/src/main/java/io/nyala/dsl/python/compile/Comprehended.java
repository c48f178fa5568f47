package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.ARETURN;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFEQ;
import static groovyjarjarasm.asm.Opcodes.POP;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.python.syntax.Expr;
import java.util.List;

/** The loops inside a comprehension's own function. */
final class Comprehended {
  private static final String O = Code.OBJECT;
  private static final String ITERATOR = "java/util/Iterator";

  private final Function function;
  private final Code code;
  private final Expr.Comprehension it;
  private int result;

  Comprehended(Function function, Expr.Comprehension it) {
    this.function = function;
    this.code = function.code;
    this.it = it;
  }

  void write() {
    boolean generator = it.form() == Expr.Form.GENERATOR;
    if (!generator) {
      result = code.place();
      String kind = it.form().name().toLowerCase(java.util.Locale.ROOT);
      code.array(List.of());
      code.call("Containers", kind, "([" + O + ")" + O);
      code.store(result);
    }
    clause(0);
    if (generator) {
      function.ending();
    } else {
      code.load(result);
      code.op(ARETURN);
    }
  }

  private void clause(int index) {
    if (index == it.clauses().size()) {
      item();
      return;
    }
    Expr.Clause clause = it.clauses().get(index);
    int iterator = code.place();
    if (index == 0) {
      function.variables.load(Comprehensions.SOURCE);
    } else {
      function.expressions.push(clause.source());
      code.call("Iterators", "of", "(" + O + ")L" + ITERATOR + ";");
    }
    code.store(iterator);
    Label again = new Label();
    Label end = new Label();
    code.label(again);
    code.mv.visitMethodInsn(
        groovyjarjarasm.asm.Opcodes.INVOKESTATIC,
        "io/nyala/dsl/lang/Interrupts",
        "check",
        "()V",
        false);
    code.load(iterator);
    code.cast(ITERATOR);
    code.iface(ITERATOR, "hasNext", "()Z");
    code.jump(IFEQ, end);
    code.load(iterator);
    code.cast(ITERATOR);
    code.iface(ITERATOR, "next", "()" + O);
    function.statements.store(clause.target());
    clause.conditions().forEach(test -> function.expressions.jumpIfFalse(test, again));
    clause(index + 1);
    code.jump(GOTO, again);
    code.label(end);
  }

  private void item() {
    switch (it.form()) {
      case GENERATOR -> {
        function.expressions.push(it.item());
        function.yield();
        code.op(POP);
      }
      case DICT -> {
        code.load(result);
        function.expressions.push(it.item());
        function.expressions.push(it.value());
        code.call("Containers", "put", "(" + O + O + O + ")V");
      }
      default -> {
        code.load(result);
        function.expressions.push(it.item());
        code.call("Containers", "add", "(" + O + O + ")V");
      }
    }
  }
}
