package io.nyala.dsl.python.run;

import io.nyala.keras.custom.CustomRegularizer;

/**
 * An object of a class of a Python cell that derives from {@code keras.regularizers.Regularizer}.
 */
public final class PyRegularizer extends CustomRegularizer implements StatefulInstance {
  private final OwnState state;

  PyRegularizer(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }
}
