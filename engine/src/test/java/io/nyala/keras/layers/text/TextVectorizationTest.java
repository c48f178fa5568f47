package io.nyala.keras.layers.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the golden cases of TextVectorization do not reach: functions, data of all kinds, errors.
 */
class TextVectorizationTest {

  private static TextVectorization with(Object... namesAndValues) {
    return TextVectorization.CLASS.create(namesAndValues);
  }

  private static Tensor strings(String... texts) {
    return Tensor.of(Shape.of(texts.length), texts);
  }

  private static String message(Runnable wrong) {
    return assertThrows(KerasException.class, wrong::run).getMessage();
  }

  @Test
  void learnsFromListsTensorsAndBatches() {
    List<String> expected = List.of("", "[UNK]", "b", "a", "c");
    Iterable<Object> batches =
        () -> {
          List<Object> all = List.of(strings("a b", "b"), List.of("b c", "a"));
          Iterator<Object> each = all.iterator();
          return each;
        };
    for (Object data :
        List.of(
            strings("a b", "b", "b c", "a"),
            List.of("a b", "b", "b c", "a"),
            List.of(List.of("a b"), List.of("b"), List.of("b c"), List.of("a")),
            new String[] {"a b", "b", "b c", "a"},
            batches)) {
      TextVectorization layer = new TextVectorization();
      layer.adapt(data);
      assertEquals(expected, layer.getVocabulary());
      assertEquals(List.of("b", "a", "c"), layer.getVocabulary(false));
      assertEquals(5, layer.vocabularySize());
    }
    TextVectorization first = new TextVectorization();
    first.adapt(batches, 1);
    assertEquals(List.of("", "[UNK]", "b", "a"), first.getVocabulary());
  }

  @Test
  void takesFunctionsOfTheUser() {
    Function<Object, Object> shout =
        value ->
            strings(
                Arrays.stream(((Tensor) value).strings())
                    .map(s -> s.toUpperCase(Locale.ROOT))
                    .toArray(String[]::new));
    Function<Object, Object> commas =
        value ->
            Arrays.stream(((Tensor) value).strings()).map(s -> List.of(s.split(",", -1))).toList();
    TextVectorization layer =
        with("standardize", shout, "split", commas, "vocabulary", List.of("A", "B", "C D"));
    Tensor ids = (Tensor) layer.invoke(List.of("a,b,,c d", "b"));
    assertEquals(Shape.of(2, 4), ids.shape());
    assertArrayEquals(new long[] {2, 3, 0, 4, 3, 0, 0, 0}, ids.longs());
    assertTrue(message(layer::getConfig).contains("cannot be written to a file"));
    Function<Object, Object> tooFew = value -> strings("one");
    TextVectorization wrong = with("standardize", tooFew, "vocabulary", List.of("one"));
    assertTrue(message(() -> wrong.invoke(List.of("a", "b"))).contains("as many texts"));
  }

  @Test
  void knowsTextsMetBeforeByTheVocabularyOfNow() {
    TextVectorization layer = with("vocabulary", List.of("a", "b"));
    Tensor texts = strings("a b", "b", "", "a b");
    for (int i = 0; i < 2; i++) {
      assertArrayEquals(new long[] {2, 3, 3, 0, 0, 0, 2, 3}, layer.apply(texts).longs());
    }
    layer.setVocabulary(List.of("b"));
    assertArrayEquals(new long[] {1, 2, 2, 0, 0, 0, 1, 2}, layer.apply(texts).longs());
  }

  @Test
  void keepsLengths() {
    Ids ids = with("vocabulary", List.of("a")).ids(strings("a b c", "", "a"));
    assertArrayEquals(new int[] {3, 0, 1}, ids.lengths());
    assertArrayEquals(new long[] {2, 1, 1, 2}, ids.flat());
    assertEquals(3, ids.width());
  }

  @Test
  void takesScalarsAndFurtherAxes() {
    TextVectorization layer = with("vocabulary", List.of("a", "b"));
    assertArrayEquals(new long[] {2, 3}, ((Tensor) layer.invoke("a b")).longs());
    Tensor deep = (Tensor) layer.invoke(List.of(List.of(List.of("a b"), List.of("b"))));
    assertEquals(Shape.of(1, 2, 2), deep.shape());
    assertArrayEquals(new long[] {2, 3, 3, 0}, deep.longs());
    Tensor count =
        (Tensor) with("vocabulary", List.of("a", "b"), "output_mode", "count").invoke("a b c b");
    assertEquals(Shape.of(3), count.shape());
    assertArrayEquals(new long[] {1, 1, 2}, count.longs());
    TextVectorization pairs = with("split", null, "ngrams", 2, "vocabulary", List.of("d", "c"));
    assertArrayEquals(new long[] {1, 3, 1}, ((Tensor) pairs.invoke(List.of("a b", "c"))).longs());
  }

  @Test
  void writesAndReadsItsVocabulary(@TempDir Path directory) throws Exception {
    TextVectorization layer = with("standardize", null);
    layer.adapt(List.of("b b a\u0085c \u2028"));
    layer.saveAssets(directory);
    assertEquals(
        "\n[UNK]\nb\n\u2028\na\u0085c", Files.readString(directory.resolve("vocabulary.txt")));
    TextVectorization other = new TextVectorization();
    other.loadAssets(directory);
    assertEquals(layer.getVocabulary(), other.getVocabulary());
    Path file = directory.resolve("terms.txt");
    Files.writeString(file, "x\ny\n");
    assertEquals(
        List.of("", "[UNK]", "x", "y"), with("vocabulary", file.toString()).getVocabulary());
  }

  @Test
  void refusesWhatDoesNotFit() {
    assertTrue(message(() -> with("ragged", true)).contains("`ragged=True`"));
    assertTrue(message(() -> with("encoding", "latin-1")).contains("latin-1"));
    assertTrue(message(() -> with("max_tokens", 1)).contains("greater than 1"));
    assertTrue(message(() -> with("split", "comma")).contains("'whitespace', 'character'"));
    assertTrue(message(() -> with("ngrams", 0)).contains("ngrams"));
    assertTrue(message(() -> with("pad_to_max_tokens", true)).contains("max_tokens"));
    assertTrue(message(() -> with("vocabulary", List.of("a", "a"))).contains("repeated"));
    assertTrue(message(() -> with("vocabulary", List.of("a", ""))).contains("reserved mask"));
    assertTrue(message(() -> with("vocabulary", List.of())).contains("empty vocabulary"));
    assertTrue(
        message(() -> with("vocabulary", List.of("a"), "max_tokens", 2)).contains("larger than"));
    assertTrue(
        message(() -> with("vocabulary", List.of("a"), "output_mode", "tf_idf"))
            .contains("idf_weights"));
    assertTrue(message(() -> with("vocabulary", "/no/such/file")).contains("does not exist"));
    assertTrue(
        message(() -> with("output_mode", "count", "output_sequence_length", 3))
            .contains("must not be set"));
    assertTrue(message(() -> new TextVectorization().invoke("a")).contains("adapt"));
    assertTrue(message(() -> with("output_mode", "count").invoke("a")).contains("adapt"));
    TextVectorization fixed = with("vocabulary", List.of("a"));
    assertTrue(message(() -> fixed.adapt(List.of("b"))).contains("Cannot adapt"));
    assertTrue(message(() -> fixed.invoke(List.of(List.of("a", "b")))).contains("last shape"));
    assertTrue(message(() -> fixed.invoke(List.of(1, 2))).contains("expects strings"));
    TextVectorization counts = with("output_mode", "count");
    counts.adapt(List.of("a b"));
    assertTrue(message(() -> counts.adapt(List.of("a b c"))).contains("Old vocab size is 3"));
  }
}
