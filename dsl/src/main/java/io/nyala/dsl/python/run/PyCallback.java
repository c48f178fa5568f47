package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import io.nyala.keras.custom.CustomCallback;
import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a class of a Python cell that derives from {@code keras.callbacks.Callback}. */
public final class PyCallback extends CustomCallback implements KerasInstance {
  private final PyClass type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  PyCallback(PyClass type) {
    this.type = type;
  }

  @Override
  public PyClass type() {
    return type;
  }

  @Override
  public Map<String, Object> attributes() {
    return attributes;
  }

  @Override
  public void initialize(Object[] arguments, Kwargs named) {
    if (arguments.length > 0 || named != null) {
      throw Errors.type(type.name() + "() takes no arguments");
    }
  }

  @Override
  public Object parent(String name, Object[] arguments, Kwargs named) {
    return name.startsWith("on_") ? null : Invoke.inherited(this, name, arguments, named);
  }
}
