package io.nyala.dsl.python.compile;

import static groovyjarjarasm.asm.Opcodes.DUP;
import static groovyjarjarasm.asm.Opcodes.GOTO;
import static groovyjarjarasm.asm.Opcodes.IFEQ;
import static groovyjarjarasm.asm.Opcodes.IFNE;
import static groovyjarjarasm.asm.Opcodes.POP;

import groovyjarjarasm.asm.Label;
import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.syntax.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Expressions: each leaves its value on the stack. */
final class Expressions {
  private static final String O = Code.OBJECT;
  static final Map<String, String> BINARY =
      Map.ofEntries(
          Map.entry("+", "add"),
          Map.entry("-", "subtract"),
          Map.entry("*", "multiply"),
          Map.entry("/", "divide"),
          Map.entry("//", "floorDivide"),
          Map.entry("%", "modulo"),
          Map.entry("**", "power"),
          Map.entry("@", "matmul"),
          Map.entry("<<", "shiftLeft"),
          Map.entry(">>", "shiftRight"),
          Map.entry("&", "and"),
          Map.entry("|", "or"),
          Map.entry("^", "xor"));
  private static final Map<String, String> COMPARE =
      Map.of(
          "<", "less",
          "<=", "lessEqual",
          ">", "greater",
          ">=", "greaterEqual",
          "==", "equal",
          "!=", "notEqual",
          "in", "in",
          "not in", "notIn",
          "is", "is",
          "is not", "isNot");

  private final Function function;
  private final Code code;

  Expressions(Function function) {
    this.function = function;
    this.code = function.code;
  }

  void push(Expr expr) {
    code.line(expr.line());
    if (expr instanceof Expr.Constant it) {
      code.value(it.value());
    } else if (expr instanceof Expr.Name it) {
      function.variables.load(it.id());
    } else if (expr instanceof Expr.Binary it) {
      push(it.left());
      push(it.right());
      code.line(it.line());
      code.call("Operators", BINARY.get(it.operator()), 2);
    } else if (expr instanceof Expr.Call it) {
      new Invocation(function).push(it);
    } else if (expr instanceof Expr.Attribute it) {
      push(it.value());
      code.line(it.line());
      code.text(it.name());
      code.call("Attributes", "get", "(" + O + "Ljava/lang/String;)" + O);
    } else if (expr instanceof Expr.Subscript it) {
      push(it.value());
      push(it.index());
      code.line(it.line());
      code.call("Items", "get", 2);
    } else if (!logic(expr) && !container(expr)) {
      other(expr);
    }
  }

  private boolean logic(Expr expr) {
    if (expr instanceof Expr.Unary it) {
      unary(it);
    } else if (expr instanceof Expr.Logic it) {
      Label end = new Label();
      push(it.left());
      code.op(DUP);
      code.call("Truth", "of", "(" + O + ")Z");
      code.jump(it.and() ? IFEQ : IFNE, end);
      code.op(POP);
      push(it.right());
      code.label(end);
    } else if (expr instanceof Expr.Comparison it) {
      comparison(it);
    } else if (expr instanceof Expr.Conditional it) {
      Label otherwise = new Label();
      Label end = new Label();
      jumpIfFalse(it.test(), otherwise);
      push(it.then());
      code.jump(GOTO, end);
      code.label(otherwise);
      push(it.otherwise());
      code.label(end);
    } else {
      return false;
    }
    return true;
  }

  private void unary(Expr.Unary it) {
    boolean number =
        it.operator().equals("-")
            && it.operand() instanceof Expr.Constant constant
            && constant.value() instanceof Integer;
    if (number) {
      code.value(-(Integer) ((Expr.Constant) it.operand()).value());
      return;
    }
    push(it.operand());
    code.line(it.line());
    String name =
        switch (it.operator()) {
          case "-" -> "negate";
          case "+" -> "positive";
          case "~" -> "invert";
          default -> "not";
        };
    code.call("Operators", name, 1);
  }

  private void comparison(Expr.Comparison it) {
    push(it.left());
    int last = it.rights().size() - 1;
    Label end = new Label();
    for (int i = 0; i <= last; i++) {
      push(it.rights().get(i));
      int kept = -1;
      if (i < last) {
        kept = code.place();
        code.op(DUP);
        code.store(kept);
      }
      code.line(it.line());
      code.call("Comparisons", COMPARE.get(it.operators().get(i)), 2);
      if (i < last) {
        code.op(DUP);
        code.call("Truth", "of", "(" + O + ")Z");
        code.jump(IFEQ, end);
        code.op(POP);
        code.load(kept);
      }
    }
    code.label(end);
  }

  /** Jumps if the expression is not true; leaves nothing. */
  void jumpIfFalse(Expr test, Label to) {
    if (test instanceof Expr.Unary not && not.operator().equals("not")) {
      jumpIfTrue(not.operand(), to);
    } else if (test instanceof Expr.Logic it && it.and()) {
      jumpIfFalse(it.left(), to);
      jumpIfFalse(it.right(), to);
    } else if (test instanceof Expr.Logic it) {
      Label yes = new Label();
      jumpIfTrue(it.left(), yes);
      jumpIfFalse(it.right(), to);
      code.label(yes);
    } else {
      truth(test);
      code.jump(IFEQ, to);
    }
  }

  private void jumpIfTrue(Expr test, Label to) {
    if (test instanceof Expr.Unary not && not.operator().equals("not")) {
      jumpIfFalse(not.operand(), to);
    } else {
      truth(test);
      code.jump(IFNE, to);
    }
  }

  /** Leaves a Java boolean. */
  private void truth(Expr test) {
    if (test instanceof Expr.Comparison it && it.rights().size() == 1) {
      push(it.left());
      push(it.rights().get(0));
      code.line(it.line());
      code.call("Comparisons", "if_" + COMPARE.get(it.operators().get(0)), "(" + O + O + ")Z");
    } else {
      push(test);
      code.call("Truth", "of", "(" + O + ")Z");
    }
  }

  private boolean container(Expr expr) {
    if (expr instanceof Expr.ListOf it) {
      collection(it.items(), "list");
    } else if (expr instanceof Expr.TupleOf it) {
      collection(it.items(), "tuple");
    } else if (expr instanceof Expr.SetOf it) {
      boolean constant = it.items().size() > 2 && it.items().stream().allMatch(Constants::is);
      collection(it.items(), constant ? "constants" : "set");
    } else if (expr instanceof Expr.DictOf it) {
      dict(it);
    } else if (expr instanceof Expr.Comprehension it) {
      function.definitions.comprehension(it);
    } else if (expr instanceof Expr.SliceOf it) {
      maybe(it.start());
      maybe(it.stop());
      maybe(it.step());
      code.call("Items", "slice", 3);
    } else {
      return false;
    }
    return true;
  }

  /** What a loop goes through: a set of constants stays the frozen set it is folded to. */
  void pushSource(Expr given) {
    Expr source = function.yields.before(given);
    if (source instanceof Expr.SetOf it && it.items().stream().allMatch(Constants::is)) {
      collection(it.items(), "folded");
    } else {
      push(source);
    }
  }

  private void maybe(Expr expr) {
    if (expr == null) {
      code.nothing();
    } else {
      push(expr);
    }
  }

  private void collection(List<Expr> items, String kind) {
    spread(items);
    code.call("Containers", kind, "([" + O + ")" + O);
  }

  /** An array of the items, starred ones taken apart. */
  void spread(List<Expr> items) {
    boolean starred = items.stream().anyMatch(Expr.Starred.class::isInstance);
    List<Runnable> pushes = new ArrayList<>();
    for (Expr item : items) {
      if (item instanceof Expr.Starred star) {
        pushes.add(
            () -> {
              push(star.value());
              code.call("Containers", "star", 1);
            });
      } else {
        pushes.add(() -> push(item));
      }
    }
    code.array(pushes);
    if (starred) {
      code.call("Containers", "flatten", "([" + O + ")[" + O);
    }
  }

  private void dict(Expr.DictOf it) {
    List<Runnable> pushes = new ArrayList<>();
    for (int i = 0; i < it.keys().size(); i++) {
      Expr key = it.keys().get(i);
      Expr value = it.values().get(i);
      pushes.add(
          () -> {
            if (key == null) {
              code.unbound();
            } else {
              push(key);
            }
          });
      pushes.add(() -> push(value));
    }
    code.array(pushes);
    code.call("Containers", "dict", "([" + O + ")" + O);
  }

  private void other(Expr expr) {
    if (expr instanceof Expr.Joined it) {
      List<Runnable> parts = new ArrayList<>();
      it.parts().forEach(part -> parts.add(() -> push(part)));
      code.array(parts);
      code.call("Texts", "join", "([" + O + ")" + O);
    } else if (expr instanceof Expr.Formatted it) {
      push(it.value());
      code.integer(it.conversion());
      maybe(it.spec());
      code.call("Texts", "formatted", "(" + O + "I" + O + ")" + O);
    } else if (expr instanceof Expr.Lambda it) {
      function.definitions.lambda(it);
    } else if (expr instanceof Expr.Walrus it) {
      push(it.value());
      code.op(DUP);
      function.variables.store(it.name());
    } else if (expr instanceof Expr.Stored it) {
      code.load(it.place());
    } else if (expr instanceof Expr.Yield || expr instanceof Expr.YieldFrom) {
      throw new CellSyntaxError(
          "yield at this place in an expression is not supported in Nyala's Python cells; assign it"
              + " to a variable of its own first",
          expr.line(),
          1);
    } else if (expr instanceof Expr.Starred) {
      throw new CellSyntaxError("can't use starred expression here", expr.line(), 1);
    } else {
      throw new IllegalStateException("Unknown expression " + expr);
    }
  }

  /** A value that may have {@code yield} in it, where nothing else is on the stack. */
  void pushOrYield(Expr expr) {
    if (expr instanceof Expr.Yield it) {
      Expr value = function.yields.before(it.value());
      code.line(it.line());
      maybe(value);
      function.yield();
    } else if (expr instanceof Expr.YieldFrom it) {
      yieldFrom(new Expr.YieldFrom(function.yields.before(it.value()), it.line()));
    } else {
      push(function.yields.before(expr));
    }
  }

  /** {@link #jumpIfFalse} of what may have {@code yield} in it, with nothing on the stack. */
  void jumpOrYield(Expr test, Label to) {
    jumpIfFalse(function.yields.before(test), to);
  }

  private void yieldFrom(Expr.YieldFrom it) {
    int source = code.place();
    Label again = new Label();
    Label end = new Label();
    push(it.value());
    code.call("Iterators", "delegate", "(" + O + ")L" + Code.RUN + "Delegation;");
    code.store(source);
    code.nothing();
    code.label(again);
    code.load(source, Code.RUN + "Delegation");
    code.op(groovyjarjarasm.asm.Opcodes.SWAP);
    code.virtual("Delegation", "advance", "(" + O + ")Z");
    code.jump(IFEQ, end);
    code.load(source, Code.RUN + "Delegation");
    code.virtual("Delegation", "value", "()" + O);
    function.yield();
    code.jump(GOTO, again);
    code.label(end);
    code.load(source, Code.RUN + "Delegation");
    code.virtual("Delegation", "result", "()" + O);
  }
}
