package io.nyala.dsl.lang;

import static org.codehaus.groovy.ast.tools.GeneralUtils.args;
import static org.codehaus.groovy.ast.tools.GeneralUtils.callX;

import io.nyala.dsl.names.Kwargs;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * The first pass over a cell's tree: {@code f(a = 1)} becomes a named argument, named arguments
 * become {@link Kwargs}, {@code True}, {@code False} and {@code None} become the constants they
 * name.
 */
final class CallsAndNames extends ClassCodeExpressionTransformer {
  private static final ClassNode KWARGS = ClassHelper.make(Kwargs.class);
  private static final String PARENTHESES = "_INSIDE_PARENTHESES_LEVEL";
  private static final String PATTERN = "io.nyala.pattern";
  private static final String FREE = "io.nyala.free";
  private static final Set<Integer> COMPARISONS =
      Set.of(
          Types.COMPARE_LESS_THAN,
          Types.COMPARE_LESS_THAN_EQUAL,
          Types.COMPARE_GREATER_THAN,
          Types.COMPARE_GREATER_THAN_EQUAL,
          Types.COMPARE_EQUAL,
          Types.COMPARE_NOT_EQUAL);
  private final SourceUnit source;
  private final Dialect.Result text;

  CallsAndNames(SourceUnit source, Dialect.Result text) {
    this.source = source;
    this.text = text;
  }

  /** Whether the call names its callee directly, {@code f(x)}, and is not a method of an object. */
  static boolean isFree(MethodCallExpression call) {
    return call.getNodeMetaData(FREE) != null;
  }

  /** Whether the first argument is written as a regular expression, {@code /…/}. */
  static boolean hasPattern(MethodCallExpression call) {
    return call.getNodeMetaData(PATTERN) != null;
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return source;
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression == null || expression instanceof EmptyExpression) {
      return expression;
    }
    if (expression instanceof ClosureExpression closure) {
      return closure(closure);
    }
    if (expression instanceof VariableExpression variable) {
      return variable(variable);
    }
    if (expression instanceof BinaryExpression binary) {
      refuseChain(binary);
    }
    Expression inner = expression.transformExpression(this);
    inner.setSourcePosition(expression);
    if (inner != expression) {
      inner.copyNodeMetaData(expression);
    }
    if (inner instanceof MethodCallExpression call) {
      return methodCall(call);
    }
    return inner instanceof ConstructorCallExpression call ? constructorCall(call) : inner;
  }

  private Expression closure(ClosureExpression closure) {
    if (closure.getParameters() != null) {
      for (Parameter parameter : closure.getParameters()) {
        if (parameter.hasInitialExpression()) {
          parameter.setInitialExpression(transform(parameter.getInitialExpression()));
        }
      }
    }
    closure.getCode().visit(this);
    return closure;
  }

  private static Expression variable(VariableExpression variable) {
    Expression constant =
        switch (variable.getName()) {
          case "None" -> new ConstantExpression(null);
          case "True" -> new ConstantExpression(true);
          case "False" -> new ConstantExpression(false);
          default -> null;
        };
    if (constant == null) {
      return variable;
    }
    constant.setSourcePosition(variable);
    return constant;
  }

  /** {@code 0 < x < 10} compares a boolean with 10 in Groovy, which nobody means. */
  private void refuseChain(BinaryExpression binary) {
    if (isComparison(binary)
        && binary.getLeftExpression() instanceof BinaryExpression left
        && isComparison(left)
        && left.getNodeMetaData(PARENTHESES) == null) {
      int[] place = text.original(binary.getLineNumber(), binary.getColumnNumber());
      String a = left.getLeftExpression().getText();
      String b = left.getRightExpression().getText();
      String first = a + " " + left.getOperation().getText() + " " + b;
      String second =
          b + " " + binary.getOperation().getText() + " " + binary.getRightExpression().getText();
      throw new CellSyntaxError(
          "comparisons cannot be chained; in Groovy write: "
              + first.replace('\n', ' ')
              + " && "
              + second.replace('\n', ' '),
          place[0],
          place[1]);
    }
  }

  private static boolean isComparison(BinaryExpression binary) {
    return COMPARISONS.contains(binary.getOperation().getType());
  }

  private Expression methodCall(MethodCallExpression call) {
    boolean unnamed = "call".equals(call.getMethodAsString()) && isWritten(call.getMethod());
    if (call.isImplicitThis() || unnamed) {
      call.putNodeMetaData(FREE, true);
    }
    if (call.getArguments() instanceof TupleExpression list
        && !list.getExpressions().isEmpty()
        && isSlashy(list.getExpression(0))) {
      call.putNodeMetaData(PATTERN, true);
    }
    Named found = named(call.getArguments());
    if (found != null) {
      call.setArguments(found.asFirstArgument());
    }
    return call;
  }

  private boolean isSlashy(Expression argument) {
    return text.startsWithAt(argument, "/")
        || text.startsWithAt(argument, "$/")
        || text.startsWithAt(argument, "~");
  }

  /** Whether {@code call} is Groovy's reading of {@code x(…)} and not a word in the text. */
  private boolean isWritten(Expression method) {
    return method.getLineNumber() < 1 || !text.startsWithAt(method, "call");
  }

  private Expression constructorCall(ConstructorCallExpression call) {
    Named found = named(call.getArguments());
    if (found == null || !found.withEquals()) {
      return call;
    }
    ConstructorCallExpression made =
        new ConstructorCallExpression(call.getType(), found.asGroovyWouldPass());
    made.setSourcePosition(call);
    made.setUsingAnonymousInnerClass(call.isUsingAnonymousInnerClass());
    made.copyNodeMetaData(call);
    return made;
  }

  /**
   * The arguments of a call with names among them.
   *
   * @param withEquals whether one was written {@code a = 1}
   */
  private record Named(
      List<MapEntryExpression> entries, List<Expression> positional, boolean withEquals) {

    Expression asFirstArgument() {
      ArgumentListExpression all = new ArgumentListExpression();
      all.addExpression(callX(KWARGS, "of", args(new MapExpression(entries))));
      positional.forEach(all::addExpression);
      return all;
    }

    Expression asGroovyWouldPass() {
      if (positional.isEmpty()) {
        return new TupleExpression(new NamedArgumentListExpression(entries));
      }
      ArgumentListExpression all = new ArgumentListExpression(new MapExpression(entries));
      positional.forEach(all::addExpression);
      return all;
    }
  }

  private Named named(Expression arguments) {
    if (!(arguments instanceof TupleExpression list)) {
      return null;
    }
    List<MapEntryExpression> entries = new ArrayList<>();
    List<Expression> positional = new ArrayList<>();
    boolean withEquals = false;
    for (int i = 0; i < list.getExpressions().size(); i++) {
      Expression each = list.getExpression(i);
      if (each instanceof NamedArgumentListExpression names) {
        entries.addAll(names.getMapEntryExpressions());
      } else if (i == 0 && each instanceof MapExpression map && !text.startsWithAt(map, "[")) {
        entries.addAll(map.getMapEntryExpressions());
      } else if (i == 0 && each instanceof MapExpression map && spans(map, list)) {
        entries.addAll(map.getMapEntryExpressions());
      } else if (keyword(each) != null) {
        entries.add(keyword(each));
        withEquals = true;
      } else {
        positional.add(each);
      }
    }
    boolean plain = entries.stream().allMatch(CallsAndNames::isNamed);
    return entries.isEmpty() || !plain ? null : new Named(entries, positional, withEquals);
  }

  /** Whether Groovy gathered this map from named arguments among the others, which it encloses. */
  private static boolean spans(MapExpression map, TupleExpression list) {
    if (list.getExpressions().size() < 2) {
      return false;
    }
    Expression second = list.getExpression(1);
    return map.getLastLineNumber() > second.getLineNumber()
        || map.getLastLineNumber() == second.getLineNumber()
            && map.getLastColumnNumber() > second.getColumnNumber();
  }

  private static boolean isNamed(MapEntryExpression entry) {
    Expression key = entry.getKeyExpression();
    return key instanceof SpreadMapExpression
        || key instanceof ConstantExpression constant && constant.getValue() instanceof String;
  }

  private MapEntryExpression keyword(Expression argument) {
    boolean assignment =
        argument instanceof BinaryExpression binary
            && binary.getOperation().getType() == Types.ASSIGN
            && binary.getLeftExpression() instanceof VariableExpression
            && argument.getNodeMetaData(PARENTHESES) == null;
    if (!assignment) {
      return null;
    }
    BinaryExpression binary = (BinaryExpression) argument;
    VariableExpression name = (VariableExpression) binary.getLeftExpression();
    ConstantExpression key = new ConstantExpression(name.getName());
    key.setSourcePosition(name);
    MapEntryExpression entry = new MapEntryExpression(key, binary.getRightExpression());
    entry.setSourcePosition(argument);
    return entry;
  }
}
