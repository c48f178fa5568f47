package io.nyala.dsl.python.run;

import java.util.Map;

/** A plain object of a class that a Python cell declared, or an exception. */
public final class PyObject implements Instance {
  private final PyClass type;
  private final Fields attributes = new Fields();

  PyObject(PyClass type) {
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
  public boolean equals(Object other) {
    return this == other || type.find("__eq__") != null && Truth.of(Comparisons.equal(this, other));
  }

  @Override
  public int hashCode() {
    return type.find("__hash__") == null
        ? System.identityHashCode(this)
        : Invoke.method(this, "__hash__", new Object[0], null).hashCode();
  }

  @Override
  public String toString() {
    // A path goes to Keras as the text it stands for.
    return type.find("__fspath__") != null ? Files.path(this) : Texts.repr(this);
  }
}
