package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.PyParser;
import io.nyala.dsl.python.syntax.Stmt;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code ast.literal_eval}: the value of a text that holds nothing but literals. */
public final class Literals {
  private Literals() {}

  /** The value; nothing in the text is called. */
  public static Object value(Object text) {
    if (!(text instanceof CharSequence)) {
      throw malformed();
    }
    List<Stmt> body;
    try {
      body = PyParser.parse(text.toString().strip());
    } catch (CellSyntaxError e) {
      throw Errors.of("SyntaxError", e.getMessage() + " (<unknown>, line " + e.line() + ")");
    }
    if (body.size() != 1 || !(body.get(0) instanceof Stmt.Evaluate)) {
      throw Errors.of("SyntaxError", "invalid syntax (<unknown>, line 1)");
    }
    return of(((Stmt.Evaluate) body.get(0)).value());
  }

  private static PyRaised malformed() {
    return Errors.value("malformed node or string");
  }

  private static Object of(Expr expr) {
    if (expr instanceof Expr.Constant constant) {
      return constant.value();
    }
    if (expr instanceof Expr.TupleOf tuple) {
      return Tuple.copyOf(all(tuple.items()));
    }
    if (expr instanceof Expr.ListOf list) {
      return all(list.items());
    }
    if (expr instanceof Expr.SetOf set) {
      return PySet.from(all(set.items()));
    }
    if (expr instanceof Expr.DictOf dict) {
      Map<Object, Object> values = new LinkedHashMap<>();
      for (int i = 0; i < dict.keys().size(); i++) {
        if (dict.keys().get(i) == null) {
          throw malformed();
        }
        Object key = of(dict.keys().get(i));
        values.put(Dicts.slot(values, key), of(dict.values().get(i)));
      }
      return values;
    }
    if (expr instanceof Expr.Unary unary && List.of("-", "+").contains(unary.operator())) {
      Object value = of(unary.operand());
      if (!(value instanceof Number)) {
        throw malformed();
      }
      return unary.operator().equals("-") ? Operators.negate(value) : value;
    }
    throw malformed();
  }

  private static List<Object> all(List<Expr> items) {
    List<Object> values = new ArrayList<>();
    items.forEach(item -> values.add(of(item)));
    return values;
  }
}
