package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.AbstractList;
import java.util.Collection;
import java.util.List;

/** Charts in rows, or in one row: {@code axs[0]}, {@code axs[1, 2]}, {@code axs.flat}. */
public final class AxesGrid extends AbstractList<Object> {
  private final List<?> items;

  private AxesGrid(List<?> items) {
    this.items = items;
  }

  /** The charts as {@code subplots} hands them out: one alone, a row, or rows of charts. */
  static Object of(List<List<Axes>> rows, boolean squeeze) {
    int columns = rows.get(0).size();
    if (squeeze && rows.size() == 1) {
      return columns == 1 ? rows.get(0).get(0) : new AxesGrid(rows.get(0));
    }
    if (squeeze && columns == 1) {
      return new AxesGrid(rows.stream().map(row -> row.get(0)).toList());
    }
    return new AxesGrid(rows.stream().map(AxesGrid::new).toList());
  }

  @Override
  public Object get(int index) {
    int at = index < 0 ? index + items.size() : index;
    if (at < 0 || at >= items.size()) {
      throw new PyError(
          "IndexError",
          "index " + index + " is out of bounds for axis 0 with size " + items.size());
    }
    return items.get(at);
  }

  /** {@code axs[row, column]}. */
  public Object getAt(Collection<?> indices) {
    Object at = this;
    for (Object index : indices) {
      if (!(at instanceof AxesGrid grid) || !(index instanceof Number number)) {
        throw new PyError("IndexError", "no chart at " + Repr.of(indices));
      }
      at = grid.get(number.intValue());
    }
    return at;
  }

  /** All charts in reading order. */
  public List<Object> getFlat() {
    return items.stream()
        .flatMap(
            item -> item instanceof AxesGrid row ? row.getFlat().stream() : List.of(item).stream())
        .map(Object.class::cast)
        .toList();
  }

  /** All charts in reading order. */
  public List<Object> flatten() {
    return getFlat();
  }

  /** All charts in reading order. */
  public List<Object> ravel() {
    return getFlat();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public String toString() {
    return "array(" + Repr.of(List.copyOf(items)) + ", dtype=object)";
  }
}
