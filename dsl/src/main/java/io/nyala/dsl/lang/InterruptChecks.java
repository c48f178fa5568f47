package io.nyala.dsl.lang;

import static org.codehaus.groovy.ast.tools.GeneralUtils.callX;
import static org.codehaus.groovy.ast.tools.GeneralUtils.stmt;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.LoopingStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.control.SourceUnit;

/** Puts {@link Interrupts#check} at the start of each loop body, closure and method. */
final class InterruptChecks extends ClassCodeVisitorSupport {
  private static final ClassNode INTERRUPTS = ClassHelper.make(Interrupts.class);
  private final SourceUnit source;

  InterruptChecks(SourceUnit source) {
    this.source = source;
  }

  @Override
  protected SourceUnit getSourceUnit() {
    return source;
  }

  @Override
  public void visitMethod(MethodNode node) {
    super.visitMethod(node);
    boolean ours = node.isSynthetic() || node.isAbstract() || node.getLineNumber() < 1;
    if (!ours && node.getCode() != null) {
      node.setCode(checked(node.getCode(), node));
    }
  }

  @Override
  public void visitClosureExpression(ClosureExpression node) {
    super.visitClosureExpression(node);
    node.setCode(checked(node.getCode(), node));
  }

  @Override
  public void visitForLoop(ForStatement loop) {
    super.visitForLoop(loop);
    check(loop);
  }

  @Override
  public void visitWhileLoop(WhileStatement loop) {
    super.visitWhileLoop(loop);
    check(loop);
  }

  @Override
  public void visitDoWhileLoop(DoWhileStatement loop) {
    super.visitDoWhileLoop(loop);
    check(loop);
  }

  private static <L extends Statement & LoopingStatement> void check(L loop) {
    loop.setLoopBlock(checked(loop.getLoopBlock(), loop));
  }

  private static Statement checked(Statement body, ASTNode place) {
    Expression call = callX(INTERRUPTS, "check");
    call.setSourcePosition(place);
    Statement check = stmt(call);
    check.setSourcePosition(place);
    if (body instanceof BlockStatement block) {
      block.getStatements().add(0, check);
      return block;
    }
    BlockStatement block = new BlockStatement();
    block.setSourcePosition(body);
    block.addStatement(check);
    block.addStatement(body);
    return block;
  }
}
