package io.nyala.dsl.names;

/**
 * A slice {@code start:stop:step} of an index; a part left out is null.
 *
 * @param start first position, counted from the end when negative
 * @param stop the position before which to stop
 * @param step the stride, never 0
 */
public record Slice(Integer start, Integer stop, Integer step) {

  public Slice {
    if (step != null && step == 0) {
      throw PyError.value("slice step cannot be zero");
    }
  }

  /**
   * A slice from any whole numbers or nulls.
   *
   * @throws PyError {@code TypeError} if a part is neither
   */
  public static Slice of(Object start, Object stop, Object step) {
    return new Slice(whole(start), whole(stop), whole(step));
  }

  private static Integer whole(Object part) {
    if (part == null) {
      return null;
    }
    if (part instanceof Integer || part instanceof Long || part instanceof Short) {
      long value = ((Number) part).longValue();
      return (int) Math.max(Integer.MIN_VALUE + 1, Math.min(Integer.MAX_VALUE, value));
    }
    throw PyError.type(
        "slice indices must be integers or None, not " + Types.nameOf(part) + " (" + part + ")");
  }

  /** The positions this slice takes from a sequence of the given length. */
  public Positions over(int length) {
    int by = step == null ? 1 : step;
    int low = by > 0 ? 0 : -1;
    int high = by > 0 ? length : length - 1;
    int from = start == null ? (by > 0 ? low : high) : clamp(start, length, low, high);
    int to = stop == null ? (by > 0 ? high : low) : clamp(stop, length, low, high);
    long span = by > 0 ? (long) to - from : (long) from - to;
    long stride = Math.abs((long) by);
    return new Positions(from, by, (int) Math.max(0, (span + stride - 1) / stride));
  }

  private static int clamp(int position, int length, int low, int high) {
    int at = position < 0 ? position + length : position;
    return Math.max(low, Math.min(high, at));
  }

  /**
   * Positions {@code start, start + step, …}.
   *
   * @param count how many
   */
  public record Positions(int start, int step, int count) {

    /** The i-th position. */
    public int at(int i) {
      return start + i * step;
    }
  }

  @Override
  public String toString() {
    return "slice(" + text(start) + ", " + text(stop) + ", " + text(step) + ")";
  }

  private static String text(Integer part) {
    return part == null ? "None" : part.toString();
  }
}
