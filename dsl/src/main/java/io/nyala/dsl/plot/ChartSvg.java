package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jetbrains.letsPlot.commons.encoding.UnsupportedRGBEncoder;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/**
 * A chart as SVG: what the charting library draws of it, the chart with an axis at the right over
 * it, and in the room of the data the legends and what stands beside the axes.
 */
final class ChartSvg {
  /** A legend that is wider, as a share of the chart, stands over the data: the room is theirs. */
  private static final double BESIDE = 0.25;

  private final Axes axes;
  private final int width;
  private final int height;
  private final List<LegendBox> legends = new ArrayList<>();
  private Margin left;
  private Margin right;

  private ChartSvg(Axes axes, int width, int height) {
    this.axes = axes;
    this.width = width;
    this.height = height;
    for (Axes each : axes.right == null ? List.of(axes) : List.of(axes, axes.right)) {
      LegendBox legend = LegendBox.of(each);
      if (legend != null) {
        legends.add(legend);
      }
    }
    align();
  }

  /** Parts that lie on each other, the lowest first. */
  static List<String> of(Axes axes, int width, int height) {
    return new ChartSvg(axes, width, height).parts();
  }

  /** Charts on each other leave each other's labels their room. */
  private void align() {
    left = AxisNotes.room(axes);
    right = left;
    if (axes.right != null) {
      Margin both = left.or(AxisNotes.room(axes.right));
      Panel under = Panel.of(body(axes, both));
      Panel over = Panel.of(body(axes.right, both));
      left = both.plus(within(under, over));
      right = both.plus(within(over, under));
    }
  }

  /** What a chart has to leave, so that its room for data reaches no further than another's. */
  private static Margin within(Panel own, Panel other) {
    return new Margin(
        Math.max(0, other.top() - own.top()),
        Math.max(0, own.right() - other.right()),
        Math.max(0, own.bottom() - other.bottom()),
        Math.max(0, other.left() - own.left()));
  }

  private List<String> parts() {
    String drawn = body(axes, left);
    Panel panel = Panel.of(drawn);
    Margin beside = beside(panel);
    if (!beside.equals(Margin.NONE)) {
      left = left.plus(beside);
      right = right.plus(beside);
      drawn = body(axes, left);
      panel = Panel.of(drawn);
    }
    List<String> parts = new ArrayList<>();
    parts.add(AxisNotes.between(axes, panel));
    parts.add(drawn);
    if (axes.right != null) {
      parts.add(body(axes.right, right));
    }
    StringBuilder over = new StringBuilder(AxisNotes.powers(axes, panel));
    List<LegendBox.Place> places = places(panel);
    for (int i = 0; i < places.size(); i++) {
      over.append(legends.get(i).svg(places.get(i)));
    }
    parts.add(over.toString());
    parts.removeIf(String::isEmpty);
    return parts;
  }

  private List<LegendBox.Place> places(Panel panel) {
    List<LegendBox.Place> places = new ArrayList<>();
    Occupied drawn = new Occupied(panel);
    if (!legends.isEmpty()) {
      drawn.take(axes);
      if (axes.right != null) {
        drawn.take(axes.right);
      }
    }
    for (LegendBox legend : legends) {
      boolean scale = axes.colorbar != null && axes.colorbarPlace.equals("right");
      boolean room = axes.right == null && !scale && legend.width < BESIDE * width;
      LegendBox.Place place = legend.place(panel, drawn, room);
      drawn.take(place.x(), place.y(), legend.width, legend.height);
      places.add(place);
    }
    return places;
  }

  /** The room that legends take outside. */
  private Margin beside(Panel panel) {
    Margin all = Margin.NONE;
    List<LegendBox.Place> places = places(panel);
    for (int i = 0; i < places.size(); i++) {
      LegendBox.Place place = places.get(i);
      LegendBox legend = legends.get(i);
      if (!place.inside()) {
        all =
            all.or(
                Margin.over(place.x(), place.y(), legend.width + 2, legend.height, width, height));
      }
    }
    return all;
  }

  private String body(Axes of, Margin margin) {
    String svg =
        PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
            Chart.of(of, width, height, margin), null, new UnsupportedRGBEncoder(), true);
    return faint(Tidy.body(svg), of);
  }

  /** Lines of the grid, as faint, coloured and dashed as was asked for. */
  private static String faint(String body, Axes axes) {
    String upright = grid(body, "_2_2_3_", axes.x);
    return grid(upright, "_2_2_2_", axes.y);
  }

  private static String grid(String body, String name, Axis axis) {
    String mark = " class=\"" + Tidy.MARK + name + "\"";
    String looks = gridLook(axis);
    if (axis.gridColor == null) {
      return body.replace(mark, looks);
    }
    Pattern line = Pattern.compile("stroke=\"currentColor\"([^>]*?)" + Pattern.quote(mark));
    return line.matcher(body)
        .replaceAll(
            it ->
                Matcher.quoteReplacement(
                    "stroke=\"" + Signs.ink(axis.gridColor) + "\"" + it.group(1) + looks));
  }

  /** How faint and dashed the lines of a grid are. */
  static String gridLook(Axis axis) {
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
    return String.format(Locale.ROOT, " opacity=\"%.2f\"%s", alpha, dashes);
  }
}
