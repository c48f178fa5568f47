package io.nyala.keras.layers.text;

import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;

/** Rows of indices of different lengths, written one after the other. */
public final class Ids {

  private long[] ids = new long[256];
  private int[] lengths = new int[32];
  private int rows;
  private int size;

  Ids() {}

  /** Adds an index to the row being written. */
  void add(long id) {
    if (size == ids.length) {
      ids = Arrays.copyOf(ids, 2 * size);
    }
    ids[size++] = id;
    lengths[rows]++;
  }

  /** Adds a whole row. */
  void addRow(long[] row) {
    if (size + row.length > ids.length) {
      ids = Arrays.copyOf(ids, Math.max(2 * size, size + row.length));
    }
    System.arraycopy(row, 0, ids, size, row.length);
    size += row.length;
    lengths[rows] = row.length;
    endRow();
  }

  /** The row that was written last. */
  long[] lastRow() {
    return Arrays.copyOfRange(ids, size - lengths[rows - 1], size);
  }

  /** Ends the row being written. */
  void endRow() {
    if (++rows == lengths.length) {
      lengths = Arrays.copyOf(lengths, 2 * rows);
    }
  }

  /** The number of rows. */
  public int rows() {
    return rows;
  }

  /** The number of indices in each row, padding not counted. */
  public int[] lengths() {
    return Arrays.copyOf(lengths, rows);
  }

  /** The indices, row after row, without padding. */
  public long[] flat() {
    return Arrays.copyOf(ids, size);
  }

  /** The length of the longest row, 0 if there are none. */
  public int width() {
    int width = 0;
    for (int row = 0; row < rows; row++) {
      width = Math.max(width, lengths[row]);
    }
    return width;
  }

  /**
   * The rows as one tensor, cut off or filled up with zeros at the end.
   *
   * @param shape the shape the rows are laid out in, with as many elements as there are rows
   * @param width the length every row gets
   * @return int64 {@code [..., width]}
   */
  public Tensor padded(Shape shape, int width) {
    long[] out = new long[rows * width];
    int at = 0;
    for (int row = 0; row < rows; row++) {
      System.arraycopy(ids, at, out, row * width, Math.min(width, lengths[row]));
      at += lengths[row];
    }
    return Tensor.of(shape.insert(-1, width), out);
  }
}
