package io.nyala.keras.datasets;

import io.nyala.tensor.Shape;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * Lists of whole numbers of different lengths, held without boxes: what NumPy would call an array
 * of objects.
 */
public final class Sequences extends AbstractList<List<Integer>> implements RandomAccess {

  private final int[][] rows;

  /** The lists over this storage, which must not be written to afterwards. */
  public Sequences(int[][] rows) {
    this.rows = rows;
  }

  @Override
  public List<Integer> get(int i) {
    return new Row(rows[i]);
  }

  @Override
  public int size() {
    return rows.length;
  }

  /** The numbers of a list, without boxes; the storage itself. */
  public int[] ints(int i) {
    return rows[i];
  }

  /** {@code (size,)}. */
  public Shape getShape() {
    return Shape.of(rows.length);
  }

  /** As NumPy prints an array of lists. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < rows.length; i++) {
      if (rows.length > 6 && i == 3) {
        text.append("\n ...");
        i = rows.length - 3;
      }
      text.append(i == 0 ? "" : "\n ").append("list(").append(Arrays.toString(rows[i])).append(')');
    }
    return text.append(']').toString();
  }

  private static final class Row extends AbstractList<Integer> implements RandomAccess {

    private final int[] numbers;

    Row(int[] numbers) {
      this.numbers = numbers;
    }

    @Override
    public Integer get(int i) {
      return numbers[i];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }
}
