package io.nyala.keras.metrics;

import io.nyala.keras.args.KerasClass;
import java.util.List;

/** The metrics there are. */
public final class Metrics {

  /** Every class of {@code keras.metrics}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  private Metrics() {}
}
