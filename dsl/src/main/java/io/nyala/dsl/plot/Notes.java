package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words in a chart: texts, notes with an arrow, numbers above bars. */
final class Notes {
  private static final String LOOK =
      "fontsize=10, color=None, c=None, ha='left', horizontalalignment=None, va='baseline',"
          + " verticalalignment=None, rotation=0";
  private static final Map<String, String> ACROSS =
      Map.of("left", "left", "center", "middle", "right", "right");
  private static final Map<String, String> UP =
      Map.of("top", "top", "center", "center", "bottom", "bottom", "baseline", "bottom");
  private static final Set<String> OF_ARROWS =
      Set.of("arrowstyle", "color", "facecolor", "lw", "linewidth", "shrink");

  private Notes() {}

  static void into(Axes axes) {
    def(axes, "text(x, y, s, " + LOOK + ")", Notes::text);
    def(axes, "annotate(text, xy, xytext=None, arrowprops=None, " + LOOK + ")", Notes::annotate);
  }

  private static Object text(Axes axes, Given given) {
    double x = axes.x.place(given.get("x"))[0];
    double y = axes.y.place(given.get("y"))[0];
    return add(axes, given, x, y, Repr.text(given.get("s")));
  }

  private static Object add(Axes axes, Given given, double x, double y, String text) {
    Object color = given.has("color") ? given.get("color") : given.get("c");
    String across = chosen(given, ACROSS, "horizontalalignment", "ha");
    String up = chosen(given, UP, "verticalalignment", "va");
    String ink = color == null ? Colors.INK : Colors.of(color);
    double angle = "vertical".equals(given.get("rotation")) ? 90 : given.number("rotation");
    axes.marks.add(new Mark.Words(x, y, text, ink, given.number("fontsize"), across, up, angle));
    return Artist.text(Repr.of(x) + ", " + Repr.of(y), text);
  }

  private static String chosen(Given given, Map<String, String> known, String name, String brief) {
    String which = given.has(name) ? name : brief;
    String found = known.get(given.string(which));
    if (found == null) {
      throw given.wrong(which, "one of " + Repr.of(known.keySet().stream().sorted().toList()));
    }
    return found;
  }

  private static Object annotate(Axes axes, Given given) {
    double[] at = pair(axes, given, "xy");
    double[] words = given.has("xytext") ? pair(axes, given, "xytext") : at;
    if (given.get("arrowprops") instanceof Map<?, ?> looks) {
      arrow(axes, words, at, looks);
    }
    return add(axes, given, words[0], words[1], given.string("text"));
  }

  private static double[] pair(Axes axes, Given given, String name) {
    List<Object> both = Values.items(given.get(name));
    if (both.size() != 2) {
      throw given.wrong(name, "a place, (x, y)");
    }
    return new double[] {
      axes.x.place(List.of(both.get(0)))[0], axes.y.place(List.of(both.get(1)))[0]
    };
  }

  private static void arrow(Axes axes, double[] from, double[] to, Map<?, ?> looks) {
    for (Object key : looks.keySet()) {
      if (!OF_ARROWS.contains(key.toString())) {
        throw PyError.value(
            "arrowprops does not know "
                + Repr.of(key)
                + "; there are "
                + OF_ARROWS.stream().sorted().toList());
      }
    }
    Object color = looks.containsKey("color") ? looks.get("color") : looks.get("facecolor");
    Object width = looks.containsKey("lw") ? looks.get("lw") : looks.get("linewidth");
    double shrink = looks.get("shrink") instanceof Number share ? share.doubleValue() : 0;
    double dx = shrink * (to[0] - from[0]);
    double dy = shrink * (to[1] - from[1]);
    Style style =
        new Style(
            color == null ? Colors.INK : Colors.of(color),
            "solid",
            null,
            width instanceof Number number ? number.doubleValue() : 1,
            6,
            1);
    axes.marks.add(
        new Mark.Segments(
            new double[] {from[0] + dx},
            new double[] {from[1] + dy},
            new double[] {to[0] - dx},
            new double[] {to[1] - dy},
            style,
            !"-".equals(looks.get("arrowstyle")),
            null));
  }

  /** The height of each bar above it. */
  static Object onBars(Axes axes, Given given) {
    if (!(given.get("container") instanceof Artist it && it.mark() instanceof Mark.Boxes boxes)) {
      throw given.wrong("container", "what bar() handed back");
    }
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < boxes.top().length; i++) {
      double height = boxes.top()[i] - boxes.bottom()[i];
      String text =
          given.has("fmt")
              ? String.format(Locale.ROOT, given.string("fmt"), height)
              : Words.number(height);
      double x = (boxes.left()[i] + boxes.right()[i]) / 2;
      double size = given.number("fontsize");
      axes.marks.add(
          new Mark.Words(x, boxes.top()[i], text, Colors.INK, size, "middle", "bottom", 0));
      all.add(Artist.text("0, 0", text));
    }
    return all;
  }
}
