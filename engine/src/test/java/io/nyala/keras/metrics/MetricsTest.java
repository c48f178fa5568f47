package io.nyala.keras.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.layers.Names;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MetricsTest {

  /** A case of the golden file, shown by its name. */
  record Case(JsonNode node) {
    @Override
    public String toString() {
      return node.get("name").asText();
    }
  }

  static List<Case> golden() {
    List<Case> all = new ArrayList<>();
    for (String file : List.of("metrics", "metric_arguments")) {
      Golden.read(file).get("cases").forEach(node -> all.add(new Case(node)));
    }
    return all;
  }

  private static Tensor tensor(JsonNode node, String name) {
    return node.hasNonNull(name) ? Golden.tensor(node.get(name)) : null;
  }

  @ParameterizedTest
  @MethodSource("golden")
  void resultsAreThoseOfKeras(Case one) {
    Names.reset();
    Metric metric =
        (Metric)
            Catalog.get("keras.metrics", one.node.get("class_name").asText())
                .create(List.of(), Golden.config(one.node.get("arguments")));
    // The oracle made all these metrics in one session, so it counted them.
    String shown = one.node.get("metric_name").asText().replaceFirst("_\\d+$", "");
    assertEquals(shown, metric.name());
    for (int i = 0; i < one.node.get("updates").size(); i++) {
      JsonNode update = one.node.get("updates").get(i);
      if (update.has("values")) {
        metric.update(tensor(update, "values"), tensor(update, "sample_weight"), null);
      } else {
        Tensor yPred = tensor(update, "y_pred").annotateMask(tensor(update, "mask"));
        metric.update(tensor(update, "y_true"), yPred, tensor(update, "sample_weight"));
      }
      close(Golden.tensor(one.node.get("results").get(i)), metric.result(), "update " + i);
    }
    metric.reset();
    close(Golden.tensor(one.node.get("after_reset")), metric.result(), "after reset");
    Map<String, Object> config = Golden.config(one.node.get("config"));
    config.put("name", shown);
    assertEquals(Golden.plain(config), Golden.plain(metric.getConfig()));
  }

  private static void close(Tensor expected, Tensor found, String what) {
    assertEquals(expected.shape(), found.shape(), what);
    for (int i = 0; i < expected.elements(); i++) {
      double e = expected.getDouble(i);
      assertEquals(
          e, found.getDouble(i), e != e ? 1 : 1e-5 * Math.max(1, Math.abs(e)), what + " at " + i);
    }
  }

  @Test
  void accuracyIsTheOneThatFitsTheShapes() {
    Shape three = Shape.of(8, 3);
    Metric binary = Metrics.resolve("accuracy", Shape.of(8), Shape.of(8, 1));
    assertEquals("BinaryAccuracy", binary.kerasClass().name());
    assertEquals("accuracy", binary.name());
    Metric sparse = Metrics.resolve("acc", Shape.of(8, 1), three);
    assertEquals("SparseCategoricalAccuracy", sparse.kerasClass().name());
    assertEquals("acc", sparse.name());
    Metric categorical = Metrics.resolve("accuracy", three, three);
    assertEquals("CategoricalAccuracy", categorical.kerasClass().name());
  }

  @Test
  void namesAndFunctionsMakeMetrics() {
    assertEquals("mse", Metrics.resolve("mse", Shape.of(1), Shape.of(1)).name());
    assertEquals("AUC", Metrics.resolve("AUC", Shape.of(1), Shape.of(1)).name());
    Callables.Fn own = args -> args[1];
    Metric mean = Metrics.TYPE.convert(own);
    mean.update(null, Tensor.of(Shape.of(2), 1f, 4f), null);
    assertEquals(2.5, mean.result().getDouble(0));
    String message = assertThrows(KerasException.class, () -> Metrics.get("acuracy")).getMessage();
    assertTrue(message.contains("Did you mean 'accuracy'?"), message);
  }
}
