package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** One of the two directions of a chart. */
final class Axis {
  String label = "";
  Font font = Font.of(11);
  double low = Double.NaN;
  double high = Double.NaN;
  double margin = Double.NaN;
  String kind = "linear";
  boolean inverted;
  boolean grid;
  boolean gridBetween;
  double gridAlpha = 1;
  String gridColor;
  String gridLine = "solid";
  double gridWidth = 0.8;
  Font tickFont = Font.of(9.4);
  boolean marked = true;
  boolean labelled = true;
  double[] ticks;
  List<String> tickLabels;
  Ticks.Places places;
  Ticks.Words words;

  /** Powers of ten from which on, downwards and upwards, numbers are written without them. */
  int[] powers = {-5, 6};

  double rotation = Double.NaN;
  String tickAcross;
  private final List<String> categories = new ArrayList<>();

  /** Numbers as they are; words as the number of their place, which they name. */
  double[] place(Object data) {
    if (!Values.isText(data)) {
      return Values.numbers(data);
    }
    return Values.items(data).stream()
        .mapToDouble(
            word -> {
              String text = word.toString();
              if (!categories.contains(text)) {
                categories.add(text);
              }
              return categories.indexOf(text);
            })
        .toArray();
  }

  boolean log() {
    return kind.startsWith("log");
  }

  /** The places that carry a mark of their own; null: chosen by the library. */
  double[] ticks() {
    return ticks != null || categories.isEmpty() ? ticks : Drawing.upTo(categories.size());
  }

  /** What is written at the ticks; null: their numbers. */
  List<String> tickLabels() {
    boolean none = tickLabels != null || ticks != null || categories.isEmpty();
    return none ? tickLabels : categories;
  }

  /** Whether numbers stand at its marks, and nobody said how. */
  boolean isNumbered() {
    return kind.equals("linear") && words == null && tickLabels() == null;
  }

  void limits(Object from, Object to) {
    low = from == null ? low : Values.number(from);
    high = to == null ? high : Values.number(to);
    if (from != null && to != null) {
      inverted = low > high;
    }
    if (low > high) {
      double swap = low;
      low = high;
      high = swap;
    }
  }

  /** Forgets limits, so that they follow the data again. */
  void free() {
    low = Double.NaN;
    high = Double.NaN;
  }

  /** The limits of this axis drawn at negative places. */
  Axis negated() {
    Axis other = new Axis();
    other.low = -high;
    other.high = -low;
    return other;
  }

  /**
   * From where to where data reach with a margin, unless limits are set.
   *
   * @param data what is drawn along this axis
   * @param stops where no margin follows: the floor of bars, the edges of pictures
   */
  double[] ends(DoubleStream data, double[] stops) {
    double[] all = data.filter(v -> Double.isFinite(v) && (!log() || v > 0)).toArray();
    double from = Arrays.stream(all).min().orElse(log() ? 1 : 0);
    double to = Arrays.stream(all).max().orElse(log() ? 10 : 1);
    boolean stopFrom = isStop(stops, from);
    boolean stopTo = isStop(stops, to);
    if (from == to) {
      double more = from == 0 ? 0.05 : Math.abs(from) * 0.05;
      to = log() ? to * 10 : to + more;
      from = log() ? from / 10 : from - more;
    }
    double share = Double.isNaN(margin) ? all.length == 0 ? 0 : 0.05 : margin;
    double start = along(from);
    double more = share * (along(to) - start);
    double first = stopFrom ? from : at(start - more);
    double last = stopTo ? to : at(along(to) + more);
    return new double[] {isLimit(low) ? low : first, isLimit(high) ? high : last};
  }

  /** Whether a limit is set; a logarithmic axis has none at 0 or below. */
  private boolean isLimit(double limit) {
    return !Double.isNaN(limit) && (!log() || limit > 0);
  }

  private static boolean isStop(double[] stops, double value) {
    return Arrays.stream(stops).anyMatch(stop -> stop == value);
  }

  /** Where a number lies along the axis, in units that are equally long. */
  double along(double value) {
    return log() ? Math.log10(value) : kind.equals("symlog") ? symlog(value) : value;
  }

  /** The number at a place along the axis. */
  double at(double along) {
    return log()
        ? Math.pow(10, along)
        : kind.equals("symlog") ? Math.signum(along) * (Math.pow(10, Math.abs(along)) - 1) : along;
  }

  private static double symlog(double value) {
    return Math.signum(value) * Math.log10(Math.abs(value) + 1);
  }

  void scale(String name, Object base) {
    if (!List.of("linear", "log", "symlog").contains(name)) {
      throw PyError.value(
          Repr.quote(name)
              + " is not supported as a scale; there are 'linear', 'log' and 'symlog'");
    }
    double of = base == null ? 10 : Values.number(base);
    if (of != 10 && of != 2) {
      throw PyError.value("a scale's base is 10 or 2; received " + Repr.of(base));
    }
    kind = name.equals("log") && of == 2 ? "log2" : name;
  }
}
