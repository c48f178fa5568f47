package io.nyala.keras.utils;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.Golden;
import io.nyala.keras.KerasException;
import io.nyala.keras.args.KerasClass;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** pad_sequences and to_categorical give what Keras gives. */
class PadSequencesTest {

  static Stream<JsonNode> cases() {
    return StreamSupport.stream(Golden.read("lookup").get("pad_sequences").spliterator(), false);
  }

  @ParameterizedTest
  @MethodSource("cases")
  @SuppressWarnings("unchecked")
  void equalsKeras(JsonNode entry) {
    ObjectMapper mapper = new ObjectMapper();
    NDArray padded =
        (NDArray)
            PadSequences.FUNCTION.call(
                List.of(mapper.convertValue(entry.get("sequences"), List.class)),
                mapper.convertValue(entry.get("arguments"), Map.class));
    Tensor expected = Golden.tensor(entry.get("output"));
    assertEquals(expected.shape(), padded.shape());
    assertEquals(expected.dtype(), padded.dtype());
    for (int i = 0; i < expected.elements(); i++) {
      assertEquals(expected.get(i), padded.get(i));
    }
  }

  private static NDArray pad(Object... namesAndValues) {
    return (NDArray) PadSequences.FUNCTION.call(List.of(), KerasClass.pairs(namesAndValues));
  }

  @Test
  void takesArraysTensorsAndFurtherAxes() {
    NDArray arrays = pad("sequences", new int[][] {{1, 2}, {3}});
    assertArrayEquals(new int[] {1, 2, 0, 3}, arrays.ints());
    NDArray rows = pad("sequences", Tensor.of(Shape.of(2, 2), 1, 2, 3, 4), "maxlen", 1);
    assertArrayEquals(new int[] {2, 4}, rows.ints());
    NDArray deep =
        pad("sequences", List.of(List.of(List.of(1, 2)), List.of()), "maxlen", 2, "value", 9);
    assertEquals(Shape.of(2, 2, 2), deep.shape());
    assertArrayEquals(new int[] {9, 9, 1, 2, 9, 9, 9, 9}, deep.ints());
    NDArray texts =
        pad("sequences", List.of(List.of("a"), List.of()), "dtype", "str", "value", "-");
    assertArrayEquals(new String[] {"a", "-"}, texts.strings());
    assertEquals(Shape.of(2, 0), pad("sequences", List.of(List.of(), List.of())).shape());
  }

  @Test
  void refusesWhatIsNoListOfSequences() {
    assertThrows(KerasException.class, () -> pad("sequences", List.of(1, 2)));
    assertThrows(KerasException.class, () -> pad("sequences", 3));
    assertThrows(KerasException.class, () -> pad("sequences", List.of(List.of(1)), "value", "a"));
    assertThrows(KerasException.class, () -> pad("sequences", List.of(List.of(1)), "padding", "a"));
    KerasException ragged =
        assertThrows(
            KerasException.class,
            () -> pad("sequences", List.of(List.of(List.of(1, 2)), List.of(List.of(1)))));
    assertTrue(ragged.getMessage().contains("position 1"), ragged.getMessage());
  }

  private static Tensor categorical(Object... namesAndValues) {
    return (Tensor) ToCategorical.FUNCTION.call(List.of(), KerasClass.pairs(namesAndValues));
  }

  @Test
  void encodesClasses() {
    Tensor rows = categorical("x", List.of(0, 2, -1));
    assertEquals(DType.FLOAT64, rows.dtype());
    assertArrayEquals(new double[] {1, 0, 0, 0, 0, 1, 0, 0, 1}, rows.doubles());
    Tensor column = categorical("x", List.of(List.of(1), List.of(0)));
    assertEquals(Shape.of(2, 2), column.shape());
    Tensor tensor = categorical("x", Tensor.of(Shape.of(2), 1, 5), "num_classes", 3);
    assertArrayEquals(new float[] {0, 1, 0, 0, 0, 0}, tensor.floats());
    assertThrows(KerasException.class, () -> categorical("x", List.of(3), "num_classes", 3));
  }
}
