package io.nyala.keras.args;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Understands the functions a person passes in: Java's, Keras', and those of a language above. */
public final class Callables {

  private static final List<Function<Object, Fn>> ADAPTERS = new CopyOnWriteArrayList<>();

  private Callables() {}

  /** A function of any number of values. */
  @FunctionalInterface
  public interface Fn {

    /** The result for these values. */
    Object call(Object... args);

    /** How many values it takes at most, as far as that is known. */
    default int most() {
      return Integer.MAX_VALUE;
    }

    /** The result for as many of these values as it takes. */
    default Object callWithFirst(Object... args) {
      return call(Arrays.copyOf(args, Math.min(args.length, Math.max(0, most()))));
    }

    /** The result for values and named ones, where the language of the function has such. */
    default Object callNamed(Map<?, ?> named, Object... args) {
      throw KerasException.unsupported(
          "The function " + name() + " takes no arguments by name; received " + named.keySet());
    }

    /** A name for logs and configs. */
    default String name() {
      return "lambda";
    }
  }

  /** Teaches the engine a kind of function of a language above it; null for what is not one. */
  public static void register(Function<Object, Fn> adapter) {
    ADAPTERS.add(adapter);
  }

  /** The value as a function; null if it is not one. */
  public static Fn of(Object value) {
    if (value instanceof Fn fn) {
      return fn;
    }
    if (value instanceof KerasFunction function) {
      return function.asFn();
    }
    for (Function<Object, Fn> adapter : ADAPTERS) {
      Fn fn = adapter.apply(value);
      if (fn != null) {
        return fn;
      }
    }
    return java(value);
  }

  @SuppressWarnings("unchecked")
  private static Fn java(Object value) {
    if (value instanceof Function<?, ?> one) {
      return args -> ((Function<Object, Object>) one).apply(args[0]);
    }
    if (value instanceof BiFunction<?, ?, ?> two) {
      return args -> ((BiFunction<Object, Object, Object>) two).apply(args[0], args[1]);
    }
    return null;
  }

  /** What a function gave, as a tensor. */
  public static Tensor tensor(Object result) {
    return Tensors.of(result);
  }
}
