package io.nyala.keras.random;

/**
 * NumPy's {@code RandomState}: the Mersenne Twister MT19937 and the ways its numbers are made into
 * others, number for number.
 *
 * <p>Sources: Matsumoto and Nishimura, "Mersenne Twister" (1998);
 * numpy/random/src/legacy/legacy-distributions.c.
 */
public final class NumpyRandom {

  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int next = N;
  private double spare;
  private boolean hasSpare;

  /**
   * A stream started from a seed.
   *
   * @throws IllegalArgumentException if the seed is not in [0, 2³²)
   */
  public NumpyRandom(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new IllegalArgumentException(
          "Seed must be between 0 and 2**32 - 1; received " + seed + ".");
    }
    state[0] = (int) seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  private NumpyRandom(int[] key) {
    this(19650218);
    int i = 1;
    for (int k = 0; k < Math.max(N, key.length); k++) {
      int j = k % key.length;
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
      i = following(i);
    }
    for (int k = 0; k < N - 1; k++) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
      i = following(i);
    }
    state[0] = 0x80000000;
  }

  /** The place after this one; the last number goes round to the first. */
  private int following(int i) {
    if (i + 1 < N) {
      return i + 1;
    }
    state[0] = state[N - 1];
    return 1;
  }

  /** A stream started from several numbers: {@code init_by_array}. */
  static NumpyRandom ofKey(int... key) {
    return new NumpyRandom(key);
  }

  /** The next 32 random bits. */
  public int bits32() {
    if (next == N) {
      twist();
      next = 0;
    }
    int y = state[next++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void twist() {
    for (int i = 0; i < N; i++) {
      int y = state[i] & 0x80000000 | state[(i + 1) % N] & 0x7fffffff;
      state[i] = state[(i + M) % N] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
  }

  /** The next 64 random bits. */
  public long bits64() {
    long high = bits32();
    return high << 32 | bits32() & 0xffffffffL;
  }

  /** Uniform in [0, 1), with 53 bits: {@code random_sample}. */
  public double uniform() {
    long high = bits32() >>> 5;
    long low = bits32() >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  /** Normal with mean 0 and deviation 1: {@code standard_normal}, by the polar method. */
  public double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double x = 2.0 * uniform() - 1.0;
      double y = 2.0 * uniform() - 1.0;
      double square = x * x + y * y;
      if (square < 1 && square != 0) {
        double factor = Math.sqrt(-2.0 * Math.log(square) / square);
        spare = factor * x;
        hasSpare = true;
        return factor * y;
      }
    }
  }

  /** A whole number in [0, most], drawn again while it is too large. */
  public long upTo(long most) {
    if (most == 0) {
      return 0;
    }
    long mask = -1L >>> Long.numberOfLeadingZeros(most);
    while (true) {
      long value = (most <= 0xffffffffL ? bits32() & 0xffffffffL : bits64()) & mask;
      if (value <= most) {
        return value;
      }
    }
  }

  /** A whole number in [low, high): {@code randint}. */
  public long integer(long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException("low >= high: " + low + " >= " + high);
    }
    return low + upTo(high - low - 1);
  }

  /** Puts numbers in random order: {@code shuffle}. */
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = (int) upTo(i);
      int swap = values[i];
      values[i] = values[j];
      values[j] = swap;
    }
  }

  /** The numbers from 0 to n - 1 in random order: {@code permutation}. */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    shuffle(order);
    return order;
  }
}
