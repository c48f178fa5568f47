package io.nyala.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Quick ways through float32 tensors, held to the plain ones that look each element up. */
class BroadcastRunsTest {

  private final Random random = new Random(5);

  @Test
  void pairsThatAreBroadcastAreThoseOfTheGeneralWay() {
    for (int round = 0; round < 2000; round++) {
      int[] whole = random.ints(random.nextInt(5), 1, 5).toArray();
      Tensor a = thinned(whole);
      Tensor b = thinned(whole);
      String what = a.shape() + " and " + b.shape();
      same(Elementwise.zip(a, b, null, Double::sum), FloatPairs.add(a, b), what);
      same(Elementwise.zip(a, b, null, (x, y) -> x - y), FloatPairs.subtract(a, b), what);
      same(Elementwise.zip(a, b, null, (x, y) -> x * y), FloatPairs.multiply(a, b), what);
      same(
          Elementwise.zip(a, b, null, (x, y) -> x / y),
          FloatPairs.divide(a, b, DType.FLOAT32),
          what);
    }
  }

  @Test
  void choicesThatAreBroadcastAreThoseOfTheGeneralWay() {
    for (int round = 0; round < 1000; round++) {
      int[] whole = random.ints(random.nextInt(5), 1, 5).toArray();
      Tensor condition = Compare.less(thinned(whole), Tensor.scalar(0));
      Tensor a = thinned(whole);
      Tensor b = thinned(whole);
      Tensor expected = Compare.where(condition, a.cast(DType.FLOAT64), b.cast(DType.FLOAT64));
      same(expected.cast(DType.FLOAT32), Compare.where(condition, a, b), "where");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 400})
  void largePairsAreSharedOutToThreads(int width) {
    Tensor a = numbers(300, 1, width);
    Tensor b = numbers(300, 5, 1);
    same(Elementwise.zip(a, b, null, (x, y) -> x - y), FloatPairs.subtract(a, b), "large");
    same(Elementwise.zip(b, a, null, (x, y) -> x - y), FloatPairs.subtract(b, a), "large");
  }

  @Test
  void axesInAnotherOrderHoldWhatTheIndicesSay() {
    for (int round = 0; round < 2000; round++) {
      Tensor x = numbers(random.ints(random.nextInt(5), 0, 6).toArray());
      check(x, order(x.rank()));
    }
    check(numbers(3, 40, 37, 20), 0, 2, 1, 3);
    check(numbers(70, 33, 40), 2, 0, 1);
    check(numbers(300, 290), 1, 0);
    check(numbers(5, 6, 7, 1), 3, 1, 0, 2);
  }

  @Test
  void rowsOfASoftmaxAreThoseOfItsParts() {
    Tensor x = numbers(40, 9, 33);
    Tensor parts = Shapes.transpose(Softmax.softmax(Shapes.transpose(x, 2, 0, 1), 0), 1, 2, 0);
    close(parts, Softmax.softmax(x, -1));
    Tensor up = numbers(40, 9, 33);
    Tensor[][] ways = withOneAndTwoTapes(x, up, each -> Softmax.softmax(each, -1));
    close(ways[1][1], ways[0][1]);
  }

  @Test
  void lossesOfPickedClassesAreThoseOfTheParts() {
    Tensor x = numbers(700, 41);
    x.floats()[5] = 200;
    x.floats()[41 * 3 + 7] = -1000;
    int[] picked = random.ints(700, 0, 41).toArray();
    picked[3] = 7;
    Tensor up = numbers(700);
    Tensor[][] ways = withOneAndTwoTapes(x, up, each -> Softmax.minusLog(each, picked));
    assertArrayEquals(ways[1][0].floats(), ways[0][0].floats(), 2e-5f);
    close(ways[1][1], ways[0][1]);
  }

  @Test
  void theLargestOfARowIsThatOfTheGeneralWay() {
    Tensor x = numbers(50, 37);
    x.floats()[3] = Float.NaN;
    x.floats()[37 * 2] = Float.POSITIVE_INFINITY;
    x.floats()[37 * 4] = 9;
    x.floats()[37 * 4 + 36] = 9;
    Tensor turned = Shapes.transpose(x);
    assertArrayEquals(Reduce.argmax(turned, 0).longs(), Reduce.argmax(x, 1).longs());
    int[] last = {1};
    int[] first = {0};
    same(Reduce.max(turned, first, false), Reduce.max(x, last, false), "largest");
  }

  @Test
  void aProductWithABiasIsItsParts() {
    Tensor x = numbers(6, 7, 11);
    Tensor w = numbers(11, 5);
    Tensor b = numbers(5);
    Tensor up = numbers(6, 7, 5);
    Tensor[][] gradients = new Tensor[2][];
    for (int way = 0; way < 2; way++) {
      try (Tape tape = new Tape(true, true)) {
        List<Tensor> by = List.of(x, w, b);
        by.forEach(tape::watch);
        Tensor y = way == 0 ? Arithmetic.add(Matrix.matmul(x, w), b) : Matrix.affine(x, w, b);
        Tensor total = Reduce.sum(Arithmetic.multiply(y, up));
        gradients[way] = tape.gradient(total, by).toArray(Tensor[]::new);
      }
    }
    for (int i = 0; i < 3; i++) {
      assertEquals(gradients[0][i].shape(), gradients[1][i].shape());
      assertArrayEquals(gradients[0][i].floats(), gradients[1][i].floats(), 2e-5f);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 33})
  void softmaxTreatsWhatIsNoNumberAsItsPartsDo(int width) {
    for (float odd : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
      for (int at : new int[] {0, width - 1}) {
        float[] row = new float[width];
        row[at] = odd;
        Tensor x = Tensor.of(Shape.of(1, width), row);
        close(Shapes.transpose(Softmax.softmax(Shapes.transpose(x), 0)), Softmax.softmax(x, 1));
      }
    }
    float[] hidden = new float[width];
    Arrays.fill(hidden, Float.NEGATIVE_INFINITY);
    Tensor x = Tensor.of(Shape.of(1, width), hidden);
    close(Shapes.transpose(Softmax.softmax(Shapes.transpose(x), 0)), Softmax.softmax(x, 1));
  }

  /**
   * What a function gives and its gradient: the quick way, then that which can be derived twice.
   */
  private static Tensor[][] withOneAndTwoTapes(Tensor x, Tensor up, UnaryOperator<Tensor> f) {
    Tensor[][] ways = new Tensor[2][];
    for (int tapes = 1; tapes <= 2; tapes++) {
      try (Tape outer = new Tape(true, true);
          Tape tape = new Tape(true, true)) {
        tape.watch(x);
        if (tapes == 2) {
          outer.watch(x);
        }
        Tensor y = f.apply(x);
        Tensor total = Reduce.sum(Arithmetic.multiply(y, up));
        ways[tapes - 1] = new Tensor[] {y, tape.gradient(total, x)};
      }
    }
    return ways;
  }

  private void check(Tensor x, int... order) {
    int[] strides = x.shape().strides();
    int[] dims = IntStream.of(order).map(axis -> x.shape().dim(axis)).toArray();
    int[] steps = IntStream.of(order).map(axis -> strides[axis]).toArray();
    Object expected = Walk.pick(x.data(), Walk.indices(Shape.of(dims), steps));
    String what = x.shape() + " as " + Arrays.toString(order);
    Tensor turned = Shapes.transpose(x, order);
    assertEquals(Shape.of(dims), turned.shape(), what);
    assertArrayEquals((float[]) expected, turned.floats(), what);
  }

  private int[] order(int rank) {
    int[] order = IntStream.range(0, rank).toArray();
    for (int i = rank - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[j];
      order[j] = kept;
    }
    return order;
  }

  /** A tensor that broadcasts to these extents: some are 1, the first ones may be missing. */
  private Tensor thinned(int[] whole) {
    int[] dims = Arrays.copyOfRange(whole, random.nextInt(whole.length + 1), whole.length);
    return numbers(IntStream.of(dims).map(dim -> random.nextInt(3) == 0 ? 1 : dim).toArray());
  }

  private Tensor numbers(int... dims) {
    float[] data = new float[Shape.of(dims).elements()];
    for (int i = 0; i < data.length; i++) {
      data[i] = (float) random.nextGaussian();
    }
    return Tensor.of(Shape.of(dims), data);
  }

  private static void same(Tensor expected, Tensor found, String what) {
    assertEquals(expected.shape(), found.shape(), what);
    assertArrayEquals(expected.floats(), found.floats(), what);
  }

  private static void close(Tensor expected, Tensor found) {
    assertEquals(expected.shape(), found.shape());
    assertArrayEquals(expected.floats(), found.floats(), 2e-6f);
  }
}
