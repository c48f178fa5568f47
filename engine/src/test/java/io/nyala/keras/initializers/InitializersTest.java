package io.nyala.keras.initializers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.random.Random;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InitializersTest {

  private static Initializer make(String name, Object... args) {
    return (Initializer) Catalog.get("keras.initializers", name).create(args);
  }

  /** Expected deviation and largest size for a kernel of shape (3, 40, 60). */
  @ParameterizedTest
  @CsvSource({
    "GlorotUniform, 0.0816497, 0.1414214",
    "GlorotNormal, 0.0816497, 0.1856466",
    "HeUniform, 0.1290994, 0.2236068",
    "HeNormal, 0.1290994, 0.2935331",
    "LecunUniform, 0.0912871, 0.1581139",
    "LecunNormal, 0.0912871, 0.2075593",
    "RandomNormal, 0.05, 0.4",
    "RandomUniform, 0.0288675, 0.05",
    "TruncatedNormal, 0.0439813, 0.1"
  })
  void valuesHaveTheDistributionOfKeras(String name, double deviation, double bound) {
    Random.setSeed(7);
    Tensor x = make(name).create(Shape.of(3, 40, 60), DType.FLOAT32);
    double mean = 0;
    double square = 0;
    double largest = 0;
    for (float v : x.floats()) {
      mean += v / 7200;
      square += (double) v * v / 7200;
      largest = Math.max(largest, Math.abs(v));
    }
    assertEquals(0, mean, deviation * 0.05);
    assertEquals(deviation, Math.sqrt(square), deviation * 0.03);
    assertTrue(largest <= bound * 1.0001, largest + " > " + bound);
    assertTrue(largest > bound * 0.4, largest + " is far from " + bound);
  }

  @Test
  void oneInitializerGivesTheSameValuesEachTimeAndTwoDoNot() {
    Initializer one = make("GlorotUniform");
    float[] first = one.create(Shape.of(4, 4), DType.FLOAT32).floats();
    assertArrayEquals(first, one.create(Shape.of(4, 4), DType.FLOAT32).floats());
    float[] other = make("GlorotUniform").create(Shape.of(4, 4), DType.FLOAT32).floats();
    assertFalse(Arrays.equals(first, other));
    float[] seeded = make("HeNormal", "seed", 3).create(Shape.of(4), DType.FLOAT32).floats();
    assertArrayEquals(
        seeded, make("HeNormal", "seed", 3).create(Shape.of(4), DType.FLOAT32).floats());
  }

  @ParameterizedTest
  @CsvSource({"6, 3", "3, 6", "5, 5"})
  void orthogonalHasOrthonormalRowsOrColumns(int rows, int columns) {
    Tensor q = make("Orthogonal", "gain", 2).create(Shape.of(rows, columns), DType.FLOAT64);
    int small = Math.min(rows, columns);
    for (int i = 0; i < small; i++) {
      for (int j = 0; j < small; j++) {
        double dot = 0;
        for (int k = 0; k < Math.max(rows, columns); k++) {
          dot +=
              rows >= columns
                  ? q.getDouble(k * columns + i) * q.getDouble(k * columns + j)
                  : q.getDouble(i * columns + k) * q.getDouble(j * columns + k);
        }
        assertEquals(i == j ? 4 : 0, dot, 1e-9);
      }
    }
  }

  @Test
  void constantsAreConstant() {
    assertArrayEquals(
        new float[] {1, 0, 0, 1}, make("Identity").create(Shape.of(2, 2), DType.FLOAT32).floats());
    assertArrayEquals(
        new float[] {2.5f, 2.5f},
        make("Constant", "value", 2.5).create(Shape.of(2), DType.FLOAT32).floats());
    assertArrayEquals(
        new float[] {1, 2, 1, 2},
        make("Constant", "value", List.of(1, 2)).create(Shape.of(2, 2), DType.FLOAT32).floats());
  }

  @Test
  void configsAreThoseOfKeras() {
    assertEquals("GlorotUniform", Initializers.get("glorot_uniform").kerasClass().name());
    assertEquals("RandomUniform", Initializers.get("uniform").kerasClass().name());
    assertEquals(
        "Orthogonal",
        Initializers.TYPE
            .convert(Map.of("class_name", "OrthogonalInitializer", "config", Map.of("gain", 1.0)))
            .kerasClass()
            .name());
    Map<String, Object> config = make("HeNormal", "seed", 4).getConfig();
    assertEquals(4L, config.get("seed"));
    assertTrue(config.containsKey("input_axes") && config.get("output_axes") == null);
    assertEquals(
        "truncated_normal",
        make("VarianceScaling", "distribution", "normal").getConfig().get("distribution"));
  }

  @Test
  void wrongShapesAreRefused() {
    assertThrows(KerasException.class, () -> make("Orthogonal").create(Shape.of(3), DType.FLOAT32));
    assertThrows(KerasException.class, () -> make("Identity").create(Shape.of(3), DType.FLOAT32));
    assertThrows(KerasException.class, () -> make("STFT").create(Shape.of(3), DType.FLOAT32));
  }
}
