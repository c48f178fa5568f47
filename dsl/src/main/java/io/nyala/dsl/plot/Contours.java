package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lines and areas of equal height. Lines are found cell by cell: where a level lies between the
 * heights of two neighbouring corners, it is crossed on the straight line between them.
 */
final class Contours {
  private Contours() {}

  /** The heights: those given, or about so many round ones over the range of the data. */
  static double[] levels(double[][] z, Object wanted, boolean filled) {
    double[] all = Bars.all(z).stream().mapToDouble(d -> d).filter(Double::isFinite).toArray();
    if (all.length == 0) {
      throw PyError.value("contour() needs at least one finite height");
    }
    if (wanted != null && !(wanted instanceof Number)) {
      double[] levels = Values.numbers(wanted);
      for (int i = 1; i < levels.length; i++) {
        if (!(levels[i] > levels[i - 1])) {
          throw PyError.value("Contour levels must be increasing");
        }
      }
      if (filled && levels.length < 2) {
        throw PyError.value("Filled contours require at least 2 levels.");
      }
      return levels;
    }
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    int count = wanted == null ? 7 : (int) Values.number(wanted);
    double[] inside = low == high ? new double[] {low} : Ticks.fine(low, high, count + 1);
    if (!filled) {
      return inside.length == 0 ? new double[] {(low + high) / 2} : inside;
    }
    double step = inside.length > 1 ? inside[1] - inside[0] : high > low ? high - low : 1;
    List<Double> levels = new ArrayList<>();
    if (inside.length == 0 || inside[0] > low) {
      levels.add((inside.length == 0 ? high : inside[0]) - step);
    }
    Arrays.stream(inside).forEach(levels::add);
    if (levels.get(levels.size() - 1) < high) {
      levels.add(levels.get(levels.size() - 1) + step);
    }
    if (levels.size() < 2) {
      levels.add(levels.get(0) + step);
    }
    return levels.stream().mapToDouble(d -> d).toArray();
  }

  /** What {@code contour} and {@code contourf} hand back. */
  static final class Set extends Artist {
    final Grids.Plane plane;
    final double[] levels;

    private Set(Axes axes, Mark mark, Grids.Plane plane, double[] levels) {
      super("<matplotlib.contour.QuadContourSet>", axes, mark);
      this.plane = plane;
      this.levels = levels;
      property("levels", () -> Drawing.array(levels));
    }
  }

  private static Shades shades(Axes axes, Given given, double[] levels) {
    return Shades.of(axes, given, levels);
  }

  static Set fill(Axes axes, Given given, Grids.Plane plane, double[] levels) {
    Shades shades = shades(axes, given, levels);
    List<Object> own = given.has("colors") ? Values.items(given.get("colors")) : null;
    String extend = given.string("extend");
    boolean below = extend.equals("min") || extend.equals("both");
    boolean above = extend.equals("max") || extend.equals("both");
    int[][] pixels =
        Grids.pixels(
            plane,
            height -> {
              int band = band(levels, height);
              if (!Double.isFinite(height)
                  || band < 0 && !below
                  || band >= levels.length - 1 && !above) {
                return 0;
              }
              int at = Math.max(0, Math.min(levels.length - 2, band));
              double middle = (levels[at] + levels[at + 1]) / 2;
              String color = own == null ? shades.hex(middle) : Colors.of(own.get(at % own.size()));
              return 0xff000000 | Integer.parseInt(color.substring(1), 16);
            });
    Colormap steps = steps(shades, levels);
    double[] room = room(plane);
    Shades scale = new Shades(steps, levels[0], levels[levels.length - 1], false);
    Mark.Picture picture =
        new Mark.Picture(
            plane.z(), scale, false, pixels, room, false, false, Style.first(given, 1, "alpha"));
    axes.marks.add(picture);
    Set made = new Set(axes, picture, plane, levels);
    Drawing.ordered(axes, given, made);
    return made;
  }

  private static double[] room(Grids.Plane plane) {
    double[] x = plane.x();
    double[] y = plane.y();
    return new double[] {x[0], x[x.length - 1], y[0], y[y.length - 1]};
  }

  /** The colours of the bands, as one map from the lowest level to the highest. */
  private static Colormap steps(Shades shades, double[] levels) {
    List<Integer> anchors = new ArrayList<>();
    for (int i = 0; i + 1 < levels.length; i++) {
      anchors.add(shades.map().at(shades.share((levels[i] + levels[i + 1]) / 2)));
    }
    return new Colormap(shades.map().name(), List.copyOf(anchors), true);
  }

  private static int band(double[] levels, double height) {
    int found = Arrays.binarySearch(levels, height);
    int at = found >= 0 ? found : -found - 2;
    return at == levels.length - 1 && height == levels[at] ? at - 1 : at;
  }

  static Set draw(Axes axes, Given given, Grids.Plane plane, double[] levels) {
    Shades shades = shades(axes, given, levels);
    List<Object> own = given.has("colors") ? Values.items(given.get("colors")) : null;
    double[] widths =
        given.has("linewidths") ? Values.numbers(given.get("linewidths")) : new double[] {1.5};
    String dashes =
        given.has("linestyles") ? Style.line(Values.items(given.get("linestyles")).get(0)) : null;
    axes.marks.add(new Mark.Room(room(plane)));
    Mark first = null;
    for (int k = 0; k < levels.length; k++) {
      String color = own == null ? shades.hex(levels[k]) : Colors.of(own.get(k % own.size()));
      boolean one = own != null && own.size() == 1;
      String line = dashes != null ? dashes : one && levels[k] < 0 ? "dashed" : "solid";
      double alpha = Style.first(given, 1, "alpha");
      Style style = new Style(color, line, null, widths[k % widths.length], 6, alpha);
      double[][] found = crossings(plane, levels[k]);
      Mark.Segments mark =
          new Mark.Segments(found[0], found[1], found[2], found[3], style, false, null, shades);
      axes.marks.add(mark);
      first = first == null ? mark : first;
    }
    return new Set(axes, first, plane, levels);
  }

  /** The pieces of a line of equal height: x and y of their beginnings, x and y of their ends. */
  static double[][] crossings(Grids.Plane plane, double level) {
    List<double[]> pieces = new ArrayList<>();
    double[] x = plane.x();
    double[] y = plane.y();
    for (int i = 0; i + 1 < y.length; i++) {
      for (int j = 0; j + 1 < x.length; j++) {
        double[][] corners = {
          {x[j], y[i], plane.z()[i][j]},
          {x[j + 1], y[i], plane.z()[i][j + 1]},
          {x[j + 1], y[i + 1], plane.z()[i + 1][j + 1]},
          {x[j], y[i + 1], plane.z()[i + 1][j]}
        };
        cell(pieces, corners, level);
      }
    }
    double[][] columns = new double[4][pieces.size()];
    for (int i = 0; i < pieces.size(); i++) {
      for (int k = 0; k < 4; k++) {
        columns[k][i] = pieces.get(i)[k];
      }
    }
    return columns;
  }

  private static void cell(List<double[]> pieces, double[][] corners, double level) {
    List<double[]> found = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      double[] a = corners[k];
      double[] b = corners[(k + 1) % 4];
      if (!Double.isFinite(a[2]) || !Double.isFinite(b[2])) {
        return;
      }
      if (a[2] >= level != b[2] >= level) {
        double share = (level - a[2]) / (b[2] - a[2]);
        found.add(new double[] {a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])});
      }
    }
    if (found.size() == 2) {
      pieces.add(piece(found.get(0), found.get(1)));
    } else if (found.size() == 4) {
      // A saddle: which corners are joined is told by the height in the middle.
      double middle = Arrays.stream(corners).mapToDouble(corner -> corner[2]).average().orElse(0);
      boolean joined = middle >= level == corners[0][2] >= level;
      pieces.add(piece(found.get(0), found.get(joined ? 1 : 3)));
      pieces.add(piece(found.get(2), found.get(joined ? 3 : 1)));
    }
  }

  private static double[] piece(double[] from, double[] to) {
    return new double[] {from[0], from[1], to[0], to[1]};
  }

  /** The heights, written onto their lines. */
  static Object label(Axes axes, Given given) {
    if (!(given.get("CS") instanceof Set set)) {
      throw given.wrong("CS", "what contour() handed back");
    }
    double size = Font.size(given, 9, "fontsize");
    double[] wanted = given.has("levels") ? Values.numbers(given.get("levels")) : set.levels;
    Ticks.Words words =
        given.has("fmt") ? Ticks.words(given.get("fmt")) : (value, place) -> Words.number(value);
    List<Object> all = new ArrayList<>();
    for (int k = 0; k < wanted.length; k++) {
      double[][] found = crossings(set.plane, wanted[k]);
      if (found[0].length == 0) {
        continue;
      }
      int at = (k % 2 == 0 ? 1 : 3) * found[0].length / 4;
      String text = words.at(wanted[k], k);
      Mark.Shape paper =
          new Mark.Shape(new double[] {0.1}, new double[] {0.1}, Colors.PAPER, null, 0, 1, null);
      String ink =
          given.has("colors") ? Colors.of(Values.items(given.get("colors")).get(0)) : Colors.INK;
      axes.marks.add(
          new Mark.Words(
              found[0][at],
              found[1][at],
              false,
              0,
              0,
              text,
              new Font(size, ink, false, false),
              "middle",
              "center",
              0,
              1,
              given.flag("inline") ? paper : null));
      all.add(Artist.text(found[0][at] + ", " + found[1][at], text));
    }
    return all;
  }
}
