package io.nyala.keras.optimizers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nyala.autograd.Gather;
import io.nyala.autograd.Variable;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Adam on a table of which few rows have gradients, held to its formula element by element. */
class TouchedRowsTest {

  private static final int ROWS = 37;
  private static final int WIDTH = 5;
  private static final double RATE = 0.01;

  private final Random random = new Random(9);
  private final Variable table = new Variable(numbers(ROWS), true, "table");
  private final Adam adam = new Adam(RATE);
  private final double[] w = doubles(table);
  private final double[] m = new double[ROWS * WIDTH];
  private final double[] v = new double[ROWS * WIDTH];
  private int steps;

  @Test
  void rowsThatNoGradientReachedStayAndOthersDecay() {
    byRows(3, 8, 3);
    byRows(8);
    byRows(36, 0);
    byRows(3);
  }

  @Test
  void aGradientOfAllRowsTouchesAll() {
    byRows(4, 5);
    Tensor whole = numbers(ROWS);
    adam.apply(List.of(whole), List.of(table));
    double[] g = new double[ROWS * WIDTH];
    for (int i = 0; i < g.length; i++) {
      g[i] = whole.getDouble(i);
    }
    expect(g, squared(g));
    byRows(6);
    byRows(5);
  }

  @Test
  void aMeanThatSomebodyAssignsIsSeen() {
    byRows(4, 5);
    Tensor means = numbers(ROWS);
    Variable slot = adam.variables().get(2);
    assertEquals("table_momentum", slot.name());
    slot.assign(means);
    for (int i = 0; i < m.length; i++) {
      m[i] = means.getDouble(i);
    }
    byRows(6);
    byRows(4);
  }

  /** A step with a slice for each of these rows. */
  private void byRows(int... rows) {
    Tensor slices = numbers(rows.length);
    adam.apply(List.of(Gather.scatterAdd(slices, rows, 0, ROWS)), List.of(table));
    double[] g = new double[ROWS * WIDTH];
    double[] g2 = new double[ROWS * WIDTH];
    for (int i = 0; i < slices.elements(); i++) {
      int at = rows[i / WIDTH] * WIDTH + i % WIDTH;
      g[at] += slices.getDouble(i);
      g2[at] += slices.getDouble(i) * slices.getDouble(i);
    }
    expect(g, g2);
  }

  private void expect(double[] g, double[] g2) {
    steps++;
    double alpha = RATE * Math.sqrt(1 - Math.pow(0.999, steps)) / (1 - Math.pow(0.9, steps));
    for (int i = 0; i < w.length; i++) {
      m[i] += (g[i] - m[i]) * 0.1;
      v[i] += (g2[i] - v[i]) * 0.001;
      w[i] -= alpha * m[i] / (Math.sqrt(v[i]) + 1e-7);
      double tolerance = 5e-5 * (1 + Math.abs(w[i]));
      assertEquals(w[i], table.value().getDouble(i), tolerance, "step " + steps + " at " + i);
    }
  }

  private Tensor numbers(int rows) {
    float[] numbers = new float[rows * WIDTH];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextFloat() - 0.5f;
    }
    return Tensor.of(Shape.of(rows, WIDTH), numbers);
  }

  private static double[] squared(double[] g) {
    double[] squares = new double[g.length];
    for (int i = 0; i < g.length; i++) {
      squares[i] = g[i] * g[i];
    }
    return squares;
  }

  private static double[] doubles(Variable variable) {
    double[] values = new double[variable.value().elements()];
    for (int i = 0; i < values.length; i++) {
      values[i] = variable.value().getDouble(i);
    }
    return values;
  }
}
