package io.nyala.keras.utils;

import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.KerasFunction;
import io.nyala.keras.random.Random;

/** {@code keras.utils.set_random_seed}: starts all random streams over, from this seed. */
public final class SetRandomSeed {

  /** The function and its argument. */
  public static final KerasFunction FUNCTION =
      new KerasFunction(
          "set_random_seed",
          "keras.utils",
          "Starts all random streams over, from this seed.",
          ArgTable.of(
              "set_random_seed", Arg.required("seed", ArgTypes.INT, "The seed, an integer.")),
          arguments -> {
            Random.setSeed(arguments.integer("seed"));
            return null;
          });

  private SetRandomSeed() {}
}
