package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.list;
import static io.nyala.dsl.plot.Chart.map;
import static io.nyala.dsl.plot.Layers.UNIT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Layers of the plain forms of a chart: rules, spans, segments, filled forms, words. */
final class Forms {

  private Forms() {}

  static void layer(Chart chart, Mark mark) {
    if (mark instanceof Mark.Rule rule) {
      rule(chart, rule);
    } else if (mark instanceof Mark.Reach reach) {
      reach(chart, reach);
    } else if (mark instanceof Mark.Slope slope) {
      slope(chart, slope);
    } else if (mark instanceof Mark.Span span) {
      span(chart, span);
    } else if (mark instanceof Mark.Segments segments) {
      segments(chart, segments);
    } else if (mark instanceof Mark.Caps caps) {
      caps(chart, caps);
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
  }

  /** The number at a share of an axis as it is drawn. */
  private static double inside(Chart chart, boolean across, double share) {
    Axis axis = across ? chart.axes().x : chart.axes().y;
    double[] ends = chart.axes().ends(axis);
    double turned = axis.inverted ? 1 - share : share;
    double low = axis.along(ends[0]);
    return axis.at(low + turned * (axis.along(ends[1]) - low));
  }

  private static void reach(Chart chart, Mark.Reach reach) {
    double from = inside(chart, !reach.upright(), reach.from());
    double to = inside(chart, !reach.upright(), reach.to());
    double[] at = {reach.at()};
    Mark.Segments line =
        reach.upright()
            ? new Mark.Segments(
                at, new double[] {from}, at, new double[] {to}, reach.style(), false, null)
            : new Mark.Segments(
                new double[] {from}, at, new double[] {to}, at, reach.style(), false, null);
    strokes(chart, line);
  }

  private static void slope(Chart chart, Mark.Slope slope) {
    double[] ends = chart.axes().ends(chart.axes().x);
    double[] y =
        Arrays.stream(ends).map(x -> slope.y() + slope.slope() * (x - slope.x())).toArray();
    Mark.Segments line =
        new Mark.Segments(
            new double[] {ends[0]},
            new double[] {y[0]},
            new double[] {ends[1]},
            new double[] {y[1]},
            slope.style(),
            false,
            null);
    strokes(chart, line);
  }

  /** As far across the chart as it was asked for. */
  private static void span(Chart chart, Mark.Span span) {
    double[] ends = {span.from(), span.to()};
    double[] reach = {
      inside(chart, !span.upright(), span.start()), inside(chart, !span.upright(), span.end())
    };
    double[] x = span.upright() ? ends : reach;
    double[] y = chart.up(span.upright() ? reach : ends);
    Map<String, Object> data =
        map(
            "a",
            list(new double[] {x[0]}),
            "b",
            list(new double[] {x[1]}),
            "c",
            list(new double[] {y[0]}),
            "d",
            list(new double[] {y[1]}));
    Map<String, Object> layer =
        chart.add("rect", data, "xmin", "a", "xmax", "b", "ymin", "c", "ymax", "d");
    layer.put("fill", span.fill());
    layer.put("alpha", span.alpha());
    layer.put("size", 0.0);
  }

  private static Map<String, Object> strokes(Chart chart, Mark.Segments all) {
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
    return layer;
  }

  private static void segments(Chart chart, Mark.Segments all) {
    if (all.shades() != null) {
      chains(chart, all);
      return;
    }
    Map<String, Object> layer = strokes(chart, all);
    if (all.head()) {
      layer.put(
          "arrow",
          map("name", "arrow", "angle", 25.0, "length", 8.0, "ends", "last", "type", "open"));
    }
  }

  /** Lines of equal height. */
  private static void chains(Chart chart, Mark.Segments all) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    List<Object> part = new ArrayList<>();
    for (double[][] line : Chains.of(all)) {
      String name = "p" + x.size();
      x.addAll(list(line[0]));
      y.addAll(up(chart, line[1]));
      part.addAll(java.util.Collections.nCopies(line[0].length, name));
    }
    Map<String, Object> data = map("x", x, "y", y, "part", part);
    look(chart.add("path", data, "x", "x", "y", "y", "group", "part"), all.style());
  }

  /**
   * How much of an axis lies beside a number, so many points away; about, since labels take room.
   */
  private static double beside(Chart chart, boolean across, double value, double points) {
    Axis axis = across ? chart.axes().x : chart.axes().y;
    double[] ends = chart.axes().ends(axis);
    double length = axis.along(ends[1]) - axis.along(ends[0]);
    double turn = axis.inverted ? -1 : 1;
    double step = turn * points * 100 / 72 / chart.room(across) * length;
    return axis.at(axis.along(value) + step);
  }

  private static void caps(Chart chart, Mark.Caps caps) {
    boolean across = caps.upright();
    double[] at = across ? caps.x() : caps.y();
    double[] from = Arrays.stream(at).map(v -> beside(chart, across, v, -caps.half())).toArray();
    double[] to = Arrays.stream(at).map(v -> beside(chart, across, v, caps.half())).toArray();
    strokes(
        chart,
        across
            ? new Mark.Segments(from, caps.y(), to, caps.y(), caps.style(), false, null)
            : new Mark.Segments(caps.x(), from, caps.x(), to, caps.style(), false, null));
  }

  private static void shape(Chart chart, Mark.Shape shape) {
    Map<String, Object> data = map("x", list(shape.x()), "y", up(chart, shape.y()));
    Map<String, Object> layer = chart.add("polygon", data, "x", "x", "y", "y");
    boolean hollow = "none".equals(shape.fill());
    layer.put("fill", hollow ? Colors.PAPER : shape.fill());
    layer.put("alpha", hollow ? 0.0 : shape.alpha());
    layer.put("color", shape.edge() == null ? Colors.PAPER : shape.edge());
    layer.put("size", shape.width() * UNIT);
  }

  private static void words(Chart chart, Mark.Words words) {
    double x = words.within() ? inside(chart, true, words.x()) : words.x();
    double y = words.within() ? inside(chart, false, words.y()) : words.y();
    double atX = words.dx() == 0 ? x : beside(chart, true, x, words.dx());
    double lift = words.up().equals("bottom") ? 2.5 : words.up().equals("top") ? -2.5 : 0;
    double dy = words.box() == null ? words.dy() + lift : words.dy();
    double atY = dy == 0 ? y : beside(chart, false, y, dy);
    Map<String, Object> data = map("x", list(new double[] {atX}), "y", up(chart, atY));
    data.put("text", new ArrayList<Object>(List.of(MathText.plain(words.text()))));
    boolean boxed = words.box() != null;
    Map<String, Object> layer =
        chart.add(boxed ? "label" : "text", data, "x", "x", "y", "y", "label", "text");
    layer.put("color", words.font().color());
    layer.put("hjust", words.across());
    layer.put("vjust", words.up());
    layer.put("angle", words.angle());
    layer.put("fontface", words.font().face());
    layer.put("size", words.font().size() * UNIT);
    layer.put("alpha", words.alpha());
    if (boxed) {
      Mark.Shape box = words.box();
      layer.put("fill", box.fill().equals("none") ? Colors.PAPER : box.fill());
      layer.put("alpha", box.fill().equals("none") ? 0.0 : box.alpha());
      layer.put("label_r", box.x()[0]);
      layer.put("label_padding", box.y()[0]);
      layer.put("label_size", box.width());
    }
  }
}
