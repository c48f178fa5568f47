package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Expressions of Python as a person would write them in a Groovy cell. */
final class GroovyExpressions {
  private static final Map<String, String> COMPARISONS =
      Map.of("is", "==", "is not", "!=", "==", "==", "!=", "!=");

  private final Kinds kinds;
  private final Map<String, String> renamed = new HashMap<>();
  private Set<String> taken = Set.of();

  GroovyExpressions(Kinds kinds) {
    this.kinds = kinds;
  }

  /** The names of the function around, which closures' own must differ from. */
  void within(Set<String> names) {
    taken = names;
  }

  /** Whether a variable of the function around has this name. */
  boolean isTaken(String name) {
    return taken.contains(name);
  }

  String of(Expr expr) {
    if (expr instanceof Expr.Constant it) {
      return GroovyLiterals.of(it.value());
    }
    if (expr instanceof Expr.Name it) {
      return renamed.getOrDefault(it.id(), it.id());
    }
    if (expr instanceof Expr.Attribute it) {
      return inner(it.value()) + "." + it.name();
    }
    if (expr instanceof Expr.Call it) {
      return call(it);
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

  private String call(Expr.Call it) {
    if (SharedNames.has(it)) {
      String form = SharedNames.form(it);
      Expr receiver = ((Expr.Attribute) it.callee()).value();
      return inner(receiver) + String.format(form, arguments(it));
    }
    return inner(it.callee()) + "(" + arguments(it) + ")";
  }

  /** The condition of a branch or a loop, where only its truth matters. */
  String condition(Expr expr) {
    if (expr instanceof Expr.Logic it) {
      return part(it.left()) + (it.and() ? " && " : " || ") + part(it.right());
    }
    return expr instanceof Expr.Unary it && it.operator().equals("not")
        ? "!" + part(it.operand())
        : of(expr);
  }

  private String part(Expr expr) {
    return isLoose(expr) ? "(" + condition(expr) + ")" : of(expr);
  }

  /** {@code and} and {@code or} as values: in Python they are one of their operands. */
  private String choice(Expr.Logic it) {
    if (isTruth(it.left()) && isTruth(it.right())) {
      return condition(it);
    }
    if (it.and()) {
      throw new Unconvertible("and");
    }
    return inner(it.left()) + " ?: " + inner(it.right());
  }

  private static boolean isTruth(Expr expr) {
    if (expr instanceof Expr.Logic it) {
      return isTruth(it.left()) && isTruth(it.right());
    }
    return expr instanceof Expr.Comparison
        || expr instanceof Expr.Unary not && not.operator().equals("not")
        || expr instanceof Expr.Constant it && it.value() instanceof Boolean;
  }

  /** What a loop goes through: a map's keys, as in Python. */
  String source(Expr expr) {
    return inner(expr) + (kinds.isDict(expr) ? ".keySet()" : "");
  }

  private String operation(Expr expr) {
    if (expr instanceof Expr.Binary it) {
      return binary(it);
    }
    if (expr instanceof Expr.Unary it) {
      return it.operator().equals("not")
          ? "!" + part(it.operand())
          : it.operator() + inner(it.operand());
    }
    if (expr instanceof Expr.Logic it) {
      return choice(it);
    }
    if (expr instanceof Expr.Conditional it) {
      return part(it.test()) + " ? " + inner(it.then()) + " : " + inner(it.otherwise());
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
  private String inner(Expr expr) {
    return isLoose(expr) ? "(" + of(expr) + ")" : of(expr);
  }

  private static boolean isLoose(Expr expr) {
    return expr instanceof Expr.Binary
        || expr instanceof Expr.Logic
        || expr instanceof Expr.Conditional
        || expr instanceof Expr.Comparison
        || expr instanceof Expr.Unary;
  }

  private String all(List<Expr> items) {
    return items.stream().map(this::of).collect(Collectors.joining(", "));
  }

  private String arguments(Expr.Call call) {
    List<String> all = new ArrayList<>();
    for (Expr.Argument each : call.arguments()) {
      if (each.stars() > 0) {
        throw new Unconvertible("starred argument");
      }
      String value =
          isSetting(call, each) ? String.valueOf(constantOf(each.value())) : of(each.value());
      all.add((each.name() == null ? "" : each.name() + " = ") + value);
    }
    return String.join(", ", all);
  }

  /** Whether an argument is a number for a library, which takes decimals as they are written. */
  static boolean isSetting(Expr.Call call, Expr.Argument argument) {
    boolean makes =
        call.callee() instanceof Expr.Attribute it && isClass(it.name())
            || call.callee() instanceof Expr.Name name && isClass(name.id());
    boolean named = argument.name() != null && call.callee() instanceof Expr.Attribute;
    return (makes || named) && constantOf(argument.value()) instanceof Double;
  }

  private static boolean isClass(String name) {
    return Character.isUpperCase(name.charAt(0));
  }

  private static Object constantOf(Expr expr) {
    return expr instanceof Expr.Constant it ? it.value() : null;
  }

  private String index(Expr index) {
    if (index instanceof Expr.SliceOf it) {
      return maybe(it.start())
          + ":"
          + maybe(it.stop())
          + (it.step() == null ? "" : ":" + of(it.step()));
    }
    if (index instanceof Expr.TupleOf it) {
      return it.items().stream().map(this::index).collect(Collectors.joining(", "));
    }
    return of(index);
  }

  private String maybe(Expr expr) {
    return expr == null ? "" : of(expr);
  }

  private String binary(Expr.Binary it) {
    checkOperands(it);
    return switch (it.operator()) {
      case "//" -> "Math.floorDiv(" + of(it.left()) + ", " + of(it.right()) + ")";
      case "/" -> quotient(it.left(), it.right());
      case "%" -> remainder(it);
      case "+", "-", "*", "**", "&", "|", "^", "<<", ">>" ->
          inner(it.left()) + " " + it.operator() + " " + inner(it.right());
      default -> throw new Unconvertible(it.operator());
    };
  }

  private static void checkOperands(Expr.Binary it) {
    for (Expr operand : new Expr[] {it.left(), it.right()}) {
      if (operand instanceof Expr.TupleOf || constantOf(operand) instanceof Boolean) {
        throw new Unconvertible(it.operator() + " of tuples or truth values");
      }
    }
    boolean numbers =
        constantOf(it.left()) instanceof Integer && constantOf(it.right()) instanceof Integer;
    if (numbers && overflows(it.operator(), it.left(), it.right())) {
      throw new Unconvertible("a number beyond Groovy's int");
    }
  }

  private static boolean overflows(String operator, Expr left, Expr right) {
    long a = (Integer) constantOf(left);
    long b = (Integer) constantOf(right);
    long result =
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "<<" -> b < Integer.SIZE ? a << b : Long.MAX_VALUE;
          default -> 0;
        };
    return (int) result != result;
  }

  private String remainder(Expr.Binary it) {
    if (!kinds.isWhole(it.left()) || !kinds.isWhole(it.right())) {
      throw new Unconvertible("%");
    }
    return "Math.floorMod(" + of(it.left()) + ", " + of(it.right()) + ")";
  }

  private String quotient(Expr left, Expr right) {
    return inner(left) + " / " + divisor(left, right);
  }

  /** The divisor in a form that makes a float of a quotient, as Python has it. */
  String divisor(Expr left, Expr right) {
    if (kinds.isReal(left) || kinds.isReal(right)) {
      return inner(right);
    }
    if (constantOf(right) instanceof Integer) {
      return constantOf(right) + "d";
    }
    if (kinds.isWhole(right)) {
      return "(" + of(right) + " as double)";
    }
    throw new Unconvertible("/ of what may be whole numbers");
  }

  private String comparison(Expr.Comparison it) {
    if (it.rights().size() > 1) {
      throw new Unconvertible("chained comparison");
    }
    String operator = it.operators().get(0);
    boolean ordered = operator.startsWith("<") || operator.startsWith(">");
    if (ordered && (isSequence(it.left()) || isSequence(it.rights().get(0)))) {
      throw new Unconvertible("order of sequences");
    }
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

  private static boolean isSequence(Expr expr) {
    return expr instanceof Expr.ListOf || expr instanceof Expr.TupleOf;
  }

  private String dict(Expr.DictOf it) {
    List<String> entries = new ArrayList<>();
    for (int i = 0; i < it.keys().size(); i++) {
      if (it.keys().get(i) == null) {
        throw new Unconvertible("**");
      }
      entries.add(key(it.keys().get(i)) + ": " + of(it.values().get(i)));
    }
    return entries.isEmpty() ? "[:]" : "[" + String.join(", ", entries) + "]";
  }

  private String key(Expr key) {
    boolean word =
        key instanceof Expr.Constant it
            && it.value() instanceof String text
            && text.matches("[A-Za-z]\\w*");
    return word ? (String) ((Expr.Constant) key).value() : "(" + of(key) + ")";
  }

  private String lambda(Expr.Lambda it) {
    Expr.Parameters parameters = it.parameters();
    boolean simple =
        parameters.rest() == null
            && parameters.keywords() == null
            && parameters.all().stream().allMatch(each -> each.fallback() == null);
    if (!simple) {
      throw new Unconvertible("lambda");
    }
    if (parameters.all().stream().map(Expr.Parameter::name).anyMatch(taken::contains)) {
      throw new Unconvertible("a lambda's parameter named as a variable of the function");
    }
    String names =
        parameters.all().stream().map(Expr.Parameter::name).collect(Collectors.joining(", "));
    return "{ " + names + (names.isEmpty() ? "-> " : " -> ") + of(it.body()) + " }";
  }

  private String joined(Expr.Joined it) {
    StringBuilder out = new StringBuilder("\"");
    for (Expr part : it.parts()) {
      if (part instanceof Expr.Constant text) {
        out.append(GroovyLiterals.inDoubleQuotes((String) text.value()));
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

  private String comprehension(Expr.Comprehension it) {
    Expr.Clause clause = it.clauses().get(0);
    boolean several = clause.target() instanceof Expr.TupleOf;
    boolean simple =
        it.form() == Expr.Form.LIST
            && it.clauses().size() == 1
            && (several || clause.target() instanceof Expr.Name);
    if (!simple) {
      throw new Unconvertible("comprehension");
    }
    String source = source(clause.source());
    Map<String, String> before = Map.copyOf(renamed);
    for (Expr each :
        clause.target() instanceof Expr.TupleOf t ? t.items() : List.of(clause.target())) {
      if (each instanceof Expr.Name own && taken.contains(own.id())) {
        renamed.put(own.id(), own.id() + "0");
      }
    }
    String made = closures(it, clause, source);
    renamed.clear();
    renamed.putAll(before);
    return made;
  }

  private String closures(Expr.Comprehension it, Expr.Clause clause, String source) {
    boolean several = clause.target() instanceof Expr.TupleOf;
    List<Expr> targets =
        clause.target() instanceof Expr.TupleOf t ? t.items() : List.of(clause.target());
    if (!targets.stream().allMatch(Expr.Name.class::isInstance)) {
      throw new Unconvertible("assignment to parts");
    }
    String name = all(targets);
    StringBuilder out = new StringBuilder(source);
    for (Expr test : clause.conditions()) {
      out.append(".findAll { ").append(name).append(" -> ").append(condition(test)).append(" }");
    }
    boolean same = !several && it.item() instanceof Expr.Name item && of(item).equals(name);
    return same && !clause.conditions().isEmpty()
        ? out.toString()
        : out.append(".collect { " + name + " -> " + of(it.item()) + " }").toString();
  }
}
