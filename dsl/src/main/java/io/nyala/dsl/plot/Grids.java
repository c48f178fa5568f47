package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/** Numbers over a plane: lines and areas of equal height, tables of cells, counts of points. */
final class Grids {
  private static final int TALL = 360;
  private static final int WIDE = 480;

  private Grids() {}

  static void into(Axes axes) {
    String lines =
        "(*args, levels=None, colors=None, alpha=None, linewidths=None, linestyles=None, origin=None,"
            + " extend='neither', zorder=None, "
            + Shades.ARGUMENTS
            + ")";
    def(axes, "contour" + lines, (a, g) -> contour(a, g, false));
    def(axes, "contourf" + lines, (a, g) -> contour(a, g, true));
    def(
        axes,
        "clabel(CS, levels=None, inline=True, fontsize=None, fmt=None, colors=None)",
        Contours::label);
    def(
        axes,
        "pcolormesh(*args, shading='auto', alpha=None, edgecolors='none', rasterized=False, zorder=None, "
            + Shades.ARGUMENTS
            + ")",
        Grids::mesh);
    def(
        axes,
        "pcolor(*args, shading='auto', alpha=None, edgecolors='none', zorder=None, "
            + Shades.ARGUMENTS
            + ")",
        Grids::mesh);
    def(
        axes,
        "hist2d(x, y, bins=10, range=None, density=False, weights=None, cmin=None, cmax=None,"
            + " alpha=None, "
            + Shades.ARGUMENTS
            + ")",
        Grids::counts);
  }

  /**
   * A table of numbers and where its rows and columns are.
   *
   * @param x places of the columns, ascending
   * @param y places of the rows, ascending
   */
  record Plane(double[] x, double[] y, double[][] z) {}

  /**
   * {@code (Z)} or {@code (X, Y, Z)}; X and Y as {@code meshgrid} makes them, or one row of each.
   */
  static Plane plane(Given given, List<?> args) {
    if (args.size() != 1 && args.size() != 3) {
      throw PyError.type(
          given.function() + "() takes Z, or X, Y and Z; received " + args.size() + " arguments");
    }
    double[][] z = Values.rows(args.get(args.size() - 1));
    if (z.length == 0 || z[0].length == 0) {
      throw PyError.type("Input z must be 2D, not empty");
    }
    if (args.size() == 1) {
      return new Plane(Drawing.upTo(z[0].length), Drawing.upTo(z.length), z);
    }
    return ascending(new Plane(line(given, args.get(0), true), line(given, args.get(1), false), z));
  }

  private static double[] line(Given given, Object places, boolean across) {
    if (!Values.isTable(places)) {
      return Values.numbers(places);
    }
    double[][] rows = Values.rows(places);
    double[] first = across ? rows[0] : Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < rows[i].length; j++) {
        if (rows[i][j] != first[across ? j : i]) {
          throw new PyError(
              "NotImplementedError",
              given.function()
                  + "(): X and Y of a bent grid are not part of Nyala; rows and columns"
                  + " have to be straight, as np.meshgrid makes them");
        }
      }
    }
    return first;
  }

  private static Plane ascending(Plane plane) {
    double[] x = plane.x;
    double[] y = plane.y;
    double[][] z = plane.z;
    if (x.length > 1 && x[0] > x[x.length - 1]) {
      x = turned(x);
      z = Arrays.stream(z).map(Grids::turned).toArray(double[][]::new);
    }
    if (y.length > 1 && y[0] > y[y.length - 1]) {
      y = turned(y);
      double[][] rows = z.clone();
      for (int i = 0; i < rows.length; i++) {
        rows[i] = z[z.length - 1 - i];
      }
      z = rows;
    }
    return new Plane(x, y, z);
  }

  private static double[] turned(double[] all) {
    double[] other = new double[all.length];
    Arrays.setAll(other, i -> all[all.length - 1 - i]);
    return other;
  }

  private static Object contour(Axes axes, Given given, boolean filled) {
    List<?> args = (List<?>) given.get("args");
    boolean counted = args.size() == 2 || args.size() == 4;
    Object levels = counted ? args.get(args.size() - 1) : given.get("levels");
    Plane plane = plane(given, counted ? args.subList(0, args.size() - 1) : args);
    if (plane.x.length != plane.z[0].length || plane.y.length != plane.z.length) {
      throw PyError.type(
          "Length of x ("
              + plane.x.length
              + ") must match number of columns in z ("
              + plane.z[0].length
              + ") and length of y ("
              + plane.y.length
              + ") its rows ("
              + plane.z.length
              + ")");
    }
    if (plane.z.length < 2 || plane.z[0].length < 2) {
      throw PyError.type(
          "Input z must be at least a (2, 2) shaped array, but has shape ("
              + plane.z.length
              + ", "
              + plane.z[0].length
              + ")");
    }
    if (given.has("origin")) {
      throw given.wrong("origin", "None");
    }
    String extend = given.string("extend");
    if (!List.of("neither", "both", "min", "max").contains(extend)) {
      throw given.wrong("extend", "'neither', 'min', 'max' or 'both'");
    }
    double[] at = Contours.levels(plane.z, levels, filled);
    return filled ? Contours.fill(axes, given, plane, at) : Contours.draw(axes, given, plane, at);
  }

  /** Edges around places: halfway between them, and as far outside. */
  private static double[] edges(double[] places) {
    int n = places.length;
    double[] edges = new double[n + 1];
    for (int i = 1; i < n; i++) {
      edges[i] = (places[i - 1] + places[i]) / 2;
    }
    edges[0] = n == 1 ? places[0] - 0.5 : places[0] - (places[1] - places[0]) / 2;
    edges[n] = n == 1 ? places[0] + 0.5 : places[n - 1] + (places[n - 1] - places[n - 2]) / 2;
    return edges;
  }

  private static Object mesh(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    String shading = given.string("shading");
    if (!List.of("auto", "flat", "nearest", "gouraud").contains(shading)) {
      throw given.wrong("shading", "'auto', 'flat', 'nearest' or 'gouraud'");
    }
    if (!"none".equals(given.get("edgecolors")) && !"face".equals(given.get("edgecolors"))) {
      throw given.wrong("edgecolors", "'none': cells have no edges here");
    }
    Plane plane = plane(given, args);
    int rows = plane.z.length;
    int columns = plane.z[0].length;
    boolean centred = plane.x.length == columns && plane.y.length == rows && args.size() == 3;
    boolean edged = plane.x.length == columns + 1 && plane.y.length == rows + 1;
    if (args.size() == 3 && !centred && !edged) {
      throw PyError.type(
          "Dimensions of C ("
              + rows
              + ", "
              + columns
              + ") should be one smaller than X("
              + plane.x.length
              + ") and Y("
              + plane.y.length
              + ") while using shading='flat', or as many");
    }
    boolean whole = args.size() == 1 && !shading.equals("nearest");
    double[] x = whole ? Drawing.upTo(columns + 1) : edged ? plane.x : edges(plane.x);
    double[] y = whole ? Drawing.upTo(rows + 1) : edged ? plane.y : edges(plane.y);
    return cells(axes, given, x, y, plane.z, shading.equals("gouraud"));
  }

  /** Cells between edges, as a picture. */
  private static Artist cells(
      Axes axes, Given given, double[] x, double[] y, double[][] z, boolean smooth) {
    double[] all = Bars.all(z).stream().mapToDouble(d -> d).toArray();
    Shades shades = Shades.of(axes, given, all);
    double[][] even = isEven(x) && isEven(y) ? z : resampled(x, y, z);
    double[] room = {x[0], x[x.length - 1], y[0], y[y.length - 1]};
    Mark.Picture picture =
        new Mark.Picture(
            even, shades, false, null, room, false, smooth, Style.first(given, 1, "alpha"));
    return Drawing.ordered(axes, given, axes.add("matplotlib.collections.QuadMesh", picture));
  }

  private static boolean isEven(double[] edges) {
    double step = (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
    for (int i = 1; i < edges.length; i++) {
      if (Math.abs(edges[i] - edges[i - 1] - step) > 1e-6 * Math.abs(step)) {
        return false;
      }
    }
    return true;
  }

  private static double[][] resampled(double[] x, double[] y, double[][] z) {
    double[][] even = new double[TALL][WIDE];
    for (int i = 0; i < TALL; i++) {
      int row = cell(y, y[0] + (y[y.length - 1] - y[0]) * (i + 0.5) / TALL);
      for (int j = 0; j < WIDE; j++) {
        even[i][j] = z[row][cell(x, x[0] + (x[x.length - 1] - x[0]) * (j + 0.5) / WIDE)];
      }
    }
    return even;
  }

  private static int cell(double[] edges, double value) {
    return Math.max(0, Bins.of(edges, value));
  }

  private static Object counts(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    Drawing.same("x and y", x, y);
    List<Object> ranges =
        given.has("range") ? Values.items(given.get("range")) : Arrays.asList(null, null);
    Object bins = given.get("bins");
    boolean both =
        bins instanceof List<?> pair && pair.size() == 2 && !(pair.get(0) instanceof Double);
    double[] edgesX = edges(given, both ? ((List<?>) bins).get(0) : bins, ranges.get(0), x);
    double[] edgesY = edges(given, both ? ((List<?>) bins).get(1) : bins, ranges.get(1), y);
    double[] weights = given.has("weights") ? Values.numbers(given.get("weights")) : null;
    double[][] counts = new double[edgesX.length - 1][edgesY.length - 1];
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      int column = Bins.of(edgesX, x[i]);
      int row = Bins.of(edgesY, y[i]);
      if (column >= 0 && row >= 0) {
        double weight = weights == null ? 1 : weights[i];
        counts[column][row] += weight;
        sum += weight;
      }
    }
    double[][] shown = new double[edgesY.length - 1][edgesX.length - 1];
    for (int i = 0; i < counts.length; i++) {
      for (int j = 0; j < counts[i].length; j++) {
        double area = (edgesX[i + 1] - edgesX[i]) * (edgesY[j + 1] - edgesY[j]);
        counts[i][j] = given.flag("density") ? counts[i][j] / sum / area : counts[i][j];
        boolean few = given.has("cmin") && counts[i][j] < given.number("cmin");
        boolean many = given.has("cmax") && counts[i][j] > given.number("cmax");
        counts[i][j] = few || many ? Double.NaN : counts[i][j];
        shown[j][i] = counts[i][j];
      }
    }
    Artist drawn = cells(axes, given, edgesX, edgesY, shown, false);
    double[] flat = Bars.all(counts).stream().mapToDouble(d -> d).toArray();
    NDArray table = NDArray.of(Tensor.of(Shape.of(counts.length, counts[0].length), flat));
    return Drawing.tuple(table, Drawing.array(edgesX), Drawing.array(edgesY), drawn);
  }

  private static double[] edges(Given given, Object bins, Object range, double[] data) {
    java.util.Map<String, Object> one = new java.util.HashMap<>();
    one.put("bins", bins);
    return Bins.edges(new Given(given.function(), given.kind(), one), "bins", range, data);
  }

  /** The height at a place of a plane. */
  static double height(Plane plane, double x, double y) {
    return Raster.between(plane.z, index(plane.y, y), index(plane.x, x));
  }

  private static double index(double[] places, double value) {
    int at = Math.max(0, Math.min(places.length - 2, Bins.of(places, value)));
    double share = (value - places[at]) / (places[at + 1] - places[at]);
    return at + Math.max(0, Math.min(1, share));
  }

  /** A picture of a plane in as many pixels as are seen. */
  static int[][] pixels(Plane plane, java.util.function.DoubleToIntFunction color) {
    int[][] pixels = new int[TALL][WIDE];
    double[] x = plane.x;
    double[] y = plane.y;
    for (int i = 0; i < TALL; i++) {
      double up = y[0] + (y[y.length - 1] - y[0]) * (i + 0.5) / TALL;
      for (int j = 0; j < WIDE; j++) {
        double across = x[0] + (x[x.length - 1] - x[0]) * (j + 0.5) / WIDE;
        pixels[i][j] = color.applyAsInt(height(plane, across, up));
      }
    }
    return pixels;
  }
}
