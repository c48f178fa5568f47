package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import java.util.ArrayList;
import java.util.List;

/** How the marks of axes look, and the lines that go through the chart from them. */
final class TickLooks {
  private TickLooks() {}

  private static List<Axis> chosen(Axes axes, Given given) {
    String which = given.string("axis");
    if (!List.of("both", "x", "y").contains(which)) {
      throw given.wrong("axis", "'both', 'x' or 'y'");
    }
    List<Axis> all = new ArrayList<>();
    if (!which.equals("y")) {
      all.add(axes.x);
    }
    if (!which.equals("x")) {
      all.add(axes.y);
    }
    return all;
  }

  static Object set(Axes axes, Given given) {
    for (String side : List.of("top", "right", "labeltop", "labelright")) {
      if (given.has(side) && given.flag(side)) {
        throw given.wrong(side, "False: marks stand below and at the left");
      }
    }
    for (Axis axis : chosen(axes, given)) {
      axis.rotation = Style.first(given, axis.rotation, "rotation", "labelrotation");
      double size = Font.size(given, axis.tickFont.size(), "labelsize");
      Object color = given.has("labelcolor") ? given.get("labelcolor") : given.get("colors");
      String ink = color == null ? axis.tickFont.color() : Colors.of(color);
      axis.tickFont = new Font(size, ink, axis.tickFont.bold(), axis.tickFont.italic());
      boolean across = axis == axes.x;
      Object marks = given.get(across ? "bottom" : "left");
      Object words = given.get(across ? "labelbottom" : "labelleft");
      boolean none = given.has("length") && given.number("length") == 0;
      axis.marked = marks == null ? axis.marked && !none : Boolean.TRUE.equals(marks);
      axis.labelled = words == null ? axis.labelled : Boolean.TRUE.equals(words);
    }
    return null;
  }

  static Object format(Axes axes, Given given) {
    String style = given.string("style");
    if (!List.of("", "plain", "sci", "scientific").contains(style)) {
      throw given.wrong("style", "'plain' or 'sci'");
    }
    if (given.has("useOffset") && given.flag("useOffset")) {
      throw given.wrong("useOffset", "False: numbers are written whole here");
    }
    double[] limits =
        given.has("scilimits") ? Values.numbers(given.get("scilimits")) : new double[] {-5, 6};
    if (limits.length != 2) {
      throw given.wrong("scilimits", "two powers of ten, (-5, 6)");
    }
    int[] powers = {(int) limits[0], (int) limits[1]};
    for (Axis axis : chosen(axes, given)) {
      axis.powers = style.equals("plain") ? null : powers;
    }
    return null;
  }

  static Object places(Axes axes, Given given) {
    Integer most = given.integerOrNull("nbins");
    boolean whole = given.flag("integer");
    for (Axis axis : chosen(axes, given)) {
      axis.places = (low, high) -> Ticks.nice(low, high, most == null ? 9 : most, whole);
    }
    return null;
  }

  /** Without a word, it is switched; any look switches it on. */
  static Object grid(Axes axes, Given given) {
    String ticks = given.string("which");
    if (!List.of("major", "minor", "both").contains(ticks)) {
      throw given.wrong("which", "'major', 'minor' or 'both'");
    }
    Object color = given.has("color") ? given.get("color") : given.get("c");
    Object line = given.has("linestyle") ? given.get("linestyle") : given.get("ls");
    boolean looks = color != null || line != null || given.has("alpha");
    for (Axis axis : chosen(axes, given)) {
      boolean on = given.has("visible") ? given.flag("visible") : looks || !axis.grid;
      axis.grid = on;
      axis.gridBetween = on && !ticks.equals("major");
      axis.gridAlpha = Style.first(given, axis.gridAlpha, "alpha");
      axis.gridColor = color == null ? axis.gridColor : Colors.of(color);
      axis.gridLine = line == null ? axis.gridLine : Style.line(line);
      axis.gridWidth = Style.first(given, axis.gridWidth, "linewidth", "lw");
    }
    return null;
  }
}
