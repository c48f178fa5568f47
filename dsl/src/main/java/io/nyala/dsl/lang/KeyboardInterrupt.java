package io.nyala.dsl.lang;

/**
 * The person stopped the cell. An {@code Error}, so that {@code catch (Exception e)} lets it by.
 */
public final class KeyboardInterrupt extends Error {
  private static final long serialVersionUID = 1L;

  public KeyboardInterrupt() {
    super("");
  }
}
