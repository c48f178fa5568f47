package io.nyala.keras.layers.text;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The hashes that spread tokens out of the vocabulary over several places: FarmHash's
 * Fingerprint64, and SipHash-2-4 where there is a salt. Both give the same numbers everywhere.
 *
 * <p>Sources: Pike and Alakuijala, FarmHash (farmhashna); Aumasson and Bernstein, SipHash (2012).
 */
final class Fingerprint {

  private static final long K0 = 0xc3a5c85c97cb3127L;
  private static final long K1 = 0xb492b66fbe98f273L;
  private static final long K2 = 0x9ae16a3b2f90404fL;

  private Fingerprint() {}

  /** FarmHash's Fingerprint64 of these bytes. */
  static long farm(byte[] bytes) {
    ByteBuffer s = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int n = bytes.length;
    return n <= 16 ? upTo16(s, n) : n <= 32 ? upTo32(s, n) : n <= 64 ? upTo64(s, n) : longer(s, n);
  }

  private static long mix(long u, long v, long factor) {
    long a = (u ^ v) * factor;
    a ^= a >>> 47;
    long b = (v ^ a) * factor;
    return (b ^ b >>> 47) * factor;
  }

  private static long rotate(long x, int by) {
    return Long.rotateRight(x, by);
  }

  private static long shiftMix(long x) {
    return x ^ x >>> 47;
  }

  private static long upTo16(ByteBuffer s, int n) {
    long factor = K2 + 2L * n;
    if (n >= 8) {
      long a = s.getLong(0) + K2;
      long b = s.getLong(n - 8);
      return mix(rotate(b, 37) * factor + a, (rotate(a, 25) + b) * factor, factor);
    }
    if (n >= 4) {
      long a = s.getInt(0) & 0xffffffffL;
      return mix(n + (a << 3), s.getInt(n - 4) & 0xffffffffL, factor);
    }
    if (n == 0) {
      return K2;
    }
    long y = (s.get(0) & 0xff) + ((s.get(n >> 1) & 0xffL) << 8);
    long z = n + ((s.get(n - 1) & 0xffL) << 2);
    return shiftMix(y * K2 ^ z * K0) * K2;
  }

  private static long upTo32(ByteBuffer s, int n) {
    long factor = K2 + 2L * n;
    long a = s.getLong(0) * K1;
    long b = s.getLong(8);
    long c = s.getLong(n - 8) * factor;
    long d = s.getLong(n - 16) * K2;
    return mix(rotate(a + b, 43) + rotate(c, 30) + d, a + rotate(b + K2, 18) + c, factor);
  }

  private static long upTo64(ByteBuffer s, int n) {
    long factor = K2 + 2L * n;
    long a = s.getLong(0) * K2;
    long b = s.getLong(8);
    long c = s.getLong(n - 8) * factor;
    long d = s.getLong(n - 16) * K2;
    long y = rotate(a + b, 43) + rotate(c, 30) + d;
    long z = mix(y, a + rotate(b + K2, 18) + c, factor);
    long e = s.getLong(16) * factor;
    long f = s.getLong(24);
    long g = (y + s.getLong(n - 32)) * factor;
    long h = (z + s.getLong(n - 24)) * factor;
    return mix(rotate(e + f, 43) + rotate(g, 30) + h, e + rotate(f + a, 18) + g, factor);
  }

  /** The state of the loop over blocks of 64 bytes. */
  private static final class Blocks {
    private long x = 81;
    private long y = 81 * K1 + 113;
    private long z = shiftMix(y * K2 + 113) * K2;
    private long v1;
    private long v2;
    private long w1;
    private long w2;

    void take(ByteBuffer s, int at, long factor, int by) {
      x = rotate(x + y + v1 + s.getLong(at + 8), 37) * factor;
      y = rotate(y + v2 + s.getLong(at + 48), 42) * factor;
      x ^= w2 * by;
      y += v1 * by + s.getLong(at + 40);
      z = rotate(z + w1, 33) * factor;
      long[] v = weak(s, at, v2 * factor, x + w1);
      long[] w = weak(s, at + 32, z + w2, y + s.getLong(at + 16));
      v1 = v[0];
      v2 = v[1];
      w1 = w[0];
      w2 = w[1];
      long swap = z;
      z = x;
      x = swap;
    }

    private static long[] weak(ByteBuffer s, int at, long seed1, long seed2) {
      long a = seed1 + s.getLong(at);
      long d = s.getLong(at + 24);
      long b = rotate(seed2 + a + d, 21);
      long c = a;
      a += s.getLong(at + 8) + s.getLong(at + 16);
      b += rotate(a, 44);
      return new long[] {a + d, b + c};
    }
  }

  private static long longer(ByteBuffer s, int n) {
    Blocks state = new Blocks();
    state.x = state.x * K2 + s.getLong(0);
    int end = (n - 1) / 64 * 64;
    for (int at = 0; at < end; at += 64) {
      state.take(s, at, K1, 1);
    }
    long factor = K1 + ((state.z & 0xff) << 1);
    state.w1 += n - 1 & 63;
    state.v1 += state.w1;
    state.w1 += state.v1;
    state.take(s, n - 64, factor, 9);
    return mix(
        mix(state.v1, state.w1, factor) + shiftMix(state.y) * K0 + state.z,
        mix(state.v2, state.w2, factor) + state.x,
        factor);
  }

  /** SipHash-2-4 of these bytes under a key of two words. */
  static long sip(byte[] bytes, long key0, long key1) {
    ByteBuffer s = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long[] v = {
      key0 ^ 0x736f6d6570736575L,
      key1 ^ 0x646f72616e646f6dL,
      key0 ^ 0x6c7967656e657261L,
      key1 ^ 0x7465646279746573L
    };
    int whole = bytes.length & ~7;
    for (int at = 0; at < whole; at += 8) {
      absorb(v, s.getLong(at));
    }
    long last = (long) bytes.length << 56;
    for (int i = whole; i < bytes.length; i++) {
      last |= (bytes[i] & 0xffL) << 8 * (i - whole);
    }
    absorb(v, last);
    v[2] ^= 0xff;
    rounds(v, 4);
    return v[0] ^ v[1] ^ v[2] ^ v[3];
  }

  private static void absorb(long[] v, long word) {
    v[3] ^= word;
    rounds(v, 2);
    v[0] ^= word;
  }

  private static void rounds(long[] v, int times) {
    for (int i = 0; i < times; i++) {
      v[0] += v[1];
      v[1] = Long.rotateLeft(v[1], 13) ^ v[0];
      v[0] = Long.rotateLeft(v[0], 32);
      v[2] += v[3];
      v[3] = Long.rotateLeft(v[3], 16) ^ v[2];
      v[0] += v[3];
      v[3] = Long.rotateLeft(v[3], 21) ^ v[0];
      v[2] += v[1];
      v[1] = Long.rotateLeft(v[1], 17) ^ v[2];
      v[2] = Long.rotateLeft(v[2], 32);
    }
  }
}
