package io.nyala.dsl.python.run;

import io.nyala.dsl.lang.CellSyntaxError;
import io.nyala.dsl.lang.Variables;
import io.nyala.dsl.names.Kwargs;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code eval}, {@code exec}, {@code compile}, and the names of a scope as a dict: {@code
 * locals()}. Text is compiled as cells are. Names given in a dict are copied before it runs, and
 * those it binds are copied back after it.
 */
public final class Evaluation {
  /** The names whose meaning depends on where they are called. */
  private static final List<String> NAMES =
      List.of("eval", "exec", "compile", "locals", "globals", "vars", "dir", "__import__");

  /** What {@code compile()} gives. */
  private record Compiled(String text, String file, boolean expression) {
    @Override
    public String toString() {
      return "<code object <module>, file \"" + file + "\", line 1>";
    }
  }

  private Evaluation() {}

  /** Such a function as a module's code sees it; null for any other name. */
  static Object atTop(String name, Globals globals) {
    return NAMES.contains(name) ? function(name, globals, null) : null;
  }

  /** Such a function as the code of a function or class sees it, else what was called. */
  public static Object within(Object callee, Object[] namesAndValues, Globals globals) {
    if (!(callee instanceof Native function) || !NAMES.contains(function.name())) {
      return callee;
    }
    Map<Object, Object> locals = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      Object held = value instanceof PyCell cell ? cell.raw() : value;
      if (held != Unbound.VALUE) {
        locals.put(namesAndValues[i], held);
      }
    }
    return function(function.name(), globals, locals);
  }

  /** Such a function as the code of a class's body sees it. */
  @SuppressWarnings("unchecked")
  public static Object inClass(Object callee, Object namespace, Globals globals) {
    return callee instanceof Native function && NAMES.contains(function.name())
        ? function(function.name(), globals, (Map<Object, Object>) namespace)
        : callee;
  }

  private static Native function(String name, Globals globals, Map<Object, Object> locals) {
    return new Native(
        name,
        (given, named) ->
            switch (name) {
              case "globals" -> globals.variables();
              case "locals" -> names(globals, locals);
              case "vars" ->
                  given.length == 0 ? names(globals, locals) : Attributes.get(given[0], "__dict__");
              case "dir" -> dir(given, globals, locals);
              case "compile" -> compiled(given, named, globals);
              case "__import__" -> Imports.module(globals, text(given[0], "__import__"), 0);
              default -> run(name.equals("eval"), given, named, globals, locals);
            });
  }

  private static Map<?, ?> names(Globals globals, Map<Object, Object> locals) {
    return locals == null ? globals.variables() : locals;
  }

  private static Object dir(Object[] given, Globals globals, Map<Object, Object> locals) {
    if (given.length > 0) {
      return new java.util.ArrayList<>(Dir.of(given[0]));
    }
    List<Object> names = new java.util.ArrayList<>(names(globals, locals).keySet());
    names.sort((a, b) -> String.valueOf(a).compareTo(String.valueOf(b)));
    return names;
  }

  private static String text(Object value, String function) {
    if (value instanceof CharSequence text) {
      return text.toString();
    }
    if (value instanceof PyBytes bytes) {
      return new String(bytes.copy(), java.nio.charset.StandardCharsets.UTF_8);
    }
    throw Errors.type(function + "() arg 1 must be a string, bytes or code object");
  }

  private static Object compiled(Object[] given, Kwargs named, Globals globals) {
    Args args = new Args("compile", given, named, 3, 6);
    String mode = Texts.str(args.get(2, "mode", null));
    if (!List.of("exec", "eval", "single").contains(mode)) {
      throw Errors.value("compile() mode must be 'exec', 'eval' or 'single'");
    }
    String text = text(args.get(0, "source", null), "compile");
    String file = Texts.str(args.get(1, "filename", null));
    boolean expression = mode.equals("eval");
    prepared(globals, text, file, expression, globals.host().variables());
    return new Compiled(text, file, expression);
  }

  private static Object run(
      boolean expression,
      Object[] given,
      Kwargs named,
      Globals globals,
      Map<Object, Object> locals) {
    String name = expression ? "eval" : "exec";
    Args args = new Args(name, given, named, 1, 3);
    Object outer = args.get(1, "globals", null);
    Object inner = args.get(2, "locals", null);
    requireDict(name, outer, "globals");
    requireDict(name, inner, "locals");
    Object source = given[0];
    boolean asked = source instanceof Compiled code ? code.expression() : expression;
    String text = source instanceof Compiled code ? code.text() : text(source, name);
    String file = source instanceof Compiled code ? code.file() : "<string>";
    if (outer == null && inner == null && locals == null) {
      Object value = prepared(globals, text, file, asked, globals.host().variables()).run();
      return expression ? value : null;
    }
    Map<Object, Object> around = dict(outer);
    Map<Object, Object> near = inner != null ? dict(inner) : outer == null ? locals : null;
    Variables variables = new Variables();
    copy(around == null ? globals.variables() : around, variables);
    copy(near, variables);
    Map<String, Object> before = new LinkedHashMap<>(variables);
    Object value;
    try {
      value = prepared(globals, text, file, asked, variables).run();
    } finally {
      back(before, variables, near != null ? near : around);
    }
    if (around != null) {
      around.putIfAbsent("__builtins__", Builtins.all());
    }
    return expression ? value : null;
  }

  private static void requireDict(String function, Object value, String what) {
    if (value != null && !(value instanceof Map)) {
      if (function.equals("eval") && what.equals("globals")) {
        throw Errors.type("globals must be a real dict; try eval(expr, {}, mapping)");
      }
      throw Errors.type(
          function
              + "() "
              + what
              + " must be a "
              + (what.equals("globals") ? "dict" : "mapping")
              + ", not "
              + Types.name(value));
    }
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> dict(Object value) {
    return (Map<Object, Object>) value;
  }

  private static void copy(Map<?, ?> from, Variables to) {
    if (from != null) {
      from.forEach((key, value) -> to.put(String.valueOf(key), value));
    }
  }

  /** Takes over what was bound, changed or deleted. */
  private static void back(Map<String, Object> before, Variables after, Map<Object, Object> to) {
    for (String name : before.keySet()) {
      if (!after.containsKey(name)) {
        to.remove(name);
      }
    }
    for (Map.Entry<String, Object> each : after.entrySet()) {
      boolean same =
          before.containsKey(each.getKey()) && before.get(each.getKey()) == each.getValue();
      if (!same) {
        to.put(each.getKey(), each.getValue());
      }
    }
  }

  private static PyScript prepared(
      Globals globals, String text, String file, boolean expression, Variables variables) {
    try {
      return globals.compile(expression ? text.strip() : text, expression, variables);
    } catch (CellSyntaxError e) {
      throw Errors.of("SyntaxError", e.getMessage() + " (" + file + ", line " + e.line() + ")");
    }
  }
}
