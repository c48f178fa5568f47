package io.nyala.dsl.names.modules;

import groovy.lang.Closure;
import io.nyala.dsl.lang.CellFunction;
import io.nyala.dsl.names.BuiltinFunction;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Signature;
import io.nyala.dsl.names.keras.KerasCallable;
import io.nyala.dsl.names.keras.KerasType;
import io.nyala.dsl.names.keras.ModelSignatures;
import io.nyala.dsl.show.Repr;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.KerasFunction;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** What can be said of a callable before it is called: its arguments and its documentation. */
public final class Signatures {

  /**
   * One argument.
   *
   * @param defaultText its default as written in a call, null if it is required
   * @param doc one line, or empty
   * @param choices strings it may be, or empty
   */
  public record Parameter(String name, String defaultText, String doc, List<String> choices) {}

  /**
   * A callable's arguments.
   *
   * @param doc what it does, in Markdown, or empty
   */
  public record Signature(String name, List<Parameter> parameters, String doc) {

    /** {@code Dense(units, activation=None)}. */
    public String line() {
      List<String> parts = new ArrayList<>();
      for (Parameter each : parameters) {
        parts.add(
            each.defaultText() == null ? each.name() : each.name() + "=" + each.defaultText());
      }
      return name + "(" + String.join(", ", parts) + ")";
    }
  }

  /** Knows the signatures of some callables. */
  public interface Source {

    /** The signature of a value that is called. */
    Optional<Signature> of(Object callee);

    /** The signature of a method of an object. */
    default Optional<Signature> ofMethod(Object receiver, String method) {
      return Optional.empty();
    }
  }

  private static final List<Source> SOURCES =
      new CopyOnWriteArrayList<>(List.of(new ModelSignatures()));

  private Signatures() {}

  /** Adds a source; it is asked before those added earlier. */
  public static void register(Source source) {
    SOURCES.add(0, source);
  }

  /** The signature of a callable, if known. */
  public static Optional<Signature> of(Object callee) {
    for (Source source : SOURCES) {
      Optional<Signature> found = source.of(callee);
      if (found.isPresent()) {
        return found;
      }
    }
    if (callee instanceof KerasType type) {
      return Optional.of(ofKeras(type));
    }
    if (callee instanceof KerasCallable callable) {
      KerasFunction function = callable.function();
      return Optional.of(
          new Signature(function.name(), parameters(function.table()), function.doc()));
    }
    if (callee instanceof LibraryFunction function) {
      return Optional.of(ofLibrary(function.signature()));
    }
    if (callee instanceof CellFunction function) {
      return Optional.of(
          ofJava(
              function.name(),
              Collections.max(
                  function.methods(), Comparator.comparingInt(Method::getParameterCount))));
    }
    return callee instanceof Closure<?> && !(callee instanceof BuiltinFunction)
        ? Optional.of(new Signature("closure", List.of(), ""))
        : Optional.empty();
  }

  /** The signature of a method of an object, if known. */
  public static Optional<Signature> ofMethod(Object receiver, String method) {
    for (Source source : SOURCES) {
      Optional<Signature> found = source.ofMethod(receiver, method);
      if (found.isPresent()) {
        return found;
      }
    }
    return Arrays.stream(receiver.getClass().getMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .map(each -> ofJava(method, each));
  }

  private static Signature ofKeras(KerasType type) {
    return new Signature(type.keras().name(), parameters(type.keras().table()), type.keras().doc());
  }

  private static List<Parameter> parameters(ArgTable table) {
    List<Parameter> parameters = new ArrayList<>();
    for (Arg arg : table.args()) {
      String start = arg.required() ? null : Repr.of(arg.defaultValue());
      parameters.add(new Parameter(arg.name(), start, arg.doc(), arg.type().choices()));
    }
    return parameters;
  }

  private static Signature ofLibrary(io.nyala.dsl.names.Signature known) {
    List<Parameter> parameters = new ArrayList<>();
    for (io.nyala.dsl.names.Signature.Parameter each : known.parameters()) {
      boolean open = each.required() || each.rest();
      String start = open ? null : Repr.of(each.fallback());
      parameters.add(new Parameter(each.name(), start, "", List.of()));
    }
    return new Signature(known.name(), parameters, "");
  }

  private static Signature ofJava(String name, Method method) {
    List<Parameter> parameters =
        Arrays.stream(method.getParameters())
            .map(each -> new Parameter(each.getName(), null, "", List.<String>of()))
            .toList();
    return new Signature(name, parameters, "");
  }
}
