package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;

/** Forms to be put into a chart by {@code ax.add_patch}. */
final class Patches {
  private static final int CORNERS = 72;

  private Patches() {}

  static Object rectangle(Given given) {
    double[] at = pair(given);
    double turn = Math.toRadians(given.number("angle"));
    double[] right = {0, given.number("width"), given.number("width"), 0};
    double[] up = {0, 0, given.number("height"), given.number("height")};
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      x[i] = at[0] + right[i] * Math.cos(turn) - up[i] * Math.sin(turn);
      y[i] = at[1] + right[i] * Math.sin(turn) + up[i] * Math.cos(turn);
    }
    return form("Rectangle", given, x, y);
  }

  static Object circle(Given given) {
    double radius = given.number("radius");
    return round("Circle", given, radius, radius, 0);
  }

  static Object ellipse(Given given) {
    double turn = Math.toRadians(given.number("angle"));
    return round("Ellipse", given, given.number("width") / 2, given.number("height") / 2, turn);
  }

  private static Object round(String name, Given given, double wide, double tall, double turn) {
    double[] at = pair(given);
    double[] x = new double[CORNERS];
    double[] y = new double[CORNERS];
    for (int i = 0; i < CORNERS; i++) {
      double right = wide * Math.cos(2 * Math.PI * i / CORNERS);
      double up = tall * Math.sin(2 * Math.PI * i / CORNERS);
      x[i] = at[0] + right * Math.cos(turn) - up * Math.sin(turn);
      y[i] = at[1] + right * Math.sin(turn) + up * Math.cos(turn);
    }
    return form(name, given, x, y);
  }

  static Object polygon(Given given) {
    double[][] corners = Values.rows(given.get("xy"));
    double[] x = new double[corners.length];
    double[] y = new double[corners.length];
    for (int i = 0; i < corners.length; i++) {
      x[i] = corners[i][0];
      y[i] = corners[i][1];
    }
    return form("Polygon", given, x, y);
  }

  private static double[] pair(Given given) {
    double[] at = Values.numbers(given.get("xy"));
    if (at.length != 2) {
      throw given.wrong("xy", "a place, (x, y)");
    }
    return at;
  }

  private static Object form(String name, Given given, double[] x, double[] y) {
    Object inside = given.has("color") ? given.get("color") : given.get("facecolor");
    Object around = given.has("edgecolor") ? given.get("edgecolor") : given.get("color");
    String fill =
        !given.flag("fill") ? "none" : inside == null ? Colors.cycle(0) : Colors.orNone(inside);
    boolean edged = around != null && !"none".equals(around);
    String edge = edged ? Colors.of(around) : given.flag("fill") ? null : Colors.INK;
    double width =
        edge == null ? 0 : given.has("lw") ? given.number("lw") : given.number("linewidth");
    Mark.Shape shape =
        new Mark.Shape(
            x, y, fill, edge, width, Style.first(given, 1, "alpha"), Drawing.labelOf(given));
    return new Proxies.Handle("<matplotlib.patches." + name + ">", shape);
  }

  static Object add(Axes axes, Given given) {
    if (!(given.get("p") instanceof Proxies.Handle it && it.mark() instanceof Mark.Shape shape)) {
      throw PyError.type("add_patch() takes a form of matplotlib.patches");
    }
    return axes.add("matplotlib.patches.Patch", shape);
  }
}
