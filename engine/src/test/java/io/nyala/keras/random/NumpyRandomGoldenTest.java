package io.nyala.keras.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NumpyRandomGoldenTest {

  @Test
  void drawsWhatNumPyDraws() {
    for (JsonNode golden : Golden.read("numpy_random").get("cases")) {
      NumpyRandom random = new NumpyRandom(golden.get("seed").asLong());
      assertArrayEquals(longs(golden, "shuffle"), longs(random.permutation(10)));
      assertArrayEquals(doubles(golden, "rand"), draw(5, random::uniform));
      assertArrayEquals(doubles(golden, "randn"), draw(7, random::normal));
      assertArrayEquals(longs(golden, "randint"), whole(8, () -> random.integer(0, 1000)));
      long wide = 1L << 40;
      assertArrayEquals(longs(golden, "wide"), whole(4, () -> random.integer(-wide, wide)));
      assertArrayEquals(longs(golden, "permutation"), longs(random.permutation(20)));
      assertArrayEquals(doubles(golden, "normal"), draw(3, () -> 3 + 0.5 * random.normal()));
      assertArrayEquals(
          doubles(golden, "uniform"), draw(4, () -> -2 + 7 * random.uniform()), 1e-15);
      assertArrayEquals(longs(golden, "choice"), whole(6, () -> random.integer(0, 50)));
      assertArrayEquals(
          longs(golden, "choice_once"), longs(Arrays.copyOf(random.permutation(50), 6)));
      assertArrayEquals(
          longs(golden, "weighted"),
          longs(Sampling.weighted(new double[] {0.1, 0.2, 0.3, 0.4}, 8, random::uniform)));
      assertArrayEquals(longs(golden, "one"), whole(3, () -> random.integer(7, 8)));
      assertArrayEquals(doubles(golden, "last"), draw(2, random::uniform));
    }
  }

  @Test
  void theNewerGeneratorDrawsNumPysNumbers() {
    for (JsonNode golden : Golden.read("numpy_random").get("generators")) {
      Pcg64 random = new Pcg64(golden.get("seed").asLong());
      assertArrayEquals(doubles(golden, "random"), draw(5, random::uniform));
      assertArrayEquals(longs(golden, "integers"), whole(7, () -> random.integer(0, 1000)));
      assertArrayEquals(longs(golden, "coin"), whole(9, () -> random.integer(0, 2)));
      long wide = 1L << 40;
      assertArrayEquals(longs(golden, "wide"), whole(4, () -> random.integer(-wide, wide)));
      assertArrayEquals(longs(golden, "permutation"), longs(random.permutation(20)));
      assertArrayEquals(doubles(golden, "last"), draw(2, random::uniform));
      assertArrayEquals(doubles(golden, "normal"), draw(6, random::normal));
      assertArrayEquals(doubles(golden, "scaled"), draw(2, () -> 3 + 0.5 * random.normal()));
      choices(golden, random);
      distributions(golden, new Distributions(random::uniform, random::normal));
      double sum = DoubleStream.generate(random::normal).limit(200_000).sum();
      assertEquals(golden.get("sum_of_normals").asDouble(), sum, 1e-7);
      assertArrayEquals(doubles(golden, "after"), draw(2, random::uniform));
    }
  }

  private static final double[] SHARES = {0.1, 0.2, 0.3, 0.4};

  private static void choices(JsonNode golden, Pcg64 random) {
    assertArrayEquals(longs(golden, "choice"), whole(6, () -> random.integer(0, 50)));
    assertArrayEquals(
        longs(golden, "choice_once"), longs(Sampling.once(50, 6, true, random::upTo)));
    int[] many = Sampling.once(20_000, 500, true, random::upTo);
    assertArrayEquals(longs(golden, "choice_of_many"), longs(Arrays.copyOf(many, 9)));
    assertArrayEquals(
        longs(golden, "choice_in_order"), longs(Sampling.once(50, 6, false, random::upTo)));
    assertArrayEquals(
        longs(golden, "weighted"), longs(Sampling.weighted(SHARES, 8, random::uniform)));
    assertArrayEquals(
        longs(golden, "weighted_once"), longs(Sampling.weightedOnce(SHARES, 3, random::uniform)));
  }

  private static void distributions(JsonNode golden, Distributions random) {
    long[] poisson = new long[8];
    Arrays.setAll(poisson, i -> random.poisson(i < 4 ? 3 : 40));
    assertArrayEquals(longs(golden, "poisson"), poisson);
    long[] binomial = new long[8];
    Arrays.setAll(binomial, i -> i < 4 ? random.binomial(10, 0.3) : random.binomial(20, 0.9));
    assertArrayEquals(longs(golden, "binomial"), binomial);
    assertArrayEquals(doubles(golden, "laplace"), draw(3, () -> random.laplace(1, 2)), 1e-13);
  }

  @Test
  void drawsNumPysOtherDistributions() {
    for (JsonNode golden : Golden.read("numpy_random").get("distributions")) {
      NumpyRandom source = new NumpyRandom(golden.get("seed").asLong());
      Distributions random = new Distributions(source::uniform, source::normal);
      assertArrayEquals(doubles(golden, "exponential"), draw(3, random::exponential), 1e-13);
      assertArrayEquals(doubles(golden, "gamma_small"), draw(3, () -> random.gamma(0.5)), 1e-13);
      assertArrayEquals(doubles(golden, "gamma_one"), draw(2, () -> random.gamma(1)), 1e-13);
      assertArrayEquals(doubles(golden, "gamma_large"), draw(3, () -> random.gamma(4.5)), 1e-12);
      assertArrayEquals(doubles(golden, "beta_small"), draw(3, () -> random.beta(0.5, 0.7)), 1e-13);
      assertArrayEquals(doubles(golden, "beta"), draw(3, () -> random.beta(2, 3)), 1e-13);
      assertArrayEquals(doubles(golden, "laplace"), draw(3, () -> random.laplace(1, 2)), 1e-13);
      long[] poisson = new long[8];
      Arrays.setAll(poisson, i -> random.poisson(i < 4 ? 3 : 40));
      assertArrayEquals(longs(golden, "poisson"), poisson);
      long[] binomial = new long[8];
      Arrays.setAll(binomial, i -> i < 4 ? random.binomial(10, 0.3) : random.binomial(20, 0.9));
      assertArrayEquals(longs(golden, "binomial"), binomial);
      assertArrayEquals(longs(golden, "multinomial"), random.multinomial(12, 0.2, 0.3, 0.5));
      assertArrayEquals(doubles(golden, "dirichlet"), random.dirichlet(1, 2, 0.5), 1e-13);
      assertArrayEquals(
          longs(golden, "weighted_once"), longs(Sampling.weightedOnce(SHARES, 3, source::uniform)));
      assertArrayEquals(doubles(golden, "last"), draw(2, source::uniform));
    }
  }

  @Test
  void shufflesTheReviewsAsKerasDoes() {
    JsonNode golden = Golden.read("numpy_random").get("imdb");
    int[] order = new NumpyRandom(113).permutation(25000);
    assertArrayEquals(longs(golden, "first"), longs(Arrays.copyOf(order, 50)));
    assertArrayEquals(longs(golden, "last"), longs(Arrays.copyOfRange(order, 24950, 25000)));
  }

  private static double[] draw(int count, DoubleSupplier next) {
    return DoubleStream.generate(next).limit(count).toArray();
  }

  private static long[] whole(int count, LongSupplier next) {
    return LongStream.generate(next).limit(count).toArray();
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
