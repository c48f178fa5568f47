package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.AALOAD;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFNULL;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.python.syntax.Stmt;

/** {@code match} statements. */
final class Matches {
  private static final String O = Code.OBJECT;

  private final Function function;
  private final Code code;

  Matches(Function function) {
    this.function = function;
    this.code = function.code;
  }

  void write(Stmt.Match it) {
    int subject = code.place();
    Label end = new Label();
    function.expressions.pushOrYield(it.subject());
    code.store(subject);
    for (Stmt.Case each : it.cases()) {
      Label next = new Label();
      code.line(each.line());
      attempt(each, subject, next);
      if (each.guard() != null) {
        function.expressions.jumpOrYield(each.guard(), next);
      }
      function.statements.all(each.body());
      code.jump(GOTO, end);
      code.label(next);
      code.forgetLine();
    }
    code.label(end);
    code.forgetLine();
  }

  /** Binds the names of a case whose pattern fits; goes to the next one else. */
  private void attempt(Stmt.Case it, int subject, Label next) {
    int found = code.place();
    code.load(subject);
    code.value(it.pattern());
    function.expressions.spread(it.values());
    code.integer(it.names().size());
    code.call("Matching", "match", "(" + O + O + "[" + O + "I)[" + O);
    code.store(found);
    code.load(found, "[" + O);
    code.jump(IFNULL, next);
    for (int i = 0; i < it.names().size(); i++) {
      code.load(found, "[" + O);
      code.integer(i);
      code.op(AALOAD);
      function.variables.store(it.names().get(i));
    }
  }
}
