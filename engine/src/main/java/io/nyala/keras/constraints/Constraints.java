package io.nyala.keras.constraints;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The constraints there are. */
public final class Constraints {

  /** Every class of {@code keras.constraints}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Constraints() {}
}
