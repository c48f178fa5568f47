package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A legend laid out in pixels: for every name the sign of its own mark, so that points and a line
 * of one colour stay apart. (The charting library joins what has one colour under one sign, and
 * stands beside the data or over them, never where there is room.)
 */
final class LegendBox {
  private static final List<String> CORNERS =
      List.of(
          "upper right",
          "upper left",
          "lower left",
          "lower right",
          "center left",
          "center right",
          "lower center",
          "upper center",
          "center");

  private record Row(Mark mark, String name) {}

  /** Where a legend stands, in pixels; not inside: the chart has to make room for it. */
  record Place(double x, double y, boolean inside) {}

  private final Axes axes;
  private final Legend legend;
  private final List<Row> rows = new ArrayList<>();
  private final List<Double> widths = new ArrayList<>();
  private final double em;
  private final double pad;
  private final double line;
  final double width;
  final double height;

  private LegendBox(Axes axes) {
    this.axes = axes;
    this.legend = axes.legend;
    this.em = legend.font().pixels();
    this.pad = 0.5 * em;
    collect();
    int lines = rows.stream().mapToInt(row -> lines(row.name)).max().orElse(1);
    this.line = em * (1.2 * lines + legend.gaps().rows() - 0.1);
    for (int k = 0; k < columns(); k++) {
      double name = 0;
      for (int i = k * perColumn(); i < Math.min(rows.size(), (k + 1) * perColumn()); i++) {
        name = Math.max(name, legend.font().width(rows.get(i).name));
      }
      widths.add(em * (legend.gaps().handle() + 0.7) + name);
    }
    double names =
        widths.stream().mapToDouble(d -> d).sum() + (columns() - 1) * legend.gaps().columns() * em;
    double title = legend.titleFont().width(MathText.plain(legend.title()));
    this.width = Math.max(names, title) + 2 * pad;
    this.height = titleHeight() + perColumn() * line + 1.2 * pad;
  }

  /** The legend of a chart; null if it has none, or nothing has a name. */
  static LegendBox of(Axes axes) {
    LegendBox box = axes == null || axes.legend == null ? null : new LegendBox(axes);
    return box == null || box.rows.isEmpty() ? null : box;
  }

  private void collect() {
    for (Mark mark : axes.marks) {
      String label = axes.nameOf(mark);
      if (label != null && !label.isEmpty() && !label.startsWith("_")) {
        rows.add(new Row(mark, MathText.plain(label)));
      }
    }
    if (!axes.legendNames.isEmpty()) {
      rows.sort(Comparator.comparingInt(row -> axes.legendNames.indexOf(row.name)));
    }
  }

  private static int lines(String text) {
    return text.split("\n", -1).length;
  }

  private int columns() {
    return Math.max(1, Math.min(legend.columns(), rows.size()));
  }

  private int perColumn() {
    return (rows.size() + columns() - 1) / columns();
  }

  private double titleHeight() {
    return legend.title().isEmpty() ? 0 : legend.titleFont().pixels() * 1.5;
  }

  /** Where it stands beside what is drawn. */
  Place place(Panel panel, Occupied drawn, boolean roomBeside) {
    double edge = legend.gaps().edge() * em;
    if (legend.anchor() != null) {
      return anchored(panel, edge);
    }
    if (!legend.place().equals("best")) {
      return at(legend.place(), panel, edge);
    }
    Place best = null;
    int least = Integer.MAX_VALUE;
    for (String corner : CORNERS) {
      Place here = at(corner, panel, edge);
      int hidden = drawn.hidden(here.x, here.y, width, height);
      if (hidden < least) {
        least = hidden;
        best = here;
      }
    }
    boolean large = width > panel.width() - edge || height > panel.height() - edge;
    return roomBeside && (least > 0 || large)
        ? new Place(panel.right() + em, panel.top(), false)
        : best;
  }

  private Place at(String place, Panel panel, double edge) {
    double x = share(place, "left", "right");
    double y = share(place, "upper", "lower");
    return new Place(
        panel.left() + edge + x * (panel.width() - width - 2 * edge),
        panel.top() + edge + y * (panel.height() - height - 2 * edge),
        true);
  }

  private static double share(String place, String low, String high) {
    return place.contains(low) ? 0 : place.contains(high) ? 1 : 0.5;
  }

  /** The corner that is named stands at a point of the chart. */
  private Place anchored(Panel panel, double edge) {
    double[] at = legend.anchor();
    String corner = legend.place().equals("best") ? "upper right" : legend.place();
    double x = share(corner, "left", "right");
    double y = share(corner, "upper", "lower");
    double wide = at.length > 2 ? at[2] * panel.width() : 0;
    double tall = at.length > 3 ? at[3] * panel.height() : 0;
    double left = panel.left() + at[0] * panel.width() + x * wide;
    double top = panel.top() + (1 - at[1]) * panel.height() - (1 - y) * tall;
    double fromX = left - x * width + edge * (1 - 2 * x);
    double fromY = top - y * height + edge * (1 - 2 * y);
    boolean inside =
        fromX < panel.right() - 1
            && fromX + width > panel.left() + 1
            && fromY < panel.bottom() - 1
            && fromY + height > panel.top() + 1;
    return new Place(fromX, fromY, inside);
  }

  /** As SVG, at a place outside of charts. */
  String svg(double x, double y) {
    return svg(new Place(x, y, false));
  }

  /** As SVG. */
  String svg(Place place) {
    StringBuilder all = new StringBuilder("<g>");
    boolean framed = legend.frame() == null ? place.inside : legend.frame();
    if (framed) {
      frame(all, place);
    }
    if (!legend.title().isEmpty()) {
      double middle = place.x + width / 2;
      double base = place.y + 0.5 * pad + legend.titleFont().pixels() * 1.05;
      all.append(Svg.words(middle, base, legend.titleFont(), "middle", "", legend.title()));
    }
    double x = place.x + pad;
    for (int k = 0; k < columns(); k++) {
      for (int i = k * perColumn(); i < Math.min(rows.size(), (k + 1) * perColumn()); i++) {
        double top = place.y + 0.6 * pad + titleHeight() + (i - k * perColumn()) * line;
        row(all, rows.get(i), x, top);
      }
      x += widths.get(k) + legend.gaps().columns() * em;
    }
    return all + "</g>";
  }

  private void row(StringBuilder all, Row row, double x, double top) {
    double handle = legend.gaps().handle() * em;
    double middle = top + line / 2;
    all.append("<g>").append(Signs.of(row.mark, x, middle, handle, 0.75 * em, legend.markers()));
    String[] lines = row.name.split("\n", -1);
    double base = middle + 0.35 * em - 0.6 * em * (lines.length - 1);
    for (String line : lines) {
      all.append(Svg.words(x + handle + 0.7 * em, base, legend.font(), "start", "", line));
      base += 1.2 * em;
    }
    all.append("</g>");
  }

  private void frame(StringBuilder all, Place place) {
    Legend.Paper paper = legend.paper();
    String radius = paper.round() ? " rx=\"3\"" : "";
    String box = " width=\"%.1f\" height=\"%.1f\"" + radius;
    if (paper.shadow()) {
      all.append(
          Signs.format(
              "<rect x=\"%.1f\" y=\"%.1f\"" + box + " fill=\"#808080\" opacity=\"0.5\"/>",
              place.x + 2.5,
              place.y + 2.5,
              width,
              height));
    }
    String own = axes.paper == null ? Colors.PAPER : axes.paper;
    all.append(
        Signs.format(
            "<rect x=\"%.1f\" y=\"%.1f\""
                + box
                + " fill=\"%s\" fill-opacity=\"%.2f\" stroke=\"%s\"%s/>",
            place.x,
            place.y,
            width,
            height,
            paper.fill() == null ? own : Signs.ink(paper.fill()),
            paper.alpha(),
            paper.edge() == null ? "currentColor" : Signs.ink(paper.edge()),
            paper.edge() == null ? " stroke-opacity=\"0.25\"" : ""));
  }
}
