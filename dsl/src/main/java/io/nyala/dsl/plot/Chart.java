package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A chart as the specification that the charting library (Lets-Plot) draws: one layer for each
 * mark, scales for colours and axes, and a theme without backgrounds.
 */
final class Chart {
  private final Axes axes;
  private final List<Object> layers = new ArrayList<>();
  private final Set<String> identities = new HashSet<>();
  private final int width;
  private final int height;

  /** The library places pictures wrongly on a reversed axis; so all heights are negated instead. */
  private final boolean mirrored;

  private Chart(Axes axes, int width, int height) {
    this.axes = axes;
    this.width = width;
    this.height = height;
    this.mirrored = axes.y.inverted && axes.picture() != null;
  }

  Axes axes() {
    return axes;
  }

  /** From where to where the chart reaches, across or upright, as it is drawn. */
  double[] reach(boolean across) {
    double[] ends = axes.ends(across ? axes.x : axes.y);
    return across ? ends : up(ends);
  }

  /** How many pixels the data have, across or upright, more or less: labels take the rest. */
  double room(boolean across) {
    return Math.max(40, across ? width - 75 : height - 80);
  }

  double[] up(double[] y) {
    return mirrored ? Arrays.stream(y).map(value -> -value).toArray() : y;
  }

  /**
   * The specification of a chart of this many pixels.
   *
   * @param margin pixels to leave free around it
   */
  static Map<String, Object> of(Axes axes, int width, int height, Margin margin) {
    return new Chart(axes, width, height).specification(margin);
  }

  private Map<String, Object> specification(Margin margin) {
    List<Mark> marks = new ArrayList<>(axes.marks);
    marks.sort(Comparator.comparingDouble(axes::order));
    marks.forEach(mark -> Layers.layer(this, mark));
    Shades shades = axes.colorbar == null ? null : axes.colorbar.shades();
    if (shades != null) {
      Layers.scale(this, shades);
    }
    if (layers.isEmpty()) {
      layers.add(empty());
    }
    List<Object> scales = new ArrayList<>();
    scales.add(Scales.scale(axes, axes.x, "x", false, room(true)));
    scales.add(Scales.scale(axes, axes.y, "y", mirrored, room(false)));
    identities.forEach(it -> scales.add(identity(it)));
    if (shades != null) {
      scales.add(Scales.colors(axes, shades, width, height));
    }
    Map<String, Object> all = map("kind", "plot", "layers", layers, "scales", scales);
    all.put("ggsize", map("width", width, "height", height));
    all.put("theme", Theme.of(axes, margin));
    all.put("coord", coordinates());
    if (!axes.title.isEmpty()) {
      all.put("ggtitle", map("text", MathText.plain(axes.title)));
    }
    return all;
  }

  private static Map<String, Object> identity(String aesthetic) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "scale_mapper_kind", "identity");
    scale.put("guide", "none");
    return scale;
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

  /** A layer of what the data say; its legend is {@link LegendBox}. */
  Map<String, Object> add(String geom, Map<String, Object> data, Object... mapping) {
    Map<String, Object> layer = map("geom", geom, "data", data, "mapping", map(mapping));
    layer.put("tooltips", "none");
    layer.put("sampling", "none");
    layer.put("show_legend", false);
    layers.add(layer);
    return layer;
  }

  /** Gives each item of a layer a look of its own; one for all is put down once. */
  @SuppressWarnings("unchecked")
  void each(Map<String, Object> layer, String aesthetic, List<?> looks) {
    if (looks.isEmpty() || new HashSet<>(looks).size() == 1) {
      layer.put(aesthetic, looks.isEmpty() ? null : looks.get(0));
      return;
    }
    String by =
        aesthetic.equals("color") ? "paint_a" : aesthetic.equals("fill") ? "paint_b" : aesthetic;
    if (!by.equals(aesthetic)) {
      layer.put(aesthetic + "_by", by);
    }
    layer.put("data", Layers.with((Map<String, Object>) layer.get("data"), by, looks));
    ((Map<String, Object>) layer.get("mapping")).put(by, by);
    identities.add(by);
  }

  private Map<String, Object> coordinates() {
    Map<String, Object> coordinates = map("name", axes.ratio > 0 ? "fixed" : "cartesian");
    if (axes.ratio > 0) {
      coordinates.put("ratio", axes.ratio);
    }
    limits(coordinates, "xlim", axes.drawn(axes.x));
    Axis y = axes.drawn(axes.y);
    limits(coordinates, "ylim", mirrored ? y.negated() : y);
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
}
