package io.nyala.keras.layers.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.Golden;
import io.nyala.keras.args.Catalog;
import io.nyala.keras.args.KerasClass;
import io.nyala.keras.layers.Layer;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mode of the text layers gives what Keras gives. */
class TextGoldenTest {

  static Stream<Arguments> cases() {
    List<Arguments> all = new ArrayList<>();
    for (String file : List.of("text", "lookup")) {
      Golden.read(file)
          .get("cases")
          .forEach(entry -> all.add(Arguments.of(entry.get("name").asText(), entry)));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void equalsKeras(String name, JsonNode entry) {
    Layer layer = make(entry);
    adapt(layer, entry.get("adapt"));
    assertEquals(plain(entry.get("vocabulary")), vocabulary(layer));
    checkConfig(entry.get("config"), layer);
    for (JsonNode call : entry.get("calls")) {
      Tensor expected = Golden.tensor(call.get("outputs"));
      Tensor actual = (Tensor) layer.invoke(Golden.tensor(call.get("inputs")));
      assertEquals(expected.shape(), actual.shape());
      assertEquals(expected.dtype(), actual.dtype());
      if (expected.dtype().isFloating()) {
        assertArrayEquals(expected.floats(), actual.floats(), 1e-6f);
      } else {
        for (int i = 0; i < expected.elements(); i++) {
          assertEquals(expected.get(i), actual.get(i), "element " + i);
        }
      }
    }
  }

  private static Layer make(JsonNode entry) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    entry
        .get("arguments")
        .fields()
        .forEachRemaining(e -> arguments.put(e.getKey(), plain(e.getValue())));
    KerasClass<?> kind = Catalog.get("keras.layers", entry.get("class_name").asText());
    return (Layer) kind.create(List.of(), arguments);
  }

  private static void adapt(Layer layer, JsonNode data) {
    if (data.isNull()) {
      return;
    }
    if (layer instanceof TextVectorization text) {
      text.adapt(Golden.tensor(data));
    } else {
      ((IndexLookup) layer).adapt(Golden.tensor(data));
    }
  }

  private static Object vocabulary(Layer layer) {
    List<?> terms =
        layer instanceof TextVectorization text
            ? text.getVocabulary()
            : ((IndexLookup) layer).getVocabulary();
    return terms.stream().map(t -> t instanceof Long n ? (Object) n.intValue() : t).toList();
  }

  /** The config holds what Keras' holds; names and the way a dtype is written aside. */
  private static void checkConfig(JsonNode expected, Layer layer) {
    JsonNode actual = new ObjectMapper().valueToTree(layer.getConfig());
    expected
        .fields()
        .forEachRemaining(
            e -> {
              if (!List.of("name", "dtype", "vocabulary", "idf_weights").contains(e.getKey())) {
                assertEquals(
                    e.getValue().toString(), String.valueOf(actual.get(e.getKey())), e.getKey());
              }
            });
  }

  private static Object plain(JsonNode node) {
    return new ObjectMapper().convertValue(node, Object.class);
  }
}
