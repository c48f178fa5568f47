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
 */
record Style(String color, String line, Integer marker, double width, double size, double alpha) {

  /** The arguments that say it, of every function that draws lines. */
  static final String ARGUMENTS =
      "label=None, color=None, c=None, linestyle=None, ls=None, marker=None, linewidth=None,"
          + " lw=None, markersize=None, ms=None, alpha=None";

  private static final Map<String, String> LINES =
      Map.of(
          "-", "solid", "--", "dashed", ":", "dotted", "-.", "dotdash", "solid", "solid", "dashed",
          "dashed", "dotted", "dotted", "dashdot", "dotdash");

  private static final Map<String, Integer> MARKERS =
      Map.ofEntries(
          Map.entry(".", 20),
          Map.entry(",", 20),
          Map.entry("o", 16),
          Map.entry("s", 15),
          Map.entry("^", 17),
          Map.entry("v", 25),
          Map.entry("D", 18),
          Map.entry("d", 18),
          Map.entry("+", 3),
          Map.entry("x", 4),
          Map.entry("X", 4),
          Map.entry("*", 8),
          Map.entry("<", 2),
          Map.entry(">", 2),
          Map.entry("p", 15),
          Map.entry("h", 15));

  /**
   * The style that a format string such as {@code 'r--o'} and named arguments say.
   *
   * @param format null: none
   * @throws PyError {@code ValueError} for what is not a style
   */
  static Style of(String format, Given given) {
    Style start = format == null ? new Style(null, "solid", null, 1.5, 6, 1) : parse(format);
    Object color = given.has("color") ? given.get("color") : given.get("c");
    Object line = given.has("linestyle") ? given.get("linestyle") : given.get("ls");
    Object marker = given.get("marker");
    return new Style(
        color == null ? start.color : Colors.of(color),
        line == null ? start.line : line(line.toString()),
        marker == null ? start.marker : marker(marker.toString()),
        first(given, 1.5, "linewidth", "lw"),
        marker != null && ".".equals(marker) ? 3 : first(given, 6, "markersize", "ms"),
        first(given, 1, "alpha"));
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
        return new Style(Colors.of(format), "solid", null, 1.5, 6, 1);
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

  /** The form of a marker that has an edge; circles where there is none. */
  static int edged(int marker) {
    return marker == 15 ? 22 : marker == 17 ? 24 : marker == 18 ? 23 : 21;
  }

  static String line(String name) {
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
              + "; there are . , o s ^ v D d + x X * < > p h");
    }
    return found;
  }

  /** This style in another colour if it has none of its own. */
  Style orColor(String other) {
    return new Style(color == null ? other : color, line, marker, width, size, alpha);
  }
}
