package io.nyala.dsl.session;

import io.nyala.dsl.session.Frontend.Stream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Sends {@code System.out} and {@code System.err} of a cell's thread, and of the threads it starts,
 * to that cell's output. Threads of no cell keep the process' own streams.
 */
final class OutputRouter {
  private static final InheritableThreadLocal<CellOutput> CURRENT = new InheritableThreadLocal<>();
  private static int sessions;
  private static PrintStream originalOut;
  private static PrintStream originalErr;
  private static PrintStream routedOut;
  private static PrintStream routedErr;

  private OutputRouter() {}

  /** Starts routing with the first session that asks. */
  static synchronized void acquire() {
    if (sessions++ == 0) {
      originalOut = System.out;
      originalErr = System.err;
      routedOut = routed(Stream.STDOUT, originalOut);
      routedErr = routed(Stream.STDERR, originalErr);
      System.setOut(routedOut);
      System.setErr(routedErr);
    }
  }

  /** Gives the process' streams back with the last session that goes. */
  static synchronized void release() {
    if (--sessions == 0) {
      if (System.out == routedOut) {
        System.setOut(originalOut);
      }
      if (System.err == routedErr) {
        System.setErr(originalErr);
      }
    }
  }

  private static PrintStream routed(Stream stream, PrintStream original) {
    return new PrintStream(new Route(stream, original), false, StandardCharsets.UTF_8);
  }

  /** Makes this thread, and threads it starts from now on, print to a cell. */
  static void enter(CellOutput output) {
    CURRENT.set(output);
  }

  /** Ends that for this thread. */
  static void leave() {
    CURRENT.remove();
  }

  /** The output of the cell this thread belongs to, or null. */
  static CellOutput current() {
    return CURRENT.get();
  }

  private static final class Route extends OutputStream {
    private final Stream stream;
    private final PrintStream original;

    Route(Stream stream, PrintStream original) {
      this.stream = stream;
      this.original = original;
    }

    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      CellOutput output = CURRENT.get();
      if (output == null) {
        original.write(bytes, from, length);
      } else {
        output.write(stream, bytes, from, length);
      }
    }

    @Override
    public void flush() {
      CellOutput output = CURRENT.get();
      if (output == null) {
        original.flush();
      }
    }
  }
}
