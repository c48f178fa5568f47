package io.nyala.keras.layers.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.Golden;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vocabulary of the sentiment set, and the indices of its first texts, are Keras'. */
class SentimentVocabularyTest {

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(
        Golden.read("text").get("sentiment").get("cases").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void equalsKeras(JsonNode entry) throws Exception {
    Tensor texts = texts();
    Map<?, ?> arguments = new ObjectMapper().convertValue(entry.get("arguments"), Map.class);
    TextVectorization layer =
        TextVectorization.CLASS.create(
            List.of(),
            arguments.entrySet().stream()
                .filter(e -> e.getValue() != null)
                .collect(Collectors.toMap(e -> (String) e.getKey(), Map.Entry::getValue)));
    if (arguments.containsKey("standardize") && arguments.get("standardize") == null) {
      layer = TextVectorization.CLASS.create("standardize", null);
    }
    layer.adapt(texts);
    List<String> words = layer.getVocabulary();
    assertEquals(entry.get("size").asInt(), words.size());
    int some = Math.min(1000, words.size());
    assertEquals(
        entry.get("sha256_first_1000").asText(), sha256(String.join("\n", words.subList(0, some))));
    assertEquals(entry.get("sha256").asText(), sha256(String.join("\n", words)));
    Tensor out = layer.apply(Tensor.of(Shape.of(320), Arrays.copyOf(texts.strings(), 320)));
    assertEquals(Golden.shape(entry.get("shape_first_320")), out.shape());
    if (entry.has("sha256_ids_first_320")) {
      String ids =
          LongStream.of(out.longs()).mapToObj(String::valueOf).collect(Collectors.joining(" "));
      assertEquals(entry.get("sha256_ids_first_320").asText(), sha256(ids));
    } else {
      double sum = 0;
      for (int i = 0; i < out.elements(); i++) {
        sum += out.getDouble(i);
      }
      assertEquals(entry.get("sum_first_320").asDouble(), sum, 1e-5 * sum);
    }
  }

  @org.junit.jupiter.api.Test
  void theReferenceSentences() throws IOException {
    TextVectorization layer = new TextVectorization();
    layer.adapt(texts());
    Tensor ids = (Tensor) layer.invoke(List.of(List.of("very good movie"), List.of("Mochen Yang")));
    assertEquals(Shape.of(2, 3), ids.shape());
    assertArrayEquals(new long[] {18, 19, 26, 1, 1, 0}, ids.longs());
  }

  private static Tensor texts() throws IOException {
    String root = System.getenv().getOrDefault("NYALA_DATASETS", "../../shared/data");
    Path file = Path.of(root, "sentiment", "sentiment.txt");
    assumeTrue(Files.exists(file), () -> "no sentiment set at " + file.toAbsolutePath());
    String[] texts =
        Arrays.stream(Files.readString(file).split("\n"))
            .map(line -> line.split("\t")[0])
            .toArray(String[]::new);
    return Tensor.of(Shape.of(texts.length), texts);
  }

  private static String sha256(String text) throws NoSuchAlgorithmException {
    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
