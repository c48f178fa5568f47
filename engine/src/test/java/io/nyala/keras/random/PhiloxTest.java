package io.nyala.keras.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** TensorFlow's numbers, as {@code tf.data.Dataset.random} of TensorFlow 2.21 gave them. */
class PhiloxTest {

  @Test
  void numbersAreThoseOfTensorFlow() {
    Philox stream = new Philox(87654321, 4);
    long[] drawn = LongStream.generate(stream::next).limit(4).toArray();
    assertArrayEquals(new long[] {3128586565L, 2023892699L, 452966358L, 4293674553L}, drawn);
  }

  @Test
  void theCounterCarriesItsWords() {
    Philox stream = new Philox(-1, -1);
    long sum = LongStream.generate(stream::next).limit(1000).map(n -> n & 1).sum();
    assertEquals(500, sum, 60);
  }
}
