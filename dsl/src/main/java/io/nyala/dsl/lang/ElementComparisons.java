package io.nyala.dsl.lang;

import static org.codehaus.groovy.ast.tools.GeneralUtils.args;

import io.nyala.dsl.names.arrays.Comparisons;
import java.util.Map;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ExpressionTransformer;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Types;

/**
 * Lets {@code x > 0} and {@code x == y} compare tensors element by element: Groovy's comparison
 * operators only ever give true or false, so those that may meet a tensor go through {@link
 * Comparisons}, which leaves everything else to Groovy.
 */
final class ElementComparisons extends ClassCodeExpressionTransformer {
  private static final ClassNode COMPARISONS = ClassHelper.make(Comparisons.class);
  private static final Map<Integer, String> METHODS =
      Map.of(
          Types.COMPARE_EQUAL, "equal",
          Types.COMPARE_NOT_EQUAL, "notEqual",
          Types.COMPARE_LESS_THAN, "less",
          Types.COMPARE_LESS_THAN_EQUAL, "lessEqual",
          Types.COMPARE_GREATER_THAN, "greater",
          Types.COMPARE_GREATER_THAN_EQUAL, "greaterEqual");
  private final SourceUnit source;
  private final ClassNode owner;
  private boolean staticallyCompiled;

  ElementComparisons(SourceUnit source, ClassNode owner) {
    this.source = source;
    this.owner = owner;
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return source;
  }

  @Override
  protected void visitConstructorOrMethod(MethodNode node, boolean isConstructor) {
    staticallyCompiled = isStatic(node) || isStatic(owner);
    super.visitConstructorOrMethod(node, isConstructor);
    staticallyCompiled = false;
  }

  private static boolean isStatic(AnnotatedNode node) {
    return node.getAnnotations().stream()
        .map(annotation -> annotation.getClassNode().getNameWithoutPackage())
        .anyMatch(name -> name.equals("CompileStatic") || name.equals("TypeChecked"));
  }

  @Override
  public Expression transform(Expression expression) {
    if (expression instanceof ClosureExpression closure) {
      closure.getCode().visit(this);
      return closure;
    }
    if (expression == null || expression instanceof EmptyExpression || staticallyCompiled) {
      return expression;
    }
    Expression inner = expression.transformExpression(this);
    inner.setSourcePosition(expression);
    return inner instanceof BinaryExpression binary ? compare(binary) : inner;
  }

  private static Expression compare(BinaryExpression binary) {
    String method = METHODS.get(binary.getOperation().getType());
    Expression left = binary.getLeftExpression();
    Expression right = binary.getRightExpression();
    if (method == null || isPlain(left) || isPlain(right)) {
      return binary;
    }
    Expression made =
        new Comparison(
            new ClassExpression(COMPARISONS),
            new ConstantExpression(method),
            args(left, right),
            binary.getText());
    made.setSourcePosition(binary);
    return made;
  }

  /** Reads as it was written, for what a failed {@code assert} with a message says. */
  private static final class Comparison extends MethodCallExpression {
    private final String written;

    Comparison(Expression receiver, Expression method, Expression arguments, String written) {
      super(receiver, method, arguments);
      this.written = written;
    }

    @Override
    public Expression transformExpression(ExpressionTransformer to) {
      MethodCallExpression made = (MethodCallExpression) super.transformExpression(to);
      Expression again =
          new Comparison(
              made.getObjectExpression(), made.getMethod(), made.getArguments(), written);
      again.setSourcePosition(this);
      again.copyNodeMetaData(this);
      return again;
    }

    @Override
    public String getText() {
      return written;
    }
  }

  /** What no tensor is compared with: null, true and false. */
  private static boolean isPlain(Expression side) {
    return side instanceof ConstantExpression constant
        && (constant.getValue() == null || constant.getValue() instanceof Boolean);
  }
}
