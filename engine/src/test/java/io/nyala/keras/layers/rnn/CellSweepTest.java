package io.nyala.keras.layers.rnn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nyala.keras.args.Catalog;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells that are given what does not fit. */
class CellSweepTest {

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNNCell", "LSTMCell", "GRUCell"})
  void anInputOfAnotherWidthIsRefusedAndTheCellGoesOn(String kind) {
    RnnCell cell = cell(kind, Map.of("units", 5));
    cell.build(Shape.of(3, 4));
    Tensor wide = ones(3, 7);
    var error =
        assertThrows(
            IllegalArgumentException.class, () -> cell.step(wide, cell.initialState(3), false));
    assertTrue(error.getMessage().contains("(3, 7)"), error.getMessage());
    Tensor fit = ones(3, 4);
    float[] once = cell.step(fit, cell.initialState(3), false).output().floats();
    assertThrows(
        IllegalArgumentException.class, () -> cell.step(wide, cell.initialState(3), false));
    assertArrayEquals(once, cell.step(fit, cell.initialState(3), false).output().floats());
  }

  @ParameterizedTest
  @ValueSource(strings = {"SimpleRNNCell", "LSTMCell", "GRUCell"})
  void aDropoutOfOneRowHoldsForABatch(String kind) {
    RnnCell cell = cell(kind, Map.of("units", 5, "dropout", 0.5, "seed", 3));
    cell.build(Shape.of(1, 4));
    float[] row = cell.step(ones(1, 4), cell.initialState(1), true).output().floats();
    float[] rows = cell.step(ones(3, 4), cell.initialState(3), true).output().floats();
    for (int i = 0; i < rows.length; i++) {
      assertTrue(Math.abs(row[i % 5] - rows[i]) < 1e-6f, kind + " at " + i);
    }
  }

  private static RnnCell cell(String kind, Map<String, Object> arguments) {
    return (RnnCell) Catalog.get("keras.layers", kind).create(List.of(), arguments);
  }

  private static Tensor ones(int... dims) {
    return Tensor.full(DType.FLOAT32, Shape.of(dims), 1);
  }
}
