package io.nyala.keras.initializers;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/** An initializer that is one formula of its arguments, the shape and the type. */
final class StandardInitializer implements Initializer {

  /** The formula. */
  interface Rule {
    Tensor create(StandardInitializer of, Shape shape, DType dtype);
  }

  private final Kind kind;
  private final Arguments arguments;
  private final long seed;

  private StandardInitializer(Kind kind, Arguments arguments) {
    this.kind = kind;
    this.arguments = arguments;
    this.seed = arguments.table().get("seed") == null ? 0 : Initializers.seed(arguments);
  }

  /** The class and the rule, which need each other. */
  private static final class Kind {
    private final KerasClass<Initializer> kerasClass;
    private final Rule rule;

    Kind(String name, String doc, Rule rule, Arg[] args) {
      this.rule = rule;
      this.kerasClass =
          new KerasClass<>(
              name,
              Initializers.MODULE,
              doc,
              ArgTable.of(name, args),
              a -> new StandardInitializer(this, a));
    }
  }

  static KerasClass<Initializer> define(String name, String doc, Rule rule, Arg... args) {
    return new Kind(name, doc, rule, args).kerasClass;
  }

  /** A numeric argument. */
  double number(String name) {
    return arguments.number(name);
  }

  /** The seed: the one given, or one drawn once, so that every call gives the same values. */
  long seed() {
    return seed;
  }

  @Override
  public Tensor create(Shape shape, DType dtype) {
    return kind.rule.create(this, shape, dtype);
  }

  @Override
  public KerasClass<?> kerasClass() {
    return kind.kerasClass;
  }

  @Override
  public Arguments arguments() {
    return arguments;
  }
}
