package io.nyala.dsl.python.convert;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.python.syntax.Expr;
import io.nyala.dsl.python.syntax.PyParser;
import io.nyala.dsl.python.syntax.Stmt;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What the names of a notebook hold, as far as all that is bound to them tells. */
public final class Kinds {
  private static final Expr ANYTHING = new Expr.Constant(null, 0);
  private static final Expr WHOLE = new Expr.Constant(0, 0);
  private static final Set<String> COUNTING = Set.of("len", "int", "ord");

  private final Map<String, List<Expr>> bound = new HashMap<>();
  private final Set<String> calledByKeyword = new HashSet<>();
  private final Set<String> asked = new HashSet<>();

  private Kinds() {}

  /** What these cells tell; those that do not parse tell nothing. */
  public static Kinds of(List<String> cells) {
    Kinds kinds = new Kinds();
    for (String cell : cells) {
      try {
        PyParser.parse(plain(cell)).forEach(kinds::walk);
      } catch (CellSyntaxError e) {
        // It stays as it is, so nothing needs to be known of it.
      }
    }
    return kinds;
  }

  /** Magics are comments to the parser and stay as they are. */
  static String plain(String cell) {
    return cell.lines()
        .map(line -> line.matches("\\s*[%!].*") ? "# " + line : line)
        .collect(Collectors.joining("\n"));
  }

  /** Whether a function of this name is called with named arguments somewhere. */
  boolean isCalledByKeyword(String function) {
    return calledByKeyword.contains(function);
  }

  boolean isWhole(Expr expr) {
    if (expr instanceof Expr.Constant it) {
      return it.value() instanceof Integer || it.value() instanceof Long;
    }
    if (expr instanceof Expr.Name it) {
      return always(it.id(), this::isWhole);
    }
    if (expr instanceof Expr.Call it) {
      return it.callee() instanceof Expr.Name name && COUNTING.contains(name.id());
    }
    if (expr instanceof Expr.Unary it) {
      return it.operator().equals("-") && isWhole(it.operand());
    }
    return expr instanceof Expr.Binary it
        && !it.operator().equals("/")
        && isWhole(it.left())
        && isWhole(it.right());
  }

  /** Whether it is a float, or an array as NumPy and TensorFlow divide them. */
  boolean isReal(Expr expr) {
    if (expr instanceof Expr.Constant it) {
      return it.value() instanceof Double;
    }
    if (expr instanceof Expr.Name it) {
      return always(it.id(), this::isReal);
    }
    if (expr instanceof Expr.Call it) {
      return it.callee() instanceof Expr.Name name && name.id().equals("float") || computes(it);
    }
    if (expr instanceof Expr.Subscript it) {
      return it.index() instanceof Expr.TupleOf;
    }
    if (expr instanceof Expr.Unary it) {
      return isReal(it.operand());
    }
    return expr instanceof Expr.Binary it
        && (it.operator().equals("/") || isReal(it.left()) || isReal(it.right()));
  }

  /** Whether a call goes to one of the libraries, whose methods mean the same in both. */
  static boolean isLibrary(Expr.Call call) {
    return Set.of("np", "tf", "keras", "layers", "plt", "os", "math", "random")
        .contains(root(call));
  }

  /** Whether a library computes an array or a float here. */
  private static boolean computes(Expr.Call call) {
    boolean exact =
        call.callee() instanceof Expr.Attribute it
            && Set.of("floor", "ceil", "trunc", "gcd", "factorial", "comb", "perm", "isqrt", "prod")
                .contains(it.name());
    return Set.of("np", "tf", "keras").contains(root(call)) || root(call).equals("math") && !exact;
  }

  private static String root(Expr.Call call) {
    Expr root = call.callee();
    while (root instanceof Expr.Attribute it) {
      root = it.value();
    }
    return root instanceof Expr.Name name ? name.id() : "";
  }

  /** Whether it is a dict. */
  boolean isDict(Expr expr) {
    if (expr instanceof Expr.Name it) {
      return always(it.id(), this::isDict);
    }
    if (expr instanceof Expr.Call it) {
      return it.callee() instanceof Expr.Name name
          && Set.of("dict", "Counter", "defaultdict", "OrderedDict").contains(name.id());
    }
    boolean comprehended = expr instanceof Expr.Comprehension it && it.form() == Expr.Form.DICT;
    return comprehended || expr instanceof Expr.DictOf;
  }

  private boolean always(String name, Predicate<Expr> kind) {
    List<Expr> all = bound.getOrDefault(name, List.of());
    if (all.isEmpty()) {
      return false;
    }
    if (!asked.add(name)) {
      return true;
    }
    try {
      return all.stream().allMatch(each -> each != ANYTHING && kind.test(each));
    } finally {
      asked.remove(name);
    }
  }

  private void bind(Expr target, Expr value) {
    if (target instanceof Expr.Name name) {
      bound.computeIfAbsent(name.id(), key -> new ArrayList<>()).add(value);
    } else if (target instanceof Expr.TupleOf several) {
      boolean matching =
          value instanceof Expr.TupleOf values && values.items().size() == several.items().size();
      for (int i = 0; i < several.items().size(); i++) {
        Expr part = matching ? ((Expr.TupleOf) value).items().get(i) : ANYTHING;
        bind(several.items().get(i), part);
      }
    }
  }

  private void walk(Object node) {
    if (node instanceof List<?> several) {
      several.forEach(this::walk);
      return;
    }
    if (!(node instanceof Record)) {
      return;
    }
    note(node);
    for (RecordComponent part : node.getClass().getRecordComponents()) {
      try {
        part.getAccessor().setAccessible(true);
        walk(part.getAccessor().invoke(node));
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private void note(Object node) {
    if (node instanceof Stmt.Assign it) {
      it.targets().forEach(target -> bind(target, it.value()));
    } else if (node instanceof Stmt.Augment it) {
      bind(it.target(), new Expr.Binary(it.operator(), it.target(), it.value(), it.line()));
    } else if (node instanceof Stmt.For it) {
      loop(it.target(), it.source());
    } else if (node instanceof Expr.Clause it) {
      loop(it.target(), it.source());
    } else if (node instanceof Expr.Parameter it) {
      bind(new Expr.Name(it.name(), 0), ANYTHING);
    } else if (node instanceof Stmt.With it && it.target() != null) {
      bind(it.target(), ANYTHING);
    } else if (node instanceof Expr.Call it && it.callee() instanceof Expr.Name name) {
      boolean named = it.arguments().stream().anyMatch(each -> each.name() != null);
      if (named) {
        calledByKeyword.add(name.id());
      }
    }
  }

  private void loop(Expr target, Expr source) {
    String function =
        source instanceof Expr.Call it && it.callee() instanceof Expr.Name name ? name.id() : "";
    if (function.equals("range")) {
      bind(target, WHOLE);
    } else if (function.equals("enumerate")
        && target instanceof Expr.TupleOf pair
        && pair.items().size() == 2) {
      bind(pair.items().get(0), WHOLE);
      bind(pair.items().get(1), ANYTHING);
    } else {
      bind(target, ANYTHING);
    }
  }
}
