package io.nyala.data;

import io.nyala.keras.random.OpSeeds;
import io.nyala.keras.random.Philox;
import io.nyala.keras.random.Random;
import java.util.function.Supplier;

/** Where the random numbers of each run through a dataset come from, as in TensorFlow. */
final class RunSeeds {

  /** Set while somebody only looks, which must not change the orders of runs to come. */
  private static final ThreadLocal<Boolean> LOOKING = ThreadLocal.withInitial(() -> false);

  private final OpSeeds first;
  private final Philox runs;
  private final boolean again;

  /**
   * The seeds of all runs.
   *
   * @param seed of them; null: the global one
   * @param again whether each run has numbers of its own
   */
  RunSeeds(Number seed, boolean again) {
    OpSeeds given = OpSeeds.of(seed);
    this.first = given == null ? drawn(Random.of(null)) : given;
    this.runs = first.stream();
    this.again = again;
  }

  private static OpSeeds drawn(Random random) {
    return new OpSeeds(random.integer(0, Long.MAX_VALUE), random.integer(0, Long.MAX_VALUE));
  }

  /** The numbers of a run that begins. */
  Philox next() {
    boolean next = again && !LOOKING.get();
    return (next ? new OpSeeds(runs.next(), runs.next()) : first).stream();
  }

  /** Looks at a run that leaves those to come as they would have been. */
  static <T> T undrawn(Supplier<T> look) {
    LOOKING.set(true);
    try {
      return look.get();
    } finally {
      LOOKING.remove();
    }
  }
}
