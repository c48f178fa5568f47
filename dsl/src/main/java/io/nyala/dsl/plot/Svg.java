package io.nyala.dsl.plot;

import io.nyala.dsl.show.Html;
import io.nyala.dsl.show.Still;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure as SVG. Ink is {@code currentColor}; a file of its own brings ink and paper for light
 * and for dark.
 */
final class Svg {
  private final Figure figure;
  private final String id;
  private final String parts;
  private final String body;

  Svg(Figure figure) {
    this.figure = figure;
    List<String> charts = charts();
    this.id = "f" + Integer.toHexString(charts.hashCode());
    StringBuilder all = new StringBuilder(title());
    for (int i = 0; i < charts.size(); i++) {
      all.append(charts.get(i).replace(Tidy.MARK, id + "c" + i));
    }
    this.parts = all.toString();
    this.body = Minifier.of(parts);
  }

  /** What is drawn, each chart and legend in a group by itself. */
  String parts() {
    return parts;
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

  static String words(double x, double y, Font font, String anchor, String more, String text) {
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

  /** Left and upper edge, and right and lower edge, of the room that all charts share. */
  private double[] room() {
    double[] frame = figure.frame;
    double pad = figure.pads[2];
    double wide = figure.pixelWidth();
    double tall = figure.pixelHeight();
    double[] legend = {0, 0, 0, 0};
    LegendBox box = LegendBox.of(figure.legend);
    if (box != null) {
      String edge = edgeOf(figure.legend.legend.place());
      double beside = edge.equals("left") || edge.equals("right") ? box.width + 10 : 0;
      double over = beside == 0 ? box.height + 6 : 0;
      legend[List.of("left", "upper", "right", "lower").indexOf(edge)] = beside + over;
    }
    double left = figure.labelY.isEmpty() ? 0 : 22;
    double bottom = figure.labelX.isEmpty() ? 0 : 22;
    return new double[] {
      Math.max(left, frame[0] * wide) + pad + legend[0],
      Math.max(headroom(), (1 - frame[3]) * tall) + pad + legend[1],
      frame[2] * wide - pad - legend[2],
      Math.min(tall - bottom, (1 - frame[1]) * tall) - pad - legend[3]
    };
  }

  /** At which edge of the figure a legend of all charts stands. */
  private static String edgeOf(String place) {
    return place.contains("center") && place.contains("lower") || place.equals("outside lower")
        ? "lower"
        : place.contains("center") && place.contains("upper")
            ? "upper"
            : place.contains("left") ? "left" : "right";
  }

  /** The legend of all charts, at its edge of the figure. */
  private String legend(double[] room) {
    LegendBox box = LegendBox.of(figure.legend);
    if (box == null) {
      return "";
    }
    String place = figure.legend.legend.place();
    double wide = figure.pixelWidth();
    double middle = (room[1] + room[3] - box.height) / 2;
    double y =
        place.contains("upper")
            ? room[1] + 6
            : place.contains("lower") ? room[3] - box.height - 6 : middle;
    return switch (edgeOf(place)) {
      case "lower" -> box.svg((wide - box.width) / 2, figure.pixelHeight() - box.height - 4);
      case "upper" -> box.svg((wide - box.width) / 2, headroom() + 4);
      case "left" -> box.svg(4, y);
      default -> box.svg(wide - box.width - 6, y);
    };
  }

  private List<String> charts() {
    Sharing.apply(figure);
    List<String> drawn = new ArrayList<>();
    double[] all = room();
    boolean many = figure.places.size() > 1;
    for (Figure.Place place : figure.places) {
      double[] room = place.room();
      double width = room[2] * (all[2] - all[0]);
      double height = room[3] * (all[3] - all[1]);
      double gapX = (many ? 6 + figure.pads[0] : 0) + width * figure.gapX / 8;
      double gapY = (many ? 6 + figure.pads[1] : 0) + height * figure.gapY / 8;
      int x = (int) Math.round(all[0] + room[0] * (all[2] - all[0]) + gapX);
      int y = (int) Math.round(all[1] + room[1] * (all[3] - all[1]) + gapY);
      int wide = Math.max(40, (int) Math.round(width - 2 * gapX));
      int tall = Math.max(40, (int) Math.round(height - 2 * gapY));
      for (String body : ChartSvg.of(place.axes(), wide, tall)) {
        drawn.add("<g transform=\"translate(" + x + " " + y + ")\">" + body + "</g>");
      }
    }
    String legend = legend(all);
    if (!legend.isEmpty()) {
      drawn.add(legend);
    }
    return drawn;
  }

  /** The start of a file that says what it shows. */
  private String head(String more) {
    String names = " role=\"img\" aria-labelledby=\"" + id + "t " + id + "d\"";
    return root(names + more)
        + "<title id=\""
        + id
        + "t\">"
        + Html.escape(Words.title(figure))
        + "</title><desc id=\""
        + id
        + "d\">"
        + Html.escape(Words.description(figure))
        + "</desc>";
  }

  private String root(String more) {
    int width = figure.pixelWidth();
    int height = figure.pixelHeight();
    return String.format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" font-family=\"system-ui, 'DejaVu Sans', Arial, sans-serif\"%s>",
        width, height, width, height, more);
  }

  /** Inside a page, where words stand beside the image. */
  String html() {
    int width = figure.pixelWidth();
    int height = figure.pixelHeight();
    String words = Words.title(figure) + ". " + Words.description(figure);
    if (figure.paper != null) {
      return Still.ofOne(width, height, words, image(inkOn(figure.paper), figure.paper));
    }
    String light = image(Still.INK, "#ffffff");
    if (figure.places.stream().anyMatch(place -> place.axes().hasShades())) {
      return Still.ofTwo(width, height, words, light, image("#e6edf3", "#111111"));
    }
    return "<div>" + Still.SHEET + Still.image(width, height, words, light) + "</div>";
  }

  private String image(String ink, String paper) {
    return root(" color=\"" + ink + "\"") + inOnePair(ink, paper);
  }

  private static String inkOn(String paper) {
    return Colors.against(paper).equals("#000001") ? Still.INK : "#ffffff";
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
    String ink = inkOn(paper);
    return head(" color=\"" + ink + "\"") + inOnePair(ink, paper);
  }

  /** Without paper. */
  String clear() {
    return head(" color=\"" + Still.INK + "\"")
        + body.replace("currentColor", Still.INK).replace("#fefefe", "#ffffff")
        + "</svg>";
  }

  private String inOnePair(String ink, String paper) {
    return "<rect width=\"100%\" height=\"100%\" fill=\""
        + paper
        + "\"/>"
        + body.replace("currentColor", ink).replace("#fefefe", paper)
        + "</svg>";
  }
}
