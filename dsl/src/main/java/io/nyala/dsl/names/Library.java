package io.nyala.dsl.names;

import io.nyala.tensor.Tensor;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/** Fills a namespace with functions that hand out values of one family. */
final class Library {

  private final Namespace names;
  private final Kind kind;

  Library(Namespace names, Kind kind) {
    this.names = names;
    this.kind = kind;
  }

  Namespace names() {
    return names;
  }

  /** The same family in a nested namespace. */
  Library nested(String name) {
    return new Library(names.nested(name), kind);
  }

  /** A function by its signature. */
  Library def(String signature, LibraryFunction.Body body) {
    LibraryFunction function = new LibraryFunction(names.name(), signature, kind, body);
    names.define(function.signature().name(), function);
    return this;
  }

  /** A function of one tensor, {@code name(x)}. */
  Library unary(String name, UnaryOperator<Tensor> f) {
    return def(name + "(x)", g -> f.apply(g.tensor("x")));
  }

  /** A function of one tensor that is converted to floats first. */
  Library floating(String name, UnaryOperator<Tensor> f) {
    return def(name + "(x)", g -> f.apply(g.floats("x")));
  }

  /** A function of two tensors, {@code name(x, y)}. */
  Library binary(String name, BinaryOperator<Tensor> f) {
    return def(
        name + "(x, y)",
        g -> {
          Tensor[] pair = g.pair("x", "y");
          return f.apply(pair[0], pair[1]);
        });
  }

  /** Another name for something that is already there. */
  Library alias(String name, String existing) {
    names.define(name, names.get(existing));
    return this;
  }

  /** A value. */
  Library value(String name, Object value) {
    names.define(name, value);
    return this;
  }
}
