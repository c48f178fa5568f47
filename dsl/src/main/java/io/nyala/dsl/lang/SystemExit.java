package io.nyala.dsl.lang;

/** A cell called {@code System.exit}: the cell ends, the session goes on. */
public final class SystemExit extends Error {
  private static final long serialVersionUID = 1L;
  private final int status;

  private SystemExit(int status) {
    super(String.valueOf(status));
    this.status = status;
  }

  /** What {@code System.exit(status)} in a cell means. */
  public static void exit(int status) {
    throw new SystemExit(status);
  }

  public int status() {
    return status;
  }
}
