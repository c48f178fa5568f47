package io.nyala.dsl.look;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.Still;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One word passing through a recurrent unit, drawn with the unit's numbers. */
final class UnitDrawing {
  private static final int CELL = 36;
  private static final int TALL = 22;

  /**
   * A row of numbers in the drawing.
   *
   * @param name its key among the values
   * @param label what stands above it
   * @param column from the left, from 0
   * @param y of its upper edge
   */
  private record Strip(String name, String label, int column, int y) {}

  private static final Map<String, List<Strip>> LAYOUTS =
      Map.of(
          "SimpleRNN",
          List.of(
              new Strip("h before", "state before, h", 0, 40),
              new Strip("h", "state h = tanh(x·W + h·U + b)", 2, 90)),
          "LSTM",
          List.of(
              new Strip("c before", "memory before, c", 0, 40),
              new Strip("h before", "state before, h", 0, 170),
              new Strip("forget f", "forget gate f", 1, 85),
              new Strip("input i", "input gate i", 1, 135),
              new Strip("candidate", "candidate", 1, 185),
              new Strip("output o", "output gate o", 1, 235),
              new Strip("c", "memory c = f∘c + i∘candidate", 2, 40),
              new Strip("h", "state h = o∘tanh(c)", 2, 170)),
          "GRU",
          List.of(
              new Strip("h before", "state before, h", 0, 40),
              new Strip("update z", "update gate z", 1, 85),
              new Strip("reset r", "reset gate r", 1, 135),
              new Strip("candidate", "candidate (r∘h and x)", 1, 185),
              new Strip("h", "state h = z∘h + (1−z)∘candidate", 2, 40)));

  private static final Map<String, List<String>> ARROWS =
      Map.of(
          "SimpleRNN",
          List.of("h before>h", "x>h"),
          "LSTM",
          List.of(
              "h before>forget f",
              "h before>input i",
              "h before>candidate",
              "h before>output o",
              "x>forget f",
              "x>input i",
              "x>candidate",
              "x>output o",
              "forget f>c",
              "input i>c",
              "candidate>c",
              "output o>h",
              "c before>c",
              "c>h"),
          "GRU",
          List.of(
              "h before>update z",
              "h before>reset r",
              "x>update z",
              "x>reset r",
              "x>candidate",
              "reset r>candidate",
              "update z>h",
              "candidate>h",
              "h before>h"));

  private final UnitTrace trace;
  private final UnitTrace.Step step;
  private final int gap;

  private UnitDrawing(UnitTrace trace, UnitTrace.Step step) {
    this.trace = trace;
    this.step = step;
    this.gap = trace.units().length * CELL + 70;
  }

  /** The drawing of a step, as an image. */
  static String of(UnitTrace trace, int index) {
    return new UnitDrawing(trace, trace.steps().get(index)).image(index);
  }

  private int width() {
    return 3 * gap + 10;
  }

  private int height() {
    return trace.kind().equals("LSTM") ? 290 : trace.kind().equals("GRU") ? 245 : 190;
  }

  private int wordY() {
    return height() - 45;
  }

  private String image(int index) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            "<text x=\"10\" y=\"16\" font-weight=\"bold\">%s, word %d of %d: %s</text>",
            trace.kind(), index + 1, trace.steps().size(), Html.escape(step.word())));
    arrows(out);
    out.append(
        String.format(
            "<text x=\"10\" y=\"%d\">word x</text><text x=\"10\" y=\"%d\" font-size=\"20\""
                + " font-weight=\"bold\">%s</text>",
            wordY(), wordY() + 26, Html.escape(clip(step.word()))));
    strips(out);
    prediction(out);
    return Still.image(width(), height(), 12, description(index), out.toString());
  }

  private static String clip(String word) {
    return word.length() > 18 ? word.substring(0, 17) + "…" : word;
  }

  private String description(int index) {
    return trace.kind()
        + " after word "
        + (index + 1)
        + ", "
        + step.word()
        + ": prediction "
        + Animation.numbers(step.prediction());
  }

  private int x(int column) {
    return 10 + column * gap;
  }

  /** The rows of numbers; what is alike in them is said once, for a film has many drawings. */
  private void strips(StringBuilder out) {
    List<Strip> strips = LAYOUTS.get(trace.kind());
    for (Strip strip : strips) {
      String label = Html.escape(strip.label());
      out.append(words(x(strip.column()), strip.y() - 5, label));
    }
    out.append("<g stroke=\"currentColor\" stroke-opacity=\".35\"><g fill=\"#c98500\">");
    strips.forEach(strip -> cells(out, strip, false));
    out.append("</g><g fill=\"#0072b2\">");
    strips.forEach(strip -> cells(out, strip, true));
    out.append("</g></g><g font-size=\"11\" text-anchor=\"middle\">");
    strips.forEach(strip -> numbers(out, strip));
    out.append("</g>");
  }

  private static String words(int x, int y, String text) {
    return String.format("<text x=\"%d\" y=\"%d\">%s</text>", x, y, text);
  }

  private double value(Strip strip, int place) {
    return step.values().get(strip.name())[trace.units()[place]];
  }

  private void cells(StringBuilder out, Strip strip, boolean negative) {
    for (int i = 0; i < trace.units().length; i++) {
      double value = value(strip, i);
      if (value < 0 == negative) {
        out.append(
            String.format(
                Locale.ROOT,
                "<path d=\"M%d %dh%dv%dh-%dz\" fill-opacity=\"%.2f\"/>",
                x(strip.column()) + i * CELL,
                strip.y(),
                CELL,
                TALL,
                CELL,
                0.08 + 0.62 * Math.min(1, Math.abs(value))));
      }
    }
  }

  private void numbers(StringBuilder out, Strip strip) {
    for (int i = 0; i < trace.units().length; i++) {
      int middle = x(strip.column()) + i * CELL + CELL / 2;
      out.append(
          words(middle, strip.y() + 15, String.format(Locale.ROOT, "%.2f", value(strip, i))));
    }
  }

  private void arrows(StringBuilder out) {
    Map<String, Integer> heads = new LinkedHashMap<>();
    out.append("<g fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".35\">");
    ARROWS.get(trace.kind()).forEach(arrow -> arrow(out, heads, arrow));
    out.append("</g>");
    heads.forEach(
        (head, times) ->
            out.append(
                String.format(
                    Locale.ROOT,
                    "<circle %s r=\"2.5\" fill-opacity=\"%.2f\"/>",
                    head,
                    1 - Math.pow(0.4, times))));
  }

  /**
   * An arrow.
   *
   * @param heads where arrows end, and how many of them: the more, the darker
   */
  private void arrow(StringBuilder out, Map<String, Integer> heads, String arrow) {
    String[] ends = arrow.split(">");
    int[] from = right(ends[0]);
    Strip to = find(ends[1]);
    boolean same = find(ends[0]) != null && find(ends[0]).column() == to.column();
    int toX = same ? x(to.column()) + 30 : x(to.column()) - 3;
    int toY = same ? to.y() - 18 : to.y() + TALL / 2;
    if (same) {
      from = new int[] {toX, find(ends[0]).y() + TALL};
    }
    int middle = (from[0] + toX) / 2;
    out.append(
        String.format(
            "<path d=\"M%d %dC%d %d %d %d %d %d\"/>",
            from[0], from[1], middle, from[1], middle, toY, toX, toY));
    heads.merge(String.format("cx=\"%d\" cy=\"%d\"", toX, toY), 1, Integer::sum);
  }

  private Strip find(String name) {
    return LAYOUTS.get(trace.kind()).stream()
        .filter(strip -> strip.name().equals(name))
        .findFirst()
        .orElse(null);
  }

  private int[] right(String name) {
    Strip strip = find(name);
    if (strip == null) {
      return new int[] {x(0) + trace.units().length * CELL, wordY() + 20};
    }
    int end = x(strip.column()) + trace.units().length * CELL;
    return new int[] {end, strip.y() + TALL / 2};
  }

  private void prediction(StringBuilder out) {
    int left = x(2);
    int y = wordY() + 2;
    double[] values = step.prediction();
    out.append(words(left, y - 4, "prediction so far"));
    if (values.length == 1) {
      double share = Math.max(0, Math.min(1, values[0]));
      out.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"160\" height=\"14\" fill-opacity=\"0.12\"/><rect x=\"%d\""
                  + " y=\"%d\" width=\"%.1f\" height=\"14\" fill=\"#009e73\"/><text x=\"%d\" y=\"%d\""
                  + " font-weight=\"bold\">%.4f</text>",
              left,
              y + 2,
              left,
              y + 2,
              160 * share,
              left + 168,
              y + 14,
              values[0]));
    } else {
      out.append(
          String.format(
              "<text x=\"%d\" y=\"%d\" font-weight=\"bold\">%s</text>",
              left, y + 14, Animation.numbers(values)));
    }
  }
}
