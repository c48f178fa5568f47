package io.nyala.dsl.python.modules;

import java.math.BigInteger;

/** MT19937, seeded by an array as CPython does. Source: Matsumoto and Nishimura, 1998. */
final class Twister {
  private static final int SIZE = 624;
  private static final int SHIFT = 397;

  private final int[] state = new int[SIZE];
  private int at = SIZE;

  Twister() {
    seed(BigInteger.valueOf(System.nanoTime()));
  }

  void seed(BigInteger value) {
    int words = Math.max(1, (value.bitLength() + 31) / 32);
    int[] key = new int[words];
    for (int i = 0; i < words; i++) {
      key[i] = value.shiftRight(32 * i).intValue();
    }
    start(19650218);
    int i = 1;
    int j = 0;
    for (int k = Math.max(SIZE, words); k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1664525) + key[j] + j;
      i = next(i);
      j = (j + 1) % words;
    }
    for (int k = SIZE - 1; k > 0; k--) {
      state[i] = (state[i] ^ (state[i - 1] ^ state[i - 1] >>> 30) * 1566083941) - i;
      i = next(i);
    }
    state[0] = 0x80000000;
    at = SIZE;
  }

  private int next(int i) {
    if (i + 1 < SIZE) {
      return i + 1;
    }
    state[0] = state[SIZE - 1];
    return 1;
  }

  private void start(int seed) {
    state[0] = seed;
    for (int i = 1; i < SIZE; i++) {
      state[i] = 1812433253 * (state[i - 1] ^ state[i - 1] >>> 30) + i;
    }
  }

  private int nextInt() {
    if (at >= SIZE) {
      twist();
    }
    int y = state[at++];
    y ^= y >>> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >>> 18;
  }

  private void twist() {
    for (int i = 0; i < SIZE; i++) {
      int y = state[i] & 0x80000000 | state[(i + 1) % SIZE] & 0x7fffffff;
      state[i] = state[(i + SHIFT) % SIZE] ^ y >>> 1 ^ ((y & 1) == 0 ? 0 : 0x9908b0df);
    }
    at = 0;
  }

  double nextDouble() {
    long high = (nextInt() & 0xffffffffL) >>> 5;
    long low = (nextInt() & 0xffffffffL) >>> 6;
    return (high * 67108864.0 + low) / 9007199254740992.0;
  }

  BigInteger bits(int count) {
    BigInteger value = BigInteger.ZERO;
    for (int done = 0; done < count; done += 32) {
      int take = Math.min(32, count - done);
      long word = (nextInt() & 0xffffffffL) >>> 32 - take;
      value = value.or(BigInteger.valueOf(word).shiftLeft(done));
    }
    return value;
  }

  /** A whole number from 0 to below n. */
  BigInteger below(BigInteger n) {
    int bits = n.bitLength();
    BigInteger value = bits(bits);
    while (value.compareTo(n) >= 0) {
      value = bits(bits);
    }
    return value;
  }

  /** A whole number from 0 to below n. */
  int below(int n) {
    int bits = 32 - Integer.numberOfLeadingZeros(n);
    while (true) {
      long value = (nextInt() & 0xffffffffL) >>> 32 - bits;
      if (value < n) {
        return (int) value;
      }
    }
  }
}
