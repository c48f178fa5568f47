package io.nyala.keras.random;

import java.util.SplittableRandom;

/**
 * The source of all randomness: one global stream that {@code keras.utils.set_random_seed}
 * restarts, and streams of their own for objects given a seed.
 */
public final class Random {

  private static SplittableRandom global = new SplittableRandom();

  private final SplittableRandom source;
  private double spare = Double.NaN;

  private Random(SplittableRandom source) {
    this.source = source;
  }

  /** Restarts the global stream. */
  public static synchronized void setSeed(long seed) {
    global = new SplittableRandom(seed);
    OpSeeds.setGlobal(seed);
  }

  /** A stream: of this seed, or the next one split off the global stream if the seed is null. */
  public static synchronized Random of(Number seed) {
    return new Random(
        seed == null
            ? global.split()
            : new SplittableRandom(seed.longValue() * 0x9E3779B97F4A7C15L));
  }

  /** Uniform in [0, 1). */
  public double uniform() {
    return source.nextDouble();
  }

  /** A whole number in [low, high). */
  public long integer(long low, long high) {
    return source.nextLong(low, high);
  }

  /** Normal with mean 0 and deviation 1 (polar method). */
  public double normal() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double u = 2 * source.nextDouble() - 1;
      double v = 2 * source.nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double factor = Math.sqrt(-2 * Math.log(s) / s);
        spare = v * factor;
        return u * factor;
      }
    }
  }

  /** Normal with mean 0 and deviation 1, drawn again beyond two deviations. */
  public double truncatedNormal() {
    double z = normal();
    while (Math.abs(z) > 2) {
      z = normal();
    }
    return z;
  }

  /** The numbers from 0 to n - 1 in random order. */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      int j = source.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
