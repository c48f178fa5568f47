package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Expressions of Python as a person would write them in a Groovy cell. */
final class GroovyExpressions {
  private static final Map<String, String> COMPARISONS =
      Map.of("is", "==", "is not", "!=", "==", "==", "!=", "!=");

  private GroovyExpressions() {}

  static String of(Expr expr) {
    if (expr instanceof Expr.Constant it) {
      return constant(it.value());
    }
    if (expr instanceof Expr.Name it) {
      return it.id();
    }
    if (expr instanceof Expr.Attribute it) {
      return inner(it.value()) + "." + it.name();
    }
    if (expr instanceof Expr.Call it) {
      return inner(it.callee()) + "(" + arguments(it.arguments()) + ")";
    }
    if (expr instanceof Expr.Subscript it) {
      return inner(it.value()) + "[" + index(it.index()) + "]";
    }
    if (expr instanceof Expr.ListOf it) {
      return "[" + all(it.items()) + "]";
    }
    if (expr instanceof Expr.TupleOf it) {
      return "(" + all(it.items()) + (it.items().size() == 1 ? ",)" : ")");
    }
    return operation(expr);
  }

  private static String operation(Expr expr) {
    if (expr instanceof Expr.Binary it) {
      return binary(it);
    }
    if (expr instanceof Expr.Unary it) {
      return it.operator().equals("not")
          ? "!" + inner(it.operand())
          : it.operator() + inner(it.operand());
    }
    if (expr instanceof Expr.Logic it) {
      return inner(it.left()) + (it.and() ? " && " : " || ") + inner(it.right());
    }
    if (expr instanceof Expr.Conditional it) {
      return inner(it.test()) + " ? " + inner(it.then()) + " : " + inner(it.otherwise());
    }
    if (expr instanceof Expr.Comparison it) {
      return comparison(it);
    }
    if (expr instanceof Expr.DictOf it) {
      return dict(it);
    }
    if (expr instanceof Expr.SetOf it) {
      return "([" + all(it.items()) + "] as Set)";
    }
    if (expr instanceof Expr.Lambda it) {
      return lambda(it);
    }
    if (expr instanceof Expr.Joined it) {
      return joined(it);
    }
    if (expr instanceof Expr.Comprehension it) {
      return comprehension(it);
    }
    throw new Unconvertible(expr.getClass().getSimpleName());
  }

  /** In parentheses where it would not hold together by itself. */
  private static String inner(Expr expr) {
    boolean loose =
        expr instanceof Expr.Binary
            || expr instanceof Expr.Logic
            || expr instanceof Expr.Conditional
            || expr instanceof Expr.Comparison
            || expr instanceof Expr.Unary;
    return loose ? "(" + of(expr) + ")" : of(expr);
  }

  private static String all(List<Expr> items) {
    return items.stream().map(GroovyExpressions::of).collect(Collectors.joining(", "));
  }

  static String constant(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof String text) {
      return quoted(text);
    }
    if (value == io.nyala.tensor.Index.ELLIPSIS
        || value instanceof io.nyala.dsl.python.run.PyBytes) {
      throw new Unconvertible("constant");
    }
    return value instanceof java.math.BigInteger big ? big + "G" : plain(value);
  }

  private static String plain(Object value) {
    return value instanceof Long ? value + "L" : value.toString();
  }

  private static String quoted(String text) {
    return "'" + escaped(text).replace("'", "\\'") + "'";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\t", "\\t")
        .replace("\r", "\\r");
  }

  private static String arguments(List<Expr.Argument> arguments) {
    List<String> all = new ArrayList<>();
    for (Expr.Argument each : arguments) {
      if (each.stars() > 0) {
        throw new Unconvertible("starred argument");
      }
      all.add((each.name() == null ? "" : each.name() + " = ") + of(each.value()));
    }
    return String.join(", ", all);
  }

  private static String index(Expr index) {
    if (index instanceof Expr.SliceOf it) {
      return maybe(it.start())
          + ":"
          + maybe(it.stop())
          + (it.step() == null ? "" : ":" + of(it.step()));
    }
    if (index instanceof Expr.TupleOf it) {
      return it.items().stream().map(GroovyExpressions::index).collect(Collectors.joining(", "));
    }
    return of(index);
  }

  private static String maybe(Expr expr) {
    return expr == null ? "" : of(expr);
  }

  private static String binary(Expr.Binary it) {
    return switch (it.operator()) {
      case "//" -> "Math.floorDiv(" + of(it.left()) + ", " + of(it.right()) + ")";
      case "+", "-", "*", "/", "**", "&", "|", "^", "<<", ">>" ->
          inner(it.left()) + " " + it.operator() + " " + inner(it.right());
      default -> throw new Unconvertible(it.operator());
    };
  }

  private static String comparison(Expr.Comparison it) {
    if (it.rights().size() > 1) {
      throw new Unconvertible("chained comparison");
    }
    String operator = it.operators().get(0);
    String left = inner(it.left());
    String right = inner(it.rights().get(0));
    boolean identity = operator.startsWith("is");
    if (identity && !(it.rights().get(0) instanceof Expr.Constant none && none.value() == null)) {
      throw new Unconvertible(operator);
    }
    return operator.equals("not in")
        ? "!(" + left + " in " + right + ")"
        : left + " " + COMPARISONS.getOrDefault(operator, operator) + " " + right;
  }

  private static String dict(Expr.DictOf it) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < it.keys().size(); i++) {
      if (it.keys().get(i) == null) {
        throw new Unconvertible("**");
      }
      entries.add(key(it.keys().get(i)) + ": " + of(it.values().get(i)));
    }
    return entries.isEmpty() ? "[:]" : "[" + String.join(", ", entries) + "]";
  }

  private static String key(Expr key) {
    boolean word =
        key instanceof Expr.Constant it
            && it.value() instanceof String text
            && text.matches("[A-Za-z]\\w*");
    return word ? (String) ((Expr.Constant) key).value() : "(" + of(key) + ")";
  }

  private static String lambda(Expr.Lambda it) {
    Expr.Parameters parameters = it.parameters();
    boolean simple =
        parameters.rest() == null
            && parameters.keywords() == null
            && parameters.all().stream().allMatch(each -> each.fallback() == null);
    if (!simple) {
      throw new Unconvertible("lambda");
    }
    String names =
        parameters.all().stream().map(Expr.Parameter::name).collect(Collectors.joining(", "));
    return "{ " + names + (names.isEmpty() ? "-> " : " -> ") + of(it.body()) + " }";
  }

  private static String joined(Expr.Joined it) {
    StringBuilder out = new StringBuilder("\"");
    for (Expr part : it.parts()) {
      if (part instanceof Expr.Constant text) {
        out.append(escaped((String) text.value()).replace("\"", "\\\"").replace("$", "\\$"));
      } else {
        Expr.Formatted value = (Expr.Formatted) part;
        if (value.spec() != null || value.conversion() != 0) {
          throw new Unconvertible("format spec");
        }
        out.append("${").append(of(value.value())).append('}');
      }
    }
    return out.append('"').toString();
  }

  private static String comprehension(Expr.Comprehension it) {
    Expr.Clause clause = it.clauses().get(0);
    boolean several = clause.target() instanceof Expr.TupleOf;
    boolean simple =
        it.form() == Expr.Form.LIST
            && it.clauses().size() == 1
            && (several || clause.target() instanceof Expr.Name);
    if (!simple) {
      throw new Unconvertible("comprehension");
    }
    String name = Names.target(clause.target()).replaceAll("[()]", "");
    StringBuilder out = new StringBuilder(inner(clause.source()));
    for (Expr test : clause.conditions()) {
      out.append(".findAll { ").append(name).append(" -> ").append(of(test)).append(" }");
    }
    boolean same = !several && it.item() instanceof Expr.Name item && item.id().equals(name);
    return same && !clause.conditions().isEmpty()
        ? out.toString()
        : out.append(".collect { " + name + " -> " + of(it.item()) + " }").toString();
  }
}
