package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.Still;
import java.util.ArrayList;
import java.util.List;
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
    return figure.title.isEmpty() ? 0 : (int) (figure.titleSize * 100 / 72 + 14);
  }

  private String title() {
    if (figure.title.isEmpty()) {
      return "";
    }
    double size = figure.titleSize * 100 / 72;
    return String.format(
        java.util.Locale.ROOT,
        "<text x=\"%d\" y=\"%.1f\" text-anchor=\"middle\" font-size=\"%.1f\""
            + " fill=\"currentColor\">%s</text>",
        figure.pixelWidth() / 2,
        size + 4,
        size,
        Html.escape(figure.title));
  }

  private List<String> charts() {
    Sharing.apply(figure);
    List<String> drawn = new ArrayList<>();
    int top = headroom();
    for (Figure.Place place : figure.places) {
      int width = figure.pixelWidth() / place.columns();
      int height = (figure.pixelHeight() - top) / place.rows();
      int left = place.index() % place.columns() * width;
      int down = top + place.index() / place.columns() * height;
      int gap = place.columns() > 1 || place.rows() > 1 ? 6 : 0;
      int gapX = gap + (int) (width * figure.gapX / 8);
      int gapY = gap + (int) (height * figure.gapY / 8);
      String chart =
          PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
              Chart.of(place.axes(), width - 2 * gapX, height - 2 * gapY),
              null,
              new UnsupportedRGBEncoder(),
              true);
      drawn.add(
          "<g transform=\"translate("
              + (left + gapX)
              + " "
              + (down + gapY)
              + ")\">"
              + faint(Tidy.body(chart), place.axes())
              + "</g>");
    }
    return drawn;
  }

  /** Lines of the grid, as faint as was asked for. */
  private static String faint(String body, Axes axes) {
    double alpha = Math.min(axes.x.gridAlpha, axes.y.gridAlpha);
    String wanted = String.format(java.util.Locale.ROOT, "opacity=\"%.2f\"", 0.45 * alpha);
    return alpha == 1 ? body : body.replace("opacity=\"0.18\"", wanted);
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
    if (figure.places.stream().anyMatch(place -> place.axes().hasShades())) {
      return Still.ofTwo(width, height, words, plain(), dark());
    }
    return "<div>" + Still.SHEET + Still.image(width, height, words, plain()) + "</div>";
  }

  /** A file of its own, which follows the reader's choice of light or dark. */
  String file() {
    return head(" color=\"" + Still.INK + "\"")
        + "<style>@media (prefers-color-scheme:dark){svg{color:#e6edf3}.paper{fill:#0d1117}}</style>"
        + "<rect class=\"paper\" fill=\"#ffffff\" width=\"100%\" height=\"100%\"/>"
        + body.replace("fill=\"#fefefe\"", "class=\"paper\" fill=\"#ffffff\"")
        + "</svg>";
  }

  /** A file with one pair of colours, black on white, for programs that know no style sheets. */
  String plain() {
    return inOnePair(Still.INK, "#ffffff");
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
