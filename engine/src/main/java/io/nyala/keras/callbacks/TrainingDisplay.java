package io.nyala.keras.callbacks;

import java.util.Map;
import java.util.function.Supplier;

/**
 * Shows a run of {@code fit} where more than text can be shown. Whoever has such a place says so
 * with {@link #openWith}; elsewhere progress is printed.
 */
public interface TrainingDisplay {

  /** How displays are made, one for each run. */
  final class Openers {
    private static volatile Supplier<TrainingDisplay> opener = () -> null;

    private Openers() {}
  }

  /** Has runs shown by what this makes; where it gives null, they are printed. */
  static void openWith(Supplier<TrainingDisplay> opener) {
    Openers.opener = opener;
  }

  /** A display for a run on this thread; null where there is none. */
  static TrainingDisplay open() {
    return Openers.opener.get();
  }

  /**
   * The run begins.
   *
   * @param steps of an epoch; null: not known
   */
  void begins(int epochs, Integer steps);

  /** What would be printed: text with carriage returns, backspaces and colours. */
  void print(String text);

  /** An epoch begins, counted from 0. */
  void epochBegins(int epoch);

  /** After so many steps of the epoch, with the figures so far. */
  void step(int done, Map<String, Object> logs);

  /** After an epoch; the logs hold training and validation figures. */
  void epochEnds(int epoch, Map<String, Object> logs);

  /** The run is over: all epochs done, stopped early, or interrupted. */
  void ends();
}
