package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.Map;

/**
 * How a line is drawn.
 *
 * @param color {@code #rrggbb}; null: the next of the cycle
 * @param line the line's dashes, {@code solid}, {@code dashed}, {@code dotted}, {@code dotdash};
 *     null: no line
 * @param marker the number of the marker's shape; null: none
 * @param width of the line, in points
 * @param size of the marker, in points
 * @param alpha opacity, 0 to 1
 * @param face the marker's inside; null: the line's colour; "none": nothing
 * @param edge the marker's edge; null: the line's colour
 * @param rim the width of that edge, in points
 */
record Style(
    String color,
    String line,
    Integer marker,
    double width,
    double size,
    double alpha,
    String face,
    String edge,
    double rim) {

  /** The arguments that say it, of every function that draws lines. */
  static final String LINE =
      "label=None, color=None, c=None, linestyle=None, ls=None, linewidth=None, lw=None, alpha=None,"
          + " zorder=None";

  /** The same, and those of markers. */
  static final String ARGUMENTS =
      LINE
          + ", marker=None, markersize=None, ms=None, markerfacecolor=None, mfc=None,"
          + " markeredgecolor=None, mec=None, markeredgewidth=None, mew=None";

  Style(String color, String line, Integer marker, double width, double size, double alpha) {
    this(color, line, marker, width, size, alpha, null, null, 1);
  }

  private static final Map<String, String> LINES =
      Map.of(
          "-", "solid", "--", "dashed", ":", "dotted", "-.", "dotdash", "solid", "solid", "dashed",
          "dashed", "dotted", "dotted", "dashdot", "dotdash");

  /** Shapes of the charting library; where it has none of that form there is no marker either. */
  private static final Map<String, Integer> MARKERS =
      Map.ofEntries(
          Map.entry(".", 16),
          Map.entry(",", 20),
          Map.entry("o", 16),
          Map.entry("s", 15),
          Map.entry("^", 24),
          Map.entry("v", 25),
          Map.entry("D", 23),
          Map.entry("d", 23),
          Map.entry("+", 3),
          Map.entry("P", 3),
          Map.entry("x", 4),
          Map.entry("X", 4),
          Map.entry("*", 8));

  /**
   * The style that a format string such as {@code 'r--o'} and named arguments say.
   *
   * @param format null: none
   * @throws PyError {@code ValueError} for what is not a style
   */
  static Style of(Axes axes, String format, Given given) {
    Style start = format == null ? plain() : parse(format);
    Object color = given.has("color") ? given.get("color") : given.get("c");
    Object line = given.has("linestyle") ? given.get("linestyle") : given.get("ls");
    Object marker = given.get("marker");
    Object face = given.has("markerfacecolor") ? given.get("markerfacecolor") : given.get("mfc");
    Object edge = given.has("markeredgecolor") ? given.get("markeredgecolor") : given.get("mec");
    double size =
        first(given, axes.figure.parameters.number("lines.markersize"), "markersize", "ms");
    return new Style(
        color == null ? start.color : Colors.of(color),
        line == null ? start.line : line(line),
        marker == null ? start.marker : marker(marker.toString()),
        first(given, axes.figure.parameters.number("lines.linewidth"), "linewidth", "lw"),
        ".".equals(marker) || format != null && format.contains(".") && !format.contains("-.")
            ? size / 2
            : size,
        first(given, 1, "alpha"),
        face == null ? null : Colors.orNone(face),
        edge == null ? null : Colors.orNone(edge),
        first(given, 1, "markeredgewidth", "mew"));
  }

  private static Style plain() {
    return new Style(null, "solid", null, 1.5, 6, 1);
  }

  /** This style with one thing other. */
  Style changed(String name, Object value) {
    return switch (name) {
      case "color" ->
          new Style(Colors.of(value), line, marker, width, size, alpha, face, edge, rim);
      case "linestyle" ->
          new Style(color, line(value), marker, width, size, alpha, face, edge, rim);
      case "linewidth" ->
          new Style(color, line, marker, Values.number(value), size, alpha, face, edge, rim);
      case "marker" ->
          new Style(color, line, marker(value.toString()), width, size, alpha, face, edge, rim);
      case "markersize" ->
          new Style(color, line, marker, width, Values.number(value), alpha, face, edge, rim);
      default -> new Style(color, line, marker, width, size, Values.number(value), face, edge, rim);
    };
  }

  /** The first of these arguments that is given. */
  static double first(Given given, double otherwise, String... names) {
    for (String name : names) {
      if (given.has(name)) {
        return given.number(name);
      }
    }
    return otherwise;
  }

  private static Style parse(String format) {
    if (format.isEmpty()) {
      return plain();
    }
    if (format.isBlank()) {
      return new Style(null, null, null, 1.5, 6, 1);
    }
    String color = null;
    String line = null;
    String marker = null;
    int at = 0;
    while (at < format.length()) {
      String two = format.substring(at, Math.min(format.length(), at + 2));
      String one = format.substring(at, at + 1);
      if (LINES.containsKey(two) && two.length() == 2 && line == null) {
        line = two;
        at += 2;
      } else if (format.startsWith("C", at) && two.matches("C\\d") && color == null) {
        color = two;
        at += 2;
      } else if (LINES.containsKey(one) && line == null) {
        line = one;
        at++;
      } else if (Colors.isLetter(one.charAt(0)) && color == null) {
        color = one;
        at++;
      } else if (MARKERS.containsKey(one) && marker == null) {
        marker = one;
        at++;
      } else if (at == 0) {
        return plain().changed("color", format);
      } else {
        throw PyError.value(
            Repr.quote(format)
                + " is not a valid format string (unrecognized character "
                + Repr.quote(one)
                + "). It is made of a color (r), a line (-, --, :, -.) and a marker (o), as in"
                + " 'r--o'.");
      }
    }
    String dashes = line != null ? LINES.get(line) : marker == null ? "solid" : null;
    String chosen = color == null ? null : Colors.of(color);
    return new Style(chosen, dashes, marker == null ? null : MARKERS.get(marker), 1.5, 6, 1);
  }

  /** The form of a marker that has an edge and an inside. */
  static int edged(int marker) {
    return switch (marker) {
      case 15 -> 22;
      case 16, 20 -> 21;
      default -> marker;
    };
  }

  static String line(Object given) {
    String name = given.toString();
    if (name.isBlank() || name.equalsIgnoreCase("none")) {
      return null;
    }
    String found = LINES.get(name);
    if (found == null) {
      throw PyError.value(
          Repr.quote(name)
              + " is not a valid value for ls; supported values are '-', '--', '-.', ':', 'None',"
              + " 'solid', 'dashed', 'dashdot', 'dotted'");
    }
    return found;
  }

  /** The number of a marker's shape; null: none. */
  static Integer marker(String name) {
    if (name.isBlank() || name.equalsIgnoreCase("none")) {
      return null;
    }
    Integer found = MARKERS.get(name);
    if (found == null) {
      throw PyError.value(
          "Unrecognized marker style "
              + Repr.quote(name)
              + "; there are . , o s ^ v D d + P x X *");
    }
    return found;
  }

  /** This style in another colour if it has none of its own. */
  Style orColor(String other) {
    return color == null ? changed("color", other) : this;
  }
}
