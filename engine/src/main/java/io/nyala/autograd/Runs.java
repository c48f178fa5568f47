package io.nyala.autograd;

import io.nyala.tensor.Shape;

/**
 * How two operands broadcast to a shape, cut where they begin to do so in another way: from axis
 * {@code split} on, both are there in full, or one of them is a single element.
 */
record Runs(Shape shape, int split, boolean oneOfA, boolean oneOfB) {

  /** The longest runs. */
  static Runs of(Shape a, Shape b, Shape shape) {
    int split = shape.rank();
    boolean oneOfA = false;
    boolean oneOfB = false;
    boolean begun = false;
    while (split > 0) {
      int fromEnd = shape.rank() - split + 1;
      boolean thinA = extent(a, fromEnd) < shape.dim(split - 1);
      boolean thinB = extent(b, fromEnd) < shape.dim(split - 1);
      if (shape.dim(split - 1) > 1) {
        if (begun && (thinA != oneOfA || thinB != oneOfB)) {
          break;
        }
        begun = true;
        oneOfA = thinA;
        oneOfB = thinB;
      }
      split--;
    }
    return new Runs(shape, split, oneOfA, oneOfB);
  }

  private static int extent(Shape x, int fromEnd) {
    return fromEnd > x.rank() ? 1 : x.dim(-fromEnd);
  }

  /** Elements of a run. */
  int length() {
    return shape.slice(split, shape.rank()).elements();
  }

  /** For each run, in order, where it begins in an operand. */
  int[] starts(Shape operand, boolean one) {
    int missing = shape.rank() - operand.rank();
    Shape outer = operand.slice(0, Math.max(0, split - missing));
    int[] starts = Elementwise.sources(outer, shape.slice(0, split));
    int step = one ? 1 : length();
    for (int i = 0; i < starts.length; i++) {
      starts[i] *= step;
    }
    return starts;
  }
}
