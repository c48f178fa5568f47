package io.nyala.dsl.plot;

import io.nyala.dsl.names.Members;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four edges of a chart, {@code ax.spines['top']}; there are lines below and at the left. */
final class Spines extends Members {
  private Spines(Axes axes, List<String> edges) {
    super("Spine");
    def(
        "set_visible(b)",
        given -> {
          boolean on = given.flag("b");
          for (String edge : edges) {
            if (edge.equals("left")) {
              axes.lineY = on;
            } else if (edge.equals("bottom")) {
              axes.lineX = on;
            } else if (on) {
              throw given.wrong("b", "False: charts here have no line at the " + edge);
            }
          }
          return null;
        });
  }

  /** Each edge by its name, and those that are named together. */
  static Map<Object, Object> of(Axes axes) {
    Map<Object, Object> all =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          public Object get(Object key) {
            boolean some = key instanceof List<?> names && keySet().containsAll(names);
            return some ? some(axes, (List<?>) key) : super.get(key);
          }

          @Override
          public boolean containsKey(Object key) {
            boolean some = key instanceof List<?> names && keySet().containsAll(names);
            return some || super.containsKey(key);
          }
        };
    for (String edge : List.of("left", "right", "bottom", "top")) {
      all.put(edge, new Spines(axes, List.of(edge)));
    }
    return all;
  }

  private static Spines some(Axes axes, List<?> names) {
    return new Spines(axes, names.stream().map(Object::toString).toList());
  }
}
