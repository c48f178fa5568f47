package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomDataset;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.utils.PyDataset}. */
public final class PyBatches extends CustomDataset implements StatefulInstance {
  private final OwnState state;

  PyBatches(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    CustomDataset.requireKnown(named == null ? Map.of() : named);
  }
}
