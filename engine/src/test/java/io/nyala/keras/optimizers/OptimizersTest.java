package io.nyala.keras.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.autograd.Gather;
import io.nyala.autograd.Variable;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Names;
import io.nyala.keras.optimizers.schedules.LearningRateSchedule;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizersTest {

  private static final String MODULE = "keras.optimizers";

  /** A case of the golden file, shown by its name. */
  record Case(JsonNode node) {
    @Override
    public String toString() {
      return node.get(node.has("name") ? "name" : "class_name").asText();
    }
  }

  private static List<Case> cases(String file) {
    List<Case> all = new ArrayList<>();
    Golden.read(file).get("cases").forEach(node -> all.add(new Case(node)));
    return all;
  }

  static List<Case> optimizers() {
    List<Case> all = new ArrayList<>(cases("optimizers"));
    for (int part = 1; part <= 3; part++) {
      all.addAll(cases("optimizers_shared_" + part));
    }
    return all;
  }

  static List<Case> slices() {
    return cases("optimizer_slices");
  }

  static List<Case> schedules() {
    return cases("schedules");
  }

  private static Tensor formula(int seed, double limit, Shape shape, DType type) {
    Tensor out = Tensor.zeros(type, shape);
    for (int i = 0; i < out.elements(); i++) {
      out.put(i, (float) ((2 * Golden.uniform(seed, i) - 1) * limit));
    }
    return out;
  }

  private static List<Variable> variables(DType type) {
    return List.of(
        new Variable(formula(301, 1, Shape.of(2, 3), type), true, "matrix"),
        new Variable(formula(302, 1, Shape.of(4), type), true, "vector"));
  }

  private static BaseOptimizer make(JsonNode node) {
    Names.reset();
    return (BaseOptimizer)
        Catalog.get(MODULE, node.get("class_name").asText())
            .create(List.of(), Golden.config(node.get("config")));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void weightsAfterTwentyStepsAreThoseOfKeras(Case one) {
    run(one.node, DType.FLOAT32, 0.01);
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void float64GoesThroughTheSameFormula(Case one) {
    run(one.node, DType.FLOAT64, 0.1);
  }

  private void run(JsonNode node, DType type, double scale) {
    BaseOptimizer optimizer = make(node);
    List<Variable> trained = variables(type);
    if (node.has("exclude_from_weight_decay")) {
      List<String> names = new ArrayList<>();
      node.get("exclude_from_weight_decay").forEach(n -> names.add(n.asText()));
      optimizer.excludeFromWeightDecay(null, names);
    }
    optimizer.build(trained);
    Iterator<JsonNode> expected = node.get("values").iterator();
    List<Integer> at = new ArrayList<>();
    node.get("at").forEach(n -> at.add(n.asInt()));
    for (int step = 1; step <= 20; step++) {
      optimizer.apply(gradients(node, step, trained, type), trained);
      if (at.contains(step)) {
        JsonNode values = expected.next();
        for (int k = 0; k < 2; k++) {
          close(values.get(k), trained.get(k), scale, "step " + step + ", variable " + k);
        }
      }
    }
    assertEquals(node.get("learning_rate").asDouble(), optimizer.learningRate(), 1e-6);
    state(node.get("optimizer_variables"), optimizer.variables(), scale);
    if (node.has("finalized")) {
      optimizer.finalizeVariables(trained);
      for (int k = 0; k < 2; k++) {
        close(node.get("finalized").get(k), trained.get(k), scale, "finalized " + k);
      }
    }
  }

  private static List<Tensor> gradients(
      JsonNode node, int step, List<Variable> trained, DType type) {
    boolean zero =
        node.has("gradient_zero_every") && step % node.get("gradient_zero_every").asInt() == 0;
    double limit = zero ? 0 : node.get("gradient_limit").asDouble();
    List<Tensor> gradients = new ArrayList<>();
    for (int k = 0; k < trained.size(); k++) {
      gradients.add(formula(10000 + 10 * step + k, limit, trained.get(k).shape(), type));
    }
    return gradients;
  }

  private static void state(JsonNode expected, List<Variable> found, double scale) {
    List<String> paths = new ArrayList<>();
    expected.forEach(v -> paths.add(v.get("path").asText()));
    assertEquals(paths, found.stream().map(Variable::path).toList());
    for (int i = 0; i < found.size(); i++) {
      close(expected.get(i), found.get(i), scale, paths.get(i));
      assertEquals(Golden.shape(expected.get(i).get("shape")), found.get(i).shape());
    }
  }

  /** Equal to 1e-4 of the value, or of {@code scale} where the value is smaller. */
  private static void close(JsonNode expected, Variable found, double scale, String what) {
    Tensor wanted = Golden.tensor(expected);
    Tensor value = found.value();
    for (int i = 0; i < wanted.elements(); i++) {
      double e = wanted.getDouble(i);
      assertEquals(e, value.getDouble(i), 1e-4 * Math.max(scale, Math.abs(e)), what + " at " + i);
    }
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void configsAreThoseOfKeras(Case one) {
    assertEquals(
        Golden.plain(Golden.config(one.node.get("config"))),
        Golden.plain(make(one.node).getConfig()));
  }

  @ParameterizedTest
  @MethodSource("slices")
  void slicesOfOneRowAreSquaredBeforeTheyAreAdded(Case one) {
    BaseOptimizer optimizer = make(one.node);
    Variable table = new Variable(formula(303, 1, Shape.of(4, 2), DType.FLOAT32), true, "table");
    int[] rows = new int[3];
    java.util.Arrays.setAll(rows, i -> one.node.get("rows").get(i).asInt());
    for (int step = 1; step <= one.node.get("values").size(); step++) {
      Tensor slices = formula(20000 + step, 1, Shape.of(3, 2), DType.FLOAT32);
      optimizer.apply(List.of(Gather.scatterAdd(slices, rows, 0, 4)), List.of(table));
      close(one.node.get("values").get(step - 1), table, 0.01, "step " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void schedulesFollowKeras(Case one) {
    KerasClass<?> kerasClass =
        Catalog.get("keras.optimizers.schedules", one.node.get("class_name").asText());
    LearningRateSchedule schedule =
        (LearningRateSchedule) kerasClass.create(List.of(), Golden.config(one.node.get("config")));
    for (int i = 0; i < one.node.get("steps").size(); i++) {
      double expected = Golden.number(one.node.get("values").get(i));
      double found = schedule.call(one.node.get("steps").get(i).asLong());
      assertEquals(expected, found, 1e-6 * Math.max(0.01, Math.abs(expected)), "step " + i);
    }
    assertEquals(
        Golden.plain(Golden.config(one.node.get("config"))), Golden.plain(schedule.getConfig()));
  }

  @Test
  void largeWeightsAreUpdatedByAllThreadsAlike() {
    Shape shape = Shape.of(70_000);
    Variable large = new Variable(formula(1, 1, shape, DType.FLOAT32), true, "large");
    Variable exact = new Variable(formula(1, 1, shape, DType.FLOAT64), true, "exact");
    Adam one = new Adam(0.1);
    Adam two = new Adam(0.1);
    for (int step = 0; step < 3; step++) {
      one.apply(List.of(formula(step, 1, shape, DType.FLOAT32)), List.of(large));
      two.apply(List.of(formula(step, 1, shape, DType.FLOAT64)), List.of(exact));
    }
    for (int i = 0; i < 70_000; i++) {
      assertEquals(exact.value().getDouble(i), large.value().getDouble(i), 2e-5);
    }
  }

  @Test
  void namesAndConfigsMakeOptimizers() {
    Names.reset();
    assertEquals("RMSprop", Optimizers.get("rmsprop").kerasClass().name());
    assertEquals("adam", Optimizers.get("adam").name());
    assertTrue(
        assertThrows(KerasException.class, () -> Optimizers.get("adan"))
            .getMessage()
            .contains("Did you mean 'adam'?"));
    assertThrows(KerasException.class, () -> Optimizers.get("Muon"));
  }

  @Test
  void constraintsAreAppliedAfterTheStep() {
    Variable weight = new Variable(Tensor.of(Shape.of(2), 0.1f, 5f), true, "w");
    weight.constraint(w -> io.nyala.autograd.Maths.relu(w));
    new SGD(1).apply(List.of(Tensor.of(Shape.of(2), 1f, 1f)), List.of(weight));
    assertEquals(0, weight.value().getDouble(0));
    assertEquals(4, weight.value().getDouble(1));
  }

  @Test
  void mistakesAreNamed() {
    Variable weight = new Variable(Tensor.scalar(1), true, "w");
    assertThrows(
        KerasException.class,
        () -> new SGD(1).apply(java.util.Collections.singletonList(null), List.of(weight)));
    SGD built = new SGD(1);
    built.build(List.of(weight));
    Variable other = new Variable(Tensor.scalar(1), true, "other");
    assertThrows(
        KerasException.class, () -> built.apply(List.of(Tensor.scalar(1)), List.of(other)));
    assertThrows(
        KerasException.class,
        () -> Adam.CLASS.create(List.of(), Map.of("clipnorm", 1, "clipvalue", 1)));
  }
}
