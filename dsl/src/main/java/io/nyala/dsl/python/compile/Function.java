package io.nyala.dsl.python.compile;

import groovyjarjarasm.asm.Label;
import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import io.nyala.dsl.python.run.PyCode;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.List;

/** The code of one function, module, class body or comprehension being written. */
final class Function {
  final Unit unit;
  final Scope scope;
  final Code code;
  final Variables variables;
  final Expressions expressions;
  final Statements statements;
  final Definitions definitions;
  final Exits exits;
  final Yields yields;
  private final int id;
  private final String name;
  private final List<Label> resumes = new ArrayList<>();
  private final Label entry = new Label();
  private final Label dispatch = new Label();

  private Function(Unit unit, Scope scope, String name, int parameters) {
    this.unit = unit;
    this.scope = scope;
    this.name = name;
    id = unit.reserve();
    MethodVisitor method = unit.method(id, name);
    method.visitCode();
    code = new Code(method, unit, scope.generator, parameters + 1);
    variables = new Variables(scope, code);
    exits = new Exits(this);
    expressions = new Expressions(this);
    statements = new Statements(this);
    definitions = new Definitions(this);
    yields = new Yields(this);
  }

  /**
   * Whether this is one of the built-ins that ask for the names of the scope they are called in.
   */
  boolean seesNames(String id) {
    return scope.kind != Scope.Kind.MODULE
        && List.of("eval", "exec", "locals", "vars", "dir").contains(id)
        && scope.home(id) == Scope.Home.GLOBAL;
  }

  boolean framed() {
    return scope.generator;
  }

  /** The cell's own statements; the value of the last expression is the result. */
  static void module(Unit unit, List<Stmt> body) {
    Scope scope = new Scope(Scope.Kind.MODULE, null, "");
    Function all = new Function(unit, scope, "<module>", 0);
    int last = body.size() - 1;
    boolean shows = last >= 0 && body.get(last) instanceof Stmt.Evaluate;
    all.statements.all(shows ? body.subList(0, last) : body);
    if (shows) {
      Expr value = ((Stmt.Evaluate) body.get(last)).value();
      all.code.line(value.line());
      all.expressions.push(value);
    } else {
      all.code.nothing();
    }
    all.code.op(Opcodes.ARETURN);
    all.finish(Expr.Parameters.NONE, null);
  }

  /** A function; returns its number. */
  static int function(
      Unit unit, Scope scope, String name, Expr.Parameters parameters, List<Stmt> body) {
    List<String> names = names(parameters);
    Function made = new Function(unit, scope, name, names.size());
    made.open(names);
    made.statements.all(body);
    made.ending();
    made.finish(parameters, documentation(body));
    return made.id;
  }

  static int lambda(Unit unit, Scope scope, Expr.Lambda lambda) {
    List<String> names = names(lambda.parameters());
    Function made = new Function(unit, scope, "<lambda>", names.size());
    made.open(names);
    made.code.line(lambda.body().line());
    made.expressions.pushOrYield(lambda.body());
    if (made.framed()) {
      made.code.op(Opcodes.POP);
      made.ending();
    } else {
      made.code.op(Opcodes.ARETURN);
    }
    made.finish(lambda.parameters(), null);
    return made.id;
  }

  /** A class's body; its first argument is the namespace it fills. */
  static int classBody(Unit unit, Scope scope, Stmt.ClassOf it) {
    Function made = new Function(unit, scope, it.name(), 0);
    made.variables.prepare(List.of(), 0, false);
    made.statements.all(it.body());
    if (scope.cells.contains("__class__")) {
      made.variables.cell("__class__");
    } else {
      made.code.nothing();
    }
    made.code.op(Opcodes.ARETURN);
    made.finish(Expr.Parameters.NONE, documentation(it.body()));
    return made.id;
  }

  static int comprehension(Unit unit, Scope scope, Expr.Comprehension it) {
    String name = Comprehensions.name(it.form());
    Function made = new Function(unit, scope, name, 1);
    List<String> names = List.of(Comprehensions.SOURCE);
    made.open(names);
    made.code.line(it.line());
    new Comprehended(made, it).write();
    made.finish(
        new Expr.Parameters(
            List.of(new Expr.Parameter(Comprehensions.SOURCE, null)), 0, 1, null, null, List.of()),
        null);
    return made.id;
  }

  private static List<String> names(Expr.Parameters parameters) {
    List<String> names = new ArrayList<>();
    parameters.all().forEach(each -> names.add(each.name()));
    if (parameters.rest() != null) {
      names.add(parameters.rest());
    }
    if (parameters.keywords() != null) {
      names.add(parameters.keywords());
    }
    return names;
  }

  private static String documentation(List<Stmt> body) {
    boolean documented =
        !body.isEmpty()
            && body.get(0) instanceof Stmt.Evaluate first
            && first.value() instanceof Expr.Constant constant
            && constant.value() instanceof String;
    return documented
        ? (String) ((Expr.Constant) ((Stmt.Evaluate) body.get(0)).value()).value()
        : null;
  }

  private void open(List<String> names) {
    if (framed()) {
      code.jump(Opcodes.GOTO, dispatch);
      code.label(entry);
    }
    variables.prepare(names, framed() ? 1 : 0, framed());
    if (!framed()) {
      code.mv.visitMethodInsn(
          Opcodes.INVOKESTATIC, "io/nyala/dsl/lang/Interrupts", "check", "()V", false);
    }
  }

  /** What happens when the last statement has run. */
  void ending() {
    code.nothing();
    result();
  }

  /** Returns the value on the stack. */
  void result() {
    if (framed()) {
      generator();
      code.op(Opcodes.SWAP);
      code.virtual("PyGenerator", "end", "(" + Code.OBJECT + ")" + Code.OBJECT);
    }
    code.op(Opcodes.ARETURN);
  }

  void generator() {
    code.load(0, Code.RUN + "PyGenerator");
  }

  /** Hands out the value on the stack; what is sent comes back on the stack. */
  void yield() {
    Label resume = new Label();
    resumes.add(resume);
    generator();
    code.integer(resumes.size());
    code.virtual("PyGenerator", "pause", "(I)V");
    code.op(Opcodes.ARETURN);
    code.label(resume);
    code.forgetLine();
    generator();
    code.virtual("PyGenerator", "resumed", "()" + Code.OBJECT);
  }

  private void finish(Expr.Parameters parameters, String documentation) {
    if (framed()) {
      code.label(dispatch);
      Label[] labels = new Label[resumes.size() + 1];
      labels[0] = entry;
      for (int i = 0; i < resumes.size(); i++) {
        labels[i + 1] = resumes.get(i);
      }
      generator();
      code.virtual("PyGenerator", "state", "()I");
      code.mv.visitTableSwitchInsn(0, labels.length - 1, entry, labels);
    }
    exits.table();
    code.mv.visitMaxs(0, 0);
    code.mv.visitEnd();
    List<String> names = parameters.all().stream().map(Expr.Parameter::name).toList();
    unit.codes.set(
        id,
        new PyCode(
            id,
            name,
            scope.kind == Scope.Kind.MODULE ? name : scope.qualified,
            names,
            parameters.positionalOnly(),
            parameters.positional(),
            parameters.rest(),
            parameters.keywords(),
            framed(),
            code.places(),
            documentation));
  }
}
