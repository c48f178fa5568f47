package io.nyala.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The terminal the program was started from. A running cell has {@code System.out} for itself, so
 * the real streams are kept here.
 */
final class Console {

  private static PrintStream out = System.out;
  private static PrintStream error = System.err;

  private Console() {}

  /** Takes hold of the real streams, in UTF-8, once at the start. */
  static void open() {
    out = utf8(FileDescriptor.out);
    error = utf8(errorDescriptor());
    System.setOut(out);
    System.setErr(error);
  }

  /** Where results go. */
  static PrintStream out() {
    return out;
  }

  /** Where progress and errors go. */
  static PrintStream error() {
    return error;
  }

  /** True when a person watches the error stream. */
  static boolean isWatched() {
    return System.console() != null && !"dumb".equals(System.getenv("TERM"));
  }

  /** True when a person watches what is printed; the launcher says so. */
  static boolean isTerminal() {
    return Boolean.getBoolean("nyala.terminal") && !"dumb".equals(System.getenv("TERM"));
  }

  /** A line for the error stream, its colours taken away where nobody sees them. */
  static String coloured(String line) {
    boolean plain = !isWatched() || System.getenv("NO_COLOR") != null;
    return plain ? line.replaceAll("\u001b\\[[0-9;]*m", "") : line;
  }

  /** A path as the person meant it, who may have started the launcher in another folder. */
  static Path path(Path given) {
    return Path.of(System.getProperty("nyala.cwd", "")).resolve(given).toAbsolutePath().normalize();
  }

  /** The checkout the launcher belongs to. */
  static Path home() {
    return Path.of(System.getProperty("nyala.home", "")).toAbsolutePath();
  }

  /** An error's message, or its class where it has none. */
  static String message(Throwable error) {
    return error.getMessage() == null ? error.toString() : error.getMessage();
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }

  /**
   * The launcher filters the JVM's own stderr, to drop its notice about the vector module, and
   * hands over the real one under another number. Only the constructor by number can reach that.
   */
  private static FileDescriptor errorDescriptor() {
    Integer number = Integer.getInteger("nyala.stderr");
    if (number == null) {
      return FileDescriptor.err;
    }
    try {
      var constructor = FileDescriptor.class.getDeclaredConstructor(int.class);
      constructor.setAccessible(true);
      return constructor.newInstance(number);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return FileDescriptor.err;
    }
  }
}
