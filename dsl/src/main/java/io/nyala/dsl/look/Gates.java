package io.nyala.dsl.look;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.MimeBundle;
import io.nyala.dsl.show.Still;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The gates and states of a recurrent unit over the words of a text, as maps of colours. */
final class Gates {
  private static final int LEFT = 130;
  private static final int TOP = 96;
  private static final int ROW = 11;
  private static final int GAP = 14;
  private static final int WIDE = 760;

  private final UnitTrace trace;
  private final List<String> names;
  private final int column;

  private Gates(UnitTrace trace) {
    this.trace = trace;
    List<String> all = new ArrayList<>(trace.steps().get(0).values().keySet());
    all.removeIf(name -> name.endsWith(" before"));
    this.names = all;
    this.column = Math.max(16, Math.min(54, (WIDE - LEFT) / trace.steps().size()));
  }

  /** The maps; their value holds, by name, an array {@code [words, units]}. */
  static Picture of(UnitTrace trace) {
    Gates it = new Gates(trace);
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("words", trace.steps().stream().map(UnitTrace.Step::word).toList());
    it.names.forEach(name -> value.put(name, it.array(name)));
    return new Picture(value, MimeBundle.text(it.text()).with("text/html", it.html()));
  }

  private NDArray array(String name) {
    double[] all =
        trace.steps().stream().flatMapToDouble(s -> Arrays.stream(s.values().get(name))).toArray();
    return NDArray.of(Tensor.of(Shape.of(trace.steps().size(), trace.of()), all));
  }

  private String text() {
    StringBuilder out =
        new StringBuilder(trace.kind() + " '" + trace.layer() + "', means over all units");
    out.append(String.format("%n%-16s", "word"));
    names.forEach(name -> out.append(String.format("%12s", name)));
    for (UnitTrace.Step step : trace.steps()) {
      out.append(String.format("%n%-16s", step.word()));
      for (String name : names) {
        out.append(String.format(Locale.ROOT, "%12.4f", mean(step.values().get(name))));
      }
    }
    return out.toString().replace(System.lineSeparator(), "\n");
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElse(0);
  }

  private int panel() {
    return trace.units().length * ROW + GAP;
  }

  private String html() {
    int count = trace.steps().size();
    int width = LEFT + count * column + 60;
    int height = TOP + names.size() * panel() + 30;
    StringBuilder out = new StringBuilder();
    for (int t = 0; t < count; t++) {
      int x = LEFT + t * column + column / 2;
      out.append(
          String.format(
              "<text transform=\"translate(%d %d) rotate(-45)\">%s</text>",
              x, TOP - 8, Html.escape(clip(trace.steps().get(t).word()))));
    }
    Map<String, StringBuilder> cells = new TreeMap<>();
    for (int i = 0; i < names.size(); i++) {
      panel(out, cells, names.get(i), TOP + i * panel());
    }
    out.append("<g stroke-width=\"").append(ROW - 1).append("\">");
    cells.forEach((paint, d) -> out.append("<path ").append(paint).append(d).append("\"/>"));
    out.append("</g>");
    predictions(out, height - 12);
    String words = String.join(" ", trace.steps().stream().map(UnitTrace.Step::word).toList());
    String what = trace.kind() + ": " + String.join(", ", names) + " over the words " + words;
    String image = Still.image(width, height, 12, what, out.toString());
    return "<div>" + Still.SHEET + image + "<p style=\"font-size:85%\">" + note() + "</p></div>";
  }

  private String note() {
    return Html.escape(
        "A row for each of the units "
            + units()
            + " of "
            + trace.of()
            + ", the most active ones of layer "
            + trace.layer()
            + ". Orange is positive, blue negative.");
  }

  private String units() {
    return String.join(", ", Arrays.stream(trace.units()).mapToObj(Integer::toString).toList());
  }

  private static String clip(String word) {
    return word.length() > 14 ? word.substring(0, 13) + "…" : word;
  }

  /**
   * A map of colours.
   *
   * @param cells the paths of all cells of a colour: a cell is a thick line
   */
  private void panel(StringBuilder out, Map<String, StringBuilder> cells, String name, int y) {
    double most = 1;
    for (UnitTrace.Step step : trace.steps()) {
      for (int unit : trace.units()) {
        most = Math.max(most, Math.abs(step.values().get(name)[unit]));
      }
    }
    int middle = y + trace.units().length * ROW / 2;
    String range = most > 1 ? " (to ±" + String.format(Locale.ROOT, "%.1f", most) + ")" : "";
    out.append(
        String.format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
            LEFT - 8, middle + 4, Html.escape(name + range)));
    for (int t = 0; t < trace.steps().size(); t++) {
      UnitTrace.Step step = trace.steps().get(t);
      for (int k = 0; k < trace.units().length; k++) {
        double value = step.values().get(name)[trace.units()[k]];
        String paint =
            String.format(
                Locale.ROOT,
                "stroke=\"%s\" stroke-opacity=\"%.2f\" d=\"",
                value < 0 ? "#0072b2" : "#c98500",
                0.05 + 0.9 * Math.abs(value) / most);
        int middleOfRow = y + k * ROW + (ROW - 1) / 2;
        cells
            .computeIfAbsent(paint, all -> new StringBuilder())
            .append(String.format("M%d %dh%d", LEFT + t * column, middleOfRow, column - 1));
      }
    }
  }

  private void predictions(StringBuilder out, int y) {
    out.append(
        String.format(
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">prediction</text>", LEFT - 8, y));
    if (trace.steps().get(0).prediction().length > 1 || column < 26) {
      double[] last = trace.steps().get(trace.steps().size() - 1).prediction();
      out.append(
          String.format("<text x=\"%d\" y=\"%d\">%s</text>", LEFT, y, Animation.numbers(last)));
      return;
    }
    for (int t = 0; t < trace.steps().size(); t++) {
      out.append(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" font-size=\"11\">%.2f</text>",
              LEFT + t * column + column / 2,
              y,
              trace.steps().get(t).prediction()[0]));
    }
  }
}
