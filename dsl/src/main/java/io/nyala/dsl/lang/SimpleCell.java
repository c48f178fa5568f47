package io.nyala.dsl.lang;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.runtime.InvokerHelper;

/**
 * A cell that is a name, a number or a sum of such: its value is read off the tree, where making
 * and loading a class would take a hundred times as long. Whatever could do more than give a value,
 * an error included, and whatever runs again, is compiled.
 */
final class SimpleCell extends CellScript {
  private static final Object NOT_SIMPLE = new Object();
  private static final Map<String, String> METHODS =
      Map.of("+", "plus", "-", "minus", "*", "multiply");
  private static final Set<Class<?>> NUMBERS =
      Set.of(Integer.class, Long.class, Double.class, Float.class);

  private final CellHost host;
  private final Expression expression;
  private final Supplier<CellScript> compiler;
  private CellScript compiled;
  private boolean hasRun;

  /**
   * @param compiler compiles the same cell, for when the tree is not enough
   */
  SimpleCell(CellHost host, Expression expression, Supplier<CellScript> compiler) {
    this.host = host;
    this.expression = expression;
    this.compiler = compiler;
    attach(host);
  }

  /**
   * The expression that a freshly parsed cell consists of.
   *
   * @param hidden whether a name may mean something else than a variable of the session
   * @return null if there is more to the cell, or something else
   */
  static Expression in(ModuleNode module, Predicate<String> hidden) {
    List<Statement> statements = module.getStatementBlock().getStatements();
    boolean single =
        statements.size() == 1
            && module.getMethods().isEmpty()
            && module.getImports().isEmpty()
            && module.getStarImports().isEmpty()
            && module.getStaticImports().isEmpty()
            && module.getStaticStarImports().isEmpty()
            && module.getClasses().size() == 1;
    return single
            && statements.get(0) instanceof ExpressionStatement statement
            && statement.getStatementLabels() == null
            && isSimple(statement.getExpression(), hidden)
        ? statement.getExpression()
        : null;
  }

  private static boolean isSimple(Expression expression, Predicate<String> hidden) {
    if (expression.getClass() == VariableExpression.class) {
      String name = ((VariableExpression) expression).getName();
      // A capital may be a class, which Groovy prefers.
      return Character.isLowerCase(name.charAt(0))
          && !name.equals("this")
          && !name.equals("super")
          && !hidden.test(name);
    }
    if (expression.getClass() == ConstantExpression.class) {
      Object value = ((ConstantExpression) expression).getValue();
      return value instanceof Number || value instanceof String;
    }
    return expression.getClass() == BinaryExpression.class
        && expression instanceof BinaryExpression binary
        && METHODS.containsKey(binary.getOperation().getText())
        && isSimple(binary.getLeftExpression(), hidden)
        && isSimple(binary.getRightExpression(), hidden);
  }

  @Override
  public Object run() {
    Object value = hasRun ? NOT_SIMPLE : value(expression);
    hasRun = true;
    if (value != NOT_SIMPLE) {
      return value;
    }
    if (compiled == null) {
      compiled = compiler.get();
    }
    return compiled.run();
  }

  private Object value(Expression of) {
    if (of instanceof ConstantExpression constant) {
      return constant.getValue();
    }
    if (of instanceof VariableExpression variable) {
      Object value = host.variables().get(variable.getName());
      return value == null ? NOT_SIMPLE : value;
    }
    BinaryExpression binary = (BinaryExpression) of;
    Object left = value(binary.getLeftExpression());
    Object right = value(binary.getRightExpression());
    boolean numbers = NUMBERS.contains(left.getClass()) && NUMBERS.contains(right.getClass());
    return numbers
        ? InvokerHelper.invokeMethod(left, METHODS.get(binary.getOperation().getText()), right)
        : NOT_SIMPLE;
  }
}
