package io.nyala.keras.random;

/**
 * TensorFlow's random numbers, number for number: the counter-based generator Philox 4x32 with ten
 * rounds.
 *
 * <p>Source: Salmon et al., "Parallel Random Numbers: As Easy as 1, 2, 3" (2011); seeds as
 * tensorflow/core/lib/random/philox_random.h takes them.
 */
public final class Philox {

  private static final int ROUNDS = 10;
  private static final long FIRST_FACTOR = 0xD2511F53L;
  private static final long SECOND_FACTOR = 0xCD9E8D57L;
  private static final int FIRST_WEYL = 0x9E3779B9;
  private static final int SECOND_WEYL = 0xBB67AE85;
  private static final long WORD = 0xFFFFFFFFL;

  private final int firstKey;
  private final int secondKey;
  private final int[] counter = new int[4];
  private final int[] block = new int[4];
  private int used = 4;

  /** The stream of a pair of seeds, of the graph and of the operation. */
  public Philox(long seed, long seed2) {
    firstKey = (int) seed;
    secondKey = (int) (seed >>> 32);
    counter[2] = (int) seed2;
    counter[3] = (int) (seed2 >>> 32);
  }

  /** The next 32 bits as a whole number from 0 up. */
  public long next() {
    if (used == block.length) {
      fill();
      used = 0;
    }
    return block[used++] & WORD;
  }

  private void fill() {
    System.arraycopy(counter, 0, block, 0, 4);
    int a = firstKey;
    int b = secondKey;
    for (int round = 0; round < ROUNDS; round++) {
      long x = FIRST_FACTOR * (block[0] & WORD);
      long y = SECOND_FACTOR * (block[2] & WORD);
      int second = block[1];
      int fourth = block[3];
      block[0] = (int) (y >>> 32) ^ second ^ a;
      block[1] = (int) y;
      block[2] = (int) (x >>> 32) ^ fourth ^ b;
      block[3] = (int) x;
      a += FIRST_WEYL;
      b += SECOND_WEYL;
    }
    for (int i = 0; i < 4 && ++counter[i] == 0; i++) {
      // The carry goes on to the next word.
      continue;
    }
  }
}
