package io.nyala.dsl.python.run;

import java.math.BigInteger;

/**
 * Bitwise operations on whole numbers: what fits into 64 bits without a sign, as the words of
 * hashes and of random generators do, is computed in one word.
 */
final class Bits {
  private static final int WORD = Long.SIZE;

  private Bits() {}

  /** {@code a & b}. */
  static Object and(Number a, Number b) {
    // Whatever the other operand is, a word leaves nothing above itself.
    return isWord(a) || isWord(b)
        ? ofWord(a.longValue() & b.longValue())
        : isSmall(a) && isSmall(b)
            ? Ints.fit(a.longValue() & b.longValue())
            : Ints.fit(Ints.big(a).and(Ints.big(b)));
  }

  /** {@code a | b}. */
  static Object or(Number a, Number b) {
    return isWord(a) && isWord(b)
        ? ofWord(a.longValue() | b.longValue())
        : isSmall(a) && isSmall(b)
            ? Ints.fit(a.longValue() | b.longValue())
            : Ints.fit(Ints.big(a).or(Ints.big(b)));
  }

  /** {@code a ^ b}. */
  static Object xor(Number a, Number b) {
    return isWord(a) && isWord(b)
        ? ofWord(a.longValue() ^ b.longValue())
        : isSmall(a) && isSmall(b)
            ? Ints.fit(a.longValue() ^ b.longValue())
            : Ints.fit(Ints.big(a).xor(Ints.big(b)));
  }

  private static boolean isSmall(Number value) {
    return !(value instanceof BigInteger);
  }

  private static boolean isWord(Number value) {
    return value instanceof BigInteger big
        ? big.signum() > 0 && big.bitLength() <= WORD
        : value.longValue() >= 0;
  }

  /** The number whose 64 bits these are. */
  private static Object ofWord(long bits) {
    if (bits >= 0) {
      return Ints.fit(bits);
    }
    byte[] magnitude = new byte[Long.BYTES];
    for (int i = 0; i < magnitude.length; i++) {
      magnitude[i] = (byte) (bits >>> (WORD - Byte.SIZE * (i + 1)));
    }
    return new BigInteger(1, magnitude);
  }
}
