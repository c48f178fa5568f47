package io.nyala.keras.optimizers;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgType;
import io.nyala.keras.args.ArgTypes;
import java.util.ArrayList;
import java.util.List;

/** The arguments optimizers share. */
final class OptimizerArgs {

  private OptimizerArgs() {}

  private static final ArgType<Integer> STEPS =
      ArgTypes.simple(
          "an integer >= 2",
          value -> {
            Number n = ArgTypes.number(value);
            return n != null && n.intValue() == n.doubleValue() && n.intValue() >= 2
                ? Integer.valueOf(n.intValue())
                : null;
          });

  static Arg number(String name, double value, String doc) {
    return Arg.of(name, ArgTypes.FLOAT, value, doc);
  }

  static Arg fraction(String name, double value, String doc) {
    return Arg.of(name, ArgTypes.FRACTION, value, doc);
  }

  static Arg epsilon() {
    return number("epsilon", 1e-7, "A small number that keeps divisions finite.");
  }

  static Arg weightDecay(Double value) {
    return Arg.of("weight_decay", ArgTypes.FLOAT, value, "Share by which weights shrink a step.");
  }

  /** A table: the learning rate, an optimizer's own arguments, and the shared ones. */
  static ArgTable table(String owner, double rate, Arg... own) {
    List<Arg> all = new ArrayList<>();
    all.add(Arg.of("learning_rate", LearningRate.TYPE, rate, "A float, a schedule or a function."));
    all.addAll(List.of(own));
    if (all.stream().noneMatch(arg -> arg.name().equals("weight_decay"))) {
      all.add(weightDecay(null));
    }
    all.add(Arg.of("clipnorm", ArgTypes.FLOAT, null, "Largest norm of each gradient."));
    all.add(Arg.of("clipvalue", ArgTypes.FLOAT, null, "Largest size of each element."));
    all.add(Arg.of("global_clipnorm", ArgTypes.FLOAT, null, "Largest norm of all gradients."));
    all.add(Arg.of("use_ema", ArgTypes.BOOL, false, "Whether to keep averages of the weights."));
    all.add(fraction("ema_momentum", 0.99, "Share of the old average that is kept."));
    all.add(
        Arg.of(
            "ema_overwrite_frequency",
            ArgTypes.POSITIVE_INT,
            null,
            "Steps after which the averages become the weights; None: at the end."));
    all.add(Arg.of("loss_scale_factor", ArgTypes.FLOAT, null, "Factor of the loss."));
    all.add(Arg.of("gradient_accumulation_steps", STEPS, null, "Steps whose gradients make one."));
    all.add(Arg.of("name", ArgTypes.STRING, null, "Name."));
    return ArgTable.of(owner, all.toArray(Arg[]::new));
  }
}
