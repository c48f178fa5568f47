package io.nyala.keras.metrics;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.Shape;
import java.util.List;

/** The metrics there are. */
public final class Metrics {

  /** Every class of {@code keras.metrics}. */
  public static final List<KerasClass<?>> CLASSES = List.of();

  /** Every function of {@code keras.metrics}. */
  public static final List<KerasFunction> FUNCTIONS = List.of();

  private Metrics() {}

  /** The metric a person means, given the shapes of targets and outputs. */
  public static Metric resolve(Object identifier, Shape yTrue, Shape yPred) {
    throw KerasException.value("Unknown metric '" + identifier + "'.");
  }
}
