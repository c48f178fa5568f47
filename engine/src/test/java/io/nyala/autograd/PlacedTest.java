package io.nyala.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacedTest {

  private static final Shape SHAPE = Shape.of(2, 2, 2);

  private static Placed placed(int[] places, float... values) {
    return Placed.of(Tensor.of(Shape.of(places.length, 2), values), places, SHAPE);
  }

  @Test
  void isZeroButForItsRows() {
    Placed rows = placed(new int[] {3, 0}, 1, 2, 3, 4);
    assertEquals(SHAPE, rows.shape());
    assertArrayEquals(new float[] {3, 4, 0, 0, 0, 0, 1, 2}, rows.floats());
  }

  @Test
  void sumsRowByRow() {
    Tensor sum =
        Slices.add(placed(new int[] {3, 0}, 1, 2, 3, 4), placed(new int[] {1, 3}, 5, 6, 7, 8));
    assertEquals(3, assertInstanceOf(Placed.class, sum).values().dim(0));
    assertArrayEquals(new float[] {3, 4, 5, 6, 0, 0, 8, 10}, sum.floats());
  }

  @Test
  void addsToWhatIsSpelledOut() {
    Tensor ones = Tensor.full(DType.FLOAT32, SHAPE, 1);
    Tensor sum = Slices.add(ones, placed(new int[] {2}, 5, 6));
    assertArrayEquals(new float[] {1, 1, 1, 1, 6, 7, 1, 1}, sum.floats());
  }

  @Test
  void reachesTheTableAsSlicesOfItsRows() {
    Tensor table = Tensor.of(Shape.of(3, 2), 1f, 2f, 3f, 4f, 5f, 6f);
    try (Tape tape = new Tape()) {
      tape.watch(table);
      Tensor read = Gather.gather(table, Tensor.of(Shape.of(2, 2), 2, 0, 1, 2), 0);
      Tensor upstream = placed(new int[] {3, 0}, 1, 2, 3, 4);
      Tensor gradient = tape.gradient(List.of(read), List.of(upstream), List.of(table)).get(0);
      assertEquals(2, assertInstanceOf(Slices.class, gradient).values().dim(0));
      assertArrayEquals(new float[] {0, 0, 0, 0, 4, 6}, gradient.floats());
    }
  }
}
