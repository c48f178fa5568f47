package io.nyala.dsl.show;

import java.util.List;
import java.util.Locale;

/** Small curves of training against validation, cheap enough to be drawn while training goes on. */
public final class Curves {
  private static final int WIDTH = 260;
  private static final int HEIGHT = 120;
  private static final int LEFT = 44;
  private static final int TOP = 20;
  private static final int RIGHT = 8;
  private static final int BOTTOM = 18;

  private final String name;
  private final List<Double> training;
  private final List<Double> validation;
  private final int epochs;
  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;

  private Curves(String name, List<Double> training, List<Double> validation, int epochs) {
    this.name = name;
    this.training = training;
    this.validation = validation;
    this.epochs = Math.max(2, epochs);
    stretch(training);
    stretch(validation);
  }

  private void stretch(List<Double> values) {
    for (double value : values) {
      if (Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
  }

  /**
   * The curves of one figure, as an image.
   *
   * @param best the best epoch, from 0; negative: none
   */
  static String of(
      String name, List<Double> training, List<Double> validation, int epochs, int best) {
    return new Curves(name, training, validation, epochs).svg(best);
  }

  private String svg(int best) {
    StringBuilder out = new StringBuilder();
    out.append(text(LEFT, 12, "start", name));
    out.append(
        text(WIDTH - RIGHT, 12, "end", validation.isEmpty() ? "" : "— training  ┄ validation"));
    if (low <= high) {
      out.append(text(LEFT - 5, TOP + 8, "end", number(high)));
      out.append(text(LEFT - 5, HEIGHT - BOTTOM, "end", number(low)));
    }
    out.append(text(LEFT, HEIGHT - 5, "middle", "1"));
    out.append(text(WIDTH - RIGHT, HEIGHT - 5, "end", Integer.toString(epochs)));
    out.append(
        String.format(
            "<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"currentColor\" opacity=\"0.4\"/>",
            LEFT, TOP, HEIGHT - BOTTOM, WIDTH - RIGHT));
    line(out, training, "#0072b2", "");
    line(out, validation, "#d55e00", " stroke-dasharray=\"5 3\"");
    if (best >= 0) {
      List<Double> judged = validation.isEmpty() ? training : validation;
      if (best < judged.size() && Double.isFinite(judged.get(best))) {
        out.append(
            String.format(
                Locale.ROOT,
                "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"none\" stroke=\"currentColor\""
                    + " stroke-width=\"1.5\"><title>best epoch %d</title></circle>",
                x(best),
                y(judged.get(best)),
                best + 1));
      }
    }
    return Still.image(WIDTH, HEIGHT, 11, description(best), out.toString());
  }

  private static String text(int x, int y, String anchor, String words) {
    return words.isEmpty()
        ? ""
        : String.format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>",
            x, y, anchor, Html.escape(words));
  }

  private void line(StringBuilder out, List<Double> values, String color, String dashes) {
    StringBuilder points = new StringBuilder();
    int step = Math.max(1, values.size() / 400);
    for (int i = 0; i < values.size(); i += step) {
      if (Double.isFinite(values.get(i))) {
        points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(i), y(values.get(i))));
      }
    }
    if (values.size() == 1 && !points.isEmpty()) {
      String[] at = points.toString().strip().split(",");
      out.append(
          String.format(
              "<circle cx=\"%s\" cy=\"%s\" r=\"2.5\" fill=\"%s\"/>", at[0], at[1], color));
    } else if (!points.isEmpty()) {
      out.append(
          String.format(
              "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"%s/>",
              points.toString().strip(), color, dashes));
    }
  }

  private double x(int epoch) {
    return LEFT + (WIDTH - LEFT - RIGHT) * epoch / (epochs - 1.0);
  }

  private double y(double value) {
    double share = high == low ? 0.5 : (value - low) / (high - low);
    return HEIGHT - BOTTOM - 3 - share * (HEIGHT - BOTTOM - TOP - 6);
  }

  private String description(int best) {
    if (training.isEmpty()) {
      return name;
    }
    String text = name + " from " + number(training.get(0)) + " to " + last(training);
    if (!validation.isEmpty()) {
      text += ", validation from " + number(validation.get(0)) + " to " + last(validation);
    }
    return best < 0 ? text : text + ", best epoch " + (best + 1);
  }

  private static String last(List<Double> values) {
    return number(values.get(values.size() - 1));
  }

  /** A number in a few digits. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-3 || size >= 1e6)) {
      return String.format(Locale.ROOT, "%.2e", value);
    }
    return String.format(Locale.ROOT, size >= 100 ? "%.1f" : "%.4f", value);
  }
}
