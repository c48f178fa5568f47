package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The class, the attributes and the arguments of an object whose class derives from Keras'. */
final class OwnState {
  private final PyClass type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private Map<String, Object> made = Map.of();

  OwnState(PyClass type) {
    this.type = type;
  }

  PyClass type() {
    return type;
  }

  Map<String, Object> attributes() {
    return attributes;
  }

  Map<String, Object> made() {
    return made;
  }

  void made(Map<String, Object> arguments) {
    made = arguments;
  }

  /** Refuses arguments where the class of Keras takes none. */
  void none(Object[] arguments, Kwargs named) {
    if (arguments.length > 0 || named != null && !named.isEmpty()) {
      throw Errors.type(type.name() + "() takes no arguments");
    }
  }
}
