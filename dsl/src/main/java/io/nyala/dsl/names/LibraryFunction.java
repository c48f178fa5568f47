package io.nyala.dsl.names;

import groovy.lang.Closure;
import io.nyala.keras.ops.Operations;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A function of {@code tf}, {@code np} or {@code keras}: knows its signature, checks its arguments,
 * and hands out tensors or arrays. A closure too, so that it can be passed where one is expected.
 */
public final class LibraryFunction extends Closure<Object> implements Callable {
  private static final long serialVersionUID = 1L;

  /** What a function does with its arguments. */
  @FunctionalInterface
  public interface Body {

    /** The result; tensors in it are turned into what the namespace hands out. */
    Object apply(Given given);
  }

  private final String module;
  private final transient Signature signature;
  private final transient Kind kind;
  private final transient Body body;

  /** A function of a module. */
  public LibraryFunction(String module, String signature, Kind kind, Body body) {
    super(LibraryFunction.class);
    this.module = module;
    this.signature = Signature.parse(signature);
    this.kind = kind;
    this.body = body;
    this.maximumNumberOfParameters = 1;
    this.parameterTypes = new Class<?>[] {Object[].class};
  }

  /** Its name and parameters. */
  public Signature signature() {
    return signature;
  }

  @Override
  public Object call(List<Object> positional, Map<String, Object> named) {
    return call(kind, positional, named);
  }

  /** Calls it for values of a family. */
  public Object call(Kind wanted, List<?> positional, Map<String, ?> named) {
    if (Operations.areSymbolic(positional, named)) {
      return symbolic(positional, named);
    }
    Given given = new Given(signature.name(), wanted, signature.bind(positional, named));
    return wrap(wanted, body.apply(given));
  }

  /** The call noted in a graph, for tensors still to be computed. */
  private Object symbolic(List<?> positional, Map<String, ?> named) {
    if (module.equals("keras.ops") && Operations.has(signature.name())) {
      return Operations.call(signature.name(), positional, named);
    }
    if (module.startsWith("tensorflow")) {
      return SymbolicCalls.layer(
          signature.name(), positional, named, (given, byName) -> call(kind, given, byName));
    }
    throw PyError.value(
        "A KerasTensor cannot be used as input to "
            + module
            + "."
            + signature.name()
            + ". A KerasTensor is a symbolic placeholder for a shape and dtype, used when"
            + " constructing Keras Functional models. Use a function of keras.ops, or wrap the call"
            + " in a layer: keras.layers.Lambda({ x -> "
            + module
            + "."
            + signature.name()
            + "(x) }).");
  }

  private static Object wrap(Kind kind, Object result) {
    if (result instanceof Tensor tensor) {
      return kind.wrap(tensor);
    }
    if (result instanceof Results results) {
      return results.map(item -> wrap(kind, item));
    }
    if (result instanceof Tuple tuple) {
      return Tuple.copyOf(tuple.stream().map(item -> wrap(kind, item)).toList());
    }
    if (result instanceof ArrayList<?> list) {
      List<Object> all = new ArrayList<>();
      list.forEach(item -> all.add(wrap(kind, item)));
      return all;
    }
    return result;
  }

  @Override
  public Object call(Object... arguments) {
    return callWith(arguments);
  }

  @Override
  public Object call(Object argument) {
    return callWith(argument);
  }

  @Override
  public Object call() {
    return callWith();
  }

  /** Called by Groovy for a closure. */
  protected Object doCall(Object... arguments) {
    return callWith(arguments);
  }

  /** {@code np.add.reduce(array, axis)}: folds an axis by a function of two arrays. */
  public Object reduce(Object... arguments) {
    return Ufunc.reduce(this, arguments);
  }

  /** {@code np.add.accumulate(array, axis)}: what the fold gives after each step. */
  public Object accumulate(Object... arguments) {
    return Ufunc.accumulate(this, arguments);
  }

  /** {@code np.add.outer(A, B)}: the function of every pair. */
  public Object outer(Object... arguments) {
    return Ufunc.outer(this, arguments);
  }

  /** {@code np.add.at(a, indices, b)}: in place, a place as often as it is named. */
  public Object at(Object... arguments) {
    return Ufunc.at(this, arguments);
  }

  @Override
  public String toString() {
    return "<function " + module + "." + signature.name() + ">";
  }
}
