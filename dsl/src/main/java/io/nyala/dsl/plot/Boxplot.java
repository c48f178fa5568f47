package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.Arrays;
import java.util.List;

/**
 * Boxes from the first quartile to the third with a line at the median, whiskers to the furthest
 * value within one and a half of the box's height, and what lies beyond as points. Source: the
 * documentation of matplotlib's {@code boxplot}.
 */
final class Boxplot {
  private static final Style INK = new Style(Colors.INK, "solid", null, 1, 6, 1);

  private Boxplot() {}

  static Object draw(Axes axes, Given given) {
    Object data = given.get("x");
    boolean many = Values.isTable(data) || isRagged(data);
    List<Object> sets = many ? columns(data) : List.of(data);
    double[] places =
        given.has("positions") ? Values.numbers(given.get("positions")) : upFromOne(sets.size());
    for (int i = 0; i < sets.size(); i++) {
      double[] sorted =
          Arrays.stream(Values.numbers(sets.get(i))).filter(Double::isFinite).sorted().toArray();
      if (sorted.length > 0) {
        box(axes, places[i], given.number("widths"), sorted, given.flag("showfliers"));
      }
    }
    axes.x.ticks = places;
    Object names = given.has("tick_labels") ? given.get("tick_labels") : given.get("labels");
    axes.x.tickLabels =
        names == null ? null : Values.items(names).stream().map(Repr::text).toList();
    if (names != null && axes.x.tickLabels.size() != places.length) {
      throw PyError.value("Dimensions of labels and X must be compatible");
    }
    return null;
  }

  private static boolean isRagged(Object data) {
    return data instanceof List<?> list
        && !list.isEmpty()
        && !(list.get(0) instanceof Number || list.get(0) instanceof CharSequence);
  }

  /** A list holds a data set in each item, an array in each column. */
  private static List<Object> columns(Object data) {
    if (data instanceof List<?> list) {
      return List.copyOf(list);
    }
    double[][] rows = Values.rows(data);
    Object[] columns = new Object[rows[0].length];
    for (int j = 0; j < columns.length; j++) {
      int column = j;
      columns[j] = Arrays.stream(rows).map(row -> row[column]).toList();
    }
    return List.of(columns);
  }

  private static double[] upFromOne(int count) {
    double[] all = Drawing.upTo(count);
    return Arrays.stream(all).map(i -> i + 1).toArray();
  }

  /** Between the two nearest values, as NumPy has it. */
  private static double quantile(double[] sorted, double share) {
    double at = share * (sorted.length - 1);
    int from = (int) at;
    int to = Math.min(from + 1, sorted.length - 1);
    return sorted[from] + (at - from) * (sorted[to] - sorted[from]);
  }

  private static void box(Axes axes, double at, double width, double[] sorted, boolean fliers) {
    double low = quantile(sorted, 0.25);
    double high = quantile(sorted, 0.75);
    double reach = 1.5 * (high - low);
    double least = Arrays.stream(sorted).filter(v -> v >= low - reach).min().orElse(low);
    double most = Arrays.stream(sorted).filter(v -> v <= high + reach).max().orElse(high);
    double left = at - width / 2;
    double right = at + width / 2;
    double[] fromX = {left, right, left, left, at, at, at - width / 4, at - width / 4};
    double[] toX = {left, right, right, right, at, at, at + width / 4, at + width / 4};
    double[] fromY = {low, low, low, high, least, high, least, most};
    double[] toY = {high, high, low, high, low, most, least, most};
    axes.marks.add(new Mark.Segments(fromX, fromY, toX, toY, INK, false, null));
    double middle = quantile(sorted, 0.5);
    Style median = new Style(Colors.cycle(1), "solid", null, 1.5, 6, 1);
    double[] level = {middle};
    axes.marks.add(
        new Mark.Segments(
            new double[] {left}, level, new double[] {right}, level, median, false, null));
    double[] beyond = Arrays.stream(sorted).filter(v -> v < least || v > most).toArray();
    if (fliers && beyond.length > 0) {
      double[] x = new double[beyond.length];
      Arrays.fill(x, at);
      axes.marks.add(new Mark.Line(x, beyond, new Style(Colors.INK, null, 1, 1, 5, 1), null));
    }
  }
}
