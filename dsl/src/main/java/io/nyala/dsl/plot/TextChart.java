package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A chart drawn with the dots of Braille signs, eight to a sign, for a terminal. */
final class TextChart {
  private static final int COLUMNS = 60;
  private static final int ROWS = 12;
  private static final int WIDE = 2 * COLUMNS;
  private static final int TALL = 4 * ROWS;
  private static final int BRAILLE = 0x2800;
  private static final int[][] DOTS = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};

  private final int[][] signs = new int[ROWS][COLUMNS];
  private final double[] x = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
  private final double[] y = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

  private TextChart() {}

  /** All charts of a figure, one below the other. */
  static String of(Figure figure) {
    List<String> charts = new ArrayList<>();
    for (Object each : figure.all()) {
      if (each instanceof Axes axes) {
        charts.add(of(axes));
      }
    }
    return charts.stream().filter(chart -> !chart.isEmpty()).collect(Collectors.joining("\n"));
  }

  private static String of(Axes axes) {
    TextChart chart = new TextChart();
    axes.marks.forEach(chart::measure);
    if (!(chart.x[0] <= chart.x[1] && chart.y[0] <= chart.y[1])) {
      return "";
    }
    widen(chart.x);
    widen(chart.y);
    axes.marks.forEach(chart::draw);
    return chart.text(axes);
  }

  /** Makes room around a single value, as much as pyplot does. */
  private static void widen(double[] limits) {
    if (limits[0] == limits[1]) {
      double room = limits[0] == 0 ? 0.055 : 0.055 * Math.abs(limits[0]);
      limits[0] -= room;
      limits[1] += room;
    }
  }

  private void measure(Mark mark) {
    if (mark instanceof Mark.Line line) {
      extend(line.x(), line.y());
    } else if (mark instanceof Mark.Dots dots) {
      extend(dots.x(), dots.y());
    } else if (mark instanceof Mark.Boxes boxes) {
      extend(boxes.left(), boxes.bottom());
      extend(boxes.right(), boxes.top());
    }
  }

  private void extend(double[] xs, double[] ys) {
    for (int i = 0; i < Math.min(xs.length, ys.length); i++) {
      if (Double.isFinite(xs[i]) && Double.isFinite(ys[i])) {
        x[0] = Math.min(x[0], xs[i]);
        x[1] = Math.max(x[1], xs[i]);
        y[0] = Math.min(y[0], ys[i]);
        y[1] = Math.max(y[1], ys[i]);
      }
    }
  }

  private void draw(Mark mark) {
    if (mark instanceof Mark.Line line) {
      for (int i = 0; i < line.x().length; i++) {
        int from = Math.max(0, i - 1);
        segment(line.x()[from], line.y()[from], line.x()[i], line.y()[i]);
      }
    } else if (mark instanceof Mark.Dots dots) {
      for (int i = 0; i < dots.x().length; i++) {
        segment(dots.x()[i], dots.y()[i], dots.x()[i], dots.y()[i]);
      }
    } else if (mark instanceof Mark.Boxes boxes) {
      for (int i = 0; i < boxes.left().length; i++) {
        box(boxes.left()[i], boxes.right()[i], boxes.bottom()[i], boxes.top()[i]);
      }
    }
  }

  private void segment(double x1, double y1, double x2, double y2) {
    if (!Double.isFinite(x1 + y1 + x2 + y2)) {
      return;
    }
    double fromX = across(x1);
    double fromY = down(y1);
    double toX = across(x2);
    double toY = down(y2);
    int steps =
        (int) Math.max(1, Math.ceil(Math.max(Math.abs(toX - fromX), Math.abs(toY - fromY))));
    for (int i = 0; i <= steps; i++) {
      double part = (double) i / steps;
      dot(
          (int) Math.round(fromX + part * (toX - fromX)),
          (int) Math.round(fromY + part * (toY - fromY)));
    }
  }

  private void box(double left, double right, double bottom, double top) {
    // A dot is left free between neighbours.
    int last = Math.max((int) Math.round(across(left)), (int) Math.round(across(right)) - 1);
    for (int i = (int) Math.round(across(left)); i <= last; i++) {
      for (int j = (int) Math.round(down(top)); j <= Math.round(down(bottom)); j++) {
        dot(i, j);
      }
    }
  }

  private double across(double value) {
    return (value - x[0]) / (x[1] - x[0]) * (WIDE - 1);
  }

  private double down(double value) {
    return (y[1] - value) / (y[1] - y[0]) * (TALL - 1);
  }

  private void dot(int across, int down) {
    if (across >= 0 && across < WIDE && down >= 0 && down < TALL) {
      signs[down / 4][across / 2] |= DOTS[down % 4][across % 2];
    }
  }

  private String text(Axes axes) {
    String top = number(y[1]);
    String bottom = number(y[0]);
    int margin = Math.max(top.length(), bottom.length());
    StringBuilder out = new StringBuilder();
    if (!axes.title.isEmpty()) {
      int before = Math.max(0, margin + 2 + (COLUMNS - axes.title.length()) / 2);
      out.append(" ".repeat(before)).append(axes.title).append('\n');
    }
    for (int row = 0; row < ROWS; row++) {
      String label = row == 0 ? top : row == ROWS - 1 ? bottom : "";
      out.append(" ".repeat(margin - label.length())).append(label).append(" │");
      StringBuilder line = new StringBuilder();
      for (int sign : signs[row]) {
        line.append(sign == 0 ? ' ' : (char) (BRAILLE + sign));
      }
      out.append(line.toString().stripTrailing()).append('\n');
    }
    out.append(" ".repeat(margin)).append(" └").append("─".repeat(COLUMNS)).append('\n');
    String left = number(x[0]);
    String right = number(x[1]);
    int gap = Math.max(1, COLUMNS - left.length() - right.length());
    out.append(" ".repeat(margin + 2)).append(left).append(" ".repeat(gap)).append(right);
    String labels =
        axes.marks.stream()
            .map(Mark::label)
            .filter(label -> label != null && !label.isEmpty() && !label.startsWith("_"))
            .distinct()
            .collect(Collectors.joining(", "));
    if (!labels.isEmpty()) {
      out.append('\n').append(" ".repeat(margin + 2)).append(labels);
    }
    return out.toString();
  }

  private static String number(double value) {
    if (value == Math.rint(value) && Math.abs(value) < 1e7) {
      return Long.toString((long) value);
    }
    String text = String.format(Locale.ROOT, "%.4g", value);
    return text.contains("e") || !text.contains(".") ? text : text.replaceAll("\\.?0+$", "");
  }
}
