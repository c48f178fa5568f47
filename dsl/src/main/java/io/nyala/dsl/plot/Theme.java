package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.map;

import java.util.List;
import java.util.Map;

/** How charts look apart from their data: ink on the page itself, no backgrounds, few lines. */
final class Theme {

  /** Words that take room and are not seen. */
  static final String UNSEEN = "#0a0b0c";

  private Theme() {}

  /**
   * The theme of a chart.
   *
   * @param margin pixels to leave free around it
   */
  static Map<String, Object> of(Axes axes, Margin margin) {
    Map<String, Object> theme = map("name", "classic");
    for (String area : List.of("plot_background", "panel_background", "legend_background")) {
      theme.put(area, "blank");
    }
    if (axes.paper != null) {
      Map<String, Object> panel = map("fill", axes.paper, "color", axes.paper, "size", 0.0);
      panel.put("blank", false);
      theme.put("panel_background", panel);
    }
    theme.put("text", map("color", Colors.INK));
    theme.put("line", map("color", Colors.INK));
    theme.put("axis_line", map("color", Colors.INK, "size", 0.8));
    theme.put("axis_ticks", map("color", Colors.INK, "size", 0.8));
    Map<String, Object> title = text(axes.titleFont);
    title.put("hjust", axes.titleAt);
    theme.put("plot_title", title);
    direction(theme, axes.x, "x");
    direction(theme, axes.y, "y");
    if (!axes.lineX) {
      theme.put("axis_line_x", "blank");
    }
    if (!axes.lineY) {
      theme.put("axis_line_y", "blank");
    }
    if (axes.hidden) {
      for (String part : List.of("axis_line", "axis_ticks", "axis_text", "axis_title")) {
        theme.put(part, "blank");
        theme.put(part + "_x", "blank");
        theme.put(part + "_y", "blank");
      }
    }
    if (axes.rightOf != null) {
      overlay(theme, axes);
    }
    if (!margin.equals(Margin.NONE)) {
      theme.put(
          "plot_margin",
          map("t", margin.top(), "r", margin.right(), "b", margin.bottom(), "l", margin.left()));
    }
    theme.put("legend_position", axes.colorbar == null ? "none" : axes.colorbarPlace);
    return theme;
  }

  /** The places are written by the chart below; here they only take the same room. */
  private static void overlay(Map<String, Object> theme, Axes axes) {
    Font words = axes.x.tickFont;
    Font label = axes.x.font;
    theme.put("axis_text_x", text(new Font(words.size(), UNSEEN, false, false)));
    theme.put("axis_title_x", text(new Font(label.size(), UNSEEN, false, false)));
    theme.put("axis_line_x", "blank");
    theme.put("axis_ticks_x", map("color", UNSEEN, "size", 0.0, "blank", false));
    theme.put("panel_grid_major_x", "blank");
    theme.put("panel_grid_minor_x", "blank");
    Font title = axes.rightOf.titleFont;
    theme.put("plot_title", text(new Font(title.size(), UNSEEN, false, false)));
  }

  private static Map<String, Object> text(Font font) {
    return map("color", font.color(), "size", font.pixels(), "face", font.face(), "blank", false);
  }

  private static void direction(Map<String, Object> theme, Axis axis, String name) {
    // The library knows no dashes here: colour and dashes are put in afterwards.
    String color = name.equals("x") ? Colors.FAINT_UPRIGHT : Colors.FAINT;
    Object lines =
        axis.grid ? map("color", color, "size", axis.gridWidth, "blank", false) : "blank";
    theme.put("panel_grid_major_" + name, lines);
    theme.put("panel_grid_minor_" + name, axis.gridBetween && !axis.log() ? lines : "blank");
    theme.put("axis_title_" + name, text(axis.font));
    Map<String, Object> text = text(axis.tickFont);
    if (!Double.isNaN(axis.rotation)) {
      text.put("angle", axis.rotation);
      if (axis.tickAcross != null) {
        text.put(
            "hjust",
            axis.tickAcross.equals("right") ? 1.0 : axis.tickAcross.equals("left") ? 0.0 : 0.5);
      }
    }
    if (Double.isNaN(axis.rotation) && name.equals("x") && (axis.isNumbered() || axis.log())) {
      text.put("angle", 0.0);
    }
    theme.put("axis_text_" + name, axis.labelled ? text : "blank");
    if (!axis.marked) {
      theme.put("axis_ticks_" + name, "blank");
    }
  }
}
