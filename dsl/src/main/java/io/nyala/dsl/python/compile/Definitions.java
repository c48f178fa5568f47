package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.AASTORE;
import static groovyjarjarasm.asm.Opcodes.ALOAD;
import static groovyjarjarasm.asm.Opcodes.ANEWARRAY;
import static groovyjarjarasm.asm.Opcodes.DUP;

import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** Functions, lambdas, classes and comprehensions where they are defined. */
final class Definitions {
  private static final String O = Code.OBJECT;
  private static final String CELL = Code.RUN + "PyCell";

  private final Function function;
  private final Code code;

  Definitions(Function function) {
    this.function = function;
    this.code = function.code;
  }

  void function(Stmt.Function it) {
    Scope scope = function.unit.scopes.of(it);
    it.decorators().forEach(function.expressions::push);
    int id = Function.function(function.unit, scope, it.name(), it.parameters(), it.body());
    make(id, scope, it.parameters());
    if (it.kinds() != null) {
      code.op(DUP);
      lambda(it.kinds());
      code.virtual("PyFunction", "kinds", "(L" + Code.RUN + "PyFunction;)V");
    }
    decorate(it.decorators().size());
    function.variables.store(it.name());
  }

  private void decorate(int count) {
    for (int i = 0; i < count; i++) {
      code.call("Invoke", "decorate", 2);
    }
  }

  void lambda(Expr.Lambda it) {
    Scope scope = function.unit.scopes.of(it);
    make(Function.lambda(function.unit, scope, it), scope, it.parameters());
  }

  /** Leaves a new function of this code, with the values of its defaults and its closure. */
  private void make(int id, Scope scope, Expr.Parameters parameters) {
    code.mv.visitVarInsn(ALOAD, 0);
    code.integer(id);
    List<Runnable> defaults = new ArrayList<>();
    boolean any = parameters.all().stream().anyMatch(each -> each.fallback() != null);
    for (Expr.Parameter each : any ? parameters.all() : List.<Expr.Parameter>of()) {
      defaults.add(
          () -> {
            if (each.fallback() == null) {
              code.unbound();
            } else {
              function.expressions.push(each.fallback());
            }
          });
    }
    code.array(defaults);
    closure(scope);
    code.virtual(
        "PyScript", "function", "(I[" + O + "[L" + CELL + ";)L" + Code.RUN + "PyFunction;");
  }

  private void closure(Scope scope) {
    code.integer(scope.frees.size());
    code.mv.visitTypeInsn(ANEWARRAY, CELL);
    for (int i = 0; i < scope.frees.size(); i++) {
      code.op(DUP);
      code.integer(i);
      function.variables.cell(scope.frees.get(i));
      code.op(AASTORE);
    }
  }

  void comprehension(Expr.Comprehension it) {
    Scope scope = function.unit.scopes.of(it);
    int id = Function.comprehension(function.unit, scope, it);
    make(id, scope, Expr.Parameters.NONE);
    function.expressions.pushSource(it.clauses().get(0).source());
    code.line(it.line());
    code.call("Iterators", "of", "(" + O + ")Ljava/util/Iterator;");
    code.virtual("PyFunction", "one", "(" + O + ")" + O);
  }

  void classOf(Stmt.ClassOf it) {
    Scope scope = function.unit.scopes.of(it);
    it.decorators().forEach(function.expressions::push);
    int id = Function.classBody(function.unit, scope, it);
    code.text(it.name());
    new Invocation(function).arguments(it.bases());
    make(id, scope, Expr.Parameters.NONE);
    code.line(it.line());
    code.call(
        "Classes",
        "make",
        "(Ljava/lang/String;["
            + O
            + "Lio/nyala/dsl/names/Kwargs;L"
            + Code.RUN
            + "PyFunction;)"
            + O);
    decorate(it.decorators().size());
    function.variables.store(it.name());
  }
}
