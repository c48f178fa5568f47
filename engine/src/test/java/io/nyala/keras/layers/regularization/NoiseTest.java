package io.nyala.keras.layers.regularization;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Reduce;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.layers.Call;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoiseTest {

  private static final Tensor ONES = Tensor.full(DType.FLOAT32, Shape.of(50, 20, 10), 1);

  private static Tensor train(String kind, Object... namesAndValues) {
    Layer layer = (Layer) Catalog.get("keras.layers", kind).create(namesAndValues);
    return layer.apply(ONES, Call.TRAINING);
  }

  private static double mean(Tensor x) {
    return Reduce.mean(x).getDouble(0);
  }

  private static double deviation(Tensor x) {
    return Math.sqrt(Reduce.variance(x, null, false).getDouble(0));
  }

  @Test
  void dropoutDropsAShareAndScalesTheRest() {
    Tensor y = train("Dropout", "rate", 0.25, "seed", 1);
    int dropped = 0;
    for (int i = 0; i < y.elements(); i++) {
      assertTrue(y.getDouble(i) == 0 || Math.abs(y.getDouble(i) - 1 / 0.75) < 1e-6);
      dropped += y.getDouble(i) == 0 ? 1 : 0;
    }
    assertEquals(0.25, dropped / 10000.0, 0.02);
    assertEquals(0, mean(train("Dropout", "rate", 1.0)));
  }

  @Test
  void aNoiseShapeSharesTheNoise() {
    Tensor y = train("Dropout", "rate", 0.5, "noise_shape", Arrays.asList(null, 1, 10));
    Tensor spatial = train("SpatialDropout1D", "rate", 0.5);
    for (int i = 0; i < y.elements(); i++) {
      int first = i / 200 * 200 + i % 10;
      assertEquals(y.getDouble(first), y.getDouble(i));
      assertEquals(spatial.getDouble(first), spatial.getDouble(i));
    }
    assertEquals(1, mean(y), 0.2);
  }

  @Test
  void gaussianNoiseHasItsMeanAndDeviation() {
    Tensor added = train("GaussianNoise", "stddev", 0.3, "seed", 2);
    assertEquals(1, mean(added), 0.02);
    assertEquals(0.3, deviation(added), 0.02);
    Tensor multiplied = train("GaussianDropout", "rate", 0.2, "seed", 3);
    assertEquals(1, mean(multiplied), 0.02);
    assertEquals(Math.sqrt(0.2 / 0.8), deviation(multiplied), 0.02);
  }

  @Test
  void alphaDropoutKeepsMeanAndVariance() {
    Tensor x = train("GaussianNoise", "stddev", 1.0, "seed", 4);
    Tensor centred = Arithmetic.shift(x, -1);
    Layer layer = (Layer) Catalog.get("keras.layers", "AlphaDropout").create("rate", 0.3);
    Tensor y = layer.apply(centred, Call.TRAINING);
    assertEquals(0, mean(y), 0.05);
    assertEquals(1, deviation(y), 0.05);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Dropout", "SpatialDropout1D", "GaussianDropout", "AlphaDropout"})
  void aSeedRepeatsAndCallsDiffer(String kind) {
    Layer one = (Layer) Catalog.get("keras.layers", kind).create("rate", 0.5, "seed", 7);
    Layer two = (Layer) Catalog.get("keras.layers", kind).create("rate", 0.5, "seed", 7);
    Tensor first = one.apply(ONES, Call.TRAINING);
    assertEquals(0, difference(first, two.apply(ONES, Call.TRAINING)));
    assertTrue(difference(first, one.apply(ONES, Call.TRAINING)) > 0);
    assertSame(ONES, one.apply(ONES, Call.INFERENCE));
  }

  private static double difference(Tensor a, Tensor b) {
    return mean(Arithmetic.squaredDifference(a, b));
  }
}
