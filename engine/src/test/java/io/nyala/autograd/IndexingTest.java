package io.nyala.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import io.nyala.Golden;
import io.nyala.tensor.Index;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IndexingTest {

  static Stream<JsonNode> cases() {
    List<JsonNode> cases = new ArrayList<>();
    Golden.read("indexing").get("cases").forEach(cases::add);
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void picksWhatNumPyPicks(JsonNode golden) {
    Tensor picked = Indexing.get(counting(golden), index(golden));
    assertEquals(Golden.shape(golden.get("result_shape")), picked.shape());
    for (int i = 0; i < picked.elements(); i++) {
      assertEquals(golden.get("result").get(i).asLong(), picked.getLong(i));
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void gradientsFlowToWhatWasPicked(JsonNode golden) {
    List<Object> index = index(golden);
    Tensor x = GradientCheck.values(Golden.shape(golden.get("shape")), 1, -1, 1);
    GradientCheck.checkTwice(
        new GradientCheck.Case(
            "getitem", in -> Maths.square(Indexing.get(in.get(0), index)), List.of(x)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void writesWhereNumPyReads(JsonNode golden) {
    NDArray array = NDArray.of(counting(golden));
    Indexing.set(array, index(golden), Tensors.of(-1));
    List<Long> picked = new ArrayList<>();
    golden.get("result").forEach(n -> picked.add(n.asLong()));
    for (int i = 0; i < array.elements(); i++) {
      assertEquals(picked.contains((long) i) ? -1 : i, array.getLong(i));
    }
  }

  @Test
  void writesThroughAPartOfAnArray() {
    NDArray array = Tensors.array(List.of(List.of(1, 2), List.of(3, 4)), null);
    NDArray row = (NDArray) Indexing.get(array, List.of(-1));
    Indexing.set(row, List.of(0), Tensors.of(9));
    assertArrayEquals(new long[] {1, 2, 9, 4}, array.longs());
    assertArrayEquals(new long[] {9, 4}, row.longs());
  }

  @Test
  void broadcastsWhatIsWritten() {
    NDArray array = NDArray.of(Tensor.zeros(2, 3));
    Indexing.set(array, List.of(Slice.ALL, Slice.of(1, null)), Tensors.of(List.of(5, 6)));
    assertArrayEquals(new float[] {0, 5, 6, 0, 5, 6}, array.floats());
    assertEquals(
        "could not broadcast input array from shape (3,) into shape (2, 2)",
        assertThrows(
                IllegalArgumentException.class,
                () ->
                    Indexing.set(
                        array, List.of(Slice.ALL, Slice.of(1, null)), Tensors.of(List.of(5, 6, 7))))
            .getMessage());
  }

  @Test
  void saysWhatIsWrongWithAnIndex() {
    Tensor x = Tensor.zeros(3, 4);
    refused(x, "index 3 is out of bounds for axis 0 with size 3", 3);
    refused(x, "index -5 is out of bounds for axis 1 with size 4", 0, -5);
    refused(x, "too many indices for array: array is 2-dimensional, but 3 were indexed", 0, 0, 0);
    refused(
        x,
        "boolean index did not match indexed array along axis 0; size of axis is 3 but size of"
            + " corresponding boolean axis is 2",
        List.of(true, false));
    assertThrows(IllegalArgumentException.class, () -> Indexing.get(x, List.of(1.5)));
    assertThrows(IllegalArgumentException.class, () -> Indexing.get(x, List.of("a")));
    assertThrows(IllegalArgumentException.class, () -> Slice.of(null, null, 0));
  }

  private static void refused(Tensor x, String message, Object... index) {
    Exception e =
        assertThrows(IndexOutOfBoundsException.class, () -> Indexing.get(x, Arrays.asList(index)));
    assertEquals(message, e.getMessage());
  }

  private static Tensor counting(JsonNode golden) {
    Shape shape = Golden.shape(golden.get("shape"));
    long[] data = new long[shape.elements()];
    Arrays.setAll(data, i -> i);
    return Tensor.of(shape, data);
  }

  private static List<Object> index(JsonNode golden) {
    List<Object> parts = new ArrayList<>();
    golden.get("index").forEach(part -> parts.add(part(part)));
    return parts;
  }

  private static Object part(JsonNode part) {
    if (part.isNull()) {
      return null;
    }
    if (part.isTextual()) {
      return Index.ELLIPSIS;
    }
    if (part.has("slice")) {
      JsonNode s = part.get("slice");
      return Slice.of(value(s.get(0)), value(s.get(1)), value(s.get(2)));
    }
    return part.has("array") ? value(part.get("array")) : value(part);
  }

  private static Object value(JsonNode node) {
    if (node.isArray()) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(value(item)));
      return items;
    }
    return node.isNull() ? null : node.isBoolean() ? (Object) node.asBoolean() : node.asInt();
  }
}
