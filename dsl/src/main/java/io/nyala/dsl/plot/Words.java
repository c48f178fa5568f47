package io.nyala.dsl.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;

/** What a figure shows, in words for those who hear it. */
final class Words {

  private Words() {}

  /** The figure's title. */
  static String title(Figure figure) {
    if (!figure.title.isEmpty()) {
      return figure.title;
    }
    for (Figure.Place place : figure.places) {
      if (!place.axes().title.isEmpty()) {
        return place.axes().title;
      }
    }
    return figure.places.size() == 1 ? "Chart" : "Figure with " + figure.places.size() + " charts";
  }

  /** Chart by chart, what is drawn over which axes. */
  static String description(Figure figure) {
    List<String> charts = new ArrayList<>();
    for (Figure.Place place : figure.places) {
      charts.add(chart(place.axes()));
      if (place.axes().right != null) {
        charts.add(chart(place.axes().right));
      }
    }
    return String.join(" ", charts);
  }

  private static String chart(Axes axes) {
    List<String> parts = new ArrayList<>();
    List<Mark> told =
        axes.marks.stream()
            .filter(
                mark ->
                    !(mark instanceof Mark.Caps
                        || mark instanceof Mark.Proxy
                        || mark instanceof Mark.Room))
            .toList();
    for (Mark mark : told.subList(0, Math.min(8, told.size()))) {
      parts.add(mark(mark));
    }
    if (told.size() > 8) {
      parts.add("and " + (told.size() - 8) + " more");
    }
    String what = parts.isEmpty() ? "empty chart" : String.join("; ", parts);
    String over =
        axes.x.label.isEmpty() && axes.y.label.isEmpty()
            ? ""
            : " (" + axes.y.label + " over " + axes.x.label + ")";
    return (axes.title.isEmpty() ? "" : axes.title + ": ") + what + over + ".";
  }

  private static String mark(Mark mark) {
    String name = mark.label() == null ? "" : " " + mark.label();
    if (mark instanceof Mark.Line line) {
      return (line.style().line() == null ? "points" : "line") + name + range(line.y());
    }
    if (mark instanceof Mark.Dots dots) {
      return dots.x().length + " points" + name + range(dots.y());
    }
    if (mark instanceof Mark.Boxes boxes) {
      return boxes.left().length + " bars" + name;
    }
    if (mark instanceof Mark.Picture picture) {
      return "picture of "
          + picture.values().length
          + " by "
          + picture.values()[0].length
          + " values";
    }
    if (mark instanceof Mark.Segments lines) {
      return lines.fromX().length
          + (lines.head() ? " arrow" : " line piece")
          + (lines.fromX().length == 1 ? "" : "s")
          + name;
    }
    if (mark instanceof Mark.Rule rule) {
      return "line at " + number(rule.at()) + name;
    }
    if (mark instanceof Mark.Words words) {
      return "the words " + words.text();
    }
    if (mark instanceof Mark.Shape) {
      return "form" + name;
    }
    return (mark instanceof Mark.Band || mark instanceof Mark.Span ? "band" : "rule") + name;
  }

  private static String range(double[] values) {
    double[] finite = java.util.Arrays.stream(values).filter(Double::isFinite).toArray();
    if (finite.length == 0) {
      return "";
    }
    return " from "
        + number(finite[0])
        + " to "
        + number(finite[finite.length - 1])
        + ", "
        + finite.length
        + " values";
  }

  /** A number in a few digits. */
  static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e6
        ? Long.toString((long) value)
        : short4(value);
  }

  private static String short4(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(4)).stripTrailingZeros();
    int size = rounded.precision() - rounded.scale();
    return size > 6 || size < -4
        ? rounded.round(new MathContext(4)).toString().replace("E+", "e+").replace("E", "e")
        : rounded.toPlainString();
  }
}
