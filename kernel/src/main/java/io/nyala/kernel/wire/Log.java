package io.nyala.kernel.wire;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What the kernel has to say to whoever runs the server, on the process' own error stream. Only so
 * many lines: a flood of bad messages must not become a flood of log.
 */
public final class Log {

  private static final int LINES = 50;
  private static final PrintStream OUT = System.err;
  private static final AtomicInteger WRITTEN = new AtomicInteger();

  private Log() {}

  /** Writes one line. */
  public static void warn(String line) {
    int count = WRITTEN.incrementAndGet();
    if (count <= LINES) {
      OUT.println("[nyala kernel] " + line + (count == LINES ? " (no more warnings)" : ""));
    }
  }
}
