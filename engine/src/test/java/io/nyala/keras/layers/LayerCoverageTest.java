package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.keras.GoldenCoverage;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.KerasClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each argument of each layer stands in some golden case at a value other than its default. The
 * arguments are those of the argument tables, so none can be forgotten.
 */
class LayerCoverageTest {

  /** Arguments that no config holds, or that take one value here; each has a test of its own. */
  private static final Map<String, Set<String>> ELSEWHERE =
      Map.of(
          "SimpleRNN", Set.of("activity_regularizer", "seed"),
          "TextVectorization", Set.of("sparse", "ragged", "encoding"),
          "StringLookup", Set.of("sparse", "encoding", "salt", "oov_method"),
          "IntegerLookup",
              Set.of(
                  "max_tokens",
                  "oov_token",
                  "vocabulary_dtype",
                  "idf_weights",
                  "sparse",
                  "pad_to_max_tokens",
                  "oov_method",
                  "salt"));

  /** Layers whose argument is a function, a file or a shape: models and files test them. */
  private static final Set<String> APART = Set.of("InputLayer", "Lambda");

  /** What every layer has. */
  private static final Set<String> COMMON =
      LayerArgs.table("Layer").args().stream().map(Arg::name).collect(Collectors.toSet());

  private static List<JsonNode> cases() {
    List<JsonNode> all = new ArrayList<>();
    Stream<String> layers = Arrays.stream(LayerGoldenTest.FILES).map(name -> "layers/" + name);
    Stream.concat(layers, Stream.of("layers/stateful", "text", "lookup"))
        .forEach(name -> Golden.read(name).get("cases").forEach(all::add));
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyArgumentHasACase() {
    List<JsonNode> cases = cases();
    return Layers.CLASSES.stream()
        .filter(layer -> !APART.contains(layer.name()))
        .filter(layer -> !isAlias(layer))
        .map(layer -> DynamicTest.dynamicTest(layer.name(), () -> check(layer, cases)));
  }

  /** A second name of another class, with its maker's config. */
  private static boolean isAlias(KerasClass<?> layer) {
    return layer.name().matches("(Global)?(Avg|Max)Pool1D|Convolution1D");
  }

  private static void check(KerasClass<?> layer, List<JsonNode> cases) {
    Set<String> elsewhere = ELSEWHERE.getOrDefault(layer.name(), Set.of());
    Set<String> missing =
        GoldenCoverage.missing(
            layer,
            cases,
            arg ->
                arg.inConfig() != Arg.InConfig.NEVER
                    && !arg.name().equals("has_input_vocabulary")
                    && !COMMON.contains(arg.name())
                    && !elsewhere.contains(arg.name())
                    && isSupported(arg));
    assertEquals(Set.of(), missing, layer.name() + " has no golden case of");
  }

  /** Arguments of which only the default is accepted have nothing to show. */
  private static boolean isSupported(Arg arg) {
    return !arg.doc().equals(LayerArgs.unsupported(arg.name(), arg.defaultValue()).doc());
  }
}
