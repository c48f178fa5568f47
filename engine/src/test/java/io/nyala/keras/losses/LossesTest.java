package io.nyala.keras.losses;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Arithmetic;
import io.nyala.autograd.Tape;
import io.nyala.keras.GradientCheck;
import io.nyala.keras.KerasException;
import io.nyala.keras.activations.Activations;
import io.nyala.keras.args.Callables;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LossesTest {

  /** A case of the golden file, shown by its name. */
  record Case(JsonNode node) {
    @Override
    public String toString() {
      return node.get("name").asText();
    }

    Tensor tensor(String name) {
      return node.hasNonNull(name) ? Golden.tensor(node.get(name)) : null;
    }
  }

  static List<Case> golden() {
    List<Case> all = new ArrayList<>();
    Golden.read("losses").get("cases").forEach(node -> all.add(new Case(node)));
    return all;
  }

  @ParameterizedTest
  @MethodSource("golden")
  void valuesAndGradientsAreThoseOfKeras(Case one) {
    KerasClass<?> kerasClass = Catalog.get("keras.losses", one.node.get("class_name").asText());
    Loss loss = (Loss) kerasClass.create(List.of(), Golden.config(one.node.get("arguments")));
    Tensor yPred = one.tensor("y_pred");
    Tensor value;
    Tensor gradient;
    try (Tape tape = new Tape()) {
      tape.watch(yPred);
      yPred.annotateMask(one.tensor("mask"));
      value = loss.apply(one.tensor("y_true"), yPred, one.tensor("sample_weight"));
      gradient = tape.gradient(Arithmetic.multiply(value, formula(value.shape())), yPred);
    }
    close(one.tensor("value"), value, 1e-5, "value");
    if (one.node.hasNonNull("grad")) {
      close(one.tensor("grad"), gradient, 1e-4, "gradient");
    }
    assertEquals(
        Golden.plain(Golden.config(one.node.get("config"))), Golden.plain(loss.getConfig()));
  }

  /** The factors of the losses of a batch whose gradient was recorded. */
  private static Tensor formula(Shape shape) {
    Tensor factors = Tensor.full(DType.FLOAT32, shape, 1);
    for (int i = 0; i < (shape.rank() == 0 ? 0 : factors.elements()); i++) {
      factors.put(i, 2 * Golden.uniform(1000, i) - 1);
    }
    return factors;
  }

  private static void close(Tensor expected, Tensor found, double tolerance, String what) {
    assertEquals(expected.shape(), found.shape(), what);
    for (int i = 0; i < expected.elements(); i++) {
      double e = expected.getDouble(i);
      double bound = tolerance * Math.max(1e-1, Math.abs(e));
      assertEquals(e, found.getDouble(i), bound, what + " at " + i);
    }
  }

  static List<KerasFunction> functions() {
    return Losses.FUNCTIONS.stream().filter(f -> !f.name().equals("ctc")).toList();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void gradientsAreThoseOfTheFormula(KerasFunction function) {
    Tensor p = Tensor.of(Shape.of(3, 4), .4, .21, .13, .26, .05, .33, .5, .12, .61, .17, .03, .19);
    Tensor t = Tensor.of(Shape.of(3, 4), 0., 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1);
    if (function.name().contains("percentage")) {
      t = Arithmetic.shift(t, 0.5);
    }
    boolean classes =
        function.name().startsWith("sparse") || function.name().contains("generalized");
    Tensor whole = Tensor.of(Shape.of(3), 1, 0, 3);
    Map<String, Object> more = function.name().equals("circle") ? Map.of("gamma", 2.0) : Map.of();
    Tensor pairs = Tensor.of(Shape.of(3), 1, 0, 1);
    Tensor target = classes ? whole : function.name().equals("circle") ? pairs : t;
    GradientCheck.check(function.name(), v -> (Tensor) function.call(List.of(target, v), more), p);
  }

  @Test
  void crossentropiesTakeSigmoidAndSoftmaxBackToTheirLogits() {
    Tensor x = Tensor.of(Shape.of(1, 2), 40f, -60f);
    Tensor t = Tensor.of(Shape.of(1, 2), 0f, 1f);
    Tensor sigmoid = Activations.get("sigmoid").apply(x);
    assertEquals(50, Losses.get("binary_crossentropy").apply(t, sigmoid, null).getDouble(0));
    Tensor softmax = Activations.get("softmax").apply(x);
    assertEquals(100, Losses.get("categorical_crossentropy").apply(t, softmax, null).getDouble(0));
    Tensor probability = Tensor.of(Shape.of(1, 2), 1f, 0f);
    double clipped = Losses.get("bce").apply(t, probability, null).getDouble(0);
    assertEquals((15.942385 + 16.118095) / 2, clipped, 1e-4);
  }

  @Test
  void stringsNamesAndFunctionsMakeLosses() {
    assertEquals("mse", Losses.get("mse").name());
    assertEquals("mean_squared_error", Losses.get("MeanSquaredError").name());
    Callables.Fn own = args -> io.nyala.autograd.Maths.abs((Tensor) args[1]);
    Loss loss = Losses.TYPE.convert(own);
    Tensor y = Tensor.of(Shape.of(2), -1f, 3f);
    assertEquals(2, loss.apply(y, y, null).getDouble(0));
    assertTrue(
        assertThrows(KerasException.class, () -> Losses.get("binary_crossentrop"))
            .getMessage()
            .contains("Did you mean 'binary_crossentropy'?"));
    assertThrows(KerasException.class, () -> Losses.get("ctc").call(y, y));
  }

  @Test
  void crossentropyIsTheOneThatFitsTheShapes() {
    Shape three = Shape.of(32, 3);
    assertEquals(
        "BinaryCrossentropy",
        Losses.resolve("crossentropy", Shape.of(32), Shape.of(32, 1)).kerasClass().name());
    assertEquals(
        "SparseCategoricalCrossentropy",
        Losses.resolve("ce", Shape.of(32), three).kerasClass().name());
    assertEquals(
        "CategoricalCrossentropy",
        Losses.resolve("crossentropy", three, three).kerasClass().name());
  }

  @Test
  void mistakesAreNamed() {
    Tensor p = Tensor.zeros(2, 3);
    Loss sparse = Losses.get("sparse_categorical_crossentropy");
    String message =
        assertThrows(
                KerasException.class, () -> sparse.apply(Tensor.of(Shape.of(2), 0, 3), p, null))
            .getMessage();
    assertTrue(message.contains("label value of 3") && message.contains("[0, 3)"), message);
    Loss binary = Losses.get("binary_crossentropy");
    assertThrows(
        KerasException.class,
        () -> binary.apply(Tensor.zeros(DType.FLOAT32, Shape.of(2, 2)), p, null));
  }
}
