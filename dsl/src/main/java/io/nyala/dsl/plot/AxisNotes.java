package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * What stands beside an axis and the charting library does not draw: the power of ten that numbers
 * are written without, and the small marks between the powers of a logarithmic axis.
 */
final class AxisNotes {
  private static final double MARK = 2.5;

  private AxisNotes() {}

  private static int power(Axes axes, Axis axis) {
    boolean written = axis.isNumbered() && axis.labelled && !axes.hidden;
    double[] ticks = written ? Scales.ticks(axes, axis, 400) : null;
    return ticks == null ? 0 : Numerals.power(axis, ticks);
  }

  /** The room that the powers of ten take. */
  static Margin room(Axes axes) {
    double word = axes.x.tickFont.pixels();
    double above = power(axes, axes.y) == 0 || !axes.title.isEmpty() ? 0 : word;
    double below = power(axes, axes.x) == 0 || !axes.x.label.isEmpty() ? 0 : word * 1.2;
    double title = axes.title.isEmpty() ? 0 : 5;
    return new Margin(above + title, overhang(axes), below, 0);
  }

  /** How far the last number below a chart reaches beyond it. */
  private static double overhang(Axes axes) {
    boolean numbers = axes.x.isNumbered() || axes.x.log();
    boolean written = axes.x.labelled && !axes.hidden && numbers && !axes.x.inverted;
    double[] ticks = written ? Scales.ticks(axes, axes.x, 400) : null;
    if (ticks == null || ticks.length == 0) {
      return 0;
    }
    double[] ends = axes.ends(axes.x);
    double last = ticks[ticks.length - 1];
    String word = Ticks.labels(axes.x, ticks, ends).get(ticks.length - 1);
    double end = axes.x.along(ends[1]);
    double beyond = 400 * (end - axes.x.along(last)) / (end - axes.x.along(ends[0]));
    return Math.max(0, axes.x.tickFont.width(word) / 2 - beyond - 6);
  }

  /** The powers of ten at the ends of the axes. */
  static String powers(Axes axes, Panel panel) {
    StringBuilder all = new StringBuilder();
    int across = power(axes, axes.x);
    if (across != 0) {
      double y = panel.bottom() + 3.1 * axes.x.tickFont.pixels();
      all.append(text(panel.right(), y, axes.x, "end", across));
    }
    int up = power(axes, axes.y);
    if (up != 0) {
      all.append(text(panel.left(), panel.top() - 5, axes.y, "start", up));
    }
    int other = axes.right == null ? 0 : power(axes.right, axes.right.y);
    if (other != 0) {
      all.append(text(panel.right(), panel.top() - 5, axes.right.y, "end", other));
    }
    return all.toString();
  }

  private static String text(double x, double y, Axis axis, String anchor, int power) {
    return Svg.words(x, y, axis.tickFont, anchor, "", "1e" + Numerals.signed("" + power));
  }

  /** Small marks, and lines of the grid, between the powers of ten. */
  static String between(Axes axes, Panel panel) {
    if (axes.hidden || axes.rightOf != null) {
      return "";
    }
    StringBuilder all = new StringBuilder();
    DoubleUnaryOperator across = panel.across(axes);
    for (double value : places(axes, axes.x)) {
      double x = across.applyAsDouble(value);
      lines(all, axes.x, x, panel.bottom(), x, panel.bottom() + MARK, x, panel.top());
    }
    DoubleUnaryOperator up = panel.up(axes);
    for (double value : places(axes, axes.y)) {
      double y = up.applyAsDouble(value);
      lines(all, axes.y, panel.left(), y, panel.left() - MARK, y, panel.right(), y);
    }
    return all.toString();
  }

  /** From two to nine times each power, where powers follow each other. */
  private static List<Double> places(Axes axes, Axis axis) {
    List<Double> all = new ArrayList<>();
    double[] ends = axes.ends(axis);
    boolean close = Math.log10(ends[1] / ends[0]) < 9;
    if (!axis.kind.equals("log") || !close || axis.ticks != null) {
      return all;
    }
    for (int k = (int) Math.floor(Math.log10(ends[0])); Math.pow(10, k) < ends[1]; k++) {
      for (int times = 2; times < 10; times++) {
        double value = times * Math.pow(10, k);
        if (value > ends[0] && value < ends[1]) {
          all.add(value);
        }
      }
    }
    return all;
  }

  private static void lines(
      StringBuilder all,
      Axis axis,
      double x,
      double y,
      double markX,
      double markY,
      double farX,
      double farY) {
    if (axis.marked) {
      all.append(line(x, y, markX, markY, "currentColor", 0.6, ""));
    }
    if (axis.gridBetween) {
      String color = axis.gridColor == null ? "currentColor" : Signs.ink(axis.gridColor);
      all.append(line(x, y, farX, farY, color, axis.gridWidth, ChartSvg.gridLook(axis)));
    }
  }

  private static String line(
      double x, double y, double toX, double toY, String color, double width, String more) {
    return Signs.format(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\" stroke-width=\"%.1f\"%s/>",
        x, y, toX, toY, color, width, more);
  }
}
