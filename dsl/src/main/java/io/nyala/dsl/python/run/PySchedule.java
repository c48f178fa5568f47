package io.nyala.dsl.python.run;

import io.nyala.keras.custom.CustomSchedule;

/**
 * An object of a class of a Python cell that derives from {@code
 * keras.optimizers.schedules.LearningRateSchedule}.
 */
public final class PySchedule extends CustomSchedule implements StatefulInstance {
  private final OwnState state;

  PySchedule(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }
}
