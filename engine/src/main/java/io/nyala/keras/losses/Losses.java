package io.nyala.keras.losses;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The losses there are. */
public final class Losses {

  /** Every class of {@code keras.losses}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Losses() {}
}
