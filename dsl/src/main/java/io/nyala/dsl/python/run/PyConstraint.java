package io.nyala.dsl.python.run;

import io.nyala.keras.custom.CustomConstraint;

/** An object of a class of a Python cell that derives from {@code keras.constraints.Constraint}. */
public final class PyConstraint extends CustomConstraint implements StatefulInstance {
  private final OwnState state;

  PyConstraint(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }
}
