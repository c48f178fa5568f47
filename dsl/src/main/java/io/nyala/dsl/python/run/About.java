package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.modules.Signatures.Parameter;
import io.nyala.dsl.names.modules.Signatures.Signature;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a person may be told of a value of Python's while they type; nothing of a cell is run. */
public final class About {
  private static final int KEYWORD_ONLY = 3;

  private About() {}

  /** Whether the rules of Python say what the value is, and not those of a library. */
  public static boolean knows(Object value) {
    return value instanceof PyFunction
        || value instanceof BoundMethod
        || value instanceof Native
        || value instanceof PyClass
        || value instanceof Instance && !(value instanceof KerasInstance)
        || value == null
        || !Methods.of(value).isEmpty() && Methods.isOurs(value)
        || value instanceof CharSequence;
  }

  /** An attribute, where that can be told; a method of an object is bound to it. */
  public static Optional<Object> member(Object value, String name) {
    if (value instanceof Instance instance) {
      Object own = instance.attributes().get(name);
      Object member = own == null ? instance.type().find(name) : null;
      boolean method = member instanceof PyFunction || member instanceof Native;
      Object found = method ? new BoundMethod(value, member, name) : own == null ? member : own;
      return Optional.ofNullable(
          found instanceof Descriptors.Property ? null : plain(found, value));
    }
    if (value instanceof PyClass type) {
      Object found = type.find(name);
      return found == null && Methods.names(type, name)
          ? BuiltinDocs.of(type, name).map(known -> known)
          : Optional.ofNullable(plain(found, value));
    }
    if (value instanceof Namespace || !knows(value) || !Methods.has(value, name)) {
      return Optional.empty();
    }
    return Optional.of(new BoundMethod(value, null, name));
  }

  private static Object plain(Object found, Object owner) {
    if (found instanceof Descriptors.StaticMethod method) {
      return method.function();
    }
    if (found instanceof Descriptors.ClassMethod method) {
      return new BoundMethod(owner, method.function(), "");
    }
    return found;
  }

  /** The arguments of what can be called, and what its documentation says. */
  public static Optional<Signature> signature(Object value) {
    if (value instanceof Signature known) {
      return Optional.of(known);
    }
    if (value instanceof PyFunction function) {
      return Optional.of(written(function, function.name(), 0));
    }
    if (value instanceof BoundMethod method) {
      return method.function() instanceof PyFunction function
          ? Optional.of(written(function, function.name(), 1))
          : method.function() == null
              ? BuiltinDocs.of(Types.of(method.self()), method.name())
              : signature(method.function());
    }
    if (value instanceof Native function) {
      return BuiltinDocs.of(function.name());
    }
    if (value instanceof PyClass type) {
      return type.isBuiltin()
          ? BuiltinDocs.of(type.name())
          : Optional.of(
              type.find("__init__") instanceof PyFunction function
                  ? documented(written(function, type.name(), 1), type)
                  : new Signature(type.name(), List.of(), text(type.find("__doc__"))));
    }
    return Optional.empty();
  }

  private static Signature documented(Signature initializer, PyClass type) {
    String own = text(type.members().get("__doc__"));
    String doc = own.isEmpty() ? initializer.doc() : own;
    return new Signature(initializer.name(), initializer.parameters(), doc);
  }

  private static String text(Object value) {
    return value instanceof CharSequence ? cleaned(value.toString()) : "";
  }

  /** As {@code inspect.cleandoc} has it: without the indentation that the code asked for. */
  private static String cleaned(String doc) {
    String[] lines = doc.strip().split("\n");
    int indent = Integer.MAX_VALUE;
    for (int i = 1; i < lines.length; i++) {
      int own = lines[i].length() - lines[i].stripLeading().length();
      indent = lines[i].isBlank() ? indent : Math.min(indent, own);
    }
    for (int i = 1; i < lines.length; i++) {
      lines[i] = lines[i].isBlank() ? "" : lines[i].substring(indent).stripTrailing();
    }
    return String.join("\n", lines);
  }

  private static Signature written(PyFunction function, String name, int skipped) {
    List<Parameter> parameters = new ArrayList<>();
    List<Object> parts = FunctionParts.of(function);
    boolean starred = false;
    for (Object each : parts.subList(Math.min(skipped, parts.size()), parts.size())) {
      Tuple part = (Tuple) each;
      int kind = (Integer) part.get(1);
      if (kind == KEYWORD_ONLY && !starred) {
        parameters.add(new Parameter("*", null, "", List.of()));
      }
      starred |= kind == 2 || kind == KEYWORD_ONLY;
      String stars = kind == 2 ? "*" : kind == 4 ? "**" : "";
      String start = Boolean.TRUE.equals(part.get(2)) ? Texts.repr(part.get(3)) : null;
      parameters.add(new Parameter(stars + part.get(0), start, "", List.of()));
      if (function.code().positionalOnly() > 0
          && part.get(0)
              .equals(function.code().names().get(function.code().positionalOnly() - 1))) {
        parameters.add(new Parameter("/", null, "", List.of()));
      }
    }
    return new Signature(name, parameters, text(function.code().documentation()));
  }

  /** The name of its class. */
  public static String type(Object value) {
    if (value instanceof Native || value instanceof Signature) {
      return "builtin_function_or_method";
    }
    if (value instanceof BoundMethod method) {
      return method.function() == null ? "builtin_function_or_method" : "method";
    }
    return value instanceof PyFunction ? "function" : Types.name(value);
  }

  /** The documentation of a value's class. */
  public static String documentation(Object value) {
    PyClass type = Types.of(value);
    return type.isBuiltin()
        ? BuiltinDocs.of(type.name()).map(Signature::doc).orElse("")
        : text(type.find("__doc__"));
  }

  /** How many items it has; −1 if it has none. */
  public static int length(Object value) {
    return value instanceof CharSequence text
        ? text.toString().codePointCount(0, text.length())
        : value instanceof Collection<?> items
            ? items.size()
            : value instanceof Map<?, ?> map ? map.size() : -1;
  }

  /**
   * Where something was defined.
   *
   * @param source the name of the cell's class
   * @param path its name with those it is defined in
   */
  public record Place(String source, String path) {}

  /** Where a function or a class was defined. */
  public static Optional<Place> place(Object value) {
    if (value instanceof PyFunction function) {
      return Optional.of(
          new Place(function.source(), function.code().qualified().replace(".<locals>", "")));
    }
    if (value instanceof BoundMethod method) {
      return place(method.function());
    }
    if (value instanceof PyClass type) {
      return type.members().values().stream()
          .filter(PyFunction.class::isInstance)
          .findFirst()
          .map(
              f -> new Place(((PyFunction) f).source(), type.qualified().replace(".<locals>", "")));
    }
    return Optional.empty();
  }
}
