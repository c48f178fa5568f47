package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomCallback;

/** An object of a class of a Python cell that derives from {@code keras.callbacks.Callback}. */
public final class PyCallback extends CustomCallback implements StatefulInstance {
  private final OwnState state;

  PyCallback(PyClass type) {
    this.state = new OwnState(type);
  }

  @Override
  public OwnState state() {
    return state;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    if (arguments.length > 0 || named != null) {
      throw Errors.type(type().name() + "() takes no arguments");
    }
  }

  @Override
  public Object parent(String name, Object[] arguments, Kwargs named) {
    return name.startsWith("on_") ? null : Invoke.inherited(this, name, arguments, named);
  }
}
