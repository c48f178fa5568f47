package io.nyala.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Tape;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.Functions;
import io.nyala.keras.constraints.Constraint;
import io.nyala.keras.initializers.Initializer;
import io.nyala.keras.random.Random;
import io.nyala.keras.regularizers.Regularizer;
import io.nyala.tensor.DType;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations, regularizers, constraints and initializers against the oracle. */
class GoldenPartsTest {

  private static List<JsonNode> list(String file, String key) {
    List<JsonNode> all = new ArrayList<>();
    Golden.read(file).get(key).forEach(all::add);
    return all;
  }

  static List<JsonNode> activations() {
    return list("activation_functions", "cases");
  }

  static List<JsonNode> regularizers() {
    return list("regularizers", "cases");
  }

  static List<JsonNode> constraints() {
    return list("constraints", "cases");
  }

  static List<JsonNode> exact() {
    return list("initializers", "exact");
  }

  static List<JsonNode> random() {
    return list("initializers", "random");
  }

  @ParameterizedTest
  @MethodSource("activations")
  void activations(JsonNode one) {
    Tensor x = Golden.tensor(Golden.read("activation_functions").get("x"));
    check(
        one.get("name").asText(),
        v ->
            (Tensor)
                Functions.find("keras.activations", one.get("name").asText())
                    .call(List.of(v), Golden.config(one.get("arguments"))),
        x,
        one.get("output"),
        one.get("grad"));
  }

  /** The output, and the gradient of the output times the formula's factors. */
  private static void check(
      String what, UnaryOperator<Tensor> f, Tensor x, JsonNode output, JsonNode gradient) {
    try (Tape tape = new Tape()) {
      tape.watch(x);
      Tensor y = f.apply(x);
      close(output, y, 1e-5, what);
      Tensor factors = Tensor.full(DType.FLOAT32, y.shape(), 1);
      for (int i = 0; y.rank() > 0 && i < y.elements(); i++) {
        factors.put(i, 2 * Golden.uniform(1000, i) - 1);
      }
      Tensor found = tape.gradient(Arithmetic.multiply(y, factors), x);
      if (gradient.isNull()) {
        assertNull(found, what);
      } else {
        close(gradient, found, 1e-4, what + " gradient");
      }
    }
  }

  private static void close(JsonNode expected, Tensor found, double tolerance, String what) {
    Tensor wanted = Golden.tensor(expected);
    assertEquals(wanted.shape(), found.shape(), what);
    for (int i = 0; i < wanted.elements(); i++) {
      double e = wanted.getDouble(i);
      double bound = e != e ? 1 : 1e-6 + tolerance * Math.abs(e);
      assertEquals(e, found.getDouble(i), bound, what + " at " + i);
    }
  }

  private static KerasObject make(String module, JsonNode one) {
    KerasObject made =
        (KerasObject)
            Catalog.get(module, one.get("class_name").asText())
                .create(List.of(), Golden.config(one.get("config")));
    assertEquals(Golden.plain(Golden.config(one.get("config"))), Golden.plain(made.getConfig()));
    return made;
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void regularizers(JsonNode one) {
    Regularizer regularizer = (Regularizer) make("keras.regularizers", one);
    check(
        one.get("class_name").asText(),
        regularizer::apply,
        Golden.tensor(one.get("input")),
        one.get("value"),
        one.get("grad"));
  }

  @ParameterizedTest
  @MethodSource("constraints")
  void constraints(JsonNode one) {
    Constraint constraint = (Constraint) make("keras.constraints", one);
    Tensor held = constraint.apply(Golden.tensor(one.get("input")));
    close(one.get("output"), held, 1e-5, one.get("class_name").asText());
  }

  @ParameterizedTest
  @MethodSource("exact")
  void exactInitializers(JsonNode one) {
    JsonNode output = one.get("output");
    Map<String, Object> arguments = Golden.config(one.get("config"));
    if (one.get("class_name").asText().equals("Identity")) {
      // Keras leaves the gain out of the config.
      arguments.put("gain", output.get("data").get(0).asDouble());
    }
    Initializer initializer =
        (Initializer)
            Catalog.get("keras.initializers", one.get("class_name").asText())
                .create(List.of(), arguments);
    Tensor made =
        initializer.create(Golden.shape(output.get("shape")), Golden.tensor(output).dtype());
    close(output, made, 1e-6, one.get("class_name").asText());
  }

  @ParameterizedTest
  @MethodSource("random")
  void randomInitializers(JsonNode one) {
    Random.setSeed(11);
    Initializer initializer = (Initializer) make("keras.initializers", one);
    Tensor made = initializer.create(Golden.shape(one.get("shape")), DType.FLOAT64);
    double n = made.elements();
    double mean = 0;
    double square = 0;
    double largest = Double.NEGATIVE_INFINITY;
    for (double v : made.doubles()) {
      mean += v / n;
      largest = Math.max(largest, v);
    }
    for (double v : made.doubles()) {
      square += (v - mean) * (v - mean) / n;
    }
    double deviation = one.get("std").asDouble();
    String what = one.toString();
    assertEquals(one.get("mean").asDouble(), mean, 6 * deviation / Math.sqrt(n), what);
    assertEquals(deviation, Math.sqrt(square), deviation * 0.04, what);
    assertEquals(one.get("max").asDouble(), largest, deviation, what);
  }
}
