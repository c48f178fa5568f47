package io.nyala.dsl.lang;

import java.nio.channels.ClosedByInterruptException;
import java.util.concurrent.CancellationException;

/** The check that every loop, closure and method of a cell makes, and what comes of it. */
public final class Interrupts {
  private Interrupts() {}

  /** A thread that must be told when the code it runs has dealt with an interrupt by itself. */
  public interface Listener {
    void heeded();
  }

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

  /** Whether an error says that the person stopped the cell, wherever it was then. */
  public static boolean isInterrupt(Throwable thrown) {
    return thrown instanceof KeyboardInterrupt
        || thrown instanceof InterruptedException
        || thrown instanceof ClosedByInterruptException
        || thrown instanceof CancellationException;
  }

  /** The cell has caught its interrupt and means to go on: it is over, as in Python. */
  public static void heed() {
    if (Thread.currentThread() instanceof Listener listener) {
      listener.heeded();
    }
  }
}
