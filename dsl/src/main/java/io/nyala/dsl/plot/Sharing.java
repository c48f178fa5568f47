package io.nyala.dsl.plot;

import java.util.function.Function;

/** The same limits for charts that share an axis. */
final class Sharing {

  private Sharing() {}

  static void apply(Figure figure) {
    if (figure.shareX) {
      apply(figure, axes -> axes.x, true);
    }
    if (figure.shareY) {
      apply(figure, axes -> axes.y, false);
    }
  }

  private static void apply(Figure figure, Function<Axes, Axis> axis, boolean x) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Figure.Place place : figure.places) {
      for (Mark mark : place.axes().marks) {
        for (double value : values(mark, x)) {
          low = Double.isFinite(value) ? Math.min(low, value) : low;
          high = Double.isFinite(value) ? Math.max(high, value) : high;
        }
      }
    }
    for (Figure.Place place : figure.places) {
      Axis each = axis.apply(place.axes());
      if (low < high && Double.isNaN(each.low) && Double.isNaN(each.high)) {
        double margin = each.log ? 0 : 0.05 * (high - low);
        each.low = low - margin;
        each.high = high + margin;
      }
    }
  }

  private static double[] values(Mark mark, boolean x) {
    if (mark instanceof Mark.Line line) {
      return x ? line.x() : line.y();
    }
    if (mark instanceof Mark.Dots dots) {
      return x ? dots.x() : dots.y();
    }
    if (mark instanceof Mark.Boxes boxes) {
      return both(x ? boxes.left() : boxes.bottom(), x ? boxes.right() : boxes.top());
    }
    if (mark instanceof Mark.Band band) {
      return x ? band.x() : both(band.low(), band.high());
    }
    return new double[0];
  }

  private static double[] both(double[] a, double[] b) {
    double[] all = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, all, a.length, b.length);
    return all;
  }
}
