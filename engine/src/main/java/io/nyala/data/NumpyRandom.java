package io.nyala.data;

import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;

/**
 * NumPy's {@code RandomState}: the Mersenne Twister MT19937 and the draws built on it, number for
 * number.
 *
 * <p>Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), and numpy's
 * {@code legacy} distributions.
 */
public final class NumpyRandom {

  private static final int N = 624;
  private static final int M = 397;

  private final int[] state = new int[N];
  private int at = N;
  private boolean hasSpare;
  private double spare;

  /** A generator started with this seed, as {@code np.random.RandomState(seed)}. */
  public NumpyRandom(long seed) {
    seed(seed);
  }

  /**
   * Starts over.
   *
   * @throws IllegalArgumentException unless the seed lies between 0 and 2³² - 1
   */
  public void seed(long seed) {
    if (seed < 0 || seed > 0xffffffffL) {
      throw new IllegalArgumentException("Seed must be between 0 and 2**32 - 1; received " + seed);
    }
    initialize((int) seed);
    hasSpare = false;
  }

  private void initialize(int seed) {
    state[0] = seed;
    for (int i = 1; i < N; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ (state[i - 1] >>> 30)) + i;
    }
    at = N;
  }

  private void refill() {
    for (int i = 0; i < N; i++) {
      int y = (state[i] & 0x80000000) | (state[(i + 1) % N] & 0x7fffffff);
      state[i] = state[(i + M) % N] ^ (y >>> 1) ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    at = 0;
  }

  /** The next 32 random bits. */
  public int nextInt() {
    if (at == N) {
      refill();
    }
    int y = state[at++];
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >>> 18);
  }

  /** The next 64 random bits, the high half drawn first. */
  public long nextLong() {
    long high = nextInt() & 0xffffffffL;
    return high << 32 | nextInt() & 0xffffffffL;
  }

  /** Uniform in [0, 1), with 53 bits. */
  public double nextDouble() {
    long a = nextInt() >>> 5;
    long b = nextInt() >>> 6;
    return (a * 67108864.0 + b) / 9007199254740992.0;
  }

  /** Normal with mean 0 and deviation 1, by the polar method. */
  public double nextGaussian() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    while (true) {
      double x = 2 * nextDouble() - 1;
      double y = 2 * nextDouble() - 1;
      double r = x * x + y * y;
      if (r < 1 && r != 0) {
        double f = Math.sqrt(-2 * Math.log(r) / r);
        spare = f * x;
        hasSpare = true;
        return f * y;
      }
    }
  }

  /**
   * Uniform in [0, max], by masking and drawing again, as {@code shuffle} and {@code choice} do.
   */
  private long interval(long max) {
    if (max == 0) {
      return 0;
    }
    long mask = (Long.highestOneBit(max) << 1) - 1;
    while (true) {
      long value = max <= 0xffffffffL ? nextInt() & 0xffffffffL & mask : nextLong() & mask;
      if (value <= max) {
        return value;
      }
    }
  }

  /** A whole number in [low, high), drawn as {@code randint} draws int64. */
  public long integer(long low, long high) {
    if (low >= high) {
      throw new IllegalArgumentException("low >= high: " + low + " >= " + high);
    }
    return low + interval(high - 1 - low);
  }

  /** Shuffles the numbers from 0 to n - 1 as {@code shuffle} shuffles a sequence. */
  public int[] permutation(int n) {
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = n - 1; i > 0; i--) {
      int j = (int) interval(i);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** {@code choice} with replacement: places drawn with these probabilities. */
  public int[] choice(double[] probabilities, int count) {
    double[] upTo = probabilities.clone();
    for (int i = 1; i < upTo.length; i++) {
      upTo[i] += upTo[i - 1];
    }
    double total = upTo[upTo.length - 1];
    int[] places = new int[count];
    for (int k = 0; k < count; k++) {
      double drawn = nextDouble();
      int place = 0;
      while (place < upTo.length - 1 && upTo[place] / total <= drawn) {
        place++;
      }
      places[k] = place;
    }
    return places;
  }

  /** {@code rand}: uniform in [0, 1). */
  public NDArray rand(Shape shape) {
    Tensor out = Tensor.zeros(DType.FLOAT64, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.doubles()[i] = nextDouble();
    }
    return NDArray.of(out);
  }

  /** {@code normal}. */
  public NDArray normal(double mean, double deviation, Shape shape) {
    Tensor out = Tensor.zeros(DType.FLOAT64, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.doubles()[i] = mean + deviation * nextGaussian();
    }
    return NDArray.of(out);
  }

  /** {@code randint}: int64 in [low, high). */
  public NDArray integers(long low, long high, Shape shape) {
    long[] out = new long[shape.elements()];
    for (int i = 0; i < out.length; i++) {
      out[i] = integer(low, high);
    }
    return NDArray.of(Tensor.of(shape, out));
  }
}
