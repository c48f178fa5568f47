package io.nyala.keras.random;

/**
 * The pair of seeds an operation of TensorFlow draws with: the global one of {@code
 * tf.random.set_seed} and its own.
 *
 * <p>Source: tensorflow/python/framework/random_seed.py.
 *
 * @param seed of the program
 * @param seed2 of the operation
 */
public record OpSeeds(long seed, long seed2) {

  private static final long WITHOUT_GLOBAL = 87654321;

  private static Long global;
  private static PythonRandom operations;

  /** Restarts the count of operations: {@code tf.random.set_seed(seed)}. */
  static synchronized void setGlobal(long seed) {
    global = seed;
    operations = new PythonRandom(seed);
  }

  /** The seeds of an operation with this seed of its own; null: nobody gave one, so draw freely. */
  public static synchronized OpSeeds of(Number own) {
    if (global == null) {
      return own == null ? null : valid(WITHOUT_GLOBAL, own.longValue());
    }
    return valid(global, own == null ? operations.integer(0, Integer.MAX_VALUE) : own.longValue());
  }

  private static OpSeeds valid(long seed, long seed2) {
    return new OpSeeds(seed, seed == 0 && seed2 == 0 ? Integer.MAX_VALUE : seed2);
  }

  /** The stream of these seeds. */
  public Philox stream() {
    return new Philox(seed, seed2);
  }
}
