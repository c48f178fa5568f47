package io.nyala.dsl.plot;

/** Pixels that a chart leaves free beside all that it draws. */
record Margin(double top, double right, double bottom, double left) {
  static final Margin NONE = new Margin(0, 0, 0, 0);

  Margin plus(Margin other) {
    return new Margin(
        top + other.top, right + other.right, bottom + other.bottom, left + other.left);
  }

  /** As much as either leaves. */
  Margin or(Margin other) {
    return new Margin(
        Math.max(top, other.top),
        Math.max(right, other.right),
        Math.max(bottom, other.bottom),
        Math.max(left, other.left));
  }

  /** What of a box lies outside a chart of this size. */
  static Margin over(double x, double y, double wide, double tall, double width, double height) {
    return new Margin(
        Math.max(0, -y),
        Math.max(0, x + wide - width),
        Math.max(0, y + tall - height),
        Math.max(0, -x));
  }
}
