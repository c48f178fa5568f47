package io.nyala.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nyala.autograd.Arithmetic;
import io.nyala.keras.random.Random;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatasetTest {

  private static List<String> run(Dataset dataset) {
    List<String> all = new ArrayList<>();
    dataset.asNumpyIterator().forEachRemaining(element -> all.add(String.valueOf(element)));
    return all;
  }

  private static Dataset to(int n) {
    return Dataset.range(0, n, 1);
  }

  private static Object plusOne(Object element) {
    Tensor x = (Tensor) element;
    return Arithmetic.add(x, Arithmetic.like(x, 1));
  }

  @Test
  void slicesTensorsListsAndMaps() {
    Tensor x = Tensors.of(List.of(List.of(1, 2), List.of(3, 4)));
    Tensor y = Tensors.of(List.of(5, 6));
    assertEquals(List.of("[1 2]", "[3 4]"), run(Dataset.fromTensorSlices(x)));
    assertEquals(List.of("[[1 2], 5]", "[[3 4], 6]"), run(Dataset.fromTensorSlices(List.of(x, y))));
    assertEquals(List.of("{a=5}", "{a=6}"), run(Dataset.fromTensorSlices(Map.of("a", y))));
    assertThrows(
        IllegalArgumentException.class,
        () -> Dataset.fromTensorSlices(List.of(x, Tensors.of(List.of(1, 2, 3)))));
  }

  @Test
  void batches() {
    assertEquals(List.of("[0 1]", "[2 3]", "[4]"), run(to(5).batch(2, false)));
    assertEquals(List.of("[0 1]", "[2 3]"), run(to(5).batch(2, true)));
    assertEquals(3, to(5).batch(2, false).cardinality());
    assertEquals(2, to(5).batch(2, true).cardinality());
    assertEquals(List.of("0", "1", "2"), run(to(3).batch(2, false).unbatch()));
    assertThrows(IllegalArgumentException.class, () -> to(5).batch(0, false));
  }

  @Test
  void fillsShorterElementsUp() {
    Dataset ragged =
        Dataset.fromGenerator(
            () -> List.of(List.of(1), List.of(2, 3), List.of(4, 5, 6)).iterator());
    assertEquals(
        List.of("[[1 0]\n [2 3]]", "[[4 5 6]]"), run(ragged.paddedBatch(2, null, 0, false)));
    assertEquals(
        List.of("[[ 1 -1 -1 -1]\n [ 2  3 -1 -1]]"),
        run(ragged.paddedBatch(2, List.of(Shape.of(4)), -1, true)));
    assertThrows(
        IllegalArgumentException.class,
        () -> run(ragged.paddedBatch(3, List.of(Shape.of(2)), 0, false)));
    assertThrows(IllegalArgumentException.class, () -> run(ragged.batch(2, false)));
  }

  @Test
  void changesAndPicksElements() {
    assertEquals(List.of("1", "2", "3"), run(to(3).map(DatasetTest::plusOne)));
    assertEquals(List.of("0", "2"), run(to(4).filter(e -> ((Tensor) e).getLong(0) % 2 == 0)));
    assertEquals(List.of("0", "1"), run(to(4).take(2)));
    assertEquals(List.of("2", "3"), run(to(4).skip(2)));
    assertEquals(List.of("1", "3"), run(to(4).shard(2, 1)));
    assertEquals(List.of("0", "1", "0", "1"), run(to(2).repeat(2)));
    assertEquals(List.of("0", "1", "0"), run(to(2).repeat(-1).take(3)));
    assertEquals(List.of("0", "1", "0"), run(to(2).concatenate(to(1))));
    assertEquals(List.of("[5, 0]", "[6, 1]"), run(to(2).enumerate(5)));
    assertEquals(List.of("[0, 0]", "[1, 1]"), run(Dataset.zip(List.of(to(2), to(3)))));
    assertEquals(6, to(4).reduce(0, (sum, e) -> sum + (int) ((Tensor) e).getLong(0)));
  }

  @Test
  void knowsItsLengthWhereItCan() {
    assertEquals(2, to(4).take(2).cardinality());
    assertEquals(1, to(4).skip(3).cardinality());
    assertEquals(Dataset.INFINITE, to(4).repeat(-1).cardinality());
    assertEquals(8, to(4).repeat(2).cardinality());
    assertEquals(Dataset.UNKNOWN, to(4).filter(e -> true).cardinality());
    assertEquals(4, to(4).enumerate(0).cardinality());
    assertEquals(2, Dataset.zip(List.of(to(2), to(3))).cardinality());
    assertEquals(null, to(4).repeat(-1).knownSize());
  }

  @Test
  void shuffles() {
    Dataset full = to(50).shuffle(50, 3, true);
    List<String> first = run(full);
    List<String> second = run(full);
    assertNotEquals(first, second);
    List<String> sorted = new ArrayList<>(first);
    sorted.sort((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    assertEquals(run(to(50)), sorted);
    assertEquals(first, run(to(50).shuffle(50, 3, true)));
    Dataset same = to(50).shuffle(50, 3, false);
    assertEquals(run(same), run(same));
    assertEquals(run(to(50)), run(to(50).shuffle(1, null, true)));
    Random.setSeed(1);
    List<String> seeded = run(to(50).shuffle(50, null, true));
    Random.setSeed(1);
    assertEquals(seeded, run(to(50).shuffle(50, null, true)));
  }

  @Test
  void caches() {
    int[] calls = {0};
    Dataset counted =
        to(3)
            .map(
                e -> {
                  calls[0]++;
                  return e;
                })
            .cache();
    run(counted);
    assertEquals(List.of("0", "1", "2"), run(counted));
    assertEquals(3, calls[0]);
    assertEquals(Collections.emptyList(), run(to(0).cache().repeat(-1)));
  }

  @Test
  void showsItsElements() {
    assertEquals(
        "<Dataset element_spec=TensorSpec(shape=(2,), dtype=tf.int64, name=None)>",
        to(4).batch(2, true).toString());
  }
}
