package io.nyala.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * NumPy's layout of nested brackets: rows aligned, lines of at most 75 characters, and beyond 1,000
 * elements only the first and last three of each axis. Source: numpy's {@code array2string}.
 */
final class ArrayText {

  private final int edge = PrintOptions.current().edgeItems();

  private final Shape shape;
  private final int[] strides;
  private final String separator;
  private final boolean summary;
  private IntFunction<String> format;

  private ArrayText(Shape shape, String separator) {
    this.shape = shape;
    this.strides = shape.strides();
    this.separator = separator;
    this.summary = shape.elements() > PrintOptions.current().threshold();
  }

  /** Makes the text of one element, given its place, from the places of all that are shown. */
  interface Format {
    IntFunction<String> over(int[] places);
  }

  /**
   * The text.
   *
   * @param prefix how many characters stand before the first bracket
   * @param suffix how many follow the last
   */
  static String of(Shape shape, String separator, int prefix, int suffix, Format format) {
    if (shape.elements() == 0) {
      return "[]";
    }
    ArrayText text = new ArrayText(shape, separator);
    List<Integer> shown = new ArrayList<>();
    text.collect(0, 0, shown);
    text.format = format.over(shown.stream().mapToInt(i -> i).toArray());
    return text.print(0, 0, " ".repeat(prefix + 1), PrintOptions.current().lineWidth() - suffix);
  }

  private void collect(int axis, int at, List<Integer> shown) {
    if (axis == shape.rank()) {
      shown.add(at);
      return;
    }
    for (int i = 0; i < shape.dim(axis); i++) {
      if (isLeftOut(axis, i)) {
        i = shape.dim(axis) - edge;
      }
      collect(axis + 1, at + i * strides[axis], shown);
    }
  }

  private boolean isLeftOut(int axis, int i) {
    return summary && shape.dim(axis) > 2 * edge && i >= edge && i < shape.dim(axis) - edge;
  }

  private String print(int axis, int at, String indent, int width) {
    int left = shape.rank() - axis;
    if (left == 0) {
      return format.apply(at);
    }
    String inside =
        left == 1
            ? row(axis, at, indent, width - Math.max(separator.stripTrailing().length(), 1))
            : block(axis, at, indent, width);
    return "[" + inside.substring(indent.length()) + "]";
  }

  /** The last axis: elements side by side, wrapped. */
  private String row(int axis, int at, String indent, int width) {
    StringBuilder done = new StringBuilder();
    String line = indent;
    int n = shape.dim(axis);
    for (int i = 0; i < n; i++) {
      boolean leftOut = isLeftOut(axis, i);
      String word = leftOut ? "..." : print(axis + 1, at + i * strides[axis], "", 0);
      i = leftOut ? n - edge - 1 : i;
      if (length(line) + length(word) > width && line.length() > indent.length()) {
        done.append(line.stripTrailing()).append('\n');
        line = indent;
      }
      line += word + (i < n - 1 ? separator : "");
    }
    return done + line;
  }

  /** Another axis: blocks below each other. */
  private String block(int axis, int at, String indent, int width) {
    StringBuilder out = new StringBuilder();
    String between = separator.stripTrailing() + "\n".repeat(shape.rank() - axis - 1);
    int n = shape.dim(axis);
    for (int i = 0; i < n; i++) {
      boolean leftOut = isLeftOut(axis, i);
      out.append(indent)
          .append(
              leftOut ? "..." : print(axis + 1, at + i * strides[axis], indent + " ", width - 1));
      i = leftOut ? n - edge - 1 : i;
      out.append(i < n - 1 ? between : "");
    }
    return out.toString();
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
