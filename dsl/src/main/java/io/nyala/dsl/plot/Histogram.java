package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How often numbers fall between edges: bars side by side or on top of each other, or outlines. */
final class Histogram {
  /** What it can be told besides how many bins there are. */
  static final String ARGUMENTS =
      "range=None, density=False, weights=None, cumulative=False, bottom=0, histtype='bar',"
          + " align='mid', orientation='vertical', rwidth=None, log=False, stacked=False, "
          + Bars.LOOK
          + ")";

  private final Axes axes;
  private final Given given;
  private final boolean upright;
  private final List<double[]> sets = new ArrayList<>();
  private final List<double[]> weights = new ArrayList<>();
  private final double[] edges;
  private double[] floor;

  private Histogram(Axes axes, Given given) {
    this.axes = axes;
    this.given = given;
    choice("histtype", "bar", "barstacked", "step", "stepfilled");
    choice("align", "left", "mid", "right");
    this.upright = choice("orientation", "vertical", "horizontal").equals("vertical");
    for (Object each : sets(given.get("x"))) {
      sets.add(Values.numbers(flat(each)));
    }
    weights();
    double[] all = sets.stream().flatMapToDouble(Arrays::stream).filter(Double::isFinite).toArray();
    if (given.has("weights") && given.get("bins") instanceof CharSequence) {
      throw PyError.type(
          "Automated estimation of the number of bins is not supported for weighted data");
    }
    this.edges = Bins.edges(given, "bins", given.get("range"), all);
  }

  static Object draw(Axes axes, Given given) {
    return new Histogram(axes, given).draw();
  }

  private String choice(String name, String... known) {
    if (!List.of(known).contains(given.string(name))) {
      throw given.wrong(name, "one of " + Repr.of(List.of(known)));
    }
    return given.string(name);
  }

  private void weights() {
    if (!given.has("weights")) {
      sets.forEach(set -> weights.add(null));
      return;
    }
    for (Object each : sets(given.get("weights"))) {
      weights.add(Values.numbers(flat(each)));
    }
    for (int k = 0; k < sets.size(); k++) {
      if (weights.size() != sets.size() || weights.get(k).length != sets.get(k).length) {
        throw PyError.value("weights should have the same shape as x");
      }
    }
  }

  private Object draw() {
    boolean stacked = given.flag("stacked") || given.string("histtype").equals("barstacked");
    boolean step = given.string("histtype").startsWith("step");
    if (given.flag("log")) {
      (upright ? axes.y : axes.x).scale("log", 10);
    }
    floor = Drawing.spread(given.get("bottom"), edges.length - 1).clone();
    List<double[]> counted = new ArrayList<>();
    for (int k = 0; k < sets.size(); k++) {
      counted.add(counts(sets.get(k), weights.get(k)));
    }
    normalise(counted, stacked);
    List<Object> counts = new ArrayList<>();
    List<Object> drawn = new ArrayList<>();
    double[] sum = new double[edges.length - 1];
    for (int k = 0; k < sets.size(); k++) {
      double[] found = counted.get(k);
      Arrays.setAll(sum, i -> sum[i] + found[i]);
      counts.add(Drawing.array(stacked ? sum.clone() : found));
      drawn.add(step ? outline(found, k) : side(found, k, stacked));
      if (stacked) {
        Arrays.setAll(floor, i -> floor[i] + found[i]);
      }
    }
    boolean one = sets.size() == 1;
    return Drawing.tuple(
        one ? counts.get(0) : counts, Drawing.array(edges), one ? drawn.get(0) : drawn);
  }

  /** The data sets: one, or those that a list holds; of an array, its columns. */
  private static List<Object> sets(Object data) {
    if (data instanceof io.nyala.tensor.Tensor table && table.rank() == 2) {
      double[][] rows = Values.rows(table);
      List<Object> columns = new ArrayList<>();
      for (int j = 0; j < rows[0].length; j++) {
        int column = j;
        columns.add(Arrays.stream(rows).map(row -> row[column]).toList());
      }
      return columns;
    }
    boolean many =
        data instanceof List<?> list
            && !list.isEmpty()
            && !(list.get(0) instanceof Number || list.get(0) instanceof CharSequence);
    return many ? List.copyOf((List<?>) data) : List.of(data);
  }

  private double[] counts(double[] data, double[] weights) {
    double[] counts = new double[edges.length - 1];
    for (int i = 0; i < data.length; i++) {
      int bin = Bins.of(edges, data[i]);
      if (bin >= 0) {
        counts[bin] += weights == null ? 1 : weights[i];
      }
    }
    return counts;
  }

  /** Shares of one, of each data set or, stacked, of all together; then sums from the left. */
  private void normalise(List<double[]> counted, boolean stacked) {
    double together = counted.stream().flatMapToDouble(Arrays::stream).sum();
    for (double[] counts : counted) {
      double all = stacked ? together : Arrays.stream(counts).sum();
      if (given.flag("density")) {
        Arrays.setAll(counts, i -> counts[i] / (all * (edges[i + 1] - edges[i])));
      }
      if (!Boolean.FALSE.equals(given.get("cumulative"))) {
        if (given.flag("density")) {
          Arrays.setAll(counts, i -> counts[i] * (edges[i + 1] - edges[i]));
        }
        accumulate(counts);
      }
    }
  }

  private void accumulate(double[] counts) {
    boolean back = given.get("cumulative") instanceof Number number && number.intValue() < 0;
    for (int i = 1; i < counts.length; i++) {
      int at = back ? counts.length - 1 - i : i;
      counts[at] += counts[back ? at + 1 : at - 1];
    }
  }

  /** The bars of one data set, beside or above those of the others. */
  private Object side(double[] counts, int which, boolean stacked) {
    int n = counts.length;
    double[] low = new double[n];
    double[] high = new double[n];
    int of = stacked ? 1 : sets.size();
    double share = given.has("rwidth") ? given.number("rwidth") : of == 1 ? 1 : 0.8;
    double shift =
        switch (given.string("align")) {
          case "left" -> -0.5;
          case "right" -> 0.5;
          default -> 0;
        };
    for (int i = 0; i < n; i++) {
      double wide = edges[i + 1] - edges[i];
      double room = wide * share;
      double start = edges[i] + (wide - room) / 2 + shift * wide;
      low[i] = start + room * (stacked ? 0 : which) / of;
      high[i] = start + room * (stacked ? 1 : which + 1) / of;
    }
    double[] from = floor.clone();
    double[] to = new double[n];
    Arrays.setAll(to, i -> from[i] + counts[i]);
    Given own = of(which);
    return upright
        ? Bars.add(axes, own, low, high, from, to)
        : Bars.add(axes, own, from, to, low, high);
  }

  /** The arguments of one data set: its colour and its name. */
  private Given of(int which) {
    java.util.Map<String, Object> all = new java.util.LinkedHashMap<>(given.values());
    all.put("label", label(which));
    Object color = given.get("color");
    boolean many = color instanceof List<?> list && list.size() == sets.size() && sets.size() > 1;
    if (many) {
      all.put("color", ((List<?>) color).get(which));
    }
    return new Given(given.function(), given.kind(), all);
  }

  private String label(int which) {
    Object label = given.get("label");
    return label instanceof List<?> all
        ? which < all.size() ? Repr.text(all.get(which)) : null
        : which == 0 ? Drawing.labelOf(given) : null;
  }

  private Object outline(double[] counts, int which) {
    int n = counts.length;
    double[] x = new double[2 * n + 2];
    double[] y = new double[2 * n + 2];
    for (int i = 0; i <= n; i++) {
      x[2 * i] = edges[i];
      x[2 * i + 1] = edges[i];
      y[2 * i] = i == 0 ? floor[0] : floor[i - 1] + counts[i - 1];
      y[2 * i + 1] = i == n ? floor[n - 1] : floor[i] + counts[i];
    }
    Given own = of(which);
    Object wanted = Everyday.fill(own);
    String color = wanted == null ? axes.nextPatch() : Colors.of(wanted);
    double alpha = Style.first(given, 1, "alpha");
    Object edge = given.has("edgecolor") ? given.get("edgecolor") : given.get("ec");
    Style style =
        new Style(
            edge == null ? color : Colors.of(edge),
            "solid",
            null,
            Style.first(given, 1.5, "linewidth", "lw"),
            6,
            given.string("histtype").equals("step") ? alpha : 1);
    double[] across = upright ? x : y;
    double[] up = upright ? y : x;
    double none = Double.NaN;
    axes.marks.add(
        new Mark.Room(upright ? new double[] {none, none, 0, 0} : new double[] {0, 0, none, none}));
    if (given.string("histtype").equals("step")) {
      return new ArrayList<Object>(
          List.of(
              axes.add(
                  "matplotlib.patches.Polygon", new Mark.Line(across, up, style, label(which)))));
    }
    double[] base = new double[x.length];
    for (int i = 0; i <= n; i++) {
      base[2 * i] = floor[Math.max(0, i - 1)];
      base[2 * i + 1] = floor[Math.min(n - 1, i)];
    }
    Mark.Band band = new Mark.Band(!upright, x, base, y, color, alpha, label(which));
    Artist drawn = axes.add("matplotlib.patches.Polygon", band);
    if (edge != null) {
      axes.marks.add(new Mark.Line(across, up, style, null));
    }
    return new ArrayList<Object>(List.of(drawn));
  }

  private static Object flat(Object data) {
    return data instanceof io.nyala.tensor.Tensor tensor && tensor.rank() > 1
        ? tensor.view(io.nyala.tensor.Shape.of(tensor.elements()))
        : data;
  }
}
