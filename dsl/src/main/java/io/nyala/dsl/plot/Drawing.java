package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.show.Repr;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What draws data into a chart: lines, points, bars, histograms, bands, pictures. */
final class Drawing {
  private Drawing() {}

  static void into(Axes axes) {
    String style = Style.ARGUMENTS + ")";
    String plot = "(*args, data=None, markevery=None, drawstyle='default', " + style;
    def(axes, "plot" + plot, Drawing::plot);
    def(axes, "semilogy(*args, base=10, " + style, (a, g) -> log(a, g, false, true));
    def(axes, "semilogx(*args, base=10, " + style, (a, g) -> log(a, g, true, false));
    def(axes, "loglog(*args, base=10, " + style, (a, g) -> log(a, g, true, true));
    def(axes, "step(*args, where='pre', " + style, Drawing::step);
    def(axes, "axhline(y=0, xmin=0, xmax=1, " + style, (a, g) -> rule(a, g, false));
    def(axes, "axvline(x=0, ymin=0, ymax=1, " + style, (a, g) -> rule(a, g, true));
    def(axes, "axline(xy1, xy2=None, slope=None, " + style, Drawing::slope);
    def(
        axes,
        "scatter(x, y, s=None, c=None, marker=None, "
            + Shades.ARGUMENTS
            + ", alpha=None, label=None, color=None, edgecolors=None, edgecolor=None, ec=None,"
            + " linewidths=None, linewidth=None, lw=None, facecolors=None, facecolor=None, fc=None,"
            + " zorder=None, data=None)",
        Points::scatter);
    Bars.into(axes);
    def(axes, "hist(x, bins=10, " + Histogram.ARGUMENTS, Histogram::draw);
    def(
        axes,
        "imshow(X, "
            + Shades.ARGUMENTS
            + ", origin='upper', aspect='equal', interpolation='nearest', extent=None, alpha=None,"
            + " zorder=None)",
        Points::picture);
    def(axes, "matshow(X, " + Shades.ARGUMENTS + ")", Points::matrix);
    def(axes, "spy(Z, precision=0)", Points::spy);
    Areas.into(axes);
    Grids.into(axes);
    Everyday.into(axes);
    Notes.into(axes);
  }

  private static Object log(Axes axes, Given given, boolean x, boolean y) {
    if (x) {
      axes.x.scale("log", given.get("base"));
    }
    if (y) {
      axes.y.scale("log", given.get("base"));
    }
    return plot(axes, given);
  }

  /** {@code plot([x], y, [format], [x], y, [format], …)}. */
  private static Object plot(Axes axes, Given given) {
    List<Object> args = named(given, (List<?>) given.get("args"));
    List<Object> lines = new ArrayList<>();
    if (args.isEmpty()) {
      throw PyError.type("plot() needs data: plot(y), plot(x, y) or plot(x, y, 'r--o')");
    }
    while (!args.isEmpty()) {
      Object first = args.remove(0);
      boolean pair = !args.isEmpty() && !(args.get(0) instanceof CharSequence);
      Object second = pair ? args.remove(0) : null;
      String format =
          !args.isEmpty() && args.get(0) instanceof CharSequence ? args.remove(0).toString() : null;
      lines(axes, pair ? first : null, pair ? second : first, Style.of(axes, format, given), given)
          .forEach(lines::add);
    }
    return lines;
  }

  /** Columns of {@code data} where they are named. */
  private static List<Object> named(Given given, List<?> args) {
    List<Object> all = new ArrayList<>(args);
    if (given.get("data") instanceof Map<?, ?> table) {
      all.replaceAll(
          arg ->
              arg instanceof CharSequence && table.containsKey(arg.toString())
                  ? table.get(arg.toString())
                  : arg);
    }
    return all;
  }

  private static List<Artist> lines(Axes axes, Object x, Object y, Style style, Given given) {
    double[][] columns = Values.isTable(y) ? turn(Values.rows(y)) : null;
    int count = columns == null ? 1 : columns.length;
    List<Artist> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double[] ys = columns == null ? axes.y.place(y) : columns[i];
      double[] xs = x == null ? upTo(ys.length) : axes.x.place(x);
      same("x and y", xs, ys);
      String label = label(given, count, i);
      Style look = style.color() == null ? style.orColor(axes.nextLine()) : style;
      drawn.add(stepped(axes, given, xs, ys, look, label));
    }
    return drawn;
  }

  static String label(Given given, int count, int i) {
    Object label = given.get("label");
    if (count == 1 && label instanceof List<?> one && one.size() == 1) {
      return Repr.text(one.get(0));
    }
    if (count > 1 && label instanceof List<?> labels && labels.size() == count) {
      return Repr.text(labels.get(i));
    }
    return label == null ? null : Repr.text(label);
  }

  private static double[][] turn(double[][] rows) {
    double[][] columns = new double[rows[0].length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < columns.length; j++) {
        columns[j][i] = rows[i][j];
      }
    }
    return columns;
  }

  static double[] upTo(int count) {
    double[] all = new double[count];
    Arrays.setAll(all, i -> i);
    return all;
  }

  /**
   * Checks two lengths.
   *
   * @throws PyError {@code ValueError} if they differ
   */
  static void same(String names, double[] a, double[] b) {
    if (a.length != b.length) {
      throw PyError.value(
          names
              + " must have same first dimension, but have shapes ("
              + a.length
              + ",) and ("
              + b.length
              + ",)");
    }
  }

  /** A line as {@code drawstyle} and {@code markevery} have it. */
  private static Artist stepped(
      Axes axes, Given given, double[] x, double[] y, Style style, String label) {
    String how = given.values().containsKey("drawstyle") ? given.string("drawstyle") : "default";
    double[][] path = Steps.path(given, how, x, y);
    Object every = given.get("markevery");
    if (every == null && path[0] == x) {
      return ordered(
          axes, given, axes.add("matplotlib.lines.Line2D", new Mark.Line(x, y, style, label)));
    }
    Style bare = style.changed("marker", "none");
    Artist line = axes.add("matplotlib.lines.Line2D", new Mark.Line(path[0], path[1], bare, label));
    if (style.marker() != null) {
      int[] at = Steps.every(given, every, x.length);
      double[] xs = Arrays.stream(at).mapToDouble(i -> x[i]).toArray();
      double[] ys = Arrays.stream(at).mapToDouble(i -> y[i]).toArray();
      axes.marks.add(new Mark.Line(xs, ys, style.changed("linestyle", "none"), label));
    }
    return ordered(axes, given, line);
  }

  /** Heeds {@code zorder}. */
  static Artist ordered(Axes axes, Given given, Artist drawn) {
    if (given.values().containsKey("zorder") && given.has("zorder")) {
      axes.order.put(drawn.mark(), given.number("zorder"));
    }
    return drawn;
  }

  private static Object step(Axes axes, Given given) {
    String where = given.string("where");
    if (!List.of("pre", "post", "mid").contains(where)) {
      throw given.wrong("where", "'pre', 'post' or 'mid'");
    }
    Map<String, Object> all = new LinkedHashMap<>(given.values());
    all.put("drawstyle", "steps-" + where);
    return plot(axes, new Given(given.function(), given.kind(), all));
  }

  private static Object rule(Axes axes, Given given, boolean upright) {
    Style style = Style.of(axes, null, given);
    Axis axis = upright ? axes.x : axes.y;
    double at = axis.place(given.get(upright ? "x" : "y"))[0];
    String label = label(given, 1, 0);
    Style look = style.color() == null ? style.orColor(axes.nextLine()) : style;
    double from = given.number(upright ? "ymin" : "xmin");
    double to = given.number(upright ? "ymax" : "xmax");
    Mark mark =
        from == 0 && to == 1
            ? new Mark.Rule(upright, at, look, label)
            : new Mark.Reach(upright, at, from, to, look, label);
    return ordered(axes, given, axes.add("matplotlib.lines.Line2D", mark));
  }

  private static Object slope(Axes axes, Given given) {
    double[] one = Values.numbers(given.get("xy1"));
    if (given.has("xy2") == given.has("slope")) {
      throw PyError.type("Exactly one of 'xy2' and 'slope' must be given");
    }
    double[] two = given.has("xy2") ? Values.numbers(given.get("xy2")) : null;
    double slope = two == null ? given.number("slope") : (two[1] - one[1]) / (two[0] - one[0]);
    Style style = Style.of(axes, null, given);
    Style look = style.color() == null ? style.orColor(axes.nextLine()) : style;
    Mark mark =
        Double.isFinite(slope)
            ? new Mark.Slope(one[0], one[1], slope, look, label(given, 1, 0))
            : new Mark.Rule(true, one[0], look, label(given, 1, 0));
    return ordered(axes, given, axes.add("matplotlib.lines.AxLine", mark));
  }

  /** One number for all places, or a number for each. */
  static double[] spread(Object data, int count) {
    double[] given = Values.numbers(data);
    if (given.length == 1 && count != 1) {
      double[] all = new double[count];
      Arrays.fill(all, given[0]);
      return all;
    }
    return given;
  }

  /** Numbers as a NumPy array. */
  static NDArray array(double[] values) {
    return NDArray.of(Tensor.of(Shape.of(values.length), values));
  }

  /** A result of several parts. */
  static Tuple tuple(Object... parts) {
    return Tuple.of(parts);
  }

  static String labelOf(Given given) {
    return label(given, 1, 0);
  }
}
