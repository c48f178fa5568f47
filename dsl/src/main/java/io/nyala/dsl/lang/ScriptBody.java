package io.nyala.dsl.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.ast.tools.GeneralUtils;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.syntax.Token;
import org.codehaus.groovy.syntax.Types;

/**
 * The statements of a cell itself: declarations become variables of the session, and an assignment
 * at the end is no value to show.
 */
final class ScriptBody {
  private final SourceUnit source;
  private final Set<String> functions;
  private final Set<String> assigned;

  /**
   * Prepares to change one cell.
   *
   * @param functions receives the names of the functions it defines
   * @param assigned receives the names it assigns
   */
  ScriptBody(SourceUnit source, Set<String> functions, Set<String> assigned) {
    this.source = source;
    this.functions = functions;
    this.assigned = assigned;
  }

  void apply(ClassNode script) {
    for (MethodNode method : script.getMethods()) {
      if (method.getLineNumber() > 0 && !isEntry(method)) {
        functions.add(method.getName());
      }
    }
    MethodNode run = script.getDeclaredMethod("run", Parameter.EMPTY_ARRAY);
    if (run == null || !(run.getCode() instanceof BlockStatement body)) {
      return;
    }
    List<Statement> statements = body.getStatements();
    for (int i = 0; i < statements.size(); i++) {
      if (statements.get(i) instanceof ExpressionStatement each
          && each.getExpression() instanceof DeclarationExpression declaration) {
        statements.set(i, assignment(declaration, each));
      }
    }
    findAssigned(body);
    endWithoutAssignment(body);
  }

  private static boolean isEntry(MethodNode method) {
    boolean run = method.getName().equals("run") && method.getParameters().length == 0;
    return run || method.getName().equals("main") && method.isStatic();
  }

  private Statement assignment(DeclarationExpression declaration, Statement original) {
    if (!areOurs(declaration.getAnnotations()) || isHidden(declaration)) {
      return original;
    }
    Expression left = declaration.getLeftExpression();
    Expression value = declaration.getRightExpression();
    if (left instanceof VariableExpression variable) {
      value = typed(value, variable.getOriginType());
      left = free(variable);
    } else if (left instanceof TupleExpression names) {
      List<Expression> all = new ArrayList<>();
      names.getExpressions().forEach(each -> all.add(free((VariableExpression) each)));
      Expression tuple = new org.codehaus.groovy.ast.expr.ArgumentListExpression(all);
      tuple.setSourcePosition(left);
      left = tuple;
    }
    Token equals = Token.newSymbol(Types.ASSIGN, original.getLineNumber(), 1);
    BinaryExpression made = new BinaryExpression(left, equals, value);
    made.setSourcePosition(declaration);
    ExpressionStatement statement = new ExpressionStatement(made);
    statement.setSourcePosition(original);
    return statement;
  }

  private static boolean areOurs(List<AnnotationNode> annotations) {
    return annotations.stream()
        .allMatch(each -> each.getClassNode().getNameWithoutPackage().equals("Field"));
  }

  private static boolean isHidden(DeclarationExpression declaration) {
    return declaration.getLeftExpression() instanceof VariableExpression variable
        && variable.getName().startsWith("__");
  }

  private static VariableExpression free(VariableExpression declared) {
    VariableExpression variable = new VariableExpression(declared.getName());
    variable.setSourcePosition(declared);
    return variable;
  }

  private static Expression typed(Expression value, ClassNode type) {
    boolean empty = value instanceof EmptyExpression;
    boolean dynamic = ClassHelper.isDynamicTyped(type) || ClassHelper.isObjectType(type);
    if (empty) {
      boolean primitive = ClassHelper.isPrimitiveType(type);
      Expression start =
          primitive ? GeneralUtils.defaultValueX(type) : new ConstantExpression(null);
      return primitive ? new CastExpression(type, start) : start;
    }
    if (dynamic) {
      return value;
    }
    CastExpression cast = new CastExpression(type, value);
    cast.setSourcePosition(value);
    return cast;
  }

  private void findAssigned(BlockStatement body) {
    new ClassCodeVisitorSupport() {
      @Override
      protected SourceUnit getSourceUnit() {
        return source;
      }

      @Override
      public void visitBinaryExpression(BinaryExpression expression) {
        super.visitBinaryExpression(expression);
        if (expression.getOperation().getType() == Types.ASSIGN
            && !(expression instanceof DeclarationExpression)) {
          collect(expression.getLeftExpression());
        }
      }
    }.visitBlockStatement(body);
  }

  private void collect(Expression target) {
    if (target instanceof VariableExpression variable) {
      assigned.add(variable.getName());
    } else if (target instanceof TupleExpression names) {
      names.getExpressions().forEach(this::collect);
    }
  }

  /** Groovy gives the value of a last assignment; a cell, like Python's, shows nothing then. */
  private static void endWithoutAssignment(Statement last) {
    if (last instanceof BlockStatement block && !block.isEmpty()) {
      List<Statement> all = block.getStatements();
      Statement end = all.get(all.size() - 1);
      if (end instanceof ExpressionStatement each && isAssignment(each.getExpression())) {
        all.add(new ReturnStatement(new ConstantExpression(null)));
      } else {
        endWithoutAssignment(end);
      }
    } else if (last instanceof IfStatement choice) {
      choice.setIfBlock(ended(choice.getIfBlock()));
      choice.setElseBlock(ended(choice.getElseBlock()));
    } else if (last instanceof TryCatchStatement attempt) {
      attempt.setTryStatement(ended(attempt.getTryStatement()));
      for (CatchStatement each : attempt.getCatchStatements()) {
        each.setCode(ended(each.getCode()));
      }
    }
  }

  private static Statement ended(Statement statement) {
    if (statement instanceof ExpressionStatement each && isAssignment(each.getExpression())) {
      BlockStatement block = new BlockStatement();
      block.addStatement(statement);
      block.addStatement(new ReturnStatement(new ConstantExpression(null)));
      return block;
    }
    endWithoutAssignment(statement);
    return statement;
  }

  private static boolean isAssignment(Expression expression) {
    return expression instanceof BinaryExpression binary
        && Types.ofType(binary.getOperation().getType(), Types.ASSIGNMENT_OPERATOR);
  }
}
