package io.nyala.keras.models;

import io.nyala.keras.utils.Progress;
import java.util.Iterator;

/**
 * The steps of epochs: with a limit, an epoch takes up the stream where the last one left it.
 * Source: keras/src/trainers/epoch_iterator.py.
 */
final class EpochSteps {
  private final BatchSource source;
  private final Integer limit;
  private Integer batches;
  private Iterator<Batch> current;
  private int seen;

  EpochSteps(BatchSource source, Integer limit) {
    this.source = source;
    this.limit = limit;
    this.batches = source.steps();
  }

  /** An epoch begins. */
  void begin() {
    source.onEpochBegin();
    if (current == null || limit == null) {
      start();
    }
  }

  private void start() {
    current = source.epoch();
    seen = 0;
  }

  /** Whether the epoch has this step, as far as is known. */
  boolean more(int step) {
    if (limit != null && step >= limit) {
      return false;
    }
    if (batches != null && seen >= batches) {
      if (limit != null) {
        ranOut();
      }
      return false;
    }
    return true;
  }

  /** The next batch; null if a stream of unknown length is over. */
  Batch next() {
    seen++;
    if (current.hasNext()) {
      return current.next();
    }
    if (batches == null) {
      batches = seen;
    }
    if (limit != null) {
      ranOut();
    }
    current = null;
    return null;
  }

  /** An epoch is over. */
  void end() {
    if (current == null || batches != null && seen >= batches) {
      current = null;
    }
    source.onEpochEnd();
  }

  private static void ranOut() {
    Progress.warn(
        "UserWarning: Your input ran out of data; interrupting training. Make sure that your dataset"
            + " or generator can generate at least `steps_per_epoch * epochs` batches. You may need"
            + " to use the `.repeat()` function when building your dataset.");
  }
}
