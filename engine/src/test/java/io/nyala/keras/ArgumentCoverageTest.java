package io.nyala.keras;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.callbacks.Callbacks;
import io.nyala.keras.constraints.Constraints;
import io.nyala.keras.initializers.Initializers;
import io.nyala.keras.losses.Losses;
import io.nyala.keras.metrics.Metrics;
import io.nyala.keras.optimizers.Optimizers;
import io.nyala.keras.optimizers.schedules.Schedules;
import io.nyala.keras.regularizers.Regularizers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each argument of each loss, metric, optimizer, schedule, initializer, regularizer, constraint and
 * callback stands in some golden case at a value other than its default. The arguments are those of
 * the argument tables, so none can be forgotten; LayerCoverageTest does the same for layers.
 */
class ArgumentCoverageTest {

  /** Classes and arguments that are refused by name. */
  private static final Map<String, Set<String>> REFUSED =
      Map.of(
          "CTC", Set.of("reduction", "name", "dtype"),
          "TensorBoard",
              Set.of("write_images", "profile_batch", "embeddings_freq", "embeddings_metadata"),
          // The one argument that a person's own function makes: the probes show it.
          "MeanMetricWrapper", Set.of("fn", "name", "dtype"),
          "Muon", Set.of("learning_rate"),
          "LossScaleOptimizer", Set.of("learning_rate"),
          "ScheduleFreeAdamW", Set.of("learning_rate"),
          "MultiOptimizer", Set.of("learning_rate"),
          "OptimizerMap", Set.of("learning_rate"));

  private static List<JsonNode> cases(String file, String... keys) {
    List<JsonNode> all = new ArrayList<>();
    for (String key : keys) {
      Golden.read(file).get(key).forEach(all::add);
    }
    return all;
  }

  private static List<JsonNode> metrics() {
    List<JsonNode> all = cases("metrics", "cases");
    all.addAll(cases("metric_arguments", "cases"));
    return all;
  }

  private static List<JsonNode> optimizers() {
    List<JsonNode> all = cases("optimizers", "cases");
    for (int part = 1; part <= 3; part++) {
      all.addAll(cases("optimizers_shared_" + part, "cases"));
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyArgumentHasACase() {
    return Stream.of(
            check(Losses.CLASSES, cases("losses", "cases")),
            check(Metrics.CLASSES, metrics()),
            check(Optimizers.CLASSES, optimizers()),
            check(Schedules.CLASSES, cases("schedules", "cases")),
            check(Initializers.CLASSES, cases("initializers", "exact", "random")),
            check(Regularizers.CLASSES, cases("regularizers", "cases")),
            check(Constraints.CLASSES, cases("constraints", "cases")),
            check(Callbacks.CLASSES, cases("callbacks", "cases")))
        .flatMap(tests -> tests);
  }

  private static Stream<DynamicTest> check(
      List<? extends KerasClass<?>> classes, List<JsonNode> cases) {
    return classes.stream()
        .map(
            owner ->
                DynamicTest.dynamicTest(
                    owner.module() + "." + owner.name(),
                    () -> {
                      Set<String> refused = REFUSED.getOrDefault(owner.name(), Set.of());
                      Set<String> missing =
                          GoldenCoverage.missing(
                              owner, cases, arg -> !refused.contains(arg.name()));
                      assertEquals(Set.of(), missing, owner.name() + " has no golden case of");
                    }));
  }
}
