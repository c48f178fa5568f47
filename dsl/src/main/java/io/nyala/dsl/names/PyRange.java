package io.nyala.dsl.names;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The whole numbers {@code range(start, stop, step)}. */
public final class PyRange extends AbstractList<Integer> implements RandomAccess {
  private final int start;
  private final int stop;
  private final int step;
  private final int count;

  /**
   * The numbers from start to before stop.
   *
   * @throws PyError {@code ValueError} if step is 0
   */
  public PyRange(int start, int stop, int step) {
    if (step == 0) {
      throw PyError.value("range() arg 3 must not be zero");
    }
    this.start = start;
    this.stop = stop;
    this.step = step;
    long span = step > 0 ? (long) stop - start : (long) start - stop;
    long stride = Math.abs((long) step);
    this.count = (int) Math.max(0, (span + stride - 1) / stride);
  }

  @Override
  public Integer get(int index) {
    if (index < 0 || index >= count) {
      throw new PyError("IndexError", "range object index out of range");
    }
    return start + index * step;
  }

  @Override
  public int size() {
    return count;
  }

  @Override
  public String toString() {
    return "range(" + start + ", " + stop + (step == 1 ? "" : ", " + step) + ")";
  }

  /** Where it starts. */
  public int start() {
    return start;
  }

  /** Where it stops, exclusive. */
  public int stop() {
    return stop;
  }

  /** From one number to the next. */
  public int step() {
    return step;
  }
}
