package io.nyala.keras.callbacks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Shapes;
import io.nyala.autograd.Variable;
import io.nyala.keras.layers.core.Dense;
import io.nyala.keras.models.Sequential;
import io.nyala.keras.optimizers.SGD;
import io.nyala.keras.utils.Progress;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fit, evaluate and predict print, byte for byte, with a clock that ticks when looked at. */
class ProgbarLoggerTest {

  private static final Tensor X = formula(51, Shape.of(10, 4), 1);

  private static Tensor formula(long seed, Shape shape, double limit) {
    Tensor out = Tensor.zeros(DType.FLOAT32, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.put(i, (2 * Golden.uniform(seed, i) - 1) * limit);
    }
    return out;
  }

  private static Tensor labels() {
    Tensor y = formula(52, Shape.of(10, 1), 1);
    for (int i = 0; i < 10; i++) {
      y.put(i, y.getDouble(i) > 0 ? 1 : 0);
    }
    return y;
  }

  private static Sequential model() {
    Sequential model =
        new Sequential(new Dense(3, "activation", "tanh"), new Dense(1, "activation", "sigmoid"));
    model.build(Shape.of(Shape.UNKNOWN, 4));
    int seed = 1;
    for (Variable weight : model.weights()) {
      weight.assign(formula(seed++, weight.shape(), 0.7));
    }
    model.compile(
        Map.of(
            "loss",
            "binary_crossentropy",
            "optimizer",
            new SGD(0.5),
            "metrics",
            List.of("accuracy", "mae")));
    return model;
  }

  private static Iterator<Object> batches() {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < 10; i += 4) {
      int to = Math.min(10, i + 4);
      all.add(List.of(Shapes.slice(X, 0, i, to), Shapes.slice(labels(), 0, i, to)));
    }
    return all.iterator();
  }

  private static Map<String, Object> with(Object... namesAndValues) {
    Map<String, Object> all = new LinkedHashMap<>(Map.of("batch_size", 4, "shuffle", false));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      all.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return all;
  }

  private static void call(String name) {
    Sequential m = model();
    Tensor y = labels();
    switch (name) {
      case "fit(x, y, epochs=2)" -> m.fit(with("epochs", 2), X, y);
      case "fit(x, y, validation_split=0.3, epochs=2)" ->
          m.fit(with("epochs", 2, "validation_split", 0.3), X, y);
      case "evaluate(x, y)" -> m.evaluate(Map.of("batch_size", 4), X, y);
      case "predict(x)" -> m.predict(Map.of("batch_size", 4), X);
      case "fit(generator), length not known" -> m.fit(batches());
      case "fit(generator), length not known, verbose=2" -> m.fit(Map.of("verbose", 2), batches());
      case "fit(x, y), one epoch", "fit, quick steps" -> m.fit(with(), X, y);
      case "fit(x, y, verbose=2, epochs=2, validation_split=0.3)" ->
          m.fit(with("epochs", 2, "verbose", 2, "validation_split", 0.3), X, y);
      case "fit(x, y, verbose=0)" -> m.fit(with("verbose", 0), X, y);
      case "fit(x, y, initial_epoch=1, epochs=3, verbose=2)" ->
          m.fit(with("initial_epoch", 1, "epochs", 3, "verbose", 2), X, y);
      case "evaluate(x, y, verbose=2)" -> m.evaluate(Map.of("batch_size", 4, "verbose", 2), X, y);
      default -> throw new IllegalArgumentException("No call for " + name);
    }
  }

  static List<JsonNode> golden() {
    List<JsonNode> all = new ArrayList<>();
    Golden.read("progress").get("fits").get("calls").forEach(all::add);
    return all;
  }

  @AfterEach
  void undo() {
    Progress.redirect(null, null);
    Progress.clock(null);
  }

  @ParameterizedTest
  @MethodSource("golden")
  void printsWhatKerasPrints(JsonNode one) {
    StringBuilder written = new StringBuilder();
    double[] now = {1000};
    double tick = one.get("tick").asDouble();
    Progress.redirect(written::append, written::append);
    Progress.clock(() -> now[0] += tick);
    call(one.get("name").asText());
    assertEquals(one.get("written").asText(), written.toString());
  }
}
