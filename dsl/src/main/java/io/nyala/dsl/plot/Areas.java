package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is filled between curves. */
final class Areas {
  private static final String LOOK =
      "where=None, interpolate=False, step=None, label=None, color=None, facecolor=None, fc=None,"
          + " edgecolor=None, ec=None, alpha=None, linewidth=None, lw=None, zorder=None, hatch=None)";

  private Areas() {}

  static void into(Axes axes) {
    def(axes, "fill_between(x, y1, y2=0, " + LOOK, (a, g) -> between(a, g, false));
    def(axes, "fill_betweenx(y, x1, x2=0, " + LOOK, (a, g) -> between(a, g, true));
  }

  private static Object between(Axes axes, Given given, boolean upright) {
    Axis along = upright ? axes.y : axes.x;
    double[] x = along.place(given.get(upright ? "y" : "x"));
    double[] a = Drawing.spread(given.get(upright ? "x1" : "y1"), x.length);
    double[] b = Drawing.spread(given.get(upright ? "x2" : "y2"), x.length);
    Drawing.same("x and y1", x, a);
    Drawing.same("x and y2", x, b);
    Everyday.refuse(given, "hatch");
    if (given.has("where")) {
      double[] where = Values.numbers(given.get("where"));
      Drawing.same("x and where", x, where);
      double[][] cut = cut(given.flag("interpolate"), x, a, b, where);
      x = cut[0];
      a = cut[1];
      b = cut[2];
    }
    if (given.has("step")) {
      String how = "steps-" + given.string("step");
      double[] places = x;
      double[] first = a;
      a = Steps.path(given, how, places, first)[1];
      double[][] other = Steps.path(given, how, places, b);
      b = other[1];
      x = other[0];
    }
    double[] low = new double[x.length];
    double[] high = new double[x.length];
    double[] one = a;
    double[] two = b;
    Arrays.setAll(low, i -> Math.min(one[i], two[i]));
    Arrays.setAll(high, i -> Math.max(one[i], two[i]));
    String fill = Everyday.color(axes, given);
    double alpha = Style.first(given, 1, "alpha");
    Mark.Band band = new Mark.Band(upright, x, low, high, fill, alpha, Drawing.labelOf(given));
    Artist drawn = axes.add("matplotlib.collections.FillBetweenPolyCollection", band);
    double width = Style.first(given, 1, "linewidth", "lw");
    Object edge = given.has("edgecolor") ? given.get("edgecolor") : given.get("ec");
    if (edge != null && !"none".equals(edge) && width > 0) {
      Style style = new Style(Colors.of(edge), "solid", null, width, 6, alpha);
      for (double[] side : List.of(low, high)) {
        axes.marks.add(new Mark.Line(upright ? side : x, upright ? x : side, style, null));
      }
    }
    return Drawing.ordered(axes, given, drawn);
  }

  /** The stretches where it is wanted, with gaps between them; ends meet where the curves cross. */
  private static double[][] cut(boolean cross, double[] x, double[] a, double[] b, double[] where) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < x.length; i++) {
      boolean here = where[i] != 0;
      boolean before = i > 0 && where[i - 1] != 0;
      if (cross && i > 0 && here != before) {
        double apart = (a[i - 1] - b[i - 1]) - (a[i] - b[i]);
        double share = apart == 0 ? 0 : (a[i - 1] - b[i - 1]) / apart;
        if (share >= 0 && share <= 1) {
          double y = a[i - 1] + share * (a[i] - a[i - 1]);
          rows.add(new double[] {x[i - 1] + share * (x[i] - x[i - 1]), y, y});
        }
      }
      rows.add(
          here ? new double[] {x[i], a[i], b[i]} : new double[] {x[i], Double.NaN, Double.NaN});
    }
    double[][] columns = new double[3][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int k = 0; k < 3; k++) {
        columns[k][i] = rows.get(i)[k];
      }
    }
    if (columns[0].length == 0) {
      throw PyError.value("fill_between() needs at least one place");
    }
    return columns;
  }
}
