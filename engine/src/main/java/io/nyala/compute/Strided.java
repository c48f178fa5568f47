package io.nyala.compute;

/**
 * Copies a float array into another order of its axes, straight where elements lie in a row on both
 * sides, by small tiles where they lie in a row on one side only.
 */
public final class Strided {

  /** Elements of a tile's edge: as many as a line of the cache holds. */
  private static final int TILE = 16;

  /** Elements that are worth a second thread. */
  private static final int PARALLEL = 1 << 16;

  private Strided() {}

  /**
   * {@code to[i, j, …, k] = from[i·steps[0] + j·steps[1] + … + k·steps[last]]}, with {@code to}
   * written row by row.
   *
   * @param dims extents of what is written
   * @param steps for each of its axes the distance of neighbours in {@code from}
   */
  public static void copy(int[] dims, int[] steps, float[] from, float[] to) {
    int last = dims.length - 1;
    int elements = 1;
    for (int dim : dims) {
      elements *= dim;
    }
    if (elements == 0) {
      return;
    }
    if (last < 0) {
      to[0] = from[0];
      return;
    }
    int side = steps[last] == 1 ? last : unitAxis(steps);
    int[] outer = outer(dims, side, last);
    int[] sources = offsets(dims, steps, outer);
    int[] rows = rowMajor(dims);
    int[] targets = offsets(dims, rows, outer);
    int threads = elements < PARALLEL ? 1 : Threads.available();
    Threads.ranges(
        sources.length,
        1,
        threads,
        (first, end) -> {
          Interruption.check();
          for (int i = first; i < end; i++) {
            if (steps[last] == 1) {
              System.arraycopy(from, sources[i], to, targets[i], dims[last]);
            } else if (side == last) {
              column(dims[last], from, sources[i], steps[last], to, targets[i]);
            } else {
              tiles(
                  dims[side],
                  dims[last],
                  from,
                  sources[i],
                  steps[last],
                  to,
                  targets[i],
                  rows[side]);
            }
          }
        });
  }

  /** The axis along which the source lies in a row, or the last one if there is none. */
  private static int unitAxis(int[] steps) {
    for (int axis = steps.length - 1; axis >= 0; axis--) {
      if (steps[axis] == 1) {
        return axis;
      }
    }
    return steps.length - 1;
  }

  /** The axes that are walked one by one: all but these two. */
  private static int[] outer(int[] dims, int side, int last) {
    int[] outer = new int[dims.length - (side == last ? 1 : 2)];
    int count = 0;
    for (int axis = 0; axis < last; axis++) {
      if (axis != side) {
        outer[count++] = axis;
      }
    }
    return outer;
  }

  private static int[] rowMajor(int[] dims) {
    int[] steps = new int[dims.length];
    int step = 1;
    for (int axis = dims.length - 1; axis >= 0; axis--) {
      steps[axis] = step;
      step *= dims[axis];
    }
    return steps;
  }

  /** For each place of some axes in row-major order, its distance from the first. */
  private static int[] offsets(int[] dims, int[] steps, int[] axes) {
    int[] offsets = {0};
    for (int axis : axes) {
      int[] longer = new int[offsets.length * dims[axis]];
      for (int i = 0; i < longer.length; i++) {
        longer[i] = offsets[i / dims[axis]] + i % dims[axis] * steps[axis];
      }
      offsets = longer;
    }
    return offsets;
  }

  private static void column(int n, float[] from, int at, int step, float[] to, int toAt) {
    for (int i = 0; i < n; i++) {
      to[toAt + i] = from[at + i * step];
    }
  }

  /** {@code to[r, c] = from[c·step + r]} for a matrix of so many rows and columns. */
  private static void tiles(
      int rows, int cols, float[] from, int at, int step, float[] to, int toAt, int ldc) {
    for (int r0 = 0; r0 < rows; r0 += TILE) {
      int r1 = Math.min(rows, r0 + TILE);
      for (int c0 = 0; c0 < cols; c0 += TILE) {
        int c1 = Math.min(cols, c0 + TILE);
        for (int r = r0; r < r1; r++) {
          int t = toAt + r * ldc;
          int s = at + r;
          for (int c = c0; c < c1; c++) {
            to[t + c] = from[s + c * step];
          }
        }
      }
    }
  }
}
