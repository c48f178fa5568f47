package io.nyala.dsl.plot;

import static io.nyala.dsl.plot.AxesFunctions.def;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words in a chart: texts, notes with an arrow, numbers above bars. */
final class Notes {
  private static final String LOOK =
      "ha=None, horizontalalignment=None, va=None, verticalalignment=None, rotation=0, alpha=None,"
          + " bbox=None, zorder=None, transform=None, clip_on=None, "
          + Font.ARGUMENTS
          + ")";
  private static final Map<String, String> ACROSS =
      Map.of("left", "left", "center", "middle", "right", "right");
  private static final Map<String, String> UP =
      Map.of(
          "top",
          "top",
          "center",
          "center",
          "bottom",
          "bottom",
          "baseline",
          "bottom",
          "center_baseline",
          "center");
  private static final Set<String> OF_ARROWS =
      Set.of(
          "arrowstyle",
          "color",
          "facecolor",
          "edgecolor",
          "fc",
          "ec",
          "lw",
          "linewidth",
          "width",
          "headwidth",
          "headlength",
          "shrink",
          "shrinkA",
          "shrinkB",
          "alpha",
          "ls",
          "linestyle");
  private static final Set<String> ARROWS =
      Set.of("-", "->", "-|>", "simple", "fancy", "wedge", "<-", "<|-", "<->", "<|-|>");
  private static final Set<String> OF_BOXES =
      Set.of(
          "boxstyle",
          "facecolor",
          "fc",
          "edgecolor",
          "ec",
          "color",
          "alpha",
          "pad",
          "linewidth",
          "lw");

  private Notes() {}

  static void into(Axes axes) {
    def(axes, "text(x, y, s, " + LOOK, Notes::text);
    def(
        axes,
        "annotate(text, xy, xytext=None, xycoords='data', textcoords=None, arrowprops=None,"
            + " annotation_clip=None, "
            + LOOK,
        Notes::annotate);
    def(
        axes,
        "arrow(x, y, dx, dy, width=None, head_width=None, head_length=None, fc=None, ec=None,"
            + " color=None, length_includes_head=False, alpha=None)",
        Notes::plainArrow);
  }

  private static Object text(Axes axes, Given given) {
    boolean within = "axes".equals(given.get("transform"));
    if (given.has("transform") && !within && !"data".equals(given.get("transform"))) {
      throw given.wrong("transform", "ax.transData or ax.transAxes");
    }
    double x = within ? given.number("x") : axes.x.place(given.get("x"))[0];
    double y = within ? given.number("y") : axes.y.place(given.get("y"))[0];
    return add(axes, given, new double[] {x, y, 0, 0}, within, Repr.text(given.get("s")));
  }

  /** Words at x and y, so many points right of and above it. */
  private static Object add(Axes axes, Given given, double[] at, boolean within, String text) {
    String across = chosen(given, ACROSS, "horizontalalignment", "ha", "left");
    String up = chosen(given, UP, "verticalalignment", "va", "baseline");
    double angle =
        "vertical".equals(given.get("rotation"))
            ? 90
            : "horizontal".equals(given.get("rotation")) ? 0 : given.number("rotation");
    Mark.Words words =
        new Mark.Words(
            at[0],
            at[1],
            within,
            at[2],
            at[3],
            text,
            Font.of(10).with(given),
            across,
            up,
            angle,
            Style.first(given, 1, "alpha"),
            box(given));
    axes.marks.add(words);
    if (given.has("zorder")) {
      axes.order.put(words, given.number("zorder"));
    }
    return Artist.text(Repr.of(at[0]) + ", " + Repr.of(at[1]), text);
  }

  /** Its corners' roundness and the room inside stand as its only places. */
  private static Mark.Shape box(Given given) {
    if (!(given.get("bbox") instanceof Map<?, ?> looks)) {
      return null;
    }
    check("bbox", looks, OF_BOXES);
    Object fill = first(looks, "facecolor", "fc", "color");
    Object edge = first(looks, "edgecolor", "ec");
    Object width = first(looks, "linewidth", "lw");
    String form = String.valueOf(looks.containsKey("boxstyle") ? looks.get("boxstyle") : "square");
    if (!form.startsWith("round") && !form.startsWith("square")) {
      throw PyError.value("bbox: boxstyle is 'round' or 'square'; received " + Repr.quote(form));
    }
    double alpha = looks.get("alpha") instanceof Number number ? number.doubleValue() : 1;
    return new Mark.Shape(
        new double[] {form.startsWith("round") ? 0.25 : 0},
        new double[] {0.3},
        fill == null ? Colors.cycle(0) : Colors.orNone(fill),
        edge == null ? null : Colors.orNone(edge),
        "none".equals(edge) ? 0 : width == null ? 1 : Values.number(width),
        alpha,
        null);
  }

  private static Object first(Map<?, ?> looks, String... names) {
    for (String name : names) {
      if (looks.get(name) != null) {
        return looks.get(name);
      }
    }
    return null;
  }

  private static void check(String what, Map<?, ?> looks, Set<String> known) {
    for (Object key : looks.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        throw PyError.value(
            what
                + " does not know "
                + Repr.of(key)
                + "; there are "
                + known.stream().sorted().toList());
      }
    }
  }

  private static String chosen(
      Given given, Map<String, String> known, String name, String brief, String otherwise) {
    String which = given.has(name) ? name : brief;
    String found = known.get(given.has(which) ? given.string(which) : otherwise);
    if (found == null) {
      throw given.wrong(which, "one of " + Repr.of(known.keySet().stream().sorted().toList()));
    }
    return found;
  }

  private static Object annotate(Axes axes, Given given) {
    String from = given.string("xycoords");
    String to = given.has("textcoords") ? given.string("textcoords") : from;
    for (String coords : List.of(from, to)) {
      if (!List.of("data", "axes fraction", "offset points").contains(coords)) {
        throw given.wrong(
            coords.equals(from) ? "xycoords" : "textcoords",
            "'data', 'axes fraction' or, for the words, 'offset points'");
      }
    }
    boolean within = from.equals("axes fraction");
    double[] at = pair(axes, given, "xy", within);
    boolean offset = to.equals("offset points") && given.has("xytext");
    boolean shares = to.equals("axes fraction") && given.has("xytext");
    double[] words = given.has("xytext") ? pair(axes, given, "xytext", shares || offset) : at;
    boolean arrow = given.get("arrowprops") instanceof Map<?, ?>;
    if (arrow && (shares || within)) {
      throw given.wrong("arrowprops", "None where a place is in 'axes fraction'");
    }
    double[] place =
        offset
            ? new double[] {at[0], at[1], words[0], words[1]}
            : new double[] {words[0], words[1], 0, 0};
    if (arrow) {
      double[] start = offset ? near(axes, at, words) : words;
      arrow(axes, start, at, (Map<?, ?>) given.get("arrowprops"));
    }
    return add(
        axes,
        given,
        place,
        shares || within && !given.has("xytext") || within && offset,
        given.string("text"));
  }

  /** The place so many points away from another, in a chart of common size. */
  private static double[] near(Axes axes, double[] at, double[] points) {
    double[] x = axes.ends(axes.x);
    double[] y = axes.ends(axes.y);
    double wide = axes.figure.width * 72 * 0.85;
    double tall = axes.figure.height * 72 * 0.8;
    double along =
        axes.x.along(at[0]) + points[0] / wide * (axes.x.along(x[1]) - axes.x.along(x[0]));
    double up = axes.y.along(at[1]) + points[1] / tall * (axes.y.along(y[1]) - axes.y.along(y[0]));
    return new double[] {axes.x.at(along), axes.y.at(up)};
  }

  private static double[] pair(Axes axes, Given given, String name, boolean plain) {
    List<Object> both = Values.items(given.get(name));
    if (both.size() != 2) {
      throw given.wrong(name, "a place, (x, y)");
    }
    if (plain) {
      return new double[] {Values.number(both.get(0)), Values.number(both.get(1))};
    }
    return new double[] {
      axes.x.place(List.of(both.get(0)))[0], axes.y.place(List.of(both.get(1)))[0]
    };
  }

  private static void arrow(Axes axes, double[] from, double[] to, Map<?, ?> looks) {
    check("arrowprops", looks, OF_ARROWS);
    Object color = first(looks, "color", "facecolor", "fc", "edgecolor", "ec");
    Object width = first(looks, "lw", "linewidth");
    String form = looks.containsKey("arrowstyle") ? String.valueOf(looks.get("arrowstyle")) : "->";
    String name = form.split(",")[0];
    if (!ARROWS.contains(name)) {
      throw PyError.value("Unknown style: " + Repr.quote(form));
    }
    boolean back = name.startsWith("<");
    boolean thick = looks.containsKey("width") || looks.containsKey("headwidth");
    double line = width instanceof Number number ? number.doubleValue() : thick ? 2.5 : 1;
    Object alpha = looks.get("alpha");
    Object dashes = first(looks, "ls", "linestyle");
    Style style =
        new Style(
            color == null ? Colors.INK : Colors.of(color),
            dashes == null ? "solid" : Style.line(dashes),
            null,
            line,
            6,
            alpha instanceof Number number ? number.doubleValue() : 1);
    double shrink = looks.get("shrink") instanceof Number share ? share.doubleValue() : 0;
    double dx = shrink * (to[0] - from[0]);
    double dy = shrink * (to[1] - from[1]);
    double[] start = {from[0] + dx, from[1] + dy};
    double[] end = {to[0] - dx, to[1] - dy};
    boolean both = name.equals("<->") || name.equals("<|-|>");
    head(axes, back && !both ? end : start, back && !both ? start : end, style, !name.equals("-"));
    if (both) {
      head(axes, end, start, style, true);
    }
  }

  private static void head(Axes axes, double[] from, double[] to, Style style, boolean head) {
    axes.marks.add(
        new Mark.Segments(
            new double[] {from[0]},
            new double[] {from[1]},
            new double[] {to[0]},
            new double[] {to[1]},
            style,
            head,
            null));
  }

  private static Object plainArrow(Axes axes, Given given) {
    double[] from = {given.number("x"), given.number("y")};
    double[] to = {from[0] + given.number("dx"), from[1] + given.number("dy")};
    Object color =
        given.has("color")
            ? given.get("color")
            : given.has("fc") ? given.get("fc") : given.get("ec");
    String ink = color == null ? Colors.cycle(0) : Colors.of(color);
    head(
        axes,
        from,
        to,
        new Style(ink, "solid", null, 1.5, 6, Style.first(given, 1, "alpha")),
        true);
    return new Artist("<matplotlib.patches.FancyArrow>", null, null);
  }

  /** The length of each bar above or beside it, or in its middle. */
  static Object onBars(Axes axes, Given given) {
    if (!(given.get("container") instanceof BarContainer bars)) {
      throw given.wrong("container", "what bar() handed back");
    }
    String type = given.string("label_type");
    if (!List.of("edge", "center").contains(type)) {
      throw given.wrong("label_type", "'edge' or 'center'");
    }
    Mark.Boxes boxes = bars.mark();
    boolean upright = isUpright(boxes);
    List<Object> own = given.has("labels") ? Values.items(given.get("labels")) : null;
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < boxes.top().length; i++) {
      double end = upright ? boxes.top()[i] : boxes.right()[i];
      double start = upright ? boxes.bottom()[i] : boxes.left()[i];
      double shown = type.equals("center") ? end - start : end;
      Object wanted = own == null || i >= own.size() ? null : own.get(i);
      String text =
          wanted != null
              ? Repr.text(wanted)
              : given.has("fmt") ? Ticks.ofOne(given.get("fmt")).at(shown, i) : Words.number(shown);
      all.add(onBar(axes, given, boxes, i, upright, type, text));
    }
    return all;
  }

  private static boolean isUpright(Mark.Boxes boxes) {
    double[] left = boxes.left();
    double[] bottom = boxes.bottom();
    boolean oneLeft = java.util.Arrays.stream(left).distinct().count() == 1;
    boolean oneBottom = java.util.Arrays.stream(bottom).distinct().count() == 1;
    return left.length < 2 ? bottom.length == 0 || bottom[0] == 0 : oneBottom || !oneLeft;
  }

  private static Object onBar(
      Axes axes, Given given, Mark.Boxes boxes, int i, boolean upright, String type, String text) {
    double end = upright ? boxes.top()[i] : boxes.right()[i];
    double start = upright ? boxes.bottom()[i] : boxes.left()[i];
    boolean inside = type.equals("center");
    boolean below = end < start;
    double away = inside ? 0 : (below ? -1 : 1) * (given.number("padding") + 2);
    double along = inside ? (start + end) / 2 : end;
    double middle =
        upright
            ? (boxes.left()[i] + boxes.right()[i]) / 2
            : (boxes.bottom()[i] + boxes.top()[i]) / 2;
    String across = upright || inside ? "middle" : below ? "right" : "left";
    String up = !upright || inside ? "center" : below ? "top" : "bottom";
    Font font = Font.of(10).with(given);
    boolean plain = !given.has("color") && !given.has("c");
    String ink = inside && plain ? Colors.against(boxes.fill()[i]) : font.color();
    axes.marks.add(
        new Mark.Words(
            upright ? middle : along,
            upright ? along : middle,
            false,
            upright ? 0 : away,
            upright ? away : 0,
            text,
            new Font(font.size(), ink, font.bold(), font.italic()),
            across,
            up,
            given.number("rotation"),
            1,
            null));
    return Artist.text("0, 0", text);
  }
}
