package io.nyala.keras.constraints;

import static io.nyala.autograd.Arithmetic.add;
import static io.nyala.autograd.Arithmetic.divide;
import static io.nyala.autograd.Arithmetic.like;
import static io.nyala.autograd.Arithmetic.maximum;
import static io.nyala.autograd.Arithmetic.multiply;
import static io.nyala.autograd.Arithmetic.scale;
import static io.nyala.autograd.Arithmetic.shift;

import io.nyala.autograd.Maths;
import io.nyala.autograd.Reduce;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Formula;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.args.ObjectType;
import io.nyala.keras.args.OwnFunctionObject;
import io.nyala.keras.args.TensorTypes;
import io.nyala.keras.utils.Numerics;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;

/** The constraints there are. Source: keras.constraints. */
public final class Constraints {

  private static final String MODULE = "keras.constraints";

  private static final Arg AXIS =
      Arg.of("axis", TensorTypes.AXES, 0, "Axis or axes along which norms are taken.");

  private static final KerasClass<?> MAX_NORM =
      Standard.define(
          "MaxNorm",
          "Norms of at most max_value.",
          Constraints::maxNorm,
          Arg.of("max_value", ArgTypes.FLOAT, 2.0, "Largest norm."),
          AXIS);

  private static final KerasClass<?> NON_NEG =
      Standard.define("NonNeg", "No negative values.", (a, w) -> maximum(w, like(w, 0)));

  private static final KerasClass<?> UNIT_NORM =
      Standard.define(
          "UnitNorm",
          "Norms of 1.",
          (a, w) -> divide(w, shift(norms(a, w), Numerics.EPSILON)),
          AXIS);

  private static final KerasClass<?> MIN_MAX_NORM =
      Standard.define(
          "MinMaxNorm",
          "Norms between min_value and max_value, approached at a rate.",
          Constraints::minMaxNorm,
          Arg.of("min_value", ArgTypes.FLOAT, 0.0, "Smallest norm."),
          Arg.of("max_value", ArgTypes.FLOAT, 1.0, "Largest norm."),
          Arg.of("rate", ArgTypes.FLOAT, 1.0, "1: at once; less: by this share a step."),
          AXIS);

  /** Every class of {@code keras.constraints}. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(MAX_NORM, NON_NEG, UNIT_NORM, MIN_MAX_NORM);

  /** The same under the names of functions, such as {@code max_norm}. */
  public static final List<KerasFunction> FUNCTIONS =
      CLASSES.stream()
          .map(each -> KerasFunction.making(ObjectType.snake(each.name()), each))
          .toList();

  /** An argument that is a constraint, its name, its config or a function. */
  public static final ObjectType<Constraint> TYPE =
      new ObjectType<>("constraint", Constraint.class, MODULE, Map.of(), Constraints::fromFunction);

  private Constraints() {}

  /** The constraint of this name, such as {@code non_neg}. */
  public static Constraint get(String name) {
    return TYPE.convert(name);
  }

  private static Tensor norms(Arguments a, Tensor w) {
    return Maths.sqrt(Reduce.sum(Maths.square(w), TensorTypes.Axes.of(a, "axis"), true));
  }

  private static Tensor maxNorm(Arguments a, Tensor w) {
    Tensor norms = norms(a, w);
    return rescale(w, norms, Maths.clip(norms, 0, a.number("max_value")));
  }

  private static Tensor minMaxNorm(Arguments a, Tensor w) {
    Tensor norms = norms(a, w);
    double rate = a.number("rate");
    Tensor held = Maths.clip(norms, a.number("min_value"), a.number("max_value"));
    return rescale(w, norms, add(scale(held, rate), scale(norms, 1 - rate)));
  }

  private static Tensor rescale(Tensor w, Tensor norms, Tensor desired) {
    return multiply(w, divide(desired, shift(norms, Numerics.EPSILON)));
  }

  private static Constraint fromFunction(Object value) {
    Callables.Fn fn = Callables.of(value);
    return fn == null ? null : new Own(fn);
  }

  /** A person's own function. */
  private static final class Own extends OwnFunctionObject implements Constraint {
    private final Callables.Fn function;

    Own(Callables.Fn function) {
      super(function, MODULE);
      this.function = function;
    }

    @Override
    public Tensor apply(Tensor w) {
      return Callables.tensor(function.call(w));
    }
  }

  /** A constraint that is one formula of its arguments and the weight. */
  private static final class Standard extends Formula implements Constraint {

    private Standard(Arguments arguments, Rule rule) {
      super(arguments, rule);
    }

    static KerasClass<?> define(String name, String doc, Rule rule, Arg... args) {
      return define(Standard::new, MODULE, name, doc, rule, args);
    }

    @Override
    public Tensor apply(Tensor weight) {
      return value(weight);
    }
  }
}
