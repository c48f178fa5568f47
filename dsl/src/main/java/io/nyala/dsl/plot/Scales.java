package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.Chart.list;
import static io.nyala.dsl.plot.Chart.map;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The scales of a chart's axes, as the charting library has them. */
final class Scales {

  private Scales() {}

  /**
   * The scale of an axis.
   *
   * @param pixels of the picture along this axis, which get whole numbers as ticks; 0: no picture
   * @param negated whether the places are drawn at their negatives
   */
  static Map<String, Object> scale(String aesthetic, Axis axis, int pixels, boolean negated) {
    Map<String, Object> scale = map("aesthetic", aesthetic, "name", axis.label);
    if (axis.log) {
      scale.put("trans", "log10");
    } else if (axis.inverted && !negated) {
      scale.put("trans", "reverse");
    }
    double[] ticks = axis.ticks() != null || pixels == 0 ? axis.ticks() : wholes(pixels);
    if (ticks != null) {
      scale.put("breaks", list(Arrays.stream(ticks).map(tick -> negated ? -tick : tick).toArray()));
    }
    if (axis.tickLabels() != null) {
      scale.put("labels", new ArrayList<Object>(axis.tickLabels()));
    } else if (pixels > 0) {
      scale.put(
          "labels", new ArrayList<Object>(Arrays.stream(ticks).mapToObj(Words::number).toList()));
    }
    if (pixels > 0) {
      scale.put("expand", new ArrayList<Object>(List.of(0.0, 0.0)));
    }
    return scale;
  }

  /** Whole numbers below a count, at even distances, at most ten. */
  private static double[] wholes(int count) {
    int step = 1;
    for (int i = 0; (count - 1) / step >= 10; i++) {
      step = (int) (new int[] {1, 2, 5}[i % 3] * Math.pow(10, i / 3));
    }
    double[] all = new double[(count - 1) / step + 1];
    for (int i = 0; i < all.length; i++) {
      all[i] = i * step;
    }
    return all;
  }
}
