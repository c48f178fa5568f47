package io.nyala.dsl.python.run;

import io.nyala.dsl.names.PyRange;
import io.nyala.tensor.Slice;
import java.util.List;

/** Parts of ranges. */
final class Ranges {
  private Ranges() {}

  static Object slice(List<?> range, Slice.Positions positions) {
    int size = range.size();
    int first = size == 0 ? 0 : (Integer) range.get(0);
    int step = size < 2 ? 1 : (Integer) range.get(1) - first;
    int start = first + positions.start() * step;
    int stride = step * positions.step();
    return new PyRange(start, start + positions.count() * stride, stride);
  }
}
