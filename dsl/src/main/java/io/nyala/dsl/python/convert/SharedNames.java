package io.nyala.dsl.python.convert;

import io.nyala.dsl.python.syntax.Expr;
import java.util.Map;
import java.util.Set;

/** Methods that Groovy and Python both have, and that do different things there. */
final class SharedNames {
  /** How Groovy writes what the method, with so many arguments, does in Python. */
  private static final Map<String, String> FORMS =
      Map.of(
          "get/2", ".getOrDefault(%s)",
          "split/0", ".tokenize()",
          "split/1", ".split(%s, -1).toList()",
          "pop/0", ".removeLast()",
          "find/1", ".indexOf(%s)");

  /** What has no such form, or none that is right for every receiver. */
  private static final Set<String> NONE =
      Set.of("remove/1", "reverse/0", "sort/1", "sort/2", "split/2", "find/2", "pop/2");

  private static final Set<String> TYPES =
      Set.of("dict", "list", "str", "set", "tuple", "int", "float");

  private SharedNames() {}

  /** Whether a call must not be left as it is written. */
  static boolean has(Expr.Call call) {
    return ofType(call) || NONE.contains(key(call)) || FORMS.containsKey(key(call));
  }

  /** {@code dict.copy(d)}. */
  private static boolean ofType(Expr.Call call) {
    return call.callee() instanceof Expr.Attribute it
        && it.value() instanceof Expr.Name type
        && TYPES.contains(type.id());
  }

  /** The form of a call of {@link #has} in Groovy, to be filled with its arguments. */
  static String form(Expr.Call call) {
    String form = FORMS.get(key(call));
    if (form == null) {
      throw new Unconvertible(key(call));
    }
    return form;
  }

  private static String key(Expr.Call call) {
    boolean method = call.callee() instanceof Expr.Attribute && !Kinds.isLibrary(call);
    return method ? ((Expr.Attribute) call.callee()).name() + "/" + call.arguments().size() : "";
  }
}
