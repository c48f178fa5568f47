package io.nyala.cli.bench;

import java.util.List;
import java.util.Locale;

/** The points of {@link GrowthBench} as one picture: a panel an axis, both scales logarithmic. */
public final class GrowthChart {

  private static final int WIDTH = 340;
  private static final int HEIGHT = 250;
  private static final int MARGIN = 50;
  private static final List<String> AXES = List.of("time", "units", "batch", "vocabulary");
  private static final String[][] LINES = {
    {"nyala", "#d1495b"}, {"torch", "#30638e"},
  };

  private GrowthChart() {}

  /** The picture as SVG. */
  public static String svg(List<GrowthBench.Point> points) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%1$d\""
                + " height=\"%2$d\" font-family=\"sans-serif\" font-size=\"11\">%n"
                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>%n",
            2 * WIDTH,
            2 * HEIGHT + 24));
    for (int i = 0; i < AXES.size(); i++) {
      String axis = AXES.get(i);
      panel(
          svg,
          axis,
          points.stream().filter(p -> p.axis().equals(axis)).toList(),
          i % 2 * WIDTH,
          i / 2 * HEIGHT);
    }
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\"><tspan fill=\"%s\">Nyala</tspan>,"
                + " <tspan fill=\"%s\">PyTorch</tspan>; ms per training step of an LSTM; solid:"
                + " lengths of sentences, dashed: every sequence full</text>%n</svg>%n",
            WIDTH,
            2 * HEIGHT + 14,
            LINES[0][1],
            LINES[1][1]));
    return svg.toString();
  }

  private static void panel(
      StringBuilder svg, String axis, List<GrowthBench.Point> points, int left, int top) {
    if (points.isEmpty()) {
      return;
    }
    Scale x = Scale.of(points.stream().mapToDouble(p -> p.value()).toArray());
    Scale y =
        Scale.of(
            points.stream()
                .flatMapToDouble(p -> p.millis().values().stream().mapToDouble(ms -> ms))
                .toArray());
    int right = WIDTH - 20;
    int bottom = HEIGHT - MARGIN;
    svg.append(
        String.format(
            Locale.ROOT,
            "<g transform=\"translate(%d %d)\"><text x=\"%d\" y=\"16\" text-anchor=\"middle\""
                + " font-size=\"13\">%s</text><path d=\"M%d 24V%dH%d\" fill=\"none\""
                + " stroke=\"#888888\"/>%n",
            left,
            top,
            (MARGIN + right) / 2,
            axis,
            MARGIN,
            bottom,
            right));
    points.stream()
        .mapToInt(GrowthBench.Point::value)
        .distinct()
        .forEach(
            value -> label(svg, x.at(value, MARGIN, right), bottom + 16, "middle", "" + value));
    for (double power = Math.pow(10, Math.ceil(y.low()));
        Math.log10(power) <= y.high();
        power *= 10) {
      label(svg, MARGIN - 6, y.at(power, bottom, 24) + 4, "end", trimmed(power));
    }
    for (String[] line : LINES) {
      for (boolean full : new boolean[] {false, true}) {
        line(svg, line, full, points, x, y);
      }
    }
    svg.append("</g>\n");
  }

  private static void line(
      StringBuilder svg,
      String[] line,
      boolean full,
      List<GrowthBench.Point> points,
      Scale x,
      Scale y) {
    StringBuilder path = new StringBuilder();
    for (GrowthBench.Point p : points) {
      Double ms = p.millis().get(line[0]);
      if (p.full() == full && ms != null) {
        path.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                x.at(p.value(), MARGIN, WIDTH - 20),
                y.at(ms, HEIGHT - MARGIN, 24)));
      }
    }
    if (path.length() > 0) {
      svg.append(
          String.format(
              "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"%s/>%n",
              path.toString().strip(), line[1], full ? " stroke-dasharray=\"5 4\"" : ""));
    }
  }

  private static void label(StringBuilder svg, double x, double y, String anchor, String text) {
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
            x,
            y,
            anchor,
            text));
  }

  private static String trimmed(double power) {
    return power >= 1 ? String.valueOf((long) power) : String.valueOf((float) power);
  }

  /** The decimal logarithms between which values lie, with some room. */
  private record Scale(double low, double high) {

    static Scale of(double... values) {
      double low = Double.MAX_VALUE;
      double high = -Double.MAX_VALUE;
      for (double value : values) {
        low = Math.min(low, Math.log10(value));
        high = Math.max(high, Math.log10(value));
      }
      return new Scale(low - 0.1, high + 0.1);
    }

    double at(double value, double from, double to) {
      return from + (to - from) * (Math.log10(value) - low) / (high - low);
    }
  }
}
