package io.nyala.autograd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Whole numbers beyond 2⁵³ are exact, and wrap round where they do not fit. */
class WholesTest {

  private static final long BIG = (1L << 53) + 1;

  private static Tensor of(long... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  private static void is(Tensor found, long... expected) {
    assertArrayEquals(expected, found.longs());
  }

  @Test
  void isExact() {
    is(Arithmetic.add(of(BIG), of(1)), BIG + 1);
    is(Arithmetic.subtract(of(BIG), of(1)), BIG - 1);
    is(Arithmetic.multiply(of(BIG, 3), of(3)), 3 * BIG, 9);
    is(Arithmetic.negative(of(BIG)), -BIG);
    is(Maths.abs(of(-BIG)), BIG);
    is(Arithmetic.maximum(of(BIG), of(BIG - 1)), BIG);
    is(Arithmetic.minimum(of(BIG), of(BIG + 1)), BIG);
    is(Arithmetic.power(of(3, -2), of(35, 3)), 50031545098999707L, -8);
    is(Reduce.sum(of(BIG, 1, 1)), BIG + 2);
    is(Reduce.prod(of(BIG, 3), null, false), 3 * BIG);
    is(Reduce.cumsum(of(BIG, 1), 0), BIG, BIG + 1);
    is(Reduce.max(of(BIG, BIG - 1), null, false), BIG);
    is(Matrix.matmul(of(BIG, 1), of(1, 1)), BIG + 1);
    is(Compare.where(Compare.equal(of(1), of(1)), of(BIG), of(0)), BIG);
  }

  @Test
  void tellsNeighboursApart() {
    assertEquals(false, Compare.equal(of(BIG), of(BIG - 1)).booleans()[0]);
    assertEquals(true, Compare.greater(of(BIG), of(BIG - 1)).booleans()[0]);
    assertEquals(true, Compare.less(of(BIG - 1), of(BIG)).booleans()[0]);
  }

  @Test
  void wrapsRound() {
    Tensor most = Tensor.of(Shape.of(1), new int[] {Integer.MAX_VALUE});
    Tensor one = Tensor.of(Shape.of(1), new int[] {1});
    assertArrayEquals(new int[] {Integer.MIN_VALUE}, Arithmetic.add(most, one).ints());
    is(Arithmetic.add(of(Long.MAX_VALUE), of(1)), Long.MIN_VALUE);
  }

  @Test
  void refusesNegativePowers() {
    assertThrows(IllegalArgumentException.class, () -> Arithmetic.power(of(2), of(-1)));
  }
}
