package io.nyala.dsl.names;

/** {@code np.random}: one global generator, and generators of a person's own. */
final class NpRandom {

  private NpRandom() {}

  /** Restarts the global generator. */
  static void seed(long seed) {}
}
