package io.nyala.dsl.python.run;

/** Classes of Keras that classes of Python cells derive from. */
final class KerasBases {
  private KerasBases() {}

  static PyClass of(Object base) {
    throw Errors.of(
        "NotImplementedError", "a class deriving from " + base + " is not supported here");
  }

  static boolean isKeras(PyClass type) {
    return false;
  }

  static KerasInstance make(PyClass type) {
    throw new IllegalStateException(type.name());
  }
}
