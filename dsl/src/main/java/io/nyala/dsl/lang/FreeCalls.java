package io.nyala.dsl.lang;

import static org.codehaus.groovy.ast.tools.GeneralUtils.callX;
import static org.codehaus.groovy.ast.tools.GeneralUtils.constX;

import io.nyala.dsl.names.builtins.TextCalls;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;

/**
 * Turns {@code f(x)}, where {@code f} is a value of the session and not a method around the call,
 * into a call of that value, whatever kind of object it is; and {@code System.exit} into {@link
 * SystemExit}.
 */
final class FreeCalls extends ClassCodeExpressionTransformer {
  private static final ClassNode CALLS = ClassHelper.make(Calls.class);
  private static final ClassNode TEXT_CALLS = ClassHelper.make(TextCalls.class);
  private static final ClassNode EXIT = ClassHelper.make(SystemExit.class);
  private final SourceUnit source;
  private final ClassNode owner;
  private final Predicate<String> isCallable;
  private final Predicate<String> isBuiltin;
  private int closures;
  private boolean staticallyCompiled;

  FreeCalls(
      SourceUnit source,
      ClassNode owner,
      Predicate<String> isCallable,
      Predicate<String> isBuiltin) {
    this.source = source;
    this.owner = owner;
    this.isCallable = isCallable;
    this.isBuiltin = isBuiltin;
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return source;
  }

  @Override
  protected void visitConstructorOrMethod(MethodNode node, boolean isConstructor) {
    staticallyCompiled = isStaticallyChecked(node) || isStaticallyChecked(owner);
    super.visitConstructorOrMethod(node, isConstructor);
    staticallyCompiled = false;
  }

  private static boolean isStaticallyChecked(org.codehaus.groovy.ast.AnnotatedNode node) {
    return node.getAnnotations().stream()
        .map(annotation -> annotation.getClassNode().getNameWithoutPackage())
        .anyMatch(name -> name.equals("CompileStatic") || name.equals("TypeChecked"));
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression instanceof ClosureExpression closure) {
      closures++;
      closure.getCode().visit(this);
      closures--;
      return closure;
    }
    if (expression == null || expression instanceof EmptyExpression) {
      return expression;
    }
    Expression inner = expression.transformExpression(this);
    inner.setSourcePosition(expression);
    if (inner instanceof MethodCallExpression call) {
      return methodCall(call, expression);
    }
    return inner instanceof StaticMethodCallExpression call ? exit(call) : inner;
  }

  private Expression methodCall(MethodCallExpression call, Expression original) {
    String name = call.getMethodAsString();
    if (name == null || staticallyCompiled) {
      return call;
    }
    if (isSystemExit(call.getObjectExpression(), name)) {
      return positioned(callX(EXIT, "exit", call.getArguments()), original);
    }
    boolean unnamed = CallsAndNames.isFree(call) || call.getMethod().getLineNumber() < 1;
    if (unnamed && name.equals("call") && !isThisOrSuper(call.getObjectExpression())) {
      return callValue(call.getObjectExpression(), call, original);
    }
    if (isShared(call, name)) {
      return sharedMethod(call, name, original);
    }
    if (isOwnField(call, name)) {
      Expression field = new PropertyExpression(call.getObjectExpression(), name);
      return callValue(field, call, original);
    }
    boolean free =
        call.isImplicitThis()
            && !call.isSpreadSafe()
            && isCallable.test(name)
            && !declares(owner, name);
    return free ? callValue(dynamic(name), call, original) : call;
  }

  /** A method whose name Python and Groovy share and understand differently. */
  private static boolean isShared(MethodCallExpression call, String name) {
    boolean object =
        !call.isImplicitThis()
            && !call.isSafe()
            && !call.isSpreadSafe()
            && !(call.getObjectExpression() instanceof ClassExpression)
            && !isThisOrSuper(call.getObjectExpression());
    return object && TextCalls.handles(name) && !CallsAndNames.hasPattern(call);
  }

  private static boolean isThisOrSuper(Expression object) {
    return object instanceof VariableExpression variable
        && (variable.isThisExpression() || variable.isSuperExpression());
  }

  private static Expression sharedMethod(
      MethodCallExpression call, String name, Expression original) {
    List<Expression> all = new ArrayList<>();
    all.add(call.getObjectExpression());
    all.add(constX(name));
    addArguments(all, call);
    return positioned(callX(TEXT_CALLS, "call", new ArgumentListExpression(all)), original);
  }

  private static void addArguments(List<Expression> all, MethodCallExpression call) {
    if (call.getArguments() instanceof TupleExpression list) {
      all.addAll(list.getExpressions());
    } else {
      all.add(call.getArguments());
    }
  }

  /** {@code this.dense(x)} or {@code dense(x)} where {@code dense} is a field holding a layer. */
  private boolean isOwnField(MethodCallExpression call, String name) {
    boolean own = call.isImplicitThis() || isThis(call.getObjectExpression());
    if (!own || owner.isScript() || declares(owner, name)) {
      return false;
    }
    for (ClassNode at = owner; at != null && !isRoot(at); at = at.getSuperClass()) {
      if (at.getDeclaredField(name) != null) {
        return true;
      }
    }
    return false;
  }

  private static boolean isThis(Expression object) {
    return object instanceof VariableExpression variable && variable.isThisExpression();
  }

  private static boolean isSystemExit(Expression object, String name) {
    return name.equals("exit")
        && object instanceof ClassExpression type
        && type.getType().getName().equals("java.lang.System");
  }

  private static Expression exit(StaticMethodCallExpression call) {
    boolean system =
        call.getOwnerType().getName().equals("java.lang.System") && call.getMethod().equals("exit");
    return system ? positioned(callX(EXIT, "exit", call.getArguments()), call) : call;
  }

  /** Whether a class, its outer classes or what they inherit from have a method of this name. */
  private static boolean declares(ClassNode start, String name) {
    for (ClassNode outer = start; outer != null; outer = outer.getOuterClass()) {
      for (ClassNode at = outer; at != null && !isRoot(at); at = at.getSuperClass()) {
        boolean script = at.isScript();
        boolean found =
            at.getMethods(name).stream()
                .anyMatch(method -> !script && !isRoot(method.getDeclaringClass()));
        if (found || interfacesDeclare(at, name)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean interfacesDeclare(ClassNode node, String name) {
    return node.getAllInterfaces().stream()
        .filter(each -> !each.getName().startsWith("groovy.lang."))
        .anyMatch(each -> !each.getMethods(name).isEmpty());
  }

  private static boolean isRoot(ClassNode node) {
    String name = node.getName();
    return name.equals("java.lang.Object")
        || name.equals("groovy.lang.Script")
        || name.equals("groovy.lang.GroovyObjectSupport")
        || name.equals(CellScript.class.getName());
  }

  private static VariableExpression dynamic(String name) {
    VariableExpression variable = new VariableExpression(name);
    variable.setAccessedVariable(new DynamicVariable(name, false));
    return variable;
  }

  private Expression callValue(Expression callee, MethodCallExpression call, Expression original) {
    callee.setSourcePosition(call.getMethod());
    List<Expression> all = new ArrayList<>();
    all.add(callee);
    String name = call.getMethodAsString();
    boolean builtin = closures > 0 && call.isImplicitThis() && isBuiltin.test(name);
    if (builtin) {
      all.add(dynamic("delegate"));
      all.add(constX(name));
    }
    addArguments(all, call);
    StaticMethodCallExpression made =
        callX(CALLS, builtin ? "builtin" : "call", new ArgumentListExpression(all));
    return positioned(made, original);
  }

  private static Expression positioned(Expression made, Expression original) {
    made.setSourcePosition(original);
    return made;
  }
}
