package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.dsl.names.Namespace;
import java.util.Iterator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the modules written in Java are made with. */
public final class Module {
  private final Namespace names;

  /** A module of this name. */
  public Module(String name) {
    names = new Namespace(name);
  }

  /** The module. */
  public Namespace names() {
    return names;
  }

  /** Binds a value. */
  public Module value(String name, Object value) {
    names.define(name, value);
    return this;
  }

  /** A function's body. */
  @FunctionalInterface
  public interface Body {
    Object call(Object[] given, Kwargs named);
  }

  /** Binds a function. */
  public Module function(String name, Body body) {
    return value(name, new Native(name, body::call));
  }

  /** Binds a function of one value. */
  public Module one(String name, Function<Object, Object> body) {
    return value(name, Native.one(name, body));
  }

  /** Binds a function of two values. */
  public Module two(String name, BinaryOperator<Object> body) {
    return function(
        name,
        (given, named) -> {
          if (given.length != 2) {
            throw Errors.type(name + " expected 2 arguments, got " + given.length);
          }
          return body.apply(given[0], given[1]);
        });
  }

  /** A lazy iterator of a Python class; the supplier gives {@link #end()} at its end. */
  public static Iterator<Object> lazy(String name, Supplier<Object> next) {
    return new Lazy(name) {
      @Override
      Object compute() {
        return next.get();
      }
    };
  }

  /** What ends a lazy iterator. */
  public static Object end() {
    return Unbound.VALUE;
  }

  /** An exception by name. */
  public static RuntimeException error(String name, String message) {
    return Errors.of(name, message);
  }

  /** An exception by name, with attributes. */
  public static RuntimeException error(
      String name, java.util.Map<String, Object> attributes, String message) {
    PyRaised raised = Errors.of(name, message);
    raised.value().attributes().putAll(attributes);
    return raised;
  }

  /** A value that must be a whole number. */
  public static java.math.BigInteger whole(Object value) {
    if (!Ints.is(value)) {
      throw Errors.type("'" + Types.name(value) + "' object cannot be interpreted as an integer");
    }
    return Ints.big(value);
  }

  /** The hash of a value. */
  public static java.math.BigInteger hash(Object value) {
    return java.math.BigInteger.valueOf(Hashes.of(value));
  }

  /** The items of a value. */
  public static List<Object> items(Object value) {
    return Iterators.list(value);
  }

  /** The items of a value, lazily. */
  public static Iterator<Object> iterate(Object value) {
    return Iterators.of(value);
  }

  /** Calls a value. */
  public static Object call(Object function, Object... given) {
    return Invoke.call(function, given, null);
  }

  /** Calls a value. */
  public static Object call(Object function, Object[] given, Kwargs named) {
    return Invoke.call(function, given, named);
  }

  /** A number as a float; texts are none. */
  public static double number(Object value) {
    boolean number =
        !(value instanceof CharSequence)
            && (Ints.isNumber(value)
                || value instanceof io.nyala.tensor.Tensor
                || value instanceof Instance);
    if (!number) {
      throw Errors.type("must be real number, not " + Types.name(value));
    }
    return real(value);
  }

  /** The class of an exception. */
  public static Object exception(String name) {
    return Exceptions.named(name);
  }

  /** Calls a method. */
  public static Object method(Object receiver, String name, Object... given) {
    return Invoke.method(receiver, name, given, null);
  }

  /** A value as a float. */
  public static double real(Object value) {
    return (Double) Constructors.real(new Object[] {value}, null);
  }

  /** A float as a whole number. */
  public static Object whole(double value) {
    return Constructors.truncated(value);
  }

  /** A value as an index. */
  public static int index(Object value) {
    return Ints.index(value);
  }

  /** A value as text. */
  public static String str(Object value) {
    return Texts.str(value);
  }

  /** A path's text. */
  public static String path(Object value) {
    return Files.path(value);
  }

  /** A value as {@code repr} gives it. */
  public static String repr(Object value) {
    return Texts.repr(value);
  }

  /** The name of a value's class. */
  public static String typeName(Object value) {
    return Types.name(value);
  }

  /** Whether a value counts as true. */
  public static boolean truth(Object value) {
    return Truth.of(value);
  }

  /** {@code a + b}. */
  public static Object add(Object a, Object b) {
    return Operators.add(a, b);
  }

  /** {@code a * b}. */
  public static Object multiply(Object a, Object b) {
    return Operators.multiply(a, b);
  }

  /** Whether two values are equal. */
  public static boolean equal(Object a, Object b) {
    return Comparisons.same(a, b);
  }

  /** Less than zero, zero or more. */
  public static int compare(Object a, Object b) {
    return Sorting.order().compare(a, b);
  }

  /** Whether a value is a whole number. */
  public static boolean isWhole(Object value) {
    return Ints.is(value);
  }

  /** A whole number of any size. */
  public static java.math.BigInteger big(Object value) {
    return Ints.big(value);
  }

  /** Adds a mapping or pairs to a dict. */
  public static void addAll(java.util.Map<Object, Object> dict, Object given) {
    Dicts.addAll(dict, given);
  }

  /** A new {@code defaultdict}. */
  public static java.util.Map<Object, Object> defaultDict(Object factory) {
    return new DefaultDict(factory, false);
  }

  /** A new {@code Counter}. */
  public static java.util.Map<Object, Object> counter(Object items) {
    return Counters.of(items);
  }

  /** Copies what describes a function onto another. */
  public static void describe(Object from, Object to) {
    if (from instanceof PyFunction a && to instanceof PyFunction b) {
      for (String name : List.of("__name__", "__qualname__", "__doc__", "__module__")) {
        b.attributes().put(name, Attributes.get(a, name));
      }
      b.attributes().put("__wrapped__", a);
      b.attributes().putAll(a.attributes());
    }
  }
}
