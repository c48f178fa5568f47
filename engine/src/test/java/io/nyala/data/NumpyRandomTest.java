package io.nyala.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.tensor.Shape;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class NumpyRandomTest {

  @Test
  void drawsWhatNumPyDraws() {
    for (JsonNode golden : Golden.read("numpy_random").get("cases")) {
      NumpyRandom random = new NumpyRandom(golden.get("seed").asLong());
      assertArrayEquals(longs(golden, "shuffle"), longs(random.permutation(10)));
      assertArrayEquals(doubles(golden, "rand"), random.rand(Shape.of(5)).doubles());
      assertArrayEquals(doubles(golden, "randn"), random.normal(0, 1, Shape.of(7)).doubles());
      assertArrayEquals(longs(golden, "randint"), random.integers(0, 1000, Shape.of(8)).longs());
      long wide = 1L << 40;
      assertArrayEquals(longs(golden, "wide"), random.integers(-wide, wide, Shape.of(4)).longs());
      assertArrayEquals(longs(golden, "permutation"), longs(random.permutation(20)));
      assertArrayEquals(doubles(golden, "normal"), random.normal(3, 0.5, Shape.of(3)).doubles());
      double[] uniform = random.rand(Shape.of(4)).doubles();
      assertArrayEquals(
          doubles(golden, "uniform"), Arrays.stream(uniform).map(u -> -2 + 7 * u).toArray(), 1e-15);
      assertArrayEquals(longs(golden, "choice"), random.integers(0, 50, Shape.of(6)).longs());
      assertArrayEquals(
          longs(golden, "choice_once"), longs(Arrays.copyOf(random.permutation(50), 6)));
      assertArrayEquals(
          longs(golden, "weighted"), longs(random.choice(new double[] {0.1, 0.2, 0.3, 0.4}, 8)));
      assertArrayEquals(longs(golden, "one"), random.integers(7, 8, Shape.of(3)).longs());
      assertArrayEquals(doubles(golden, "last"), random.rand(Shape.of(2)).doubles());
    }
  }

  @Test
  void shufflesTheReviewsAsKerasDoes() {
    JsonNode golden = Golden.read("numpy_random").get("imdb");
    int[] order = new NumpyRandom(113).permutation(25000);
    assertArrayEquals(longs(golden, "first"), longs(Arrays.copyOf(order, 50)));
    assertArrayEquals(longs(golden, "last"), longs(Arrays.copyOfRange(order, 24950, 25000)));
  }

  @Test
  void refusesSeedsThatNumPyRefuses() {
    assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(-1));
    assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(1L << 32));
    assertEquals(
        "low >= high: 3 >= 3",
        assertThrows(IllegalArgumentException.class, () -> new NumpyRandom(0).integer(3, 3))
            .getMessage());
  }

  private static long[] longs(JsonNode golden, String name) {
    JsonNode list = golden.get(name);
    long[] all = new long[list.size()];
    Arrays.setAll(all, i -> list.get(i).asLong());
    return all;
  }

  private static double[] doubles(JsonNode golden, String name) {
    JsonNode list = golden.get(name);
    double[] all = new double[list.size()];
    Arrays.setAll(all, i -> list.get(i).asDouble());
    return all;
  }

  private static long[] longs(int[] values) {
    return Arrays.stream(values).asLongStream().toArray();
  }
}
