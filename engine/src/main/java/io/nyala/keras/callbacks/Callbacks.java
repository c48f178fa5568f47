package io.nyala.keras.callbacks;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The callbacks there are. */
public final class Callbacks {

  /** Every class of {@code keras.callbacks}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Callbacks() {}
}
