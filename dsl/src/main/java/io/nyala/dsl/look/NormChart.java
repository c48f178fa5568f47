package io.nyala.dsl.look;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.Still;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Positive numbers over steps, a line for each name, on a logarithmic scale: cheap enough to be
 * drawn while training goes on.
 */
final class NormChart {
  private static final int WIDTH = 520;
  private static final int HEIGHT = 240;
  private static final int LEFT = 56;
  private static final int TOP = 12;
  private static final int RIGHT = 150;
  private static final int BOTTOM = 30;
  private static final int POINTS = 300;
  private static final double LEAST = 1e-30;
  private static final String[] COLORS = {
    "#0072b2", "#d55e00", "#009e73", "#c46a97", "#c98500", "#3a97d0", "#8a8a8a"
  };
  private static final String[] DASHES = {"", "6 3", "2 3", "8 3 2 3"};

  private final Map<String, List<Double>> lines;
  private int low = Integer.MAX_VALUE;
  private int high = Integer.MIN_VALUE;
  private int steps = 2;

  private NormChart(Map<String, List<Double>> lines) {
    this.lines = lines;
    for (List<Double> line : lines.values()) {
      steps = Math.max(steps, line.size());
      for (double value : line) {
        if (Double.isFinite(value)) {
          double power = Math.log10(Math.max(LEAST, value));
          low = Math.min(low, (int) Math.floor(power));
          high = Math.max(high, (int) Math.ceil(power));
        }
      }
    }
    if (low > high) {
      low = 0;
      high = 1;
    }
    high = Math.max(high, low + 1);
  }

  static String of(Map<String, List<Double>> lines) {
    return new NormChart(lines).html();
  }

  private String html() {
    StringBuilder out = new StringBuilder();
    int every = Math.max(1, (high - low + 4) / 5);
    for (int power = low; power <= high; power += every) {
      out.append(
          String.format(
              Locale.ROOT,
              "<path d=\"M%d %.1fH%d\" stroke=\"currentColor\" opacity=\"0.15\"/><text x=\"%d\""
                  + " y=\"%.1f\" text-anchor=\"end\">1e%d</text>",
              LEFT,
              y(power),
              WIDTH - RIGHT,
              LEFT - 5,
              y(power) + 4,
              power));
    }
    out.append(
        String.format(
            "<text x=\"%d\" y=\"%d\">1</text><text x=\"%d\" y=\"%d\" text-anchor=\"end\">%d"
                + "</text><text x=\"%d\" y=\"%d\" text-anchor=\"middle\">step</text>",
            LEFT,
            HEIGHT - BOTTOM + 15,
            WIDTH - RIGHT,
            HEIGHT - BOTTOM + 15,
            steps,
            (LEFT + WIDTH - RIGHT) / 2,
            HEIGHT - BOTTOM + 15));
    List<String> names = new ArrayList<>(lines.keySet());
    for (int i = 0; i < names.size(); i++) {
      line(out, names.get(i), i);
    }
    String words = "gradient norm per step of " + String.join(", ", lines.keySet());
    String image = Still.image(WIDTH, HEIGHT, 11, words, out.toString());
    return "<div>" + Still.SHEET + image + "</div>";
  }

  private void line(StringBuilder out, String name, int index) {
    String dashes = DASHES[index % DASHES.length];
    String look =
        String.format(
            "fill=\"none\" stroke=\"%s\" stroke-width=\"1.6\"%s",
            COLORS[index % COLORS.length],
            dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\"");
    List<Double> values = lines.get(name);
    StringBuilder points = new StringBuilder();
    int count = Math.min(POINTS, values.size());
    for (int i = 0; i < count; i++) {
      int at = count == 1 ? 0 : (int) ((long) i * (values.size() - 1) / (count - 1));
      double value = values.get(at);
      if (Double.isFinite(value)) {
        points.append(
            String.format(Locale.ROOT, "%.1f,%.1f ", x(at), y(Math.log10(Math.max(LEAST, value)))));
      }
    }
    out.append("<polyline points=\"").append(points.toString().strip()).append("\" ");
    out.append(look).append("/>");
    int y = TOP + 12 + index * 16;
    int from = WIDTH - RIGHT + 10;
    if (y < HEIGHT - 4) {
      out.append(
          String.format(
              "<path d=\"M%d %dh24\" %s/><text x=\"%d\" y=\"%d\">%s</text>",
              from, y - 4, look, from + 30, y, Html.escape(clip(name))));
    }
  }

  private static String clip(String name) {
    return name.length() > 18 ? name.substring(0, 17) + "…" : name;
  }

  private double x(int step) {
    return LEFT + (WIDTH - LEFT - RIGHT) * step / (steps - 1.0);
  }

  private double y(double power) {
    return HEIGHT - BOTTOM - (power - low) / (high - low) * (HEIGHT - BOTTOM - TOP);
  }
}
