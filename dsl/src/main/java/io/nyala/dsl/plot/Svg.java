package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.Still;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * A figure as SVG. Ink is {@code currentColor}; a file of its own brings ink and paper for light
 * and for dark.
 */
final class Svg {
  private final Figure figure;
  private final String id;
  private final String body;

  Svg(Figure figure) {
    this.figure = figure;
    List<String> charts = charts();
    this.id = "f" + Integer.toHexString(charts.hashCode());
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < charts.size(); i++) {
      all.append(charts.get(i).replace(Tidy.MARK, id + "c" + i));
    }
    this.body = title() + all;
  }

  private int headroom() {
    return figure.title.isEmpty()
        ? 0
        : (int)
            (figure.titleFont.pixels() * (1 + 1.2 * lines(figure.title))
                - figure.titleFont.pixels()
                + 14);
  }

  private static int lines(String text) {
    return text.split("\n", -1).length;
  }

  /** The figure's own words: its title, the labels that all charts share, and notes. */
  private String title() {
    StringBuilder all = new StringBuilder();
    int middle = figure.pixelWidth() / 2;
    Font font = figure.titleFont;
    int down = 0;
    for (String line : figure.title.isEmpty() ? new String[0] : figure.title.split("\n")) {
      double y = font.pixels() + 4 + 1.2 * font.pixels() * down++;
      all.append(words(middle, y, font, "middle", "", line));
    }
    Font label = Font.of(11);
    if (!figure.labelX.isEmpty()) {
      all.append(words(middle, figure.pixelHeight() - 6, label, "middle", "", figure.labelX));
    }
    if (!figure.labelY.isEmpty()) {
      int up = figure.pixelHeight() / 2;
      String turned = " transform=\"rotate(-90 14 " + up + ")\"";
      all.append(words(14, up, label, "middle", turned, figure.labelY));
    }
    for (Figure.Note note : figure.notes) {
      double x = note.x() * figure.pixelWidth();
      double y = (1 - note.y()) * figure.pixelHeight();
      String anchor =
          note.across().equals("center")
              ? "middle"
              : note.across().equals("right") ? "end" : "start";
      all.append(words(x, y, note.font(), anchor, "", note.text()));
    }
    return all.toString();
  }

  private static String words(
      double x, double y, Font font, String anchor, String more, String text) {
    String color = font.color().equals(Colors.INK) ? "currentColor" : font.color();
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" font-size=\"%.1f\" fill=\"%s\"%s%s%s>%s</text>",
        x,
        y,
        anchor,
        font.pixels(),
        color,
        font.bold() ? " font-weight=\"bold\"" : "",
        font.italic() ? " font-style=\"italic\"" : "",
        more,
        Html.escape(MathText.plain(text)));
  }

  private List<String> charts() {
    Sharing.apply(figure);
    List<String> drawn = new ArrayList<>();
    double top = headroom();
    double bottom = figure.pixelHeight() - (figure.labelX.isEmpty() ? 0 : 22);
    double left = figure.labelY.isEmpty() ? 0 : 22;
    double right = figure.pixelWidth();
    boolean many = figure.places.size() > 1;
    for (Figure.Place place : figure.places) {
      double[] room = place.room();
      double width = room[2] * (right - left);
      double height = room[3] * (bottom - top);
      double gapX = (many ? 6 : 0) + width * figure.gapX / 8;
      double gapY = (many ? 6 : 0) + height * figure.gapY / 8;
      int x = (int) Math.round(left + room[0] * (right - left) + gapX);
      int y = (int) Math.round(top + room[1] * (bottom - top) + gapY);
      int wide = Math.max(40, (int) Math.round(width - 2 * gapX));
      int tall = Math.max(40, (int) Math.round(height - 2 * gapY));
      for (String body : bodies(place.axes(), wide, tall)) {
        drawn.add("<g transform=\"translate(" + x + " " + y + ")\">" + body + "</g>");
      }
    }
    return drawn;
  }

  /**
   * A chart, and what has an axis at its right over it: each leaves the other's labels their room.
   */
  private static List<String> bodies(Axes axes, int width, int height) {
    double[] none = {0, 0};
    String alone = body(axes, width, height, none);
    if (axes.right == null) {
      return List.of(alone);
    }
    double[] left = Panel.of(alone);
    double[] right = Panel.of(body(axes.right, width, height, none));
    double[] forLeft = {Math.max(0, left[0] + left[1] - right[0] - right[1]), 0};
    double[] forRight = {0, Math.max(0, left[0] - right[0])};
    return List.of(body(axes, width, height, forLeft), body(axes.right, width, height, forRight));
  }

  private static String body(Axes axes, int width, int height, double[] margin) {
    String svg =
        PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
            Chart.of(axes, width, height, margin), null, new UnsupportedRGBEncoder(), true);
    return faint(Tidy.body(svg), axes);
  }

  /** Lines of the grid, as faint, coloured and dashed as was asked for. */
  private static String faint(String body, Axes axes) {
    String upright = grid(body, "_2_2_3_", axes.x);
    return grid(upright, "_2_2_2_", axes.y);
  }

  private static String grid(String body, String name, Axis axis) {
    String mark = " class=\"" + Tidy.MARK + name + "\"";
    String dashes =
        switch (axis.gridLine == null ? "solid" : axis.gridLine) {
          case "dashed" -> " stroke-dasharray=\"4 2.5\"";
          case "dotted" -> " stroke-dasharray=\"1 2\"";
          case "dotdash" -> " stroke-dasharray=\"5 2 1 2\"";
          default -> "";
        };
    double alpha =
        axis.gridColor != null
            ? axis.gridAlpha
            : axis.gridAlpha == 1 ? 0.18 : 0.45 * axis.gridAlpha;
    String looks = String.format(Locale.ROOT, " opacity=\"%.2f\"%s", alpha, dashes);
    if (axis.gridColor == null) {
      return body.replace(mark, looks);
    }
    String color = axis.gridColor.equals(Colors.INK) ? "currentColor" : axis.gridColor;
    Pattern line = Pattern.compile("stroke=\"currentColor\"([^>]*?)" + Pattern.quote(mark));
    return line.matcher(body)
        .replaceAll(
            it -> Matcher.quoteReplacement("stroke=\"" + color + "\"" + it.group(1) + looks));
  }

  private String head(String more) {
    int width = figure.pixelWidth();
    int height = figure.pixelHeight();
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 "
        + width
        + " "
        + height
        + "\" width=\""
        + width
        + "\" height=\""
        + height
        + "\" role=\"img\" aria-labelledby=\""
        + id
        + "t "
        + id
        + "d\" font-family=\"system-ui, 'DejaVu Sans', Arial, sans-serif\""
        + more
        + "><title id=\""
        + id
        + "t\">"
        + Html.escape(Words.title(figure))
        + "</title><desc id=\""
        + id
        + "d\">"
        + Html.escape(Words.description(figure))
        + "</desc>";
  }

  /** Inside a page. */
  String html() {
    int width = figure.pixelWidth();
    int height = figure.pixelHeight();
    String words = Words.title(figure) + ". " + Words.description(figure);
    if (figure.paper != null) {
      return Still.ofTwo(width, height, words, plain(), plain());
    }
    if (figure.places.stream().anyMatch(place -> place.axes().hasShades())) {
      return Still.ofTwo(width, height, words, plain(), dark());
    }
    return "<div>" + Still.SHEET + Still.image(width, height, words, plain()) + "</div>";
  }

  /** A file of its own, which follows the reader's choice of light or dark. */
  String file() {
    if (figure.paper != null) {
      return plain();
    }
    return head(" color=\"" + Still.INK + "\"")
        + "<style>@media (prefers-color-scheme:dark){svg{color:#e6edf3}.paper{fill:#0d1117}}</style>"
        + "<rect class=\"paper\" fill=\"#ffffff\" width=\"100%\" height=\"100%\"/>"
        + body.replace("fill=\"#fefefe\"", "class=\"paper\" fill=\"#ffffff\"")
        + "</svg>";
  }

  /** A file with one pair of colours, black on white, for programs that know no style sheets. */
  String plain() {
    return figure.paper == null ? on("#ffffff") : on(figure.paper);
  }

  /** On a paper of one colour, with ink that is read on it. */
  String on(String paper) {
    boolean light = Colors.against(paper).equals("#000001");
    return inOnePair(light ? Still.INK : "#ffffff", paper);
  }

  /** Without paper. */
  String clear() {
    return head(" color=\"" + Still.INK + "\"")
        + body.replace("currentColor", Still.INK).replace("#fefefe", "#ffffff")
        + "</svg>";
  }

  private String dark() {
    return inOnePair("#e6edf3", "#111111");
  }

  private String inOnePair(String ink, String paper) {
    return head(" color=\"" + ink + "\"")
        + "<rect width=\"100%\" height=\"100%\" fill=\""
        + paper
        + "\"/>"
        + body.replace("currentColor", ink).replace("#fefefe", paper)
        + "</svg>";
  }
}
