package io.nyala.dsl.show;

import io.nyala.keras.utils.Progress;

/**
 * When an output that changes is shown again: at most ten times a second, and less often if that
 * would take more than a hundredth of the time.
 */
public final class Pace {
  private static final double PAUSE = 0.1;
  private static final double SHARE = 100;

  private double next;

  /** Whether it is time. */
  public boolean isDue() {
    return Progress.seconds() >= next;
  }

  /** Shows, and settles when the next time is. */
  public void show(Runnable work) {
    double begin = Progress.seconds();
    work.run();
    double end = Progress.seconds();
    next = end + Math.max(PAUSE, SHARE * (end - begin));
  }
}
