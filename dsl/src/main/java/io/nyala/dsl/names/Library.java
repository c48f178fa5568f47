package io.nyala.dsl.names;

import io.nyala.tensor.Tensor;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Fills a namespace with functions that hand out values of one family. */
public final class Library {

  private final Namespace names;
  private final Kind kind;

  public Library(Namespace names, Kind kind) {
    this.names = names;
    this.kind = kind;
  }

  public Namespace names() {
    return names;
  }

  /** The same family in a nested namespace. */
  public Library nested(String name) {
    return new Library(names.nested(name), kind);
  }

  /** A function by its signature. */
  public Library def(String signature, LibraryFunction.Body body) {
    LibraryFunction function = new LibraryFunction(names.name(), signature, kind, body);
    names.define(function.signature().name(), function);
    return this;
  }

  /** A function of one tensor, {@code name(x)}. */
  public Library unary(String name, UnaryOperator<Tensor> f) {
    return def(name + "(x)", g -> f.apply(g.tensor("x")));
  }

  /** A function of one tensor that is converted to floats first. */
  public Library floating(String name, UnaryOperator<Tensor> f) {
    return def(name + "(x)", g -> f.apply(g.floats("x")));
  }

  /** A function of two tensors, {@code name(x, y)}. */
  public Library binary(String name, BinaryOperator<Tensor> f) {
    return def(
        name + "(x, y)",
        g -> {
          Tensor[] pair = g.pair("x", "y");
          return f.apply(pair[0], pair[1]);
        });
  }

  /** Another name for something that is already there. */
  public Library alias(String name, String existing) {
    names.define(name, names.get(existing));
    return this;
  }

  /** A value. */
  public Library value(String name, Object value) {
    names.define(name, value);
    return this;
  }
}
