package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How charts look apart from their data: ink on the page itself, no backgrounds, few lines. */
final class Theme {

  private Theme() {}

  /**
   * The theme of a chart.
   *
   * @param legend where the legend stands, as matplotlib says it; "none": there is none
   */
  static Map<String, Object> of(Axes axes, Object legend) {
    Map<String, Object> theme = map("name", "classic");
    for (String area : List.of("plot_background", "panel_background", "legend_background")) {
      theme.put(area, "blank");
    }
    theme.put("text", map("color", Colors.INK));
    theme.put("line", map("color", Colors.INK));
    theme.put("axis_line", map("color", Colors.INK, "size", 0.8));
    theme.put("axis_ticks", map("color", Colors.INK, "size", 0.8));
    Map<String, Object> title = map("color", Colors.INK, "size", pixels(axes.titleSize));
    title.put("hjust", axes.titleAt);
    title.put("face", axes.titleBold ? "bold" : "plain");
    theme.put("plot_title", title);
    if (axes.legendSize > 0) {
      theme.put("legend_text", map("color", Colors.INK, "size", pixels(axes.legendSize)));
    }
    grid(theme, axes.x, "x");
    grid(theme, axes.y, "y");
    if (!axes.lineX) {
      theme.put("axis_line_x", "blank");
    }
    if (!axes.lineY) {
      theme.put("axis_line_y", "blank");
    }
    if (axes.hidden) {
      for (String part : List.of("axis_line", "axis_ticks", "axis_text", "axis_title")) {
        theme.put(part, "blank");
      }
    }
    place(theme, legend);
    return theme;
  }

  private static double pixels(double points) {
    return points * 100 / 72;
  }

  private static void grid(Map<String, Object> theme, Axis axis, String name) {
    Object lines = axis.grid ? map("color", Colors.FAINT, "size", 0.8, "blank", false) : "blank";
    theme.put("panel_grid_major_" + name, lines);
    theme.put("panel_grid_minor_" + name, axis.gridBetween ? lines : "blank");
    theme.put("axis_title_" + name, map("color", Colors.INK, "size", pixels(axis.labelSize)));
    Map<String, Object> text = map("color", Colors.INK, "size", pixels(axis.tickSize));
    if (!Double.isNaN(axis.rotation)) {
      text.put("angle", axis.rotation);
    }
    theme.put("axis_text_" + name, text);
  }

  /** "best" is beside the chart, where it hides nothing. */
  private static void place(Map<String, Object> theme, Object legend) {
    if (legend == null || legend.equals("best")) {
      theme.put("legend_position", "right");
      return;
    }
    if (legend.equals("none")) {
      theme.put("legend_position", "none");
      return;
    }
    String words = legend.toString();
    double x = words.contains("left") ? 0.02 : words.contains("right") ? 0.98 : 0.5;
    double y = words.contains("upper") ? 0.98 : words.contains("lower") ? 0.02 : 0.5;
    List<Object> at = new ArrayList<>(List.of(x, y));
    theme.put("legend_position", at);
    theme.put("legend_justification", new ArrayList<>(at));
  }
}
