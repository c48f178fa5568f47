package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bars. */
final class Bars {
  private Bars() {}

  static Object bar(Axes axes, Given given) {
    double[] at = axes.x.place(given.get("x"));
    double[] height = Drawing.spread(given.get("height"), at.length);
    Drawing.same("x and height", at, height);
    double[] width = Drawing.spread(given.get("width"), at.length);
    double[] from = Drawing.spread(given.get("bottom"), at.length);
    ticks(axes.x, at, given);
    double[] tops = shift(from, height, 1);
    Artist bars = add(axes, given, shift(at, width, -0.5), shift(at, width, 0.5), from, tops);
    Style ink = new Style(Colors.INK, "solid", null, 1.5, 6, 1);
    Everyday.errors(axes, at, tops, given.get("yerr"), ink, given.number("capsize"), false);
    return bars;
  }

  static Object barh(Axes axes, Given given) {
    double[] at = axes.y.place(given.get("y"));
    double[] length = Drawing.spread(given.get("width"), at.length);
    Drawing.same("y and width", at, length);
    double[] height = Drawing.spread(given.get("height"), at.length);
    double[] from = Drawing.spread(given.get("left"), at.length);
    ticks(axes.y, at, given);
    return add(
        axes, given, from, shift(from, length, 1), shift(at, height, -0.5), shift(at, height, 0.5));
  }

  private static void ticks(Axis axis, double[] at, Given given) {
    if (given.has("tick_label")) {
      List<Object> labels = Values.items(given.get("tick_label"));
      if (labels.size() != at.length) {
        throw PyError.value(
            "tick_label holds " + labels.size() + " labels for " + at.length + " bars");
      }
      axis.ticks = at;
      axis.tickLabels = labels.stream().map(Repr::text).toList();
    }
  }

  private static double[] shift(double[] from, double[] by, double share) {
    double[] to = new double[from.length];
    Arrays.setAll(to, i -> from[i] + share * by[i]);
    return to;
  }

  static Artist add(
      Axes axes, Given given, double[] left, double[] right, double[] bottom, double[] top) {
    Object color = given.get("color");
    String[] fill = colors(color, left.length);
    if (fill == null) {
      fill = new String[left.length];
      Arrays.fill(fill, axes.nextPatch());
    }
    String edge = given.has("edgecolor") ? Colors.of(given.get("edgecolor")) : null;
    double alpha = Style.first(given, 1, "alpha");
    axes.marks.add(new Mark.Boxes(left, right, bottom, top, fill, edge, alpha, oneLabel(given)));
    String many = left.length + (left.length == 1 ? " artist>" : " artists>");
    return new Artist("<BarContainer object of " + many, axes.marks.get(axes.marks.size() - 1));
  }

  private static String oneLabel(Given given) {
    return given.get("label") instanceof List<?> ? null : Drawing.labelOf(given);
  }

  /** One colour for all or a list of them; null: none was given. */
  static String[] colors(Object given, int count) {
    if (given == null) {
      return null;
    }
    String[] all = new String[count];
    boolean many =
        given instanceof List<?> list && !list.isEmpty() && !(list.get(0) instanceof Number);
    List<?> list = many ? (List<?>) given : List.of(given);
    Arrays.setAll(all, i -> Colors.of(list.get(i % list.size())));
    return all;
  }

  /** Every number of a table, row by row. */
  static List<Double> all(double[][] rows) {
    List<Double> all = new ArrayList<>();
    for (double[] row : rows) {
      for (double value : row) {
        all.add(value);
      }
    }
    return all;
  }
}
