package io.nyala.keras.optimizers.schedules;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Map;

/**
 * The learning-rate schedules there are; computed in float32, as Keras computes them. Source:
 * keras.optimizers.schedules.
 */
public final class Schedules {

  static final String MODULE = "keras.optimizers.schedules";

  private static final ArgType<Number> STEPS =
      ArgTypes.simple(
          "a number > 0",
          value -> {
            Number n = ArgTypes.number(value);
            return n != null && n.doubleValue() > 0 ? n : null;
          });

  private static final Arg INITIAL =
      Arg.required("initial_learning_rate", ArgTypes.FLOAT, "The rate at step 0.");
  private static final Arg DECAY_STEPS =
      Arg.required("decay_steps", STEPS, "How many steps the decay takes.");
  private static final Arg DECAY_RATE = Arg.required("decay_rate", ArgTypes.FLOAT, "The decay.");
  private static final Arg STAIRCASE =
      Arg.of("staircase", ArgTypes.BOOL, false, "Whether to decay in jumps.");

  /** Every class of {@code keras.optimizers.schedules}. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          define(
              "ExponentialDecay",
              "rate · decay_rate ^ (step / decay_steps).",
              (a, step) -> f(a, "initial_learning_rate") * pow(f(a, "decay_rate"), share(a, step)),
              INITIAL,
              DECAY_STEPS,
              DECAY_RATE,
              STAIRCASE,
              name("ExponentialDecay")),
          define(
              "PiecewiseConstantDecay",
              "One rate up to each boundary.",
              Schedules::piecewise,
              Arg.required(
                  "boundaries", ArgTypes.listOf(numbers()), "Steps after which the rate changes."),
              Arg.required("values", ArgTypes.listOf(numbers()), "Rates, one more."),
              name("PiecewiseConstant")),
          define(
              "PolynomialDecay",
              "(rate - end) · (1 - step / decay_steps) ^ power + end.",
              Schedules::polynomial,
              INITIAL,
              DECAY_STEPS,
              Arg.of("end_learning_rate", ArgTypes.FLOAT, 0.0001, "The rate at the end."),
              Arg.of("power", ArgTypes.FLOAT, 1.0, "1: a line."),
              Arg.of("cycle", ArgTypes.BOOL, false, "Whether to begin again after the end."),
              name("PolynomialDecay")),
          define(
              "InverseTimeDecay",
              "rate / (1 + decay_rate · step / decay_steps).",
              (a, step) ->
                  f(a, "initial_learning_rate") / (1 + f(a, "decay_rate") * share(a, step)),
              INITIAL,
              DECAY_STEPS,
              DECAY_RATE,
              STAIRCASE,
              name("InverseTimeDecay")),
          define(
              "CosineDecay",
              "Half a cosine, after a linear warm-up if wanted.",
              Schedules::cosine,
              INITIAL,
              DECAY_STEPS,
              Arg.of("alpha", ArgTypes.FLOAT, 0.0, "The last rate, as a share of the first."),
              name("CosineDecay"),
              Arg.of("warmup_target", ArgTypes.FLOAT, null, "The rate after the warm-up."),
              Arg.of("warmup_steps", ArgTypes.INT, 0, "How many steps the warm-up takes.")),
          define(
              "CosineDecayRestarts",
              "Half cosines, one after the other.",
              Schedules::restarts,
              INITIAL,
              Arg.required("first_decay_steps", STEPS, "How many steps the first takes."),
              Arg.of("t_mul", ArgTypes.FLOAT, 2.0, "How much longer each is than the last."),
              Arg.of("m_mul", ArgTypes.FLOAT, 1.0, "How much higher each begins."),
              Arg.of("alpha", ArgTypes.FLOAT, 0.0, "The last rate, as a share of the first."),
              name("SGDRDecay")));

  /** An argument that is a schedule or its config. */
  public static final ObjectType<LearningRateSchedule> TYPE =
      new ObjectType<>(
          "learning_rate_schedule", LearningRateSchedule.class, MODULE, Map.of(), value -> null);

  private Schedules() {}

  private interface Formula {
    float at(Arguments arguments, float step);
  }

  private static KerasClass<?> define(String name, String doc, Formula formula, Arg... args) {
    KerasClass<?>[] self = new KerasClass<?>[1];
    self[0] =
        new KerasClass<LearningRateSchedule>(
            name,
            MODULE,
            doc,
            ArgTable.of(name, args),
            a -> {
              requireMatchingLengths(a);
              return new Standard(a, self[0], formula);
            });
    return self[0];
  }

  private static final class Standard extends LearningRateSchedule {
    private final KerasClass<?> kerasClass;
    private final Formula formula;

    Standard(Arguments arguments, KerasClass<?> kerasClass, Formula formula) {
      super(arguments);
      this.kerasClass = kerasClass;
      this.formula = formula;
    }

    @Override
    public double call(long step) {
      return formula.at(arguments(), step);
    }

    @Override
    public double at(double step) {
      return formula.at(arguments(), (float) step);
    }

    @Override
    public KerasClass<?> kerasClass() {
      return kerasClass;
    }
  }

  private static ArgType<Number> numbers() {
    return ArgTypes.simple("a number", ArgTypes::number);
  }

  private static Arg name(String name) {
    return Arg.of("name", ArgTypes.STRING, name, "Name.");
  }

  private static float f(Arguments a, String name) {
    return ((Number) a.get(name)).floatValue();
  }

  private static float pow(float base, float exponent) {
    return (float) Math.pow(base, exponent);
  }

  private static float floor(float x) {
    return (float) Math.floor(x);
  }

  private static float share(Arguments a, float step) {
    float p = step / f(a, "decay_steps");
    return a.flag("staircase") ? floor(p) : p;
  }

  private static List<?> list(Arguments a, String name) {
    return a.get(name, List.class);
  }

  private static void requireMatchingLengths(Arguments a) {
    if (a.table().get("boundaries") != null
        && list(a, "boundaries").size() != list(a, "values").size() - 1) {
      throw KerasException.value(
          "The length of boundaries should be 1 less than the length of values. Received:"
              + " boundaries="
              + list(a, "boundaries")
              + " of length "
              + list(a, "boundaries").size()
              + ", and values="
              + list(a, "values")
              + " of length "
              + list(a, "values").size()
              + ".");
    }
  }

  private static float piecewise(Arguments a, float step) {
    List<?> boundaries = list(a, "boundaries");
    int at = 0;
    while (at < boundaries.size() && step > ((Number) boundaries.get(at)).doubleValue()) {
      at++;
    }
    return ((Number) list(a, "values").get(at)).floatValue();
  }

  private static float polynomial(Arguments a, float step) {
    float steps = f(a, "decay_steps");
    float at = step;
    if (a.flag("cycle")) {
      steps *= step == 0 ? 1 : (float) Math.ceil(step / steps);
    } else {
      at = Math.min(step, steps);
    }
    float end = f(a, "end_learning_rate");
    return (f(a, "initial_learning_rate") - end) * pow(1 - at / steps, f(a, "power")) + end;
  }

  private static float cosine(Arguments a, float step) {
    float first = f(a, "initial_learning_rate");
    float steps = f(a, "decay_steps");
    float warmup = a.get("warmup_target") == null ? 0 : f(a, "warmup_steps");
    float at = Math.min(step, steps + warmup);
    if (at < warmup) {
      return (f(a, "warmup_target") - first) * (at / warmup) + first;
    }
    float from = a.get("warmup_target") == null ? first : f(a, "warmup_target");
    float wave = 0.5f * (1 + cosineOfPi((at - warmup) / steps));
    float alpha = f(a, "alpha");
    return from * ((1 - alpha) * wave + alpha);
  }

  private static float cosineOfPi(float share) {
    return (float) Math.cos((float) Math.PI * share);
  }

  private static float restarts(Arguments a, float step) {
    float longer = f(a, "t_mul");
    float done = step / f(a, "first_decay_steps");
    float restart;
    if (longer == 1) {
      restart = floor(done);
      done -= restart;
    } else {
      restart = floor((float) Math.log(1 - done * (1 - longer)) / (float) Math.log(longer));
      float before = (1 - pow(longer, restart)) / (1 - longer);
      done = (done - before) / pow(longer, restart);
    }
    float wave = 0.5f * pow(f(a, "m_mul"), restart) * (1 + cosineOfPi(done));
    float alpha = f(a, "alpha");
    return f(a, "initial_learning_rate") * ((1 - alpha) * wave + alpha);
  }
}
