package io.nyala.keras.initializers;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The initializers there are. */
public final class Initializers {

  /** Every class of {@code keras.initializers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Initializers() {}
}
