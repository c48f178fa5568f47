package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.Arrays;
import java.util.List;

/**
 * Where in a grid a chart stands: rows and columns from the first to the last of its own, counted
 * from 0 at the top left.
 *
 * @param widths shares of the columns; null: alike
 * @param heights shares of the rows; null: alike
 */
record Cell(
    int rows,
    int columns,
    int top,
    int bottom,
    int left,
    int right,
    double[] widths,
    double[] heights) {

  /** A place in a grid, by its number in reading order, from 0. */
  static Cell of(int rows, int columns, int index) {
    int row = index / columns;
    int column = index % columns;
    return new Cell(rows, columns, row, row, column, column, null, null);
  }

  /**
   * {@code subplot(2, 3, 1)}, {@code subplot(231)}, {@code subplot(2, 3, (1, 2))}, a cell itself.
   */
  static Cell of(List<?> args) {
    if (args.isEmpty()) {
      return of(1, 1, 0);
    }
    if (args.size() == 1 && args.get(0) instanceof Cell cell) {
      return cell;
    }
    if (args.size() == 3 && args.get(2) instanceof List<?> both && both.size() == 2) {
      Cell from = of(Arrays.asList(args.get(0), args.get(1), both.get(0)));
      Cell to = of(Arrays.asList(args.get(0), args.get(1), both.get(1)));
      return new Cell(
          from.rows, from.columns, from.top, to.bottom, from.left, to.right, null, null);
    }
    int[] all = args.stream().mapToInt(arg -> (int) Values.number(arg)).toArray();
    if (all.length == 1 && all[0] >= 111 && all[0] <= 999) {
      all = new int[] {all[0] / 100, all[0] / 10 % 10, all[0] % 10};
    }
    if (all.length != 3 || all[0] < 1 || all[1] < 1) {
      throw PyError.value("subplot() takes rows, columns and a number; received " + Repr.of(args));
    }
    if (all[2] < 1 || all[2] > all[0] * all[1]) {
      throw PyError.value(
          "num must be an integer with 1 <= num <= " + all[0] * all[1] + ", not " + all[2]);
    }
    return of(all[0], all[1], all[2] - 1);
  }

  /** From this cell to one further down and right. */
  Cell to(int row, int column) {
    return new Cell(rows, columns, top, row, left, column, widths, heights);
  }

  /** Whether it is the same room of the same grid. */
  boolean isSame(Cell other) {
    return rows == other.rows
        && columns == other.columns
        && top == other.top
        && bottom == other.bottom
        && left == other.left
        && right == other.right;
  }

  /** Left edge, upper edge, width and height in shares of the whole. */
  double[] room() {
    double[] across = edges(widths, columns);
    double[] down = edges(heights, rows);
    return new double[] {
      across[left], down[top], across[right + 1] - across[left], down[bottom + 1] - down[top]
    };
  }

  private static double[] edges(double[] shares, int count) {
    double[] edges = new double[count + 1];
    double all = shares == null ? count : Arrays.stream(shares).sum();
    for (int i = 0; i < count; i++) {
      edges[i + 1] = edges[i] + (shares == null ? 1 : shares[i]) / all;
    }
    return edges;
  }
}
