package io.nyala.keras.utils;

import java.io.PrintStream;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/**
 * Where Keras' own words go: progress bars, messages of callbacks, warnings. A session puts its
 * streams here; without one they go to the process' own.
 */
public final class Progress {

  private static final InheritableThreadLocal<Consumer<String>> OUT =
      new InheritableThreadLocal<>();
  private static final InheritableThreadLocal<Consumer<String>> ERR =
      new InheritableThreadLocal<>();

  private static final InheritableThreadLocal<DoubleSupplier> CLOCK =
      new InheritableThreadLocal<>();

  private Progress() {}

  /** Sends text and warnings of this thread, and of those it starts, somewhere; null: undone. */
  public static void redirect(Consumer<String> out, Consumer<String> err) {
    set(OUT, out);
    set(ERR, err);
  }

  private static <T> void set(ThreadLocal<T> where, T value) {
    if (value == null) {
      where.remove();
    } else {
      where.set(value);
    }
  }

  /** Has progress bars of this thread read another clock, in seconds; null: undone. */
  public static void clock(DoubleSupplier seconds) {
    set(CLOCK, seconds);
  }

  /** Seconds now, from no particular beginning. */
  public static double seconds() {
    DoubleSupplier clock = CLOCK.get();
    return clock == null ? System.nanoTime() / 1e9 : clock.getAsDouble();
  }

  /** Writes text as it is: it may hold carriage returns and backspaces. */
  public static void print(String text) {
    write(OUT.get(), System.out, text);
  }

  /** Writes a line. */
  public static void println(String line) {
    print(line + "\n");
  }

  /** Writes a warning, a line of its own. */
  public static void warn(String warning) {
    write(ERR.get(), System.err, warning + "\n");
  }

  private static void write(Consumer<String> sink, PrintStream otherwise, String text) {
    if (sink != null) {
      sink.accept(text);
    } else {
      otherwise.print(text);
      otherwise.flush();
    }
  }
}
