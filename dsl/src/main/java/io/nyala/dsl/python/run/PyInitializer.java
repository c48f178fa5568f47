package io.nyala.dsl.python.run;

import io.nyala.keras.custom.CustomInitializer;

/**
 * An object of a class of a Python cell that derives from {@code keras.initializers.Initializer}.
 */
public final class PyInitializer extends CustomInitializer implements StatefulInstance {
  private final OwnState state;

  PyInitializer(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }
}
