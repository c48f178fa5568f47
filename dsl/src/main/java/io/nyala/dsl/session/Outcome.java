package io.nyala.dsl.session;

import io.nyala.dsl.show.MimeBundle;
import java.util.List;

/** How a cell ended: with a value, or with an error. */
public sealed interface Outcome {

  /**
   * The cell ran to its end.
   *
   * @param value the last expression's value, null when there is none to show
   * @param shown the value's rendering, null when there is nothing to show
   */
  record Value(Object value, MimeBundle shown) implements Outcome {}

  /**
   * The cell stopped with an error; the session goes on.
   *
   * @param name the error's short name, such as {@code ValueError} or {@code KeyboardInterrupt}
   * @param message what was wrong, worded for the person at the notebook
   * @param traceback lines to print, which may hold ANSI colours, the cell's own lines first
   * @param cause the original throwable
   */
  record Failure(String name, String message, List<String> traceback, Throwable cause)
      implements Outcome {}
}
