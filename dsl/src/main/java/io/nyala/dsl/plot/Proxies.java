package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Signs of the legend that stand for nothing drawn. */
final class Proxies {
  private Proxies() {}

  /** A point for each number that colours stand for, or for up to nine round ones. */
  static Tuple ofShades(Axes axes, Mark mark) {
    double[] values = mark instanceof Mark.Dots dots ? dots.values() : new double[0];
    double[] different =
        Arrays.stream(values).filter(Double::isFinite).distinct().sorted().toArray();
    double[] shown =
        different.length <= 9 || different.length == 0
            ? different
            : Ticks.nice(different[0], different[different.length - 1], 8, false);
    List<Object> handles = new ArrayList<>();
    List<Object> labels = new ArrayList<>();
    for (double value : shown) {
      String name = Words.number(value);
      Style style = new Style(mark.shades().hex(value), null, 16, 1.5, 6, 1);
      handles.add(new Handle("<matplotlib.lines.Line2D>", new Mark.Proxy(style, null, name)));
      labels.add(name);
    }
    return Tuple.of(handles, labels);
  }

  /** {@code matplotlib.lines.Line2D([0], [0], …)}. */
  static Object line(Figure figure, Given given) {
    Style style = Style.of(figure.axes(), null, given).orColor(Colors.cycle(0));
    return new Handle(
        "<matplotlib.lines.Line2D>", new Mark.Proxy(style, null, Drawing.labelOf(given)));
  }

  /** {@code matplotlib.patches.Patch(color=…, label=…)}. */
  static Object patch(Given given) {
    Object color = given.has("color") ? given.get("color") : given.get("facecolor");
    String fill = color == null ? Colors.cycle(0) : Colors.of(color);
    return new Handle(
        "<matplotlib.patches.Patch>", new Mark.Proxy(null, fill, Drawing.labelOf(given)));
  }

  /** A sign to be put into a legend. */
  record Handle(String text, Mark mark) {
    @Override
    public String toString() {
      return text;
    }
  }
}
