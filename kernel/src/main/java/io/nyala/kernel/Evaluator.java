package io.nyala.kernel;

import io.nyala.dsl.session.Completeness;
import io.nyala.dsl.session.Completions;
import io.nyala.dsl.session.Frontend;
import io.nyala.dsl.session.Outcome;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.widgets.Comms;
import io.nyala.kernel.spec.KernelSpec.Cells;
import java.util.Map;
import java.util.Optional;

/**
 * What the kernel asks of a language. The session is the real one; an echo stands in for it where
 * only the protocol is tested.
 */
public interface Evaluator extends AutoCloseable {

  /**
   * Runs a cell to its end; never throws.
   *
   * @param cellName how the cell is called in error messages
   */
  Outcome run(String code, String cellName, Frontend frontend);

  /** What may stand at the cursor, an offset in UTF-16 units. */
  Completions complete(String code, int cursor);

  /** Help on what stands at the cursor; detail level 1 includes the source. */
  Optional<MimeBundle> inspect(String code, int cursor, int detailLevel);

  /** Whether the code could run as it is. */
  Completeness isComplete(String code);

  /** What cells are written in unless they say otherwise. */
  default Cells cells() {
    return Cells.GROOVY;
  }

  /**
   * The front end opened a line to one of the session's objects, a widget.
   *
   * @return who is to hear what comes on it
   */
  default Comms.Listener accept(
      String target, Comms.Line line, Map<String, ?> data, Map<String, ?> metadata) {
    throw new IllegalArgumentException("there is nothing here to talk to about " + target);
  }

  /**
   * Stops the running cell; may be called from any thread.
   *
   * @return false if none has begun to run
   */
  boolean interrupt();

  @Override
  void close();
}
