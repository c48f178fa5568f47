package io.nyala.keras.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.callbacks.History;
import io.nyala.keras.layers.core.Dense;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code fit} and its kin do with their arguments what the oracle does. */
class FitGoldenTest {

  private static final Tensor X = formula(51, Shape.of(10, 4), 1);
  private static final Tensor Y = labels();
  private static final Tensor WEIGHT = sampleWeight();

  private final Map<String, Map<String, Object>> compiled = new HashMap<>();

  static Tensor formula(long seed, Shape shape, double limit) {
    float[] data = new float[shape.elements()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) ((2 * Golden.uniform(seed, i) - 1) * limit);
    }
    return Tensor.of(shape, data);
  }

  private static Tensor labels() {
    float[] data = formula(52, Shape.of(10, 1), 1).floats();
    for (int i = 0; i < data.length; i++) {
      data[i] = data[i] > 0 ? 1 : 0;
    }
    return Tensor.of(Shape.of(10, 1), data);
  }

  private static Tensor sampleWeight() {
    float[] data = new float[10];
    for (int i = 0; i < 10; i++) {
      data[i] = (float) (0.1 + i * 1.9 / 9);
    }
    return Tensor.of(Shape.of(10), data);
  }

  private static Tensor rows(Tensor t, int from, int to) {
    return Shapes.slice(t, 0, from, to);
  }

  /** The oracle's small model, built and filled. */
  private static Sequential small(Map<String, Object> changes) {
    Sequential model =
        new Sequential(new Dense(3, "activation", "tanh"), new Dense(1, "activation", "sigmoid"));
    model.build(Shape.of(Shape.UNKNOWN, 4));
    int seed = 1;
    for (Variable weight : model.weights()) {
      weight.assign(formula(seed++, weight.shape(), 0.7));
    }
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("loss", "binary_crossentropy");
    arguments.put("optimizer", optimizer("SGD", "learning_rate", 0.5));
    arguments.put("metrics", List.of("accuracy"));
    arguments.putAll(changes);
    model.compile(arguments);
    return model;
  }

  private static Object optimizer(String name, Object... namesAndValues) {
    return Catalog.get("keras.optimizers", name).create(namesAndValues);
  }

  /** The batches of a pass, as a dataset would give them. */
  private static Iterable<Object> dataset(boolean weighted, boolean forever) {
    return () ->
        new Iterator<>() {
          private int at;

          @Override
          public boolean hasNext() {
            return forever || at < 10;
          }

          @Override
          public Object next() {
            int from = at % 12;
            at = from + 4;
            int to = Math.min(10, from + 4);
            List<Object> batch = new ArrayList<>(List.of(rows(X, from, to), rows(Y, from, to)));
            if (weighted) {
              batch.add(rows(WEIGHT, from, to));
            }
            return batch;
          }
        };
  }

  private static Map<String, Object> common(Object... more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("batch_size", 4);
    all.put("shuffle", false);
    all.put("verbose", 0);
    all.put("epochs", 2);
    for (int i = 0; i < more.length; i += 2) {
      all.put((String) more[i], more[i + 1]);
    }
    return all;
  }

  private Map<String, Consumer<Sequential>> runs() {
    Map<String, Consumer<Sequential>> runs = new LinkedHashMap<>();
    runs.put("plain", m -> m.fit(common(), X, Y));
    runs.put(
        "labels without the last axis", m -> m.fit(common(), X, Shapes.reshape(Y, Shape.of(10))));
    runs.put("default batch size", m -> m.fit(Map.of("shuffle", false, "verbose", 0), X, Y));
    runs.put("sample_weight", m -> m.fit(common("sample_weight", WEIGHT), X, Y));
    runs.put("sample_weight, weighted_metrics", m -> m.fit(common("sample_weight", WEIGHT), X, Y));
    compiled.put(
        "sample_weight, weighted_metrics", Map.of("weighted_metrics", List.of("accuracy")));
    runs.put("class_weight", m -> m.fit(common("class_weight", Map.of(0, 0.5, 1, 3.0)), X, Y));
    runs.put("validation_split", m -> m.fit(common("validation_split", 0.25), X, Y));
    runs.put(
        "validation_split, sample_weight",
        m -> m.fit(common("validation_split", 0.25, "sample_weight", WEIGHT), X, Y));
    Tensor trainX = rows(X, 0, 6);
    Tensor trainY = rows(Y, 0, 6);
    List<Tensor> held = List.of(rows(X, 6, 10), rows(Y, 6, 10));
    runs.put("validation_data", m -> m.fit(common("validation_data", held), trainX, trainY));
    List<Tensor> weighted = List.of(held.get(0), held.get(1), rows(WEIGHT, 6, 10));
    runs.put(
        "validation_data with weights",
        m -> m.fit(common("validation_data", weighted), trainX, trainY));
    runs.put(
        "validation_batch_size, validation_freq",
        m ->
            m.fit(
                common(
                    "validation_data",
                    held,
                    "validation_batch_size",
                    3,
                    "validation_freq",
                    2,
                    "epochs",
                    5),
                trainX,
                trainY));
    runs.put(
        "validation_steps",
        m ->
            m.fit(
                common(
                    "validation_data",
                    List.of(X, Y),
                    "validation_batch_size",
                    3,
                    "validation_steps",
                    2),
                X,
                Y));
    runs.put("initial_epoch", m -> m.fit(common("initial_epoch", 1, "epochs", 3), X, Y));
    runs.put("dataset", m -> m.fit(Map.of("epochs", 2, "verbose", 0), dataset(false, false)));
    runs.put(
        "dataset with weights",
        m -> m.fit(Map.of("epochs", 2, "verbose", 0), dataset(true, false)));
    runs.put("generator", m -> m.fit(Map.of("verbose", 0), dataset(false, false).iterator()));
    runs.put("Adam, clipnorm, schedule", m -> m.fit(common(), X, Y));
    Object schedule =
        Catalog.get("keras.optimizers.schedules", "ExponentialDecay")
            .create("initial_learning_rate", 0.1, "decay_steps", 2, "decay_rate", 0.5);
    compiled.put(
        "Adam, clipnorm, schedule",
        Map.of("optimizer", optimizer("Adam", "learning_rate", schedule, "clipnorm", 0.1)));
    runs.put("use_ema: the averages remain", m -> m.fit(common(), X, Y));
    compiled.put(
        "use_ema: the averages remain",
        Map.of(
            "optimizer",
            optimizer("SGD", "learning_rate", 0.5, "use_ema", true, "ema_momentum", 0.5)));
    return runs;
  }

  @TestFactory
  Stream<DynamicTest> fits() {
    Map<String, Consumer<Sequential>> runs = runs();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode golden : Golden.read("training").get("fits")) {
      String name = golden.get("name").asText();
      if (runs.containsKey(name)) {
        tests.add(DynamicTest.dynamicTest(name, () -> check(golden, name, runs.get(name))));
      }
    }
    assertEquals(runs.size(), tests.size(), "every run has a golden case");
    return tests.stream();
  }

  private void check(JsonNode golden, String name, Consumer<Sequential> run) {
    Sequential model = small(compiled.getOrDefault(name, Map.of()));
    run.accept(model);
    History history = model.getHistory();
    assertEquals(golden.get("epochs").size(), history.getEpoch().size(), "epochs");
    JsonNode expected = golden.get("history");
    assertEquals(expected.size(), history.getHistory().size(), "" + history.getHistory());
    expected
        .fields()
        .forEachRemaining(
            entry -> {
              List<Double> values = history.numbers(entry.getKey());
              assertEquals(entry.getValue().size(), values.size(), entry.getKey());
              for (int i = 0; i < values.size(); i++) {
                assertEquals(
                    entry.getValue().get(i).asDouble(), values.get(i), 1e-5, entry.getKey());
              }
            });
    JsonNode weights = golden.get("weights");
    int at = 0;
    for (Variable weight : model.weights()) {
      for (int i = 0; i < weight.shape().elements(); i++, at++) {
        assertEquals(weights.get(at).asDouble(), weight.value().getDouble(i), 1e-5, "weight " + at);
      }
    }
  }

  @Test
  void wrongDataIsRefusedAndTheModelStays() {
    Sequential model = small(Map.of());
    List<Tensor> before = model.getWeights();
    assertRefused("cardinality is ambiguous", () -> model.fit(X, rows(Y, 0, 9)));
    assertRefused(
        "holds NaN",
        () -> model.fit(Tensor.of(Shape.of(1, 4), 1f, Float.NaN, 1, 1), rows(Y, 0, 1)));
    assertRefused("no samples", () -> model.fit(rows(X, 0, 0), rows(Y, 0, 0)));
    assertRefused("expected axis -1", () -> model.fit(Shapes.slice(X, 1, 0, 3), Y));
    assertRefused("unexpected keyword argument 'epoch'", () -> model.fit(Map.of("epoch", 3), X, Y));
    for (int i = 0; i < before.size(); i++) {
      assertTrue(
          java.util.Arrays.equals(before.get(i).floats(), model.weights().get(i).value().floats()),
          "weights unchanged");
    }
    model.fit(common(), X, Y);
  }

  @Test
  void fitBeforeCompileSaysSo() {
    assertRefused("compile()", () -> new Sequential(new Dense(1)).fit(X, Y));
  }

  private static void assertRefused(String part, Runnable code) {
    KerasException refused = assertThrows(KerasException.class, code::run);
    assertTrue(refused.getMessage().contains(part), refused.getMessage());
  }
}
