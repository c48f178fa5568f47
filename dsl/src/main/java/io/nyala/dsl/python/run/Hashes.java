package io.nyala.dsl.python.run;

import io.nyala.dsl.names.Tuple;
import java.math.BigInteger;

/**
 * Hashes as CPython computes them on 64-bit machines, where they do not depend on the run. Those of
 * texts and of objects by identity do.
 */
final class Hashes {
  private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(61).subtract(BigInteger.ONE);
  private static final long MODULUS_BITS = (1L << 61) - 1;
  private static final long PRIME_1 = 0x9E3779B185EBCA87L;
  private static final long PRIME_2 = 0xC2B2AE3D27D4EB4FL;
  private static final long PRIME_5 = 0x27D4EB2F165667C5L;

  private Hashes() {}

  /** Whether every run of CPython gives the value this hash. */
  static boolean isFixed(Object value) {
    if (value instanceof Number || value instanceof Boolean) {
      return !(value instanceof Double real && real.isNaN());
    }
    if (value instanceof Tuple tuple) {
      return tuple.stream().allMatch(Hashes::isFixed);
    }
    if (value instanceof FrozenSet set) {
      return set.stream().allMatch(Hashes::isFixed);
    }
    return value instanceof Instance own && own.type().find("__hash__") instanceof PyFunction;
  }

  static long of(Object value) {
    if (value instanceof Derived derived && derived.type().find("__hash__") == null) {
      return of(derived.plain());
    }
    if (Ints.isSmall(value)) {
      return notMinusOne(Ints.small(value) % MODULUS_BITS);
    }
    if (value instanceof BigInteger big) {
      return notMinusOne(big.remainder(MODULUS).longValue());
    }
    if (value instanceof Number) {
      return ofReal(Ints.real(value));
    }
    if (value instanceof Tuple tuple) {
      return ofTuple(tuple);
    }
    if (value instanceof FrozenSet set) {
      return ofSet(set);
    }
    if (value instanceof Instance own && own.type().find("__hash__") != null) {
      Object hash = Invoke.method(value, "__hash__", new Object[0], null);
      if (!Ints.is(hash)) {
        throw Errors.type("__hash__ method should return an integer");
      }
      return Ints.isSmall(hash) ? notMinusOne(Ints.small(hash)) : of(hash);
    }
    return value == null ? 0 : value.hashCode();
  }

  private static long notMinusOne(long hash) {
    return hash == -1 ? -2 : hash;
  }

  private static long ofReal(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? 314159 : -314159;
    }
    if (Double.isNaN(value) || value == 0) {
      return 0;
    }
    int exponent = Math.getExponent(value) + 1;
    double mantissa = Math.abs(value) / Math.pow(2, exponent);
    if (Math.abs(value) < Double.MIN_NORMAL) {
      mantissa = Math.abs(value) * Math.pow(2, 1022);
      exponent = -1022;
    }
    long x = 0;
    while (mantissa != 0) {
      x = ((x << 28) & MODULUS_BITS) | x >>> (61 - 28);
      mantissa *= 1 << 28;
      exponent -= 28;
      long y = (long) mantissa;
      mantissa -= y;
      x += y;
      x = x >= MODULUS_BITS ? x - MODULUS_BITS : x;
    }
    int turn = exponent >= 0 ? exponent % 61 : 60 - ((-1 - exponent) % 61);
    x = ((x << turn) & MODULUS_BITS) | x >>> (61 - turn);
    return notMinusOne(value < 0 ? -x : x);
  }

  private static long ofTuple(Tuple tuple) {
    long hash = PRIME_5;
    for (Object item : tuple) {
      hash += of(item) * PRIME_2;
      hash = Long.rotateLeft(hash, 31);
      hash *= PRIME_1;
    }
    hash += tuple.size() ^ (PRIME_5 ^ 3527539L);
    return hash == -1 ? 1546275796L : hash;
  }

  private static long ofSet(FrozenSet set) {
    long hash = 0;
    for (Object item : set) {
      long each = of(item);
      hash ^= ((each ^ 89869747L) ^ (each << 16)) * 3644798167L;
    }
    hash ^= (set.size() + 1L) * 1927868237L;
    hash ^= (hash >>> 11) ^ (hash >>> 25);
    hash = hash * 69069L + 907133923L;
    return hash == -1 ? 590923713L : hash;
  }
}
