package io.nyala.dsl.widgets;

import io.nyala.dsl.session.Frontend;
import java.util.Optional;

/** The session as widgets see it; most of it is the cell's that runs on the calling thread. */
public interface WidgetContext {

  /** Lines to the front end; empty in a terminal, a script, outside of cells. */
  Optional<Comms> comms();

  /** The id of the message that the cell's outputs answer; empty if there is none. */
  String request();

  /** Sends what the cell has printed so far. */
  void flush();

  /** Shows the figures that would wait for the cell's end. */
  void showFigures();

  /** Shows a value beside the cell. */
  void display(Object value);

  /** Clears the cell's output, at once or when the next output comes. */
  void clear(boolean wait);

  /** Shows an error as if it had ended the cell. */
  void showError(Throwable error);

  /** Runs code as a cell of its own whose output goes to this front end; errors are shown there. */
  void run(Runnable code, Frontend frontend);
}
