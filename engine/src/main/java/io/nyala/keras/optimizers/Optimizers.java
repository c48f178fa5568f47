package io.nyala.keras.optimizers;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The optimizers there are. */
public final class Optimizers {

  /** Every class of {@code keras.optimizers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Optimizers() {}
}
