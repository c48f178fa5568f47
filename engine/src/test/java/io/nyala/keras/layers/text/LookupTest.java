package io.nyala.keras.layers.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.KerasException;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the golden cases of the lookups do not reach. */
class LookupTest {

  private static final int[] LENGTHS = {
    0, 1, 2, 3, 4, 5, 7, 8, 9, 12, 15, 16, 17, 20, 24, 31, 32, 33, 40, 48, 63, 64, 65, 80, 100, 127,
    128, 129, 200
  };

  /** tf.strings.to_hash_bucket_fast(names, 2**31 - 1) in TensorFlow 2.21. */
  private static final int[] FARM = {
    1699943623, 640528731, 1238123, 817204184, 1537261179, 1400585606, 95563110, 1168621929,
    1302481032, 273581428, 644137344, 730101968, 170952522, 749821090, 1075407120, 17194229,
    1066589804, 1721887634, 1690029266, 333744011, 355841402, 120729826, 2008164630, 1067172031,
    1240799110, 223238520, 712419544, 394234547, 892453401
  };

  /** tf.strings.to_hash_bucket_strong(names, 2**31 - 1, key=[3, 9]) in TensorFlow 2.21. */
  private static final int[] SIP = {
    833726656, 1338211566, 1445413704, 1916717572, 560209303, 527695018, 167988548, 880450174,
    915430024, 889070518, 1396326211, 591061040, 2012964426, 995269051, 383375208, 1258197819,
    734891095, 110660675, 1594250319, 559326860, 1637585195, 470332786, 117505135, 1845823775,
    216356951, 592760597, 765160409, 45657388, 1028153530
  };

  @Test
  void hashesAsTensorFlowDoes() {
    for (int k = 0; k < LENGTHS.length; k++) {
      int n = LENGTHS[k];
      StringBuilder name = new StringBuilder();
      for (int i = 0; i < n; i++) {
        name.append((char) (97 + (i * 7 + n) % 26));
      }
      byte[] bytes = name.toString().getBytes(StandardCharsets.UTF_8);
      assertEquals(FARM[k], TextArgs.bucket(bytes, null, Integer.MAX_VALUE), "length " + n);
      assertEquals(
          SIP[k], TextArgs.bucket(bytes, List.of(3L, 9L), Integer.MAX_VALUE), "length " + n);
    }
  }

  private static long[] indices(KerasFactory factory, Object data) {
    return ((Tensor) factory.make().invoke(data)).longs();
  }

  private interface KerasFactory {
    IndexLookup make();
  }

  @Test
  void spreadsUnknownKeys() {
    List<String> ab = List.of("a", "b");
    assertArrayEquals(
        new long[] {3, 0, 0, 1, 1},
        indices(
            () ->
                StringLookup.CLASS.create(
                    "num_oov_indices", 3, "salt", List.of(3, 9), "vocabulary", ab),
            List.of("a", "q", "qq", "zzz", "")));
    assertArrayEquals(
        new long[] {0, 1, 0, 1, 1},
        indices(
            () ->
                IntegerLookup.CLASS.create(
                    "num_oov_indices", 3, "oov_method", "farmhash", "vocabulary", List.of(4, 5)),
            List.of(-3, 0, 1, 7, 12345)));
    assertArrayEquals(
        new long[] {0, 2, 0, 1, 1, 0},
        indices(
            () -> IntegerLookup.CLASS.create("num_oov_indices", 3, "vocabulary", List.of(4, 5)),
            List.of(-3, -1, 0, 1, 7, 12345)));
  }

  @Test
  void encodesShapes() {
    IndexLookup oneHot =
        StringLookup.CLASS.create("output_mode", "one_hot", "vocabulary", List.of("a", "b"));
    assertEquals(
        Shape.of(2, 2, 3),
        ((Tensor) oneHot.invoke(List.of(List.of("a", "b"), List.of("b", "x")))).shape());
    assertEquals(
        Shape.of(2, 3), ((Tensor) oneHot.invoke(List.of(List.of("a"), List.of("b")))).shape());
    IndexLookup count =
        StringLookup.CLASS.create(
            "output_mode", "count", "vocabulary", List.of("a", "b"), "mask_token", "");
    assertArrayEquals(new long[] {0, 1, 1}, ((Tensor) count.invoke(List.of("a", "b", ""))).longs());
    assertThrows(KerasException.class, () -> count.invoke(List.of(List.of(List.of("a", "b")))));
  }

  @Test
  void refusesWhatDoesNotFit() {
    IndexLookup strict =
        StringLookup.CLASS.create("num_oov_indices", 0, "vocabulary", List.of("a"));
    String message =
        assertThrows(KerasException.class, () -> strict.invoke(List.of("a", "q"))).getMessage();
    assertTrue(message.contains("found OOV value \"q\""), message);
    assertThrows(KerasException.class, () -> strict.invoke(List.of(1)));
    assertThrows(
        KerasException.class,
        () -> StringLookup.CLASS.create("invert", true, "vocabulary", List.of("a", "[UNK]")));
    assertThrows(
        KerasException.class, () -> IntegerLookup.CLASS.create("vocabulary", List.of("a")));
    assertThrows(KerasException.class, () -> IntegerLookup.CLASS.create("salt", 3));
    assertThrows(KerasException.class, () -> StringLookup.CLASS.create("sparse", true));
  }

  @Test
  void writesAndReadsItsVocabulary(@TempDir Path directory) {
    IndexLookup numbers = IntegerLookup.CLASS.create();
    numbers.adapt(List.of(7, 7, 5));
    numbers.saveAssets(directory);
    IndexLookup other = IntegerLookup.CLASS.create();
    other.loadAssets(directory);
    assertEquals(List.of(-1L, 7L, 5L), other.getVocabulary());
  }

  @Test
  void ordersByUtf8() {
    assertTrue(Vocabulary.compareUtf8("🙂", "！") > 0);
    assertTrue(Vocabulary.compareUtf8("a", "ab") < 0);
    assertTrue(Vocabulary.compareUtf8("é", "z") > 0);
  }
}
