package io.nyala.dsl.plot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The same limits for charts that share an axis: all, those of a row, or those of a column. */
final class Sharing {

  private Sharing() {}

  static void apply(Figure figure) {
    apply(figure, figure.shareX, true);
    apply(figure, figure.shareY, false);
  }

  private static void apply(Figure figure, String how, boolean across) {
    Map<Integer, List<Axes>> groups = new LinkedHashMap<>();
    for (Figure.Place place : figure.places) {
      if (place.cell() != null && !how.equals("none")) {
        int group =
            how.equals("row") ? place.cell().top() : how.equals("col") ? place.cell().left() : 0;
        groups.computeIfAbsent(group, key -> new ArrayList<>()).add(place.axes());
      }
    }
    groups.values().forEach(group -> share(group, across));
    for (Figure.Place place : figure.places) {
      boolean grouped = place.cell() != null && !how.equals("none");
      boolean outer =
          place.cell() == null
              || (across
                  ? place.cell().bottom() == place.cell().rows() - 1
                  : place.cell().left() == 0);
      boolean apart = across ? how.equals("row") : how.equals("col");
      if (grouped && !outer && !apart) {
        (across ? place.axes().x : place.axes().y).labelled = false;
      }
    }
  }

  private static void share(List<Axes> group, boolean across) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Axes axes : group) {
      Axis axis = across ? axes.x : axes.y;
      if (!axes.marks.isEmpty() || !Double.isNaN(axis.low)) {
        double[] ends = axes.ends(axis);
        low = Math.min(low, ends[0]);
        high = Math.max(high, ends[1]);
      }
    }
    for (Axes axes : group) {
      Axis axis = across ? axes.x : axes.y;
      if (low < high) {
        axis.low = low;
        axis.high = high;
      }
    }
  }
}
