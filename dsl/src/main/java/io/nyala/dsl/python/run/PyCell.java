package io.nyala.dsl.python.run;

/** A variable that a function shares with the functions inside it. */
public final class PyCell {
  private Object value;

  private PyCell(Object value) {
    this.value = value;
  }

  /** A cell with this value. */
  public static PyCell of(Object value) {
    return new PyCell(value);
  }

  /** The value. */
  public Object get(String name) {
    if (value == Unbound.VALUE) {
      throw Errors.of(
          "NameError",
          "cannot access free variable '"
              + name
              + "' where it is not associated with a value in enclosing scope");
    }
    return value;
  }

  /** The value, or Unbound. */
  Object raw() {
    return value;
  }

  /** Changes the value. */
  public void set(Object now) {
    value = now;
  }
}
