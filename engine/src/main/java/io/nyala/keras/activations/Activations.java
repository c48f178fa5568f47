package io.nyala.keras.activations;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The activation functions there are. */
public final class Activations {

  /** Every class of {@code keras.activations}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Activations() {}
}
