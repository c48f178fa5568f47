package io.nyala.keras.utils;

import java.util.Map;
import java.util.function.Function;

/**
 * Shows how far a piece of work is, such as an evaluation or a download. Whoever has a place for
 * more than text says so with {@link #openWith}; elsewhere what Keras prints is printed.
 */
public interface WorkDisplay {

  /**
   * What is done.
   *
   * @param name a verb: {@code predict}
   * @param total how many units there are; null: not known
   * @param unit what one is called: {@code step}
   * @param quiet nothing is printed of it, and it is shown only if it takes its time
   */
  record Work(String name, Long total, String unit, boolean quiet) {}

  /** How displays are made. */
  final class Openers {
    private static final WorkDisplay PRINTED =
        new WorkDisplay() {
          @Override
          public void print(String text) {
            Progress.print(text);
          }

          @Override
          public void at(long done, Map<String, Object> figures) {}

          @Override
          public void ends(boolean whole) {}
        };

    private static volatile Function<Work, WorkDisplay> opener = work -> null;

    private Openers() {}
  }

  /** Has work shown by what this makes; where it gives null, it is printed. */
  static void openWith(Function<Work, WorkDisplay> opener) {
    Openers.opener = opener;
  }

  /** A display for work that begins on this thread. */
  static WorkDisplay open(Work work) {
    WorkDisplay made = Openers.opener.apply(work);
    return made == null ? Openers.PRINTED : made;
  }

  /** What Keras would print: text with carriage returns, backspaces and colours. */
  void print(String text);

  /** So many units are done, with the figures so far. */
  void at(long done, Map<String, Object> figures);

  /**
   * The work is over.
   *
   * @param whole all of it was done; false: it was interrupted or failed
   */
  void ends(boolean whole);
}
