package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.names.builtins.Formats;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Parts of a whole as wedges of a circle. */
final class Pie {
  /** What it can be told. */
  static final String SIGNATURE =
      "pie(x, explode=None, labels=None, colors=None, autopct=None, pctdistance=0.6, shadow=False,"
          + " labeldistance=1.1, startangle=0, radius=1, counterclock=True, wedgeprops=None,"
          + " textprops=None, center=None, frame=False, rotatelabels=False, normalize=True, hatch=None)";

  private final Axes axes;
  private final Given given;
  private final double radius;
  private final double hole;
  private final Font font;
  private String edge = Colors.PAPER;
  private double rim = 0.4;
  private double alpha = 1;

  private Pie(Axes axes, Given given) {
    this.axes = axes;
    this.given = given;
    this.radius = given.number("radius");
    this.font = font();
    this.hole = props();
  }

  static Object draw(Axes axes, Given given) {
    for (String other : List.of("frame", "rotatelabels")) {
      if (given.flag(other)) {
        throw given.wrong(other, "False");
      }
    }
    if (!given.flag("normalize")) {
      throw given.wrong("normalize", "True");
    }
    Everyday.refuse(given, "hatch", "center");
    return new Pie(axes, given).draw();
  }

  private Font font() {
    Font plain = Font.of(10);
    if (!(given.get("textprops") instanceof Map<?, ?> looks)) {
      return plain;
    }
    Map<String, Object> all = new java.util.LinkedHashMap<>();
    all.put("fontdict", null);
    for (String name :
        List.of("fontsize", "size", "color", "c", "fontweight", "weight", "fontstyle", "style")) {
      all.put(name, null);
    }
    all.put("fontdict", looks);
    return plain.with(new Given("pie", given.kind(), all));
  }

  /** The looks of wedges; how much of the middle is left out. */
  private double props() {
    if (!(given.get("wedgeprops") instanceof Map<?, ?> looks)) {
      return 0;
    }
    double inner = 0;
    for (Map.Entry<?, ?> each : looks.entrySet()) {
      Object value = each.getValue();
      switch (String.valueOf(each.getKey())) {
        case "width" -> inner = Math.max(0, radius - Values.number(value));
        case "edgecolor", "ec" -> edge = Colors.of(value);
        case "linewidth", "lw" -> rim = Values.number(value);
        case "alpha" -> alpha = Values.number(value);
        default ->
            throw PyError.type("wedgeprops: " + Repr.of(each.getKey()) + " is not supported");
      }
    }
    return inner;
  }

  private Object draw() {
    double[] sizes = Values.numbers(given.get("x"));
    double all = Arrays.stream(sizes).sum();
    if (!(all > 0) || Arrays.stream(sizes).anyMatch(size -> size < 0)) {
      throw PyError.value("Wedge sizes 'x' must be non negative values");
    }
    List<Object> labels = listOf("labels", sizes.length);
    List<Object> colors = given.has("colors") ? Values.items(given.get("colors")) : List.of();
    double[] out =
        given.has("explode") ? Values.numbers(given.get("explode")) : new double[sizes.length];
    if (out.length != sizes.length) {
      throw PyError.value("'explode' must be of length 'x'");
    }
    double turn = given.flag("counterclock") ? 360 : -360;
    double at = given.number("startangle");
    List<Object> wedges = new ArrayList<>();
    List<Object> texts = new ArrayList<>();
    for (int k = 0; k < sizes.length; k++) {
      double part = sizes[k] / all;
      String fill =
          colors.isEmpty() ? axes.figure.cycle(k % 7) : Colors.of(colors.get(k % colors.size()));
      String label = k < labels.size() ? Repr.text(labels.get(k)) : null;
      double middle = Math.toRadians(at + turn * part / 2);
      double[] from = {radius * out[k] * Math.cos(middle), radius * out[k] * Math.sin(middle)};
      if (given.flag("shadow")) {
        double[] under = {from[0] - 0.02 * radius, from[1] - 0.02 * radius};
        Mark.Shape shape = wedge(under, at, at + turn * part, "#808080", null);
        Mark.Shape dark = new Mark.Shape(shape.x(), shape.y(), "#808080", null, 0, 0.5, null);
        axes.marks.add(dark);
        axes.order.put(dark, 0.5);
      }
      wedges.add(
          axes.add("matplotlib.patches.Wedge", wedge(from, at, at + turn * part, fill, label)));
      if (label != null && given.has("labeldistance")) {
        String side = Math.cos(middle) < 0 ? "right" : "left";
        word(from, middle, given.number("labeldistance"), label, font, side);
        texts.add(Artist.text("0, 0", label));
      }
      if (given.has("autopct")) {
        boolean inside = given.number("pctdistance") < 1;
        Font ink = inside ? new Font(font.size(), Colors.against(fill), font.bold(), false) : font;
        word(from, middle, given.number("pctdistance"), share(100 * part), ink, "middle");
      }
      at += turn * part;
    }
    axes.ratio = 1;
    axes.hidden = true;
    double far = radius + Arrays.stream(out).max().orElse(0) * radius;
    axes.x.limits(-1.5 * far, 1.5 * far);
    axes.y.limits(-1.25 * far, 1.25 * far);
    return Drawing.tuple(wedges, texts);
  }

  private List<Object> listOf(String name, int count) {
    List<Object> all = given.has(name) ? Values.items(given.get(name)) : List.of();
    if (!all.isEmpty() && all.size() != count) {
      throw PyError.value("'" + name + "' must be of length 'x', not " + all.size());
    }
    return all;
  }

  private String share(double percent) {
    return given.get("autopct") instanceof CharSequence format
        ? Formats.percent(format.toString(), new Object[] {percent}, Map.of())
        : Ticks.ofOne(given.get("autopct")).at(percent, 0);
  }

  private void word(double[] from, double angle, double far, String text, Font ink, String across) {
    double x = from[0] + far * radius * Math.cos(angle);
    double y = from[1] + far * radius * Math.sin(angle);
    axes.marks.add(new Mark.Words(x, y, false, 0, 0, text, ink, across, "center", 0, 1, null));
  }

  private Mark.Shape wedge(double[] from, double start, double end, String fill, String label) {
    int steps = Math.max(2, (int) Math.ceil(Math.abs(end - start) / 2));
    int inner = hole > 0 ? steps + 1 : 1;
    double[] x = new double[steps + 1 + inner];
    double[] y = new double[steps + 1 + inner];
    for (int i = 0; i <= steps; i++) {
      double angle = Math.toRadians(start + (end - start) * i / steps);
      x[i] = from[0] + radius * Math.cos(angle);
      y[i] = from[1] + radius * Math.sin(angle);
      if (hole > 0) {
        x[x.length - 1 - i] = from[0] + hole * Math.cos(angle);
        y[y.length - 1 - i] = from[1] + hole * Math.sin(angle);
      }
    }
    if (hole == 0) {
      x[x.length - 1] = from[0];
      y[y.length - 1] = from[1];
    }
    return new Mark.Shape(x, y, fill, edge, rim, alpha, label);
  }
}
