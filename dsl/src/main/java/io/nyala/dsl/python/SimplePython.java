package io.nyala.dsl.python;

import io.nyala.dsl.lang.SimpleCell;
import io.nyala.dsl.lang.SimpleCell.Literal;
import io.nyala.dsl.lang.SimpleCell.Name;
import io.nyala.dsl.lang.SimpleCell.Sum;
import io.nyala.dsl.lang.SimpleCell.Term;
import io.nyala.dsl.python.run.Operators;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.List;

/** Python cells that consist of a name, a number, a string or a sum of such. */
final class SimplePython {
  private SimplePython() {}

  /**
   * What a {@link SimpleCell} consists of; null if there is more to the cell, or something else.
   */
  static Term read(List<Stmt> body) {
    boolean single = body.size() == 1 && body.get(0) instanceof Stmt.Evaluate;
    return single ? term(((Stmt.Evaluate) body.get(0)).value()) : null;
  }

  private static Term term(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      Object value = constant.value();
      return value instanceof Number || value instanceof String ? new Literal(value) : null;
    }
    if (expr instanceof Expr.Name name) {
      return new Name(name.id());
    }
    if (expr instanceof Expr.Binary binary && Sum.OPERATORS.contains(binary.operator())) {
      Term left = term(binary.left());
      Term right = left == null ? null : term(binary.right());
      return right == null ? null : new Sum(binary.operator(), left, right);
    }
    return null;
  }

  /** Python's own arithmetic on two numbers. */
  static Object add(String operator, Object left, Object right) {
    return switch (operator) {
      case "+" -> Operators.add(left, right);
      case "-" -> Operators.subtract(left, right);
      default -> Operators.multiply(left, right);
    };
  }
}
