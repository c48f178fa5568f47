package io.nyala.dsl.plot;

import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A chart as the specification that the charting library (Lets-Plot) draws: one layer for each
 * mark, scales for colours and axes, and a theme without backgrounds.
 */
final class Chart {

  /** Pixels of the figure for a point, and of the library for its unit of size. */
  private static final double UNIT = 100 / 72.0 / 2.2;

  private final Axes axes;
  private final List<Object> layers = new ArrayList<>();
  private final Map<String, String> colors = new LinkedHashMap<>();
  private final Map<String, String> dashes = new LinkedHashMap<>();
  private final Map<String, String> fills = new LinkedHashMap<>();

  /** The library places pictures wrongly on a reversed axis; so all heights are negated instead. */
  private final boolean mirrored;

  private Chart(Axes axes) {
    this.axes = axes;
    this.mirrored = axes.y.inverted && axes.picture() != null;
  }

  /** From where to where the chart reaches, across or upright. */
  double[] reach(boolean across) {
    Tuple both = axes.range(across ? axes.x : axes.y);
    return new double[] {(Double) both.get(0), (Double) both.get(1)};
  }

  double[] up(double[] y) {
    return mirrored ? Arrays.stream(y).map(value -> -value).toArray() : y;
  }

  /** The specification of a chart of this many pixels. */
  static Map<String, Object> of(Axes axes, int width, int height) {
    return new Chart(axes).specification(width, height);
  }

  private Map<String, Object> specification(int width, int height) {
    axes.marks.forEach(this::layer);
    if (axes.marks.isEmpty()) {
      layers.add(empty());
    }
    List<Object> scales = new ArrayList<>();
    Mark.Picture picture = axes.picture();
    scales.add(Scales.scale("x", axes.x, picture == null ? 0 : picture.values()[0].length, false));
    scales.add(Scales.scale("y", axes.y, picture == null ? 0 : picture.values().length, mirrored));
    legend(scales, "color", colors);
    legend(scales, "linetype", dashes);
    legend(scales, "fill", fills);
    colorbar(scales);
    Map<String, Object> all = map("kind", "plot", "layers", layers, "scales", scales);
    all.put("ggsize", map("width", width, "height", height));
    all.put("theme", Theme.of(axes, legendPlace()));
    all.put("coord", coordinates());
    if (!axes.title.isEmpty()) {
      all.put("ggtitle", map("text", axes.title));
    }
    return all;
  }

  static Map<String, Object> map(Object... pairs) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      map.put((String) pairs[i], pairs[i + 1]);
    }
    return map;
  }

  static List<Object> list(double[] values) {
    List<Object> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(value);
    }
    return list;
  }

  private static Map<String, Object> empty() {
    double[] ends = {0, 1};
    return map(
        "geom",
        "point",
        "data",
        map("x", list(ends), "y", list(ends)),
        "mapping",
        map("x", "x", "y", "y"),
        "alpha",
        0.0,
        "show_legend",
        false);
  }

  private void layer(Mark mark) {
    if (mark instanceof Mark.Line line) {
      line(line);
    } else if (mark instanceof Mark.Dots dots) {
      dots(dots);
    } else if (mark instanceof Mark.Boxes boxes) {
      boxes(boxes);
    } else if (mark instanceof Mark.Band band) {
      band(band);
    } else if (mark instanceof Mark.Picture picture) {
      picture(picture);
    } else {
      Forms.layer(this, mark);
    }
  }

  /** A layer that the legend does not show, unless it says so. */
  Map<String, Object> add(String geom, Map<String, Object> data, Object... mapping) {
    Map<String, Object> layer = map("geom", geom, "data", data, "mapping", map(mapping));
    layer.put("tooltips", "none");
    layer.put("sampling", "none");
    layer.put("show_legend", false);
    layers.add(layer);
    return layer;
  }

  /** Names a layer in the legend: its colour is looked up under its label. */
  @SuppressWarnings("unchecked")
  private static void name(
      Map<String, Object> layer,
      String aesthetic,
      String label,
      Map<String, String> into,
      String value) {
    Map<String, Object> data = (Map<String, Object>) layer.get("data");
    int count = ((List<Object>) data.values().iterator().next()).size();
    data.put("name", new ArrayList<Object>(java.util.Collections.nCopies(count, label)));
    ((Map<String, Object>) layer.get("mapping")).put(aesthetic, "name");
    layer.put("show_legend", true);
    layer.remove(aesthetic);
    into.put(label, value);
  }

  /** Names a layer of lines in the legend if it has a name. */
  void nameLine(Map<String, Object> layer, String label, Style style) {
    if (inLegend(label)) {
      name(layer, "color", label, colors, style.color());
      name(layer, "linetype", label, dashes, style.line() == null ? "solid" : style.line());
    }
  }

  /** Names a filled layer in the legend if it has a name. */
  void nameFill(Map<String, Object> layer, String label, String fill) {
    if (inLegend(label)) {
      name(layer, "fill", label, fills, fill);
    }
  }

  private boolean inLegend(String label) {
    return axes.legend != null && label != null && !label.startsWith("_") && !label.isEmpty();
  }

  private void line(Mark.Line line) {
    Style style = line.style();
    double[][] points = Thin.points(line.x(), up(line.y()));
    if (style.line() != null) {
      Map<String, Object> layer =
          add("line", segments(points), "x", "x", "y", "y", "group", "part");
      layer.put("color", style.color());
      layer.put("linetype", style.line());
      layer.put("size", style.width() * UNIT);
      layer.put("alpha", style.alpha());
      // A path keeps the order of the data, as matplotlib does; a line would sort it.
      layer.put("geom", "path");
      if (inLegend(line.label())) {
        name(layer, "color", line.label(), colors, style.color());
        name(layer, "linetype", line.label(), dashes, style.line());
      }
    }
    if (style.marker() != null) {
      Map<String, Object> data = map("x", list(line.x()), "y", list(up(line.y())));
      Map<String, Object> layer = add("point", data, "x", "x", "y", "y");
      layer.put("color", style.color());
      layer.put("fill", style.color());
      layer.put("shape", style.marker());
      layer.put("size", style.size() * UNIT);
      layer.put("alpha", style.alpha());
      if (inLegend(line.label())) {
        name(layer, "color", line.label(), colors, style.color());
      }
    }
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

  private void dots(Mark.Dots dots) {
    Map<String, Object> data = map("x", list(dots.x()), "y", list(up(dots.y())));
    Map<String, Object> layer = add("point", data, "x", "x", "y", "y");
    layer.put("shape", dots.edge() == null ? dots.marker() : Style.edged(dots.marker()));
    layer.put("alpha", dots.alpha());
    if (dots.edge() != null) {
      layer.put("stroke", 0.8);
    }
    List<Map<String, Object>> looks = new ArrayList<>();
    for (int i = 0; i < dots.x().length; i++) {
      Map<String, Object> look = map("size", Math.max(0.4, dots.size()[i] * UNIT));
      look.put("color", dots.edge() == null ? dots.fill()[i] : dots.edge());
      look.put("fill", dots.fill()[i]);
      looks.add(look);
    }
    long kinds = looks.stream().distinct().count();
    if (kinds != 1) {
      split(layer, looks);
      return;
    }
    layer.putAll(looks.get(0));
    if (inLegend(dots.label())) {
      name(layer, "color", dots.label(), colors, dots.fill()[0]);
    }
  }

  /** A layer for each of its values, since a chart has one scale for colours. */
  @SuppressWarnings("unchecked")
  private void split(Map<String, Object> layer, List<Map<String, Object>> values) {
    Map<Map<String, Object>, List<Integer>> places = new LinkedHashMap<>();
    for (int i = 0; i < values.size(); i++) {
      places.computeIfAbsent(values.get(i), v -> new ArrayList<>()).add(i);
    }
    Map<String, Object> data = (Map<String, Object>) layer.get("data");
    layers.remove(layer);
    places.forEach(
        (value, rows) -> {
          Map<String, Object> some = new LinkedHashMap<>();
          data.forEach(
              (column, all) ->
                  some.put(
                      column,
                      new ArrayList<>(rows.stream().map(((List<Object>) all)::get).toList())));
          Map<String, Object> part = new LinkedHashMap<>(layer);
          part.put("data", some);
          part.putAll(value);
          layers.add(part);
        });
  }

  private void boxes(Mark.Boxes boxes) {
    double floorX = axes.x.log ? lowest(boxes.right()) / 10 : Double.NEGATIVE_INFINITY;
    double floorY = axes.y.log ? lowest(boxes.top()) / 10 : Double.NEGATIVE_INFINITY;
    Map<String, Object> data =
        map(
            "a",
            list(atLeast(boxes.left(), floorX)),
            "b",
            list(atLeast(boxes.right(), floorX)),
            "c",
            list(up(atLeast(boxes.bottom(), floorY))),
            "d",
            list(up(atLeast(boxes.top(), floorY))));
    Map<String, Object> layer =
        add("rect", data, "xmin", "a", "xmax", "b", "ymin", "c", "ymax", "d");
    layer.put("alpha", boxes.alpha());
    layer.put("color", boxes.edge() == null ? Colors.PAPER : boxes.edge());
    layer.put("size", boxes.edge() == null ? 0.0 : 0.5);
    if (Arrays.stream(boxes.fill()).distinct().count() != 1) {
      split(layer, Arrays.stream(boxes.fill()).map(fill -> map("fill", fill)).toList());
      return;
    }
    layer.put("fill", boxes.fill()[0]);
    if (inLegend(boxes.label())) {
      name(layer, "fill", boxes.label(), fills, boxes.fill()[0]);
    }
  }

  private static double lowest(double[] values) {
    return Arrays.stream(values).filter(v -> v > 0).min().orElse(1);
  }

  private static double[] atLeast(double[] values, double floor) {
    return Arrays.stream(values).map(v -> Math.max(v, floor)).toArray();
  }

  private void band(Mark.Band band) {
    Map<String, Object> data =
        map("x", list(band.x()), "low", list(up(band.low())), "high", list(up(band.high())));
    Map<String, Object> layer = add("ribbon", data, "x", "x", "ymin", "low", "ymax", "high");
    layer.put("fill", band.fill());
    layer.put("alpha", band.alpha());
    layer.put("size", 0.0);
    if (inLegend(band.label())) {
      name(layer, "fill", band.label(), fills, band.fill());
    }
  }

  private void picture(Mark.Picture picture) {
    int rows = picture.values().length;
    int columns = picture.values()[0].length;
    Map<String, Object> layer = add("image", map());
    layer.put("xmin", -0.5);
    layer.put("xmax", columns - 0.5);
    layer.put("ymin", mirrored ? 0.5 - rows : -0.5);
    layer.put("ymax", mirrored ? 0.5 : rows - 0.5);
    layer.put("href", Raster.address(picture));
    if (axes.colorbar) {
      double[] ends = {picture.low(), picture.high()};
      double[] middle = {columns / 2.0, columns / 2.0};
      Map<String, Object> scale =
          add(
              "point",
              map(
                  "x",
                  list(middle),
                  "y",
                  list(up(new double[] {rows / 2.0, rows / 2.0})),
                  "v",
                  list(ends)),
              "x",
              "x",
              "y",
              "y",
              "color",
              "v");
      scale.put("alpha", 0.0);
      scale.put("show_legend", true);
    }
  }

  private void legend(List<Object> scales, String aesthetic, Map<String, String> values) {
    if (!values.isEmpty()) {
      Map<String, Object> scale = map("aesthetic", aesthetic, "name", axes.legendTitle);
      scale.put("breaks", new ArrayList<Object>(values.keySet()));
      scale.put("values", new ArrayList<Object>(values.values()));
      scales.add(scale);
    }
  }

  private void colorbar(List<Object> scales) {
    Mark.Picture picture = axes.picture();
    if (axes.colorbar && picture != null) {
      List<Object> anchors = new ArrayList<>();
      for (int i = 0; i <= 10; i++) {
        anchors.add(picture.map().hex(i / 10.0));
      }
      Map<String, Object> scale = map("aesthetic", "color", "name", axes.colorbarLabel);
      scale.put("scale_mapper_kind", "color_gradientn");
      scale.put("colors", anchors);
      scales.add(scale);
    }
  }

  private Map<String, Object> coordinates() {
    Map<String, Object> coordinates = map("name", axes.equal ? "fixed" : "cartesian");
    if (axes.equal) {
      coordinates.put("ratio", 1.0);
    }
    limits(coordinates, "xlim", axes.x);
    limits(coordinates, "ylim", mirrored ? axes.y.negated() : axes.y);
    return coordinates;
  }

  private static void limits(Map<String, Object> into, String name, Axis axis) {
    if (!Double.isNaN(axis.low) || !Double.isNaN(axis.high)) {
      List<Object> both = new ArrayList<>();
      both.add(Double.isNaN(axis.low) ? null : (Object) axis.low);
      both.add(Double.isNaN(axis.high) ? null : (Object) axis.high);
      into.put(name, both);
    }
  }

  private Object legendPlace() {
    return axes.legend == null && !axes.colorbar ? "none" : axes.legend;
  }
}
