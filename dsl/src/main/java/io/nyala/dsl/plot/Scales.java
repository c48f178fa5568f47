package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.list;
import static io.nyala.dsl.plot.Chart.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The scales of a chart's axes and of its colours, as the charting library has them. */
final class Scales {

  private Scales() {}

  /**
   * The scale of an axis.
   *
   * @param negated whether the places are drawn at their negatives
   */
  static Map<String, Object> scale(Axes axes, Axis axis, String aesthetic, boolean negated) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", MathText.plain(axis.label));
    if (axis.log()) {
      scale.put("trans", axis.kind.equals("log2") ? "log2" : "log10");
    } else if (axis.kind.equals("symlog")) {
      scale.put("trans", "symlog");
    } else if (axis.inverted && !negated) {
      scale.put("trans", "reverse");
    }
    double[] ticks = axis.ticks();
    boolean chosen = axis.places != null || axis.words != null;
    if (ticks == null && isCounted(axes) && !chosen) {
      double[] ends = axes.ends(axis);
      ticks = Ticks.nice(Math.max(0, ends[0]), ends[1], 9, true);
    }
    if (ticks == null && (chosen || negated)) {
      ticks = Ticks.places(axis, axes.ends(axis));
    }
    if (ticks == null && axis.log()) {
      double[] powers = Ticks.places(axis, axes.ends(axis));
      ticks = powers.length > 1 ? powers : null;
    }
    if (ticks != null) {
      scale.put("breaks", list(Arrays.stream(ticks).map(tick -> negated ? -tick : tick).toArray()));
      List<String> labels = Ticks.labels(axis, ticks).stream().map(MathText::plain).toList();
      scale.put("labels", new ArrayList<Object>(labels));
    }
    if (axes.rightOf != null && axis == axes.y) {
      scale.put("position", "right");
    }
    scale.put("expand", new ArrayList<Object>(List.of(0.0, 0.0)));
    return scale;
  }

  /** Whether an axis counts the rows or columns of a picture. */
  private static boolean isCounted(Axes axes) {
    return axes.picture() != null && axes.picture().whole();
  }

  /** The scale of colours that stand for numbers. */
  static Map<String, Object> colors(Axes axes, Shades shades, double width, double height) {
    Map<String, Object> scale =
        map("aesthetic", "paint_c", "name", MathText.plain(axes.colorbarLabel));
    scale.put("scale_mapper_kind", "color_gradientn");
    List<Object> anchors = new ArrayList<>();
    int most = shades.map().stepped() ? 3 * shades.map().anchors().size() : 32;
    for (int i = 0; i <= most; i++) {
      anchors.add(shades.map().hex((double) i / most));
    }
    scale.put("colors", anchors);
    if (shades.log()) {
      scale.put("trans", "log10");
    }
    if (axes.colorbarTicks != null) {
      scale.put("breaks", list(axes.colorbarTicks));
    }
    if (axes.colorbarWords != null) {
      double[] at =
          axes.colorbarTicks != null
              ? axes.colorbarTicks
              : Ticks.nice(shades.low(), shades.high(), 6, false);
      List<Object> labels = new ArrayList<>();
      for (int i = 0; i < at.length; i++) {
        labels.add(axes.colorbarWords.at(at[i], i));
      }
      scale.put("breaks", list(at));
      scale.put("labels", labels);
    }
    Map<String, Object> guide = map("name", "colorbar", "nbin", 128);
    if (!axes.colorbarPlace.equals("bottom")) {
      guide.put("barheight", Math.max(60, 0.72 * height));
      guide.put("barwidth", 14);
    } else {
      guide.put("barwidth", Math.max(80, 0.6 * width));
      guide.put("barheight", 12);
    }
    scale.put("guide", guide);
    return scale;
  }
}
