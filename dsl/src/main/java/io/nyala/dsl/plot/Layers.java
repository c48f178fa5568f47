package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.list;
import static io.nyala.dsl.plot.Chart.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Layers of data in a chart: lines, points, boxes, bands, pictures. */
final class Layers {

  /** Pixels of the figure for a point, and of the library for its unit of size. */
  static final double UNIT = 100 / 72.0 / 2.2;

  private Layers() {}

  static void layer(Chart chart, Mark mark) {
    if (mark instanceof Mark.Line line) {
      line(chart, line);
    } else if (mark instanceof Mark.Dots dots) {
      dots(chart, dots);
    } else if (mark instanceof Mark.Boxes boxes) {
      boxes(chart, boxes);
    } else if (mark instanceof Mark.Band band) {
      band(chart, band);
    } else if (mark instanceof Mark.Picture picture) {
      picture(chart, picture);
    } else {
      Forms.layer(chart, mark);
    }
  }

  private static void line(Chart chart, Mark.Line line) {
    Style style = line.style();
    double[][] points = Thin.points(line.x(), chart.up(line.y()));
    if (style.line() != null) {
      // A path keeps the order of the data, as matplotlib does; a line would sort it.
      Map<String, Object> layer =
          chart.add("path", segments(points), "x", "x", "y", "y", "group", "part");
      layer.put("color", style.color());
      layer.put("linetype", style.line());
      layer.put("size", style.width() * UNIT);
      layer.put("alpha", style.alpha());
    }
    if (style.marker() != null) {
      Map<String, Object> data = map("x", list(line.x()), "y", list(chart.up(line.y())));
      Map<String, Object> layer = chart.add("point", data, "x", "x", "y", "y");
      marker(layer, style);
    }
  }

  private static void marker(Map<String, Object> layer, Style style) {
    boolean plain = style.face() == null && style.edge() == null;
    String edge = style.edge() == null ? style.color() : style.edge();
    String face = style.face() == null ? style.color() : style.face();
    int shape = plain ? style.marker() : Style.edged(style.marker());
    boolean hollow = face.equals("none");
    layer.put("color", edge.equals("none") ? face : edge);
    layer.put("fill", hollow ? Colors.PAPER : face);
    layer.put("shape", hollow ? hollow(shape) : shape);
    layer.put("size", style.size() * UNIT);
    layer.put("alpha", style.alpha());
    if (!plain) {
      layer.put("stroke", style.rim());
    }
  }

  /** The form without an inside of a form that has one. */
  private static int hollow(int shape) {
    return switch (shape) {
      case 21 -> 1;
      case 22 -> 0;
      case 23 -> 5;
      case 24 -> 2;
      case 25 -> 6;
      default -> shape;
    };
  }

  /** Points with the number of their run; a gap in the numbers starts a new one. */
  private static Map<String, Object> segments(double[][] points) {
    List<Object> x = new ArrayList<>();
    List<Object> y = new ArrayList<>();
    List<Object> part = new ArrayList<>();
    int run = 0;
    for (int i = 0; i < points[0].length; i++) {
      if (!Double.isFinite(points[0][i]) || !Double.isFinite(points[1][i])) {
        run++;
        continue;
      }
      x.add(points[0][i]);
      y.add(points[1][i]);
      part.add("p" + run);
    }
    return map("x", x, "y", y, "part", part);
  }

  private static void dots(Chart chart, Mark.Dots dots) {
    String[] fill = fill(dots);
    boolean hollow = fill.length > 0 && fill[0].equals("none");
    boolean edged = dots.edge() != null;
    Map<String, Object> data = map("x", list(dots.x()), "y", list(chart.up(dots.y())));
    Map<String, Object> layer = chart.add("point", data, "x", "x", "y", "y");
    int form = edged ? Style.edged(dots.marker()) : dots.marker();
    layer.put("shape", hollow ? hollow(form) : form);
    layer.put("alpha", dots.alpha());
    layer.put("stroke", edged ? dots.rim() : 0.0);
    if (edged) {
      layer.put("color", dots.edge());
    }
    double[] sizes = Arrays.stream(dots.size()).map(s -> Math.max(0.4, s * UNIT)).toArray();
    chart.each(layer, "size", Chart.list(sizes));
    if (!hollow) {
      chart.each(layer, "fill", List.of((Object[]) fill));
      if (!edged) {
        chart.each(layer, "color", List.of((Object[]) fill));
      }
    }
  }

  private static String[] fill(Mark.Dots dots) {
    return dots.values() == null
        ? dots.fill()
        : Arrays.stream(dots.values())
            .mapToObj(v -> Double.isFinite(v) ? dots.shades().hex(v) : Colors.PAPER)
            .toArray(String[]::new);
  }

  private static void boxes(Chart chart, Mark.Boxes boxes) {
    double floorX = chart.axes().x.log() ? lowest(boxes.right()) / 10 : Double.NEGATIVE_INFINITY;
    double floorY = chart.axes().y.log() ? lowest(boxes.top()) / 10 : Double.NEGATIVE_INFINITY;
    Map<String, Object> data =
        map(
            "a",
            list(atLeast(boxes.left(), floorX)),
            "b",
            list(atLeast(boxes.right(), floorX)),
            "c",
            list(chart.up(atLeast(boxes.bottom(), floorY))),
            "d",
            list(chart.up(atLeast(boxes.top(), floorY))));
    Map<String, Object> layer =
        chart.add("rect", data, "xmin", "a", "xmax", "b", "ymin", "c", "ymax", "d");
    layer.put("alpha", boxes.alpha());
    layer.put("size", boxes.edge() == null ? 0.0 : boxes.width() * UNIT / 1.5);
    layer.put("color", Colors.PAPER);
    if (boxes.edge() != null) {
      chart.each(layer, "color", List.of((Object[]) boxes.edge()));
    }
    boolean hollow = boxes.fill().length > 0 && boxes.fill()[0].equals("none");
    if (hollow) {
      layer.put("fill", Colors.PAPER);
      layer.put("alpha", 0.0);
      return;
    }
    chart.each(layer, "fill", List.of((Object[]) boxes.fill()));
  }

  private static double lowest(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).min().orElse(1);
  }

  private static double[] atLeast(double[] values, double floor) {
    return Arrays.stream(values).map(v -> Math.max(v, floor)).toArray();
  }

  private static void band(Chart chart, Mark.Band band) {
    // A ribbon stands over places alone, so that a band beside heights is drawn as a form.
    int n = band.x().length;
    for (int from = 0; from < n; from++) {
      int to = from;
      while (to < n && whole(band, to)) {
        to++;
      }
      if (to - from > 1) {
        part(chart, band, from, to);
      }
      from = to;
    }
  }

  private static boolean whole(Mark.Band band, int i) {
    return Double.isFinite(band.low()[i])
        && Double.isFinite(band.high()[i])
        && Double.isFinite(band.x()[i]);
  }

  private static void part(Chart chart, Mark.Band band, int from, int to) {
    int n = to - from;
    double[] along = new double[2 * n];
    double[] across = new double[2 * n];
    for (int i = 0; i < n; i++) {
      along[i] = band.x()[from + i];
      across[i] = band.low()[from + i];
      along[2 * n - 1 - i] = band.x()[from + i];
      across[2 * n - 1 - i] = band.high()[from + i];
    }
    double[] x = band.upright() ? across : along;
    double[] y = band.upright() ? along : across;
    Map<String, Object> layer =
        chart.add("polygon", map("x", list(x), "y", list(chart.up(y))), "x", "x", "y", "y");
    layer.put("fill", band.fill());
    layer.put("alpha", band.alpha());
    layer.put("size", 0.0);
  }

  private static void picture(Chart chart, Mark.Picture picture) {
    double[] room = picture.room();
    double[] y = chart.up(new double[] {room[2], room[3]});
    Map<String, Object> layer = chart.add("image", map());
    layer.put("xmin", Math.min(room[0], room[1]));
    layer.put("xmax", Math.max(room[0], room[1]));
    layer.put("ymin", Math.min(y[0], y[1]));
    layer.put("ymax", Math.max(y[0], y[1]));
    layer.put("href", Raster.address(picture));
  }

  /** Invisible points whose colour stands for numbers, so that the scale of colours is drawn. */
  static void scale(Chart chart, Shades shades) {
    double[] x = chart.reach(true);
    double[] y = chart.reach(false);
    double[] ends = {shades.low(), shades.high()};
    Map<String, Object> data = map("x", list(x), "y", list(y), "v", list(ends));
    Map<String, Object> scale = chart.add("point", data, "x", "x", "y", "y", "paint_c", "v");
    scale.put("color_by", "paint_c");
    scale.put("alpha", 0.0);
    scale.put("show_legend", true);
  }

  /** A copy of a layer's data with one more column. */
  static Map<String, Object> with(Map<String, Object> data, String column, List<?> values) {
    Map<String, Object> all = new LinkedHashMap<>(data);
    all.put(column, new ArrayList<Object>(values));
    return all;
  }
}
