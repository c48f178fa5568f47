package io.nyala.dsl.plot;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.Tuple;
import io.nyala.dsl.names.builtins.Formats;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where an axis has marks, and what is written there. */
final class Ticks {

  /** Chooses places between two ends. */
  @FunctionalInterface
  interface Places {
    double[] between(double low, double high);
  }

  /** Words for the number at a place, the places counted from 0. */
  @FunctionalInterface
  interface Words {
    String at(double value, int place);
  }

  private static final double[] STEPS = {1, 2, 2.5, 5, 10};
  private static final double[] FINE = {1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  private static final double[][] SHARES = {{1, 2, 5}, {1, 2, 3, 4, 6, 8}, {1, 1.5, 2, 2.5, 3}};

  private Ticks() {}

  /** Round numbers from end to end, of which there are no more than asked for. */
  static double[] nice(double low, double high, int most, boolean whole) {
    return nice(low, high, most, whole, STEPS);
  }

  /** The same in steps that come nearer to the number asked for. */
  static double[] fine(double low, double high, int most) {
    return nice(low, high, most, false, FINE);
  }

  private static double[] nice(double low, double high, int most, boolean whole, double[] steps) {
    double raw = (high - low) / most;
    if (!(raw > 0) || !Double.isFinite(raw)) {
      return new double[] {low};
    }
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double step = 10 * power;
    for (double each : steps) {
      boolean fits = !whole || each * power == Math.rint(each * power) && each * power >= 1;
      if (fits && each * power >= raw * (1 - 1e-9)) {
        step = each * power;
        break;
      }
    }
    step = whole ? Math.max(1, Math.rint(step)) : step;
    return every(step, low, high);
  }

  /** The multiples of a step from end to end. */
  static double[] every(double step, double low, double high) {
    if (!(step > 0) || (high - low) / step > 1000) {
      throw PyError.value("a step of " + step + " is too small from " + low + " to " + high);
    }
    List<Double> all = new ArrayList<>();
    double slack = step * 1e-9;
    for (long k = (long) Math.ceil((low - slack) / step); k * step <= high + slack; k++) {
      double at = k * step;
      all.add(Math.round(at / step * 1e9) / 1e9 * step + 0.0);
    }
    return all.stream().mapToDouble(Ticks::clean).toArray();
  }

  private static double clean(double value) {
    return Double.parseDouble(String.format(java.util.Locale.ROOT, "%.12g", value));
  }

  /** The places of an axis that reaches from end to end. */
  static double[] places(Axis axis, double[] ends) {
    return places(axis, ends, 9);
  }

  /** The same, of which there is room for so many. */
  static double[] places(Axis axis, double[] ends, int most) {
    if (axis.ticks() != null) {
      return axis.ticks();
    }
    if (axis.places != null) {
      return axis.places.between(ends[0], ends[1]);
    }
    if (axis.log()) {
      List<Double> powers = new ArrayList<>();
      double base = axis.kind.equals("log2") ? 2 : 10;
      int first = (int) Math.ceil(Math.log(ends[0]) / Math.log(base) - 1e-9);
      int last = (int) Math.floor(Math.log(ends[1]) / Math.log(base) + 1e-9);
      int step = Math.max(1, (last - first + most - 1) / most);
      for (int k = first; k <= last; k += step) {
        powers.add(Math.pow(base, k));
      }
      return powers.size() > 1
          ? powers.stream().mapToDouble(d -> d).toArray()
          : between(ends[0], ends[1], most);
    }
    return axis.kind.equals("symlog")
        ? symmetric(ends[0], ends[1], most)
        : nice(ends[0], ends[1], most, false);
  }

  /** Places of a logarithmic axis that is too short for two powers: a few times each, rounded. */
  private static double[] between(double low, double high, int most) {
    for (double[] times : SHARES) {
      List<Double> all = new ArrayList<>();
      for (int k = (int) Math.floor(Math.log10(low)); Math.pow(10, k) < high; k++) {
        for (double each : times) {
          double value = clean(each * Math.pow(10, k));
          if (value >= low * (1 - 1e-9) && value <= high * (1 + 1e-9)) {
            all.add(value);
          }
        }
      }
      if (all.size() > 2 && all.size() <= most + 1) {
        return all.stream().mapToDouble(d -> d).toArray();
      }
    }
    return nice(low, high, most, false);
  }

  /** Zero, and powers of ten on its two sides. */
  private static double[] symmetric(double low, double high, int most) {
    double largest = Math.max(1, Math.max(Math.abs(low), Math.abs(high)));
    int powers = (int) Math.floor(Math.log10(largest) + 1e-9);
    int sides = low < 0 && high > 0 ? 2 : 1;
    int step = Math.max(1, (int) Math.ceil((powers + 1.0) * sides / most));
    List<Double> all = new ArrayList<>(List.of(0.0));
    for (int k = powers; k >= 0; k -= step) {
      all.add(Math.pow(10, k));
      all.add(-Math.pow(10, k));
    }
    return all.stream().mapToDouble(d -> d).filter(v -> v >= low && v <= high).sorted().toArray();
  }

  /** What is written at the places. */
  static List<String> labels(Axis axis, double[] places, double[] ends) {
    if (axis.isNumbered()) {
      return Numerals.labels(axis, places, ends);
    }
    if (axis.words != null) {
      List<String> all = new ArrayList<>();
      for (int i = 0; i < places.length; i++) {
        all.add(axis.words.at(places[i], i));
      }
      return all;
    }
    return axis.tickLabels() != null
        ? axis.tickLabels()
        : Arrays.stream(places)
            .mapToObj(
                at ->
                    axis.kind.matches("log|symlog")
                        ? power(at, places)
                        : io.nyala.dsl.plot.Words.number(at))
            .toList();
  }

  /** Powers of ten are raised where one of them is long to write. */
  private static String power(double value, double[] all) {
    double exponent = Math.log10(Math.abs(value));
    boolean whole = Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    boolean raised =
        Arrays.stream(all)
            .anyMatch(each -> each != 0 && Math.abs(Math.log10(Math.abs(each))) > 3.5);
    return whole && raised
        ? (value < 0 ? "\u2212" : "") + MathText.plain("$10^{" + Math.round(exponent) + "}$")
        : Numerals.signed(io.nyala.dsl.plot.Words.number(value));
  }

  /**
   * Words as they are asked for: a format, a function of the number and its place, or what {@code
   * matplotlib.ticker} makes.
   */
  static Words words(Object given) {
    if (given instanceof Words words) {
      return words;
    }
    if (given instanceof Callable function) {
      return (value, place) ->
          Repr.text(function.call(new ArrayList<>(List.of(value, place)), new LinkedHashMap<>()));
    }
    if (given instanceof groovy.lang.Closure<?> closure) {
      boolean two = closure.getMaximumNumberOfParameters() > 1;
      return (value, place) -> Repr.text(two ? closure.call(value, place) : closure.call(value));
    }
    if (given instanceof CharSequence format) {
      String text = format.toString();
      return text.contains("{")
          ? (value, place) ->
              Formats.braces(
                  text, List.of(value), Map.of("x", (Object) value, "pos", (Object) place))
          : (value, place) -> Formats.percent(text, new Object[] {value}, Map.of());
    }
    throw PyError.type(
        "a formatter is a format such as '{x:.2f}', a function, or of matplotlib.ticker; received "
            + Repr.of(given));
  }

  /** The same for a number alone: a function is asked with it and nothing else. */
  static Words ofOne(Object given) {
    if (given instanceof Callable function) {
      return (value, place) ->
          Repr.text(function.call(new ArrayList<>(List.of(value)), new LinkedHashMap<>()));
    }
    return given instanceof groovy.lang.Closure<?> closure
        ? (value, place) -> Repr.text(closure.call(value))
        : words(given);
  }

  /** Places and words, as {@code plt.xticks()} hands them out. */
  static Tuple both(Axes axes, Axis axis) {
    double[] places = places(axis, axes.ends(axis));
    List<String> labels = labels(axis, places, axes.ends(axis));
    List<Object> texts = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      texts.add(Setting.word(axis, places[i], labels.get(i)));
    }
    return Tuple.of(Drawing.array(places), texts);
  }
}
