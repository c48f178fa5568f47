package io.nyala.tensor;

/**
 * A slice {@code start:stop:step} of an index, as Python means it; a part left out is null.
 *
 * @param start the first position, counted from the end when negative
 * @param stop the position before which to stop
 * @param step the stride, never 0
 */
public record Slice(Integer start, Integer stop, Integer step) {

  /** The slice that takes everything. */
  public static final Slice ALL = new Slice(null, null, null);

  public Slice {
    if (step != null && step == 0) {
      throw new IllegalArgumentException("slice step cannot be zero");
    }
  }

  /** The slice {@code start:stop}. */
  public static Slice of(Integer start, Integer stop) {
    return new Slice(start, stop, null);
  }

  /**
   * A slice from whole numbers, tensors of one whole number, or nulls.
   *
   * @throws IllegalArgumentException if a part is none of these
   */
  public static Slice of(Object start, Object stop, Object step) {
    return new Slice(whole(start), whole(stop), whole(step));
  }

  private static Integer whole(Object part) {
    Object value = part instanceof Tensor tensor && tensor.elements() == 1 ? tensor.item() : part;
    if (value == null) {
      return null;
    }
    if (value instanceof Integer || value instanceof Long || value instanceof Short) {
      long number = ((Number) value).longValue();
      return (int) Math.max(-Integer.MAX_VALUE, Math.min(Integer.MAX_VALUE, number));
    }
    throw new IllegalArgumentException(
        "slice indices must be whole numbers or None; received " + part);
  }

  /** The positions this slice takes from an axis of the given length. */
  public Positions over(int length) {
    int by = step == null ? 1 : step;
    int low = by > 0 ? 0 : -1;
    int high = by > 0 ? length : length - 1;
    int from = start == null ? by > 0 ? low : high : clamp(start, length, low, high);
    int to = stop == null ? by > 0 ? high : low : clamp(stop, length, low, high);
    long span = by > 0 ? (long) to - from : (long) from - to;
    long stride = Math.abs((long) by);
    return new Positions(from, by, (int) Math.max(0, (span + stride - 1) / stride));
  }

  private static int clamp(int position, int length, int low, int high) {
    int at = position < 0 ? position + length : position;
    return Math.max(low, Math.min(high, at));
  }

  /**
   * The positions {@code start, start + step, …}.
   *
   * @param start the first one
   * @param step from each to the next
   * @param count how many
   */
  public record Positions(int start, int step, int count) {

    /** The i-th position. */
    public int at(int i) {
      return start + i * step;
    }
  }

  /** As Python prints it: {@code slice(1, None, None)}. */
  @Override
  public String toString() {
    return "slice(" + text(start) + ", " + text(stop) + ", " + text(step) + ")";
  }

  private static String text(Integer part) {
    return part == null ? "None" : part.toString();
  }
}
