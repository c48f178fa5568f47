package io.nyala.keras.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Numbers drawn one after the other equal those of numpy.random.RandomState in NumPy 2. */
class NumpyRandomTest {

  @Test
  void drawsWhatNumpyDraws() {
    NumpyRandom random = new NumpyRandom(113);
    long[] bits = LongStream.generate(() -> random.bits32() & 0xffffffffL).limit(5).toArray();
    assertArrayEquals(
        new long[] {3659249829L, 529109724L, 317413538L, 548173386L, 3843702636L}, bits);
    assertEquals(0.9044443997479494, random.uniform());
    assertEquals(0.242660702226145, random.uniform());
    assertEquals(0.40500980299605327, random.uniform());
    double[] normal = {
      -1.7886485755894828,
      0.49338394203842145,
      -0.6977753121822114,
      1.011698066157574,
      0.37209526621136346
    };
    for (double each : normal) {
      assertEquals(each, random.normal(), 1e-15);
    }
    assertArrayEquals(new int[] {8, 9, 0, 2, 3, 7, 4, 1, 6, 5}, random.permutation(10));
    assertArrayEquals(
        new long[] {0, 1, 1, 7, 9, 0, 1, 2},
        LongStream.generate(() -> random.integer(0, 10)).limit(8).toArray());
    assertArrayEquals(
        new long[] {367081729208L, 100656386435L, 924374025212L},
        LongStream.generate(() -> random.integer(-5, 1L << 40)).limit(3).toArray());
  }

  @Test
  void shufflesAsKerasShufflesImdb() {
    int[] order = new NumpyRandom(113).permutation(25000);
    assertArrayEquals(
        new int[] {7798, 13226, 18078, 793, 17499, 23003, 574, 19638},
        IntStream.of(order).limit(8).toArray());
    assertArrayEquals(new int[] {22690, 4828, 14501}, IntStream.of(order).skip(24997).toArray());
  }

  @Test
  void takesSeedsOf32Bits() {
    assertArrayEquals(new int[] {4, 1, 0, 2, 3}, new NumpyRandom(4294967295L).permutation(5));
    assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(-1));
  }
}
