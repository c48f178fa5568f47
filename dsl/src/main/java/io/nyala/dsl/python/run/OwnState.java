package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Kwargs;
import java.util.LinkedHashMap;
import java.util.Map;

/** The class, the attributes and the arguments of an object whose class derives from Keras'. */
final class OwnState {
  private final PyClass type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private Map<String, Object> made = Map.of();
  private boolean ready;
  private boolean masking;

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

  /** Whether {@code super().__init__()} was called. */
  boolean isReady() {
    return ready;
  }

  void setReady() {
    ready = true;
  }

  /** What {@code supports_masking} was set to. */
  boolean isMasking() {
    return masking;
  }

  void masking(boolean flag) {
    masking = flag;
  }

  /** Refuses arguments where the class of Keras takes none. */
  void none(Object[] arguments, Kwargs named) {
    if (arguments.length > 0 || named != null && !named.isEmpty()) {
      throw Errors.type(type.name() + "() takes no arguments");
    }
  }
}
