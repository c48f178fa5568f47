package io.nyala.keras.datasets;

import io.nyala.keras.KerasException;
import io.nyala.tensor.DType;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Slice;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

  /** The list with this number, a copy. */
  @Override
  public List<Integer> get(int i) {
    return Arrays.stream(rows[i]).boxed().collect(Collectors.toCollection(ArrayList::new));
  }

  /**
   * What NumPy gives for an index: a list for a number; for a slice, a mask or numbers the lists
   * that they choose.
   *
   * @throws KerasException an IndexError where there is no such list
   */
  public Object getAt(Object index) {
    if (index instanceof Slice slice) {
      Slice.Positions positions = slice.over(rows.length);
      return at(IntStream.range(0, positions.count()).map(positions::at).toArray());
    }
    if (index instanceof Number number) {
      return get(place(number.longValue()));
    }
    Tensor chosen = index instanceof Tensor tensor ? tensor : Tensors.of(index);
    if (chosen.dtype() == DType.BOOL && chosen.elements() != rows.length) {
      throw KerasException.index(
          "boolean index did not match indexed array along axis 0; size of axis is "
              + rows.length
              + " but size of corresponding boolean axis is "
              + chosen.elements());
    }
    if (chosen.dtype() == DType.BOOL) {
      return at(IntStream.range(0, rows.length).filter(i -> chosen.booleans()[i]).toArray());
    }
    return chosen.rank() == 0
        ? get(place(chosen.getLong(0)))
        : at(IntStream.range(0, chosen.elements()).map(i -> place(chosen.getLong(i))).toArray());
  }

  private int place(long index) {
    long place = index < 0 ? index + rows.length : index;
    if (place < 0 || place >= rows.length) {
      throw KerasException.index(
          "index " + index + " is out of bounds for axis 0 with size " + rows.length);
    }
    return (int) place;
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

  /** NumPy's type of such an array, {@code object}. */
  public String getDtype() {
    return "object";
  }

  /** One axis. */
  public int getNdim() {
    return 1;
  }

  /** The lists with these numbers, in their order. */
  public Sequences at(int... chosen) {
    return new Sequences(Arrays.stream(chosen).mapToObj(i -> rows[i]).toArray(int[][]::new));
  }

  @Override
  public Sequences subList(int from, int to) {
    return new Sequences(Arrays.copyOfRange(rows, from, to));
  }

  /** The lists of both, one after the other. */
  public Sequences join(Sequences other) {
    int[][] all = Arrays.copyOf(rows, rows.length + other.rows.length);
    System.arraycopy(other.rows, 0, all, rows.length, other.rows.length);
    return new Sequences(all);
  }

  /** Plain lists in a plain list. */
  public List<Object> tolist() {
    return new ArrayList<>(this);
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
}
