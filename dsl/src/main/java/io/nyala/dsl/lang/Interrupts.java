package io.nyala.dsl.lang;

/** The check that every loop, closure and method of a cell makes. */
public final class Interrupts {
  private Interrupts() {}

  /**
   * Ends the cell if its thread was interrupted.
   *
   * @throws KeyboardInterrupt if so
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new KeyboardInterrupt();
    }
  }
}
