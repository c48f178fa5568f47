package io.nyala.keras.regularizers;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The regularizers there are. */
public final class Regularizers {

  /** Every class of {@code keras.regularizers}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Regularizers() {}
}
