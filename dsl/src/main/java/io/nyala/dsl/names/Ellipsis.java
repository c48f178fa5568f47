package io.nyala.dsl.names;

/** The {@code ...} of {@code x[..., 0]}: as many full slices as are missing. */
public enum Ellipsis {
  INSTANCE;

  @Override
  public String toString() {
    return "Ellipsis";
  }
}
