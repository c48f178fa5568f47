package io.nyala.keras.saving;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.models.Model;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The models in {@code golden/saving}, their inputs and what they give. */
final class SavedCases {

  private SavedCases() {}

  static Path path(String file) {
    try {
      return Path.of(SavedCases.class.getResource("/golden/saving/" + file).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode expected(String file) {
    return Golden.read("saving/expected").get("cases").get(file.substring(0, file.indexOf('.')));
  }

  static Object inputs(String file) {
    if (file.startsWith("text")) {
      return Tensor.of(Shape.of(4), "a b c", "b c", "good\u0085film d e", "zz");
    }
    Tensor ids = Tensor.of(Shape.of(2, 5), 0, 1, 2, 3, 4, 5, 0, 1, 2, 3);
    if (file.startsWith("legacy")) {
      return ids;
    }
    float[] floats = new float[30];
    for (int i = 0; i < 30; i++) {
      floats[i] = (float) (-1 + 2.0 * i / 29);
    }
    return List.of(ids, Tensor.of(Shape.of(2, 5, 3), floats));
  }

  private static Object targets(String file) {
    if (file.startsWith("text")) {
      return Tensor.of(Shape.of(4, 1), 0f, 1f, 1f, 0f);
    }
    return file.startsWith("legacy")
        ? Tensor.of(Shape.of(2, 1), 1f, 1f)
        : Map.of("q", Tensor.zeros(2, 1), "r", Tensor.zeros(2, 2));
  }

  static void assertPredicts(String file, Model model, double tolerance) {
    Object result = model.predict(Map.of("verbose", 0), inputs(file));
    List<?> outputs =
        result instanceof Map<?, ?> map
            ? List.copyOf(new TreeMap<>(map).values())
            : result instanceof List<?> list ? list : List.of(result);
    JsonNode expected = expected(file).get("outputs");
    assertEquals(expected.size(), outputs.size());
    for (int k = 0; k < outputs.size(); k++) {
      Tensor output = (Tensor) outputs.get(k);
      assertEquals(expected.get(k).size(), output.elements());
      for (int i = 0; i < output.elements(); i++) {
        assertEquals(expected.get(k).get(i).asDouble(), output.getDouble(i), 1e-6 + tolerance);
      }
    }
  }

  /** Two further epochs have the losses they have in Keras: the optimizer's state is there. */
  static void assertTrainsOn(String file, Model model, double tolerance) {
    model.fit(Map.of("epochs", 2, "shuffle", false, "verbose", 0), inputs(file), targets(file));
    List<Double> losses = model.getHistory().numbers("loss");
    JsonNode expected = expected(file).get("losses");
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i).asDouble(), losses.get(i), tolerance, "epoch " + i);
    }
  }
}
