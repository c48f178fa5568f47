package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.list;
import static io.nyala.dsl.plot.Chart.map;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Layers of the plain forms of a chart: rules, spans, segments, filled forms, words. */
final class Forms {
  private static final double UNIT = 100 / 72.0 / 2.2;

  private Forms() {}

  static void layer(Chart chart, Mark mark) {
    if (mark instanceof Mark.Rule rule) {
      rule(chart, rule);
    } else if (mark instanceof Mark.Span span) {
      span(chart, span);
    } else if (mark instanceof Mark.Segments segments) {
      segments(chart, segments);
    } else if (mark instanceof Mark.Shape shape) {
      shape(chart, shape);
    } else if (mark instanceof Mark.Words words) {
      words(chart, words);
    }
  }

  private static List<Object> up(Chart chart, double... y) {
    return list(chart.up(y));
  }

  private static void look(Map<String, Object> layer, Style style) {
    layer.put("color", style.color());
    layer.put("linetype", style.line() == null ? "blank" : style.line());
    layer.put("size", style.width() * UNIT);
    layer.put("alpha", style.alpha());
  }

  private static void rule(Chart chart, Mark.Rule rule) {
    String axis = rule.upright() ? "xintercept" : "yintercept";
    List<Object> at = rule.upright() ? list(new double[] {rule.at()}) : up(chart, rule.at());
    Map<String, Object> layer =
        chart.add(rule.upright() ? "vline" : "hline", map("at", at), axis, "at");
    look(layer, rule.style());
    chart.nameLine(layer, rule.label(), rule.style());
  }

  /** As far across the chart as its data reach. */
  private static void span(Chart chart, Mark.Span span) {
    double[] ends = {span.from(), span.to()};
    double[] reach = chart.reach(!span.upright());
    double[] x = span.upright() ? ends : reach;
    double[] y = span.upright() ? reach : ends;
    Map<String, Object> data =
        map(
            "a",
            list(new double[] {x[0]}),
            "b",
            list(new double[] {x[1]}),
            "c",
            up(chart, y[0]),
            "d",
            up(chart, y[1]));
    Map<String, Object> layer =
        chart.add("rect", data, "xmin", "a", "xmax", "b", "ymin", "c", "ymax", "d");
    layer.put("fill", span.fill());
    layer.put("alpha", span.alpha());
    layer.put("size", 0.0);
    chart.nameFill(layer, span.label(), span.fill());
  }

  private static void segments(Chart chart, Mark.Segments all) {
    Map<String, Object> data =
        map(
            "a",
            list(all.fromX()),
            "b",
            up(chart, all.fromY()),
            "c",
            list(all.toX()),
            "d",
            up(chart, all.toY()));
    Map<String, Object> layer =
        chart.add("segment", data, "x", "a", "y", "b", "xend", "c", "yend", "d");
    look(layer, all.style());
    if (all.head()) {
      layer.put(
          "arrow",
          map("name", "arrow", "angle", 25.0, "length", 8.0, "ends", "last", "type", "open"));
    }
    chart.nameLine(layer, all.label(), all.style());
  }

  private static void shape(Chart chart, Mark.Shape shape) {
    Map<String, Object> data = map("x", list(shape.x()), "y", up(chart, shape.y()));
    Map<String, Object> layer = chart.add("polygon", data, "x", "x", "y", "y");
    layer.put("fill", shape.fill());
    layer.put("alpha", shape.alpha());
    layer.put("color", Colors.PAPER);
    layer.put("size", 0.4);
    chart.nameFill(layer, shape.label(), shape.fill());
  }

  private static void words(Chart chart, Mark.Words words) {
    Map<String, Object> data = map("x", list(new double[] {words.x()}), "y", up(chart, words.y()));
    data.put("text", new ArrayList<Object>(List.of(words.text())));
    Map<String, Object> layer = chart.add("text", data, "x", "x", "y", "y", "label", "text");
    layer.put("color", words.color());
    layer.put("hjust", words.across());
    layer.put("vjust", words.up());
    layer.put("angle", words.angle());
    layer.put("size", words.size() * UNIT);
  }
}
