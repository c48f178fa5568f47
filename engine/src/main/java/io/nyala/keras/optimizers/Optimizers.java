package io.nyala.keras.optimizers;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.ObjectType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The optimizers there are. Source: keras.optimizers. */
public final class Optimizers {

  static final String MODULE = "keras.optimizers";

  /** Every class of {@code keras.optimizers}. */
  public static final List<KerasClass<?>> CLASSES =
      List.of(
          SGD.CLASS,
          RMSprop.CLASS,
          Adam.CLASS,
          Adam.ADAM_W,
          Adamax.CLASS,
          Nadam.CLASS,
          Adagrad.CLASS,
          Adadelta.CLASS,
          Ftrl.CLASS,
          Lion.CLASS,
          Lamb.CLASS,
          Adafactor.CLASS,
          refused("Muon"),
          refused("LossScaleOptimizer"),
          refused("ScheduleFreeAdamW"),
          refused("MultiOptimizer"),
          refused("OptimizerMap"));

  /** An argument that is an optimizer, its name or its config. */
  public static final ObjectType<Optimizer> TYPE =
      new ObjectType<>(
          "optimizer", Optimizer.class, MODULE, Map.of(), value -> null, Optimizers::lower);

  private Optimizers() {}

  /** The optimizer of this name, such as {@code adam}. */
  public static Optimizer get(String name) {
    return TYPE.convert(name);
  }

  private static String lower(String className) {
    return className.toLowerCase(Locale.ROOT);
  }

  private static KerasClass<Optimizer> refused(String name) {
    return new KerasClass<>(
        name,
        MODULE,
        "Not supported.",
        ArgTable.of(name, Arg.of("learning_rate", ArgTypes.ANY, null, "Not supported.")),
        a -> {
          throw KerasException.unsupported(
              "The optimizer " + name + " is not supported by Nyala; try Adam or AdamW.");
        });
  }
}
