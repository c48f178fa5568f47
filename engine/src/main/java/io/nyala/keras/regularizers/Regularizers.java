package io.nyala.keras.regularizers;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Formula;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.args.OwnFunctionObject;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The regularizers there are. Source: keras.regularizers. */
public final class Regularizers {

  private static final String MODULE = "keras.regularizers";

  private static final ArgType<Double> WEIGHT =
      ArgTypes.simple("a non-negative float", Regularizers::weight);

  private static final KerasClass<?> L1 =
      Standard.define(
          "L1",
          "l1 · Σ|x|.",
          (a, x) -> Penalties.l1(x, a.number("l1")),
          Arg.of("l1", WEIGHT, 0.01, "Factor."));

  private static final KerasClass<?> L2 =
      Standard.define(
          "L2",
          "l2 · Σx².",
          (a, x) -> Penalties.l2(x, a.number("l2")),
          Arg.of("l2", WEIGHT, 0.01, "Factor."));

  private static final KerasClass<?> L1_L2 =
      Standard.define(
          "L1L2",
          "l1 · Σ|x| + l2 · Σx².",
          (a, x) -> Penalties.l1l2(x, a.number("l1"), a.number("l2")),
          Arg.of("l1", WEIGHT, 0.0, "Factor of the sizes."),
          Arg.of("l2", WEIGHT, 0.0, "Factor of the squares."));

  private static final KerasClass<?> ORTHOGONAL =
      Standard.define(
          "OrthogonalRegularizer",
          "Mean size of the cosines between rows or columns.",
          (a, x) -> Penalties.orthogonal(x, a.number("factor"), a.string("mode").equals("rows")),
          Arg.of("factor", WEIGHT, 0.01, "Factor."),
          Arg.of("mode", ArgTypes.oneOf("rows", "columns"), "rows", "What is to be orthogonal."));

  /** Every class of {@code keras.regularizers}. */
  public static final List<KerasClass<?>> CLASSES = List.of(L1, L2, L1_L2, ORTHOGONAL);

  /** The same under the names of functions, such as {@code l2}. */
  public static final List<KerasFunction> FUNCTIONS =
      List.of(
          KerasFunction.making("l1", L1),
          KerasFunction.making("l2", L2),
          KerasFunction.making("l1_l2", L1_L2),
          KerasFunction.making("orthogonal_regularizer", ORTHOGONAL));

  /** An argument that is a regularizer, its name, its config or a function. */
  public static final ObjectType<Regularizer> TYPE =
      new ObjectType<>(
          "regularizer", Regularizer.class, MODULE, Map.of(), Regularizers::fromFunction);

  private Regularizers() {}

  /** The regularizer of this name, such as {@code l2}. */
  public static Regularizer get(String name) {
    return TYPE.convert(name);
  }

  /** {@code L2(factor)}. */
  public static Regularizer l2(double factor) {
    return (Regularizer) L2.create("l2", factor);
  }

  /** {@code L1(factor)}. */
  public static Regularizer l1(double factor) {
    return (Regularizer) L1.create("l1", factor);
  }

  private static Double weight(Object value) {
    Number n = ArgTypes.number(value);
    boolean fits = n != null && n.doubleValue() >= 0 && n.doubleValue() < Double.POSITIVE_INFINITY;
    return fits ? Double.valueOf(n.doubleValue()) : null;
  }

  private static Regularizer fromFunction(Object value) {
    Callables.Fn fn = Callables.of(value);
    return fn == null ? null : new Own(fn);
  }

  /** A person's own function. */
  private static final class Own extends OwnFunctionObject implements Regularizer {
    private final Callables.Fn function;

    Own(Callables.Fn function) {
      super(function, MODULE);
      this.function = function;
    }

    @Override
    public Tensor apply(Tensor x) {
      return Callables.tensor(function.call(x));
    }
  }

  /** A regularizer that is one formula of its arguments and the weight. */
  private static final class Standard extends Formula implements Regularizer {

    private Standard(Arguments arguments, Rule rule) {
      super(arguments, rule);
    }

    static KerasClass<?> define(String name, String doc, Rule rule, Arg... args) {
      return define(Standard::new, MODULE, name, doc, rule, args);
    }

    @Override
    public Tensor apply(Tensor x) {
      if (!x.dtype().isFloating()) {
        throw KerasException.value("A regularizer needs a float tensor; received " + x.dtype());
      }
      return value(x);
    }
  }
}
