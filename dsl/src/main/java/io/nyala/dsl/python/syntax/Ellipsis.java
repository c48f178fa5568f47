package io.nyala.dsl.python.syntax;

/** The value of {@code ...}. */
public enum Ellipsis {
  ELLIPSIS;

  @Override
  public String toString() {
    return "Ellipsis";
  }
}
