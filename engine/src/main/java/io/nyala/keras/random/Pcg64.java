package io.nyala.keras.random;

import java.math.BigInteger;

/**
 * NumPy's {@code default_rng}: PCG64 started by a SeedSequence, number for number, for uniform,
 * normal and whole numbers and orders.
 *
 * <p>Sources: O'Neill, "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms"
 * (2014); numpy/random/bit_generator.pyx; Lemire, "Fast Random Integer Generation in an Interval"
 * (2019).
 */
public final class Pcg64 {

  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);
  private static final BigInteger MULTIPLIER =
      new BigInteger("2549297995355413924").shiftLeft(64).add(big(4865540595714422341L));

  private final BigInteger increment;
  private BigInteger state;
  private int spare;
  private boolean hasSpare;

  /** A stream as after {@code np.random.default_rng(seed)}, seed from 0 up. */
  public Pcg64(long seed) {
    if (seed < 0) {
      throw new IllegalArgumentException("expected non-negative integer; received " + seed + ".");
    }
    long[] words = words(seed);
    increment = big(words[2]).shiftLeft(64).add(big(words[3])).shiftLeft(1).setBit(0).mod(MODULUS);
    state = BigInteger.ZERO;
    step();
    state = state.add(big(words[0]).shiftLeft(64).add(big(words[1]))).mod(MODULUS);
    step();
  }

  private static BigInteger big(long bits) {
    return new BigInteger(Long.toUnsignedString(bits));
  }

  private void step() {
    state = state.multiply(MULTIPLIER).add(increment).mod(MODULUS);
  }

  /** Four words of 64 bits that the seed is spread to. */
  private static long[] words(long seed) {
    int[] entropy = {(int) seed, (int) (seed >>> 32), 0, 0};
    int[] pool = new int[4];
    int[] constant = {0x43b0d7e5};
    for (int i = 0; i < 4; i++) {
      pool[i] = hash(entropy[i], constant, 0x931e8875);
    }
    for (int from = 0; from < 4; from++) {
      for (int to = 0; to < 4; to++) {
        if (from != to) {
          int mixed = 0xca01f9dd * pool[to] - 0x4973f715 * hash(pool[from], constant, 0x931e8875);
          pool[to] = mixed ^ mixed >>> 16;
        }
      }
    }
    long[] words = new long[4];
    constant[0] = 0x8b51f9dd;
    for (int i = 0; i < 8; i++) {
      long part = hash(pool[i % 4], constant, 0x58f38ded) & 0xffffffffL;
      words[i / 2] |= part << 32 * (i % 2);
    }
    return words;
  }

  private static int hash(int value, int[] constant, int factor) {
    int mixed = value ^ constant[0];
    constant[0] *= factor;
    mixed *= constant[0];
    return mixed ^ mixed >>> 16;
  }

  /** The next 64 random bits. */
  public long bits64() {
    step();
    long high = state.shiftRight(64).longValue();
    return Long.rotateRight(high ^ state.longValue(), (int) (high >>> 58));
  }

  private long bits32() {
    if (hasSpare) {
      hasSpare = false;
      return spare & 0xffffffffL;
    }
    long bits = bits64();
    spare = (int) (bits >>> 32);
    hasSpare = true;
    return bits & 0xffffffffL;
  }

  /** Uniform in [0, 1), with 53 bits: {@code random}. */
  public double uniform() {
    return (bits64() >>> 11) * 0x1p-53;
  }

  /** Normal with mean 0 and deviation 1: {@code standard_normal}. */
  public double normal() {
    return Ziggurat.normal(this::bits64, this::uniform);
  }

  /** A whole number in [0, most]. */
  public long upTo(long most) {
    if (most == 0) {
      return 0;
    }
    if (most < 0 || most > 0xffffffffL) {
      return wideUpTo(most);
    }
    if (most == 0xffffffffL) {
      return bits32();
    }
    long count = most + 1;
    long product = bits32() * count;
    if ((product & 0xffffffffL) < count) {
      long least = (0xffffffffL - most) % count;
      while ((product & 0xffffffffL) < least) {
        product = bits32() * count;
      }
    }
    return product >>> 32;
  }

  private long wideUpTo(long most) {
    if (most == -1) {
      return bits64();
    }
    BigInteger count = big(most).add(BigInteger.ONE);
    BigInteger least = big(-1 - most).mod(count);
    BigInteger word = BigInteger.ONE.shiftLeft(64);
    BigInteger product = big(bits64()).multiply(count);
    while (product.mod(word).compareTo(least) < 0) {
      product = big(bits64()).multiply(count);
    }
    return product.shiftRight(64).longValue();
  }

  /** A whole number in [low, high): {@code integers}. */
  public long integer(long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException("low >= high: " + low + " >= " + high);
    }
    return low + upTo(high - low - 1);
  }

  /** The numbers from 0 to n - 1 in random order: {@code permutation}. */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = place(i);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }

  /** Orders are drawn by masking, unlike {@link #upTo}: a number of 0 to {@code most}. */
  private int place(int most) {
    long mask = -1L >>> Long.numberOfLeadingZeros(most);
    while (true) {
      long value = bits32() & mask;
      if (value <= most) {
        return (int) value;
      }
    }
  }
}
