package io.nyala.keras.utils;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.nyala.Golden;
import io.nyala.data.Dataset;
import io.nyala.data.Nest;
import io.nyala.keras.KerasException;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders of texts and datasets in two parts give the samples that Keras gives. */
class FoldersTest {

  private static final JsonNode GOLDEN = Golden.read("folders");

  @TempDir Path folder;
  private final StringBuilder printed = new StringBuilder();

  @AfterEach
  void undo() {
    Progress.redirect(null, null);
  }

  private void writeTree() throws IOException {
    for (Map.Entry<String, Object> file : Golden.config(GOLDEN.get("tree")).entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, (String) file.getValue());
    }
    Progress.redirect(printed::append, printed::append);
  }

  @Test
  void textsOfFoldersAreKeras() throws IOException {
    writeTree();
    for (JsonNode each : GOLDEN.get("cases")) {
      printed.setLength(0);
      Map<String, Object> named = Golden.config(each.get("arguments"));
      Object got = TextFolder.FUNCTION.call(List.of(folder.toString()), named);
      List<?> parts = got instanceof Dataset ? List.of(got) : (List<?>) got;
      String what = each.get("arguments").toString();
      assertEquals(each.get("printed").asText(), printed.toString(), what);
      assertEquals(each.get("datasets").size(), parts.size(), what);
      for (int i = 0; i < parts.size(); i++) {
        JsonNode wanted = each.get("datasets").get(i);
        boolean shuffled = !Boolean.FALSE.equals(named.get("shuffle")) && i == 0;
        compare(what, wanted, (Dataset) parts.get(i), shuffled);
      }
    }
  }

  private static void compare(String what, JsonNode wanted, Dataset dataset, boolean shuffled) {
    List<String> classes = dataset.getClassNames();
    assertEquals(wanted.get("classes"), new ObjectMapper().valueToTree(classes), what);
    List<JsonNode> expected = new ArrayList<>();
    wanted.get("elements").forEach(expected::add);
    List<JsonNode> found = new ArrayList<>();
    List<String> types = new ArrayList<>();
    for (Object element : dataset) {
      types.clear();
      Nest.leaves(element).forEach(leaf -> types.add(leaf.dtype().typeName()));
      List<Object> plain = new ArrayList<>();
      Nest.leaves(element).forEach(leaf -> plain.add(list(leaf, 0, 0)));
      found.add(new ObjectMapper().valueToTree(plain));
    }
    assertEquals(wanted.get("dtypes"), new ObjectMapper().valueToTree(types), what);
    if (shuffled) {
      assertEquals(
          expected.stream().map(batch -> batch.get(0).size()).toList(),
          found.stream().map(batch -> batch.get(0).size()).toList(),
          what);
      assertEquals(samples(expected), samples(found), what);
    } else {
      assertEquals(expected.toString(), found.toString(), what);
    }
  }

  private static List<String> samples(List<JsonNode> batches) {
    List<String> all = new ArrayList<>();
    for (JsonNode batch : batches) {
      for (int i = 0; i < batch.get(0).size(); i++) {
        all.add(batch.get(0).get(i) + " " + batch.get(1).get(i));
      }
    }
    all.sort(Comparator.naturalOrder());
    return all;
  }

  @Test
  void whatKerasRefusesIsRefused() throws IOException {
    writeTree();
    for (JsonNode each : GOLDEN.get("wrong")) {
      KerasException error =
          assertThrows(
              KerasException.class,
              () ->
                  TextFolder.FUNCTION.call(
                      List.of(folder.toString()), Golden.config(each.get("arguments"))),
              each.toString());
      assertEquals(each.get("error").asText(), error.kind(), each.toString());
    }
    assertThrows(
        KerasException.class,
        () -> TextFolder.FUNCTION.call(List.of(folder.resolve("none").toString()), Map.of()));
  }

  @Test
  void partsOfDatasetsAreKeras() {
    for (JsonNode each : GOLDEN.get("splits")) {
      Object source = source(each.get("kind").asText());
      Object got =
          SplitDataset.FUNCTION.call(List.of(source), Golden.config(each.get("arguments")));
      for (int i = 0; i < 2; i++) {
        List<Object> elements = new ArrayList<>();
        for (Object element : (Dataset) ((List<?>) got).get(i)) {
          elements.add(
              Nest.convert(element, leaf -> leaf.rank() == 0 ? leaf.item() : list(leaf, 0, 0)));
        }
        assertEquals(
            each.get("parts").get(i).toString(),
            new ObjectMapper().valueToTree(elements).toString(),
            each.toString());
      }
    }
  }

  /** A tensor as nested lists. */
  private static Object list(Tensor x, int axis, int at) {
    if (axis == x.rank()) {
      return x.get(at);
    }
    int inner = x.shape().slice(axis + 1, x.rank()).elements();
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < x.dim(axis); i++) {
      items.add(list(x, axis + 1, at + i * inner));
    }
    return items;
  }

  private static Object source(String kind) {
    double[] x = new double[20];
    long[] y = new long[10];
    for (int i = 0; i < 20; i++) {
      x[i] = i;
      y[i / 2] = i / 2;
    }
    NDArray inputs = NDArray.of(Tensor.of(Shape.of(10, 2), x));
    NDArray labels = NDArray.of(Tensor.of(Shape.of(10), y));
    Dataset pairs = Dataset.fromTensorSlices(List.of(inputs, labels));
    return switch (kind) {
      case "array" -> inputs;
      case "arrays" -> List.of(inputs, labels);
      case "dataset" -> pairs;
      default -> pairs.batch(4, false);
    };
  }

  @Test
  void partsThatCannotBeAreRefused() {
    for (JsonNode each : GOLDEN.get("bad")) {
      KerasException error =
          assertThrows(
              KerasException.class,
              () ->
                  SplitDataset.FUNCTION.call(
                      Collections.singletonList(source("array")),
                      Golden.config(each.get("arguments"))),
              each.toString());
      assertEquals(each.get("error").asText(), error.kind(), each.toString());
    }
    assertTrue(
        assertThrows(
                KerasException.class,
                () -> SplitDataset.FUNCTION.call(List.of(3), Map.of("left_size", 0.5)))
            .getMessage()
            .contains("list/tuple of arrays"));
  }
}
