package io.nyala.dsl.plot;

import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;

/** One of the two directions of a chart. */
final class Axis {
  String label = "";
  double labelSize = 11;
  double low = Double.NaN;
  double high = Double.NaN;
  boolean log;
  boolean inverted;
  boolean grid;
  boolean gridBetween;
  double gridAlpha = 1;
  double tickSize = 9.4;
  double[] ticks;
  List<String> tickLabels;
  double rotation = Double.NaN;
  private final List<String> words = new ArrayList<>();

  /** Numbers as they are; words as the number of their place, which they name. */
  double[] place(Object data) {
    if (!Values.isText(data)) {
      return Values.numbers(data);
    }
    return Values.items(data).stream()
        .mapToDouble(
            word -> {
              String text = word.toString();
              if (!words.contains(text)) {
                words.add(text);
              }
              return words.indexOf(text);
            })
        .toArray();
  }

  /** The places that carry a mark of their own; null: chosen by the library. */
  double[] ticks() {
    if (ticks != null || words.isEmpty()) {
      return ticks;
    }
    double[] all = new double[words.size()];
    java.util.Arrays.setAll(all, i -> i);
    return all;
  }

  /** What is written at the ticks; null: their numbers. */
  List<String> tickLabels() {
    return tickLabels != null || ticks != null ? tickLabels : words.isEmpty() ? null : words;
  }

  void limits(Object from, Object to) {
    low = from == null ? low : Values.number(from);
    high = to == null ? high : Values.number(to);
    if (low > high) {
      double swap = low;
      low = high;
      high = swap;
      inverted = true;
    }
  }

  /** The limits of this axis drawn at negative places. */
  Axis negated() {
    Axis other = new Axis();
    other.low = -high;
    other.high = -low;
    return other;
  }

  void scale(Object value) {
    String name = String.valueOf(value);
    if (!name.equals("linear") && !name.equals("log")) {
      throw PyError.value(
          Repr.quote(name) + " is not a valid value for scale; there are 'linear' and 'log'");
    }
    log = name.equals("log");
  }
}
