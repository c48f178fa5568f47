package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.Slice;
import java.util.Collection;
import java.util.List;

/** Rows and columns of a figure, of which cells are cut out: {@code grid[0, :]}. */
public final class GridSpec {

  /** The arguments that say how it is divided. */
  static final String ARGUMENTS = "width_ratios=None, height_ratios=None, wspace=None, hspace=None";

  private final int rows;
  private final int columns;
  private final double[] widths;
  private final double[] heights;

  private GridSpec(int rows, int columns, double[] widths, double[] heights) {
    this.rows = rows;
    this.columns = columns;
    this.widths = widths;
    this.heights = heights;
  }

  static GridSpec of(Given given, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw PyError.value("Number of rows and columns must be positive integers");
    }
    return new GridSpec(
        rows,
        columns,
        ratios(given, "width_ratios", columns),
        ratios(given, "height_ratios", rows));
  }

  private static double[] ratios(Given given, String name, int count) {
    if (!given.has(name)) {
      return null;
    }
    double[] all = Values.numbers(given.get(name));
    if (all.length != count) {
      throw PyError.value(
          "Expected the given number of "
              + name.replace("_", " ")
              + " to match the number of "
              + (name.startsWith("w") ? "columns" : "rows")
              + " of the grid");
    }
    return all;
  }

  /** One of its cells. */
  Cell cell(int row, int column) {
    return new Cell(rows, columns, row, row, column, column, widths, heights);
  }

  /** {@code grid[row, column]}, each a number or a slice. */
  public Object getAt(Collection<?> indices) {
    List<?> both = List.copyOf(indices);
    if (both.size() != 2) {
      throw new PyError(
          "IndexError", "a grid is cut by a row and a column; received " + Repr.of(both));
    }
    int[] down = span(both.get(0), rows);
    int[] across = span(both.get(1), columns);
    return new Cell(rows, columns, down[0], down[1], across[0], across[1], widths, heights);
  }

  /** {@code grid[n]}, in reading order, or a slice of a grid of one row or column. */
  public Object getAt(Object index) {
    if (index instanceof Number number) {
      int[] at = span(number, rows * columns);
      return cell(at[0] / columns, at[0] % columns);
    }
    int[] part = span(index, rows * columns);
    return new Cell(
        rows,
        columns,
        part[0] / columns,
        part[1] / columns,
        part[0] % columns,
        part[1] % columns,
        widths,
        heights);
  }

  private static int[] span(Object index, int count) {
    if (index instanceof Slice slice) {
      Slice.Positions taken = slice.over(count);
      if (taken.count() < 1 || taken.step() != 1) {
        throw new PyError("IndexError", "no cells of the grid lie in " + Repr.of(index));
      }
      return new int[] {taken.at(0), taken.at(taken.count() - 1)};
    }
    if (!(index instanceof Number number)) {
      throw new PyError(
          "IndexError", "a grid is cut by numbers and slices; received " + Repr.of(index));
    }
    int at = number.intValue() < 0 ? number.intValue() + count : number.intValue();
    if (at < 0 || at >= count) {
      throw new PyError(
          "IndexError", "index " + index + " is out of bounds for a grid of " + count);
    }
    return new int[] {at, at};
  }

  @Override
  public String toString() {
    return "GridSpec(" + rows + ", " + columns + ")";
  }
}
