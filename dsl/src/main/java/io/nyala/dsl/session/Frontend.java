package io.nyala.dsl.session;

import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a session's output goes and its input comes from: a Jupyter front end, a terminal, a
 * notebook file being written. Calls may come from any thread; each call is one message, in order.
 */
public interface Frontend {

  /** The two text streams of a cell. */
  enum Stream {
    STDOUT,
    STDERR
  }

  /** Text printed by the running cell. */
  void stream(Stream stream, String text);

  /**
   * Shows a value beside the cell.
   *
   * @param displayId names the output so that {@link #updateDisplay} can replace it; may be null
   */
  void display(MimeBundle bundle, String displayId);

  /** Replaces every output shown under this id. */
  void updateDisplay(MimeBundle bundle, String displayId);

  /** Clears the cell's output, at once or when the next output comes. */
  void clearOutput(boolean wait);

  /**
   * Asks the person for a line.
   *
   * @throws IOException if this front end cannot ask
   */
  String readLine(String prompt, boolean password) throws IOException;

  /** True where displays can be updated in place (notebooks), false for plain text sinks. */
  default boolean isRich() {
    return true;
  }

  /** True where a person watches text that may rewrite its lines: a terminal. */
  default boolean isTerminal() {
    return false;
  }

  /** Lines to objects that live in the front end, such as widgets; empty where there are none. */
  default Optional<Comms> comms() {
    return Optional.empty();
  }

  /** The id of the message that outputs here answer; empty if there is none. */
  default String request() {
    return "";
  }

  /** Sends what was printed so far. */
  default void flush() {}

  /** Shows an error beside the cell, which goes on. */
  default void error(Outcome.Failure failure) {
    stream(Stream.STDERR, String.join("\n", failure.traceback()) + "\n");
  }

  /** Shows help beside the cells: in a pager, or as printed text where there is none. */
  default void page(MimeBundle bundle) {
    stream(Stream.STDOUT, bundle.plain() + "\n");
  }

  /**
   * Puts code into a cell for the person to look at and run.
   *
   * @return false if this front end cannot
   */
  default boolean offerCell(String code) {
    return false;
  }
}
