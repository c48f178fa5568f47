package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.AALOAD;
import static groovyjarjarasm.asm.Opcodes.ATHROW;
import static groovyjarjarasm.asm.Opcodes.DUP;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFEQ;
import static groovyjarjarasm.asm.Opcodes.POP;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.List;
import java.util.stream.Stream;

/** Statements: each starts and ends with nothing on the stack. */
final class Statements {
  private static final String O = Code.OBJECT;
  private static final String STRING = "Ljava/lang/String;";
  private static final String ITERATOR = "java/util/Iterator";

  private final Function function;
  private final Code code;
  private final Expressions expressions;

  Statements(Function function) {
    this.function = function;
    this.code = function.code;
    this.expressions = function.expressions;
  }

  void all(List<Stmt> body) {
    body.forEach(this::write);
  }

  private void write(Stmt statement) {
    code.line(statement.line());
    code.op(groovyjarjarasm.asm.Opcodes.NOP);
    if (statement instanceof Stmt.Evaluate it) {
      expressions.pushOrYield(it.value());
      code.op(POP);
    } else if (statement instanceof Stmt.Assign it) {
      assign(it);
    } else if (statement instanceof Stmt.Augment it) {
      augment(it);
    } else if (statement instanceof Stmt.Annotate it) {
      annotate(it);
    } else if (statement instanceof Stmt.Return it) {
      if (it.value() == null) {
        code.nothing();
      } else {
        expressions.pushOrYield(it.value());
      }
      function.exits.result();
    } else if (statement instanceof Stmt.Function it) {
      function.definitions.function(it);
    } else if (statement instanceof Stmt.ClassOf it) {
      function.definitions.classOf(it);
    } else if (!block(statement)) {
      other(statement);
    }
  }

  private boolean block(Stmt statement) {
    if (statement instanceof Stmt.If it) {
      condition(it);
    } else if (statement instanceof Stmt.While it) {
      whileLoop(it);
    } else if (statement instanceof Stmt.For it) {
      forLoop(it);
    } else if (statement instanceof Stmt.Try it) {
      new Tries(function).tryStatement(it);
    } else if (statement instanceof Stmt.With it) {
      new Tries(function).with(it);
    } else if (statement instanceof Stmt.Match it) {
      new Matches(function).write(it);
    } else if (statement instanceof Stmt.Break it) {
      function.exits.leave(true, it.line());
    } else if (statement instanceof Stmt.Continue it) {
      function.exits.leave(false, it.line());
    } else {
      return false;
    }
    return true;
  }

  private void other(Stmt statement) {
    if (statement instanceof Stmt.Raise it) {
      raise(it);
    } else if (statement instanceof Stmt.Assert it) {
      assertion(it);
    } else if (statement instanceof Stmt.Delete it) {
      it.targets().forEach(this::delete);
    } else if (statement instanceof Stmt.Import it) {
      importModule(it);
    } else if (statement instanceof Stmt.ImportFrom it) {
      importFrom(it);
    }
  }

  /** A name with its type, which classes remember. */
  private void annotate(Stmt.Annotate it) {
    if (it.value() != null) {
      expressions.pushOrYield(it.value());
      store(it.target());
    }
    if (function.scope.kind == Scope.Kind.CLASS && it.target() instanceof Expr.Name name) {
      code.mv.visitVarInsn(groovyjarjarasm.asm.Opcodes.ALOAD, 2);
      code.text(name.id());
      expressions.push(it.kind());
      code.call("Classes", "annotate", "([" + O + STRING + O + ")V");
    }
  }

  private void assign(Stmt.Assign it) {
    if (it.targets().size() == 1 && together(it.targets().get(0), it.value())) {
      return;
    }
    expressions.pushOrYield(it.value());
    for (int i = 0; i < it.targets().size(); i++) {
      if (i < it.targets().size() - 1) {
        code.op(DUP);
      }
      store(it.targets().get(i));
    }
  }

  /** {@code a, b = b, a}, which needs no tuple; false if this is no such assignment. */
  private boolean together(Expr target, Expr value) {
    boolean tuples = target instanceof Expr.TupleOf && value instanceof Expr.TupleOf;
    if (!tuples || Yields.in(value)) {
      return false;
    }
    List<Expr> targets = ((Expr.TupleOf) target).items();
    List<Expr> values = ((Expr.TupleOf) value).items();
    boolean starred =
        Stream.concat(targets.stream(), values.stream()).anyMatch(Expr.Starred.class::isInstance);
    if (starred || targets.size() != values.size()) {
      return false;
    }
    List<Integer> places = values.stream().map(this::kept).toList();
    for (int i = 0; i < places.size(); i++) {
      code.load(places.get(i));
      store(targets.get(i));
    }
    return true;
  }

  /** Takes the value off the stack into the target. */
  void store(Expr target) {
    if (target instanceof Expr.Name it) {
      function.variables.store(it.id());
    } else if (target instanceof Expr.Attribute it) {
      expressions.push(it.value());
      code.text(it.name());
      code.call("Attributes", "set", "(" + O + O + STRING + ")V");
    } else if (target instanceof Expr.Subscript it) {
      expressions.push(it.value());
      expressions.push(it.index());
      code.call("Items", "set", "(" + O + O + O + ")V");
    } else if (target instanceof Expr.TupleOf it) {
      unpack(it.items());
    } else if (target instanceof Expr.ListOf it) {
      unpack(it.items());
    } else {
      throw new IllegalStateException("Cannot store into " + target);
    }
  }

  private void unpack(List<Expr> targets) {
    int star = -1;
    for (int i = 0; i < targets.size(); i++) {
      star = targets.get(i) instanceof Expr.Starred ? i : star;
    }
    code.integer(targets.size());
    code.integer(star);
    code.call("Iterators", "unpack", "(" + O + "II)[" + O);
    int place = code.place();
    code.store(place);
    for (int i = 0; i < targets.size(); i++) {
      code.load(place, "[" + O);
      code.integer(i);
      code.op(AALOAD);
      Expr target = targets.get(i);
      store(target instanceof Expr.Starred starred ? starred.value() : target);
    }
  }

  private void augment(Stmt.Augment it) {
    String operator = Expressions.BINARY.get(it.operator());
    if (Yields.in(it.value())) {
      int before = kept(it.target());
      expressions.pushOrYield(it.value());
      int value = code.place();
      code.store(value);
      code.load(before);
      code.load(value);
      inPlace(operator, it.line());
      store(it.target());
    } else if (it.target() instanceof Expr.Name name) {
      boolean grows = it.operator().equals("+") && function.variables.canGrow(name.id());
      code.line(it.line());
      if (grows) {
        function.variables.loadGrowing(name.id());
      } else {
        expressions.push(it.target());
      }
      expressions.push(it.value());
      inPlace(grows ? "grow" : operator, it.line());
      store(it.target());
    } else if (it.target() instanceof Expr.Attribute target) {
      int object = kept(target.value());
      code.load(object);
      code.text(target.name());
      code.call("Attributes", "get", "(" + O + STRING + ")" + O);
      expressions.push(it.value());
      inPlace(operator, it.line());
      code.load(object);
      code.text(target.name());
      code.call("Attributes", "set", "(" + O + O + STRING + ")V");
    } else {
      Expr.Subscript target = (Expr.Subscript) it.target();
      int object = kept(target.value());
      int index = kept(target.index());
      code.load(object);
      code.load(index);
      code.call("Items", "get", 2);
      expressions.push(it.value());
      inPlace(operator, it.line());
      code.load(object);
      code.load(index);
      code.call("Items", "set", "(" + O + O + O + ")V");
    }
  }

  private int kept(Expr expr) {
    int place = code.place();
    expressions.push(expr);
    code.store(place);
    return place;
  }

  private void inPlace(String operator, int line) {
    code.line(line);
    code.call("InPlace", operator, 2);
  }

  private void condition(Stmt.If it) {
    Label otherwise = new Label();
    Label end = new Label();
    expressions.jumpOrYield(it.test(), otherwise);
    all(it.then());
    code.jump(GOTO, end);
    code.label(otherwise);
    code.forgetLine();
    all(it.otherwise());
    code.label(end);
    code.forgetLine();
  }

  private void interruptible() {
    code.mv.visitMethodInsn(
        groovyjarjarasm.asm.Opcodes.INVOKESTATIC,
        "io/nyala/dsl/lang/Interrupts",
        "check",
        "()V",
        false);
  }

  private void whileLoop(Stmt.While it) {
    Label again = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    code.label(again);
    code.forgetLine();
    code.line(it.line());
    interruptible();
    if (!(it.test() instanceof Expr.Constant constant && Boolean.TRUE.equals(constant.value()))) {
      expressions.jumpOrYield(it.test(), otherwise);
    }
    function.exits.enterLoop(again, end);
    all(it.body());
    function.exits.leaveLoop();
    code.jump(GOTO, again);
    code.label(otherwise);
    code.forgetLine();
    all(it.otherwise());
    code.label(end);
    code.forgetLine();
  }

  private void forLoop(Stmt.For it) {
    int iterator = code.place();
    expressions.pushSource(it.source());
    code.line(it.line());
    code.call("Iterators", "of", "(" + O + ")L" + ITERATOR + ";");
    code.store(iterator);
    Label again = new Label();
    Label otherwise = new Label();
    Label end = new Label();
    code.label(again);
    code.forgetLine();
    code.line(it.line());
    interruptible();
    code.load(iterator, ITERATOR);
    code.iface(ITERATOR, "hasNext", "()Z");
    code.jump(IFEQ, otherwise);
    code.load(iterator, ITERATOR);
    code.iface(ITERATOR, "next", "()" + O);
    store(it.target());
    function.exits.enterLoop(again, end);
    all(it.body());
    function.exits.leaveLoop();
    code.jump(GOTO, again);
    code.label(otherwise);
    code.forgetLine();
    all(it.otherwise());
    code.label(end);
    code.forgetLine();
  }

  private void raise(Stmt.Raise it) {
    if (it.error() == null) {
      function.exits.pushCurrentError();
      code.call("Errors", "again", "(Ljava/lang/Throwable;)Ljava/lang/Throwable;");
    } else {
      expressions.pushOrYield(it.error());
      if (it.cause() == null) {
        code.unbound();
      } else {
        expressions.push(it.cause());
      }
      function.exits.pushCurrentError();
      code.line(it.line());
      code.call("Errors", "raise", "(" + O + O + "Ljava/lang/Throwable;)Ljava/lang/Throwable;");
    }
    code.op(ATHROW);
  }

  private void assertion(Stmt.Assert it) {
    Label otherwise = new Label();
    Label end = new Label();
    expressions.jumpOrYield(it.test(), otherwise);
    code.jump(GOTO, end);
    code.label(otherwise);
    if (it.message() == null) {
      code.unbound();
    } else {
      expressions.pushOrYield(it.message());
    }
    code.call("Errors", "assertion", "(" + O + ")Ljava/lang/Throwable;");
    code.op(ATHROW);
    code.label(end);
  }

  private void delete(Expr target) {
    if (target instanceof Expr.Name it) {
      function.variables.delete(it.id());
    } else if (target instanceof Expr.Attribute it) {
      expressions.push(it.value());
      code.text(it.name());
      code.call("Attributes", "delete", "(" + O + STRING + ")V");
    } else if (target instanceof Expr.Subscript it) {
      expressions.push(it.value());
      expressions.push(it.index());
      code.call("Items", "delete", "(" + O + O + ")V");
    } else if (target instanceof Expr.TupleOf it) {
      it.items().forEach(this::delete);
    } else if (target instanceof Expr.ListOf it) {
      it.items().forEach(this::delete);
    }
  }

  private void importModule(Stmt.Import it) {
    code.globals();
    code.text(it.path());
    code.integer(it.name() == null ? 0 : 1);
    code.call("Imports", "module", "(L" + Code.RUN + "Globals;" + STRING + "I)" + O);
    function.variables.store(it.name() == null ? it.path().split("\\.")[0] : it.name());
  }

  private void importFrom(Stmt.ImportFrom it) {
    for (int i = 0; i < it.names().size(); i++) {
      code.globals();
      code.text(it.path());
      if (it.names().get(i).equals("*")) {
        code.call("Imports", "all", "(L" + Code.RUN + "Globals;" + STRING + ")V");
      } else {
        code.text(it.names().get(i));
        code.call("Imports", "member", "(L" + Code.RUN + "Globals;" + STRING + STRING + ")" + O);
        function.variables.store(it.aliases().get(i));
      }
    }
  }
}
