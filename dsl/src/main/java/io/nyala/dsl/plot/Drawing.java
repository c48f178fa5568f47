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
import java.util.List;

/** What draws data into a chart: lines, points, bars, histograms, bands, pictures. */
final class Drawing {
  private static final String FILL = ", label=None, color=None, edgecolor=None, alpha=None, ";

  private Drawing() {}

  static void into(Axes axes) {
    String style = Style.ARGUMENTS + ")";
    def(axes, "plot(*args, " + style, Drawing::plot);
    def(axes, "semilogy(*args, " + style, (a, g) -> log(a, g, false, true));
    def(axes, "semilogx(*args, " + style, (a, g) -> log(a, g, true, false));
    def(axes, "loglog(*args, " + style, (a, g) -> log(a, g, true, true));
    def(axes, "step(x, y, where='pre', " + style, Drawing::step);
    def(axes, "axhline(y=0, " + style, (a, g) -> rule(a, g, false));
    def(axes, "axvline(x=0, " + style, (a, g) -> rule(a, g, true));
    def(
        axes,
        "scatter(x, y, s=None, c=None, marker=None, cmap=None, vmin=None, vmax=None, alpha=None,"
            + " label=None, color=None, edgecolors=None)",
        Points::scatter);
    def(
        axes,
        "bar(x, height, width=0.8, bottom=0" + FILL + "tick_label=None, yerr=None, capsize=0)",
        Bars::bar);
    def(axes, "bar_label(container, fmt=None, padding=0, fontsize=10)", Notes::onBars);
    def(axes, "barh(y, width, height=0.8, left=0" + FILL + "tick_label=None)", Bars::barh);
    def(
        axes,
        "hist(x, bins=10, range=None, density=False" + FILL + Histogram.ARGUMENTS,
        Histogram::draw);
    def(axes, "fill_between(x, y1, y2=0" + FILL + "facecolor=None)", Drawing::band);
    def(
        axes,
        "imshow(X, cmap=None, vmin=None, vmax=None, origin='upper', aspect='equal',"
            + " interpolation='nearest')",
        Points::picture);
    def(axes, "matshow(X, cmap=None, vmin=None, vmax=None)", Points::matrix);
    Everyday.into(axes);
    Notes.into(axes);
  }

  private static Object log(Axes axes, Given given, boolean x, boolean y) {
    axes.x.log |= x;
    axes.y.log |= y;
    return plot(axes, given);
  }

  /** {@code plot([x], y, [format], [x], y, [format], …)}. */
  private static Object plot(Axes axes, Given given) {
    List<Object> args = new ArrayList<>((List<?>) given.get("args"));
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
      lines(axes, pair ? first : null, pair ? second : first, Style.of(format, given), given)
          .forEach(lines::add);
    }
    return lines;
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
      drawn.add(
          axes.add(
              "matplotlib.lines.Line2D",
              new Mark.Line(
                  xs, ys, style.color() == null ? style.orColor(axes.nextLine()) : style, label)));
    }
    return drawn;
  }

  static String label(Given given, int count, int i) {
    Object label = given.get("label");
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

  private static Object step(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] y = axes.y.place(given.get("y"));
    same("x and y", x, y);
    String where = given.string("where");
    if (!List.of("pre", "post", "mid").contains(where)) {
      throw given.wrong("where", "'pre', 'post' or 'mid'");
    }
    List<Double> xs = new ArrayList<>();
    List<Double> ys = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      if (i > 0) {
        double at =
            where.equals("pre") ? x[i - 1] : where.equals("post") ? x[i] : (x[i - 1] + x[i]) / 2;
        xs.add(at);
        ys.add(y[i - 1]);
        xs.add(at);
        ys.add(y[i]);
      }
      xs.add(x[i]);
      ys.add(y[i]);
    }
    Style style = Style.of(null, given);
    Mark.Line line =
        new Mark.Line(
            xs.stream().mapToDouble(d -> d).toArray(),
            ys.stream().mapToDouble(d -> d).toArray(),
            style.color() == null ? style.orColor(axes.nextLine()) : style,
            label(given, 1, 0));
    return new ArrayList<Object>(List.of(axes.add("matplotlib.lines.Line2D", line)));
  }

  private static Object rule(Axes axes, Given given, boolean upright) {
    Style style = Style.of(null, given);
    double at = given.number(upright ? "x" : "y");
    String label = label(given, 1, 0);
    return axes.add(
        "matplotlib.lines.Line2D",
        new Mark.Rule(
            upright, at, style.color() == null ? style.orColor(axes.nextLine()) : style, label));
  }

  private static Object band(Axes axes, Given given) {
    double[] x = axes.x.place(given.get("x"));
    double[] a = spread(given.get("y1"), x.length);
    double[] b = spread(given.get("y2"), x.length);
    same("x and y1", x, a);
    same("x and y2", x, b);
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      low[i] = Math.min(a[i], b[i]);
      high[i] = Math.max(a[i], b[i]);
    }
    Object color = given.has("color") ? given.get("color") : given.get("facecolor");
    String fill = color == null ? axes.nextPatch() : Colors.of(color);
    return axes.add(
        "matplotlib.collections.PolyCollection",
        new Mark.Band(x, low, high, fill, Style.first(given, 1, "alpha"), label(given, 1, 0)));
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
