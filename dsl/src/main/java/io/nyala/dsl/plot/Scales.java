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
   * @param room how many pixels the axis is long, more or less
   */
  static Map<String, Object> scale(
      Axes axes, Axis axis, String aesthetic, boolean negated, double room) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", MathText.plain(axis.label));
    if (axis.log()) {
      scale.put("trans", axis.kind.equals("log2") ? "log2" : "log10");
    } else if (axis.kind.equals("symlog")) {
      scale.put("trans", "symlog");
    } else if (axis.inverted && !negated) {
      scale.put("trans", "reverse");
    }
    double[] ticks = ticks(axes, axis, room);
    if (ticks != null) {
      scale.put("breaks", list(Arrays.stream(ticks).map(tick -> negated ? -tick : tick).toArray()));
      List<String> labels =
          Ticks.labels(axis, ticks, axes.ends(axis)).stream().map(MathText::plain).toList();
      scale.put("labels", new ArrayList<Object>(labels));
    }
    if (axes.rightOf != null && axis == axes.y) {
      scale.put("position", "right");
    }
    scale.put("expand", new ArrayList<Object>(List.of(0.0, 0.0)));
    return scale;
  }

  /** Where an axis has marks; null: the charting library chooses. */
  static double[] ticks(Axes axes, Axis axis, double room) {
    double[] ends = axes.ends(axis);
    if (axis.ticks() != null || axis.places != null) {
      return Ticks.places(axis, ends);
    }
    boolean across = axis == axes.x;
    double word = axis.tickFont.pixels();
    int most = (int) Math.max(1, Math.min(9, room / (word * (across ? 3 : 2))));
    if (isCounted(axes)) {
      return Ticks.nice(Math.max(0, ends[0]), ends[1], most, true);
    }
    if (axis.log()) {
      return Ticks.places(axis, ends, most);
    }
    while (across && most > 1 && !fits(axis, Ticks.places(axis, ends, most), ends, room)) {
      most--;
    }
    return Ticks.places(axis, ends, most);
  }

  /** Whether the words beside each other have the room they need. */
  private static boolean fits(Axis axis, double[] places, double[] ends, double room) {
    boolean turned = !Double.isNaN(axis.rotation) && axis.rotation != 0;
    double all = 0;
    for (String word : Ticks.labels(axis, places, ends)) {
      all += axis.tickFont.width(word) + 0.6 * axis.tickFont.pixels();
    }
    return turned || all <= room;
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
    colorWords(scale, axes, shades);
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

  private static void colorWords(Map<String, Object> scale, Axes axes, Shades shades) {
    if (shades.log() && axes.colorbarWords == null && axes.colorbarTicks == null) {
      return;
    }
    double[] at =
        axes.colorbarTicks != null
            ? axes.colorbarTicks
            : Ticks.nice(shades.low(), shades.high(), 7, false);
    Axis plain = new Axis();
    plain.powers = null;
    List<Object> labels =
        new ArrayList<>(Numerals.labels(plain, at, new double[] {shades.low(), shades.high()}));
    for (int i = 0; i < at.length && axes.colorbarWords != null; i++) {
      labels.set(i, axes.colorbarWords.at(at[i], i));
    }
    scale.put("breaks", list(at));
    scale.put("labels", labels);
  }
}
