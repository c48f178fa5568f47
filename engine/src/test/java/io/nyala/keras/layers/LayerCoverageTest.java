package io.nyala.keras.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.nyala.Golden;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.KerasClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    List<JsonNode> own = cases.stream().filter(one -> layer.name().equals(className(one))).toList();
    Set<String> missing = new LinkedHashSet<>();
    for (Arg arg : layer.table().args()) {
      if (arg.inConfig() != Arg.InConfig.NEVER
          && !arg.name().equals("has_input_vocabulary")
          && !COMMON.contains(arg.name())
          && !ELSEWHERE.getOrDefault(layer.name(), Set.of()).contains(arg.name())
          && isSupported(arg)
          && own.stream().noneMatch(one -> differs(arg, one))) {
        missing.add(arg.name());
      }
    }
    assertEquals(Set.of(), missing, layer.name() + " has no golden case of");
  }

  private static String className(JsonNode one) {
    return one.has("class_name") ? one.get("class_name").asText() : "TextVectorization";
  }

  /** Arguments of which only the default is accepted have nothing to show. */
  private static boolean isSupported(Arg arg) {
    return !arg.doc().equals(LayerArgs.unsupported(arg.name(), arg.defaultValue()).doc());
  }

  private static boolean differs(Arg arg, JsonNode one) {
    JsonNode value = given(arg.name(), one);
    if (value == null) {
      return false;
    }
    JsonNode wrapped = JsonNodeFactory.instance.objectNode().set("value", value);
    Object found = Golden.plain(Golden.config(wrapped).get("value"));
    return arg.required() || !Objects.equals(found, Golden.plain(arg.defaultValue()));
  }

  private static JsonNode given(String name, JsonNode one) {
    JsonNode arguments = one.path("arguments").get(name);
    return arguments != null ? arguments : one.path("config").get(name);
  }
}
