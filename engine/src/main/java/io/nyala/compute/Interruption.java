package io.nyala.compute;

import java.util.concurrent.CancellationException;

/**
 * How long operations end early: between their blocks they ask whether the thread they work for has
 * been interrupted. Threads of the {@linkplain Threads pool} ask for the thread that gave the work.
 */
public final class Interruption {

  private static final ThreadLocal<int[]> SHIELDS = ThreadLocal.withInitial(() -> new int[1]);

  private Interruption() {}

  /**
   * Goes on unless the thread that this work is for was interrupted; its interrupt stays set.
   *
   * @throws CancellationException if it was, outside of what is {@linkplain #shielded shielded}
   */
  public static void check() {
    if (Threads.isWorkUnwanted() && !isShielded()) {
      throw new CancellationException("Interrupted within an operation.");
    }
  }

  /**
   * The same from within a loop over elements, which asks once in 65,536 turns.
   *
   * @param turn the loop's count
   */
  public static void checkNowAndThen(int turn) {
    if ((turn & 0xFFFF) == 0) {
      check();
    }
  }

  /** Does what must not end half done, such as a step of an optimizer over all its weights. */
  public static void shielded(Runnable work) {
    int[] shields = SHIELDS.get();
    shields[0]++;
    try {
      work.run();
    } finally {
      shields[0]--;
    }
  }

  static boolean isShielded() {
    return SHIELDS.get()[0] > 0;
  }
}
