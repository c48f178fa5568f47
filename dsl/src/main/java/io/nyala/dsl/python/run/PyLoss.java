package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomLoss;
import java.util.Arrays;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.losses.Loss}. */
public final class PyLoss extends CustomLoss implements StatefulInstance {
  private final OwnState state;

  PyLoss(PyClass type) {
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
