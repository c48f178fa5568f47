package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomMetric;
import java.util.Arrays;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.metrics.Metric}. */
public final class PyMetric extends CustomMetric implements StatefulInstance {
  private final OwnState state;

  PyMetric(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    settle(className(), Arrays.asList(arguments), named == null ? Map.of() : named);
  }
}
