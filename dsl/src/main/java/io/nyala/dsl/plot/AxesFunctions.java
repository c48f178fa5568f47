package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** What can be asked of a chart, by matplotlib's signatures: titles, limits, legend, grid. */
final class AxesFunctions {

  /** The names under which {@code plt} offers what a chart calls {@code set_…}. */
  static final Map<String, String> PYPLOT_NAMES =
      new TreeMap<>(
          Map.of(
              "set_title", "title",
              "set_xlabel", "xlabel",
              "set_ylabel", "ylabel",
              "set_xlim", "xlim",
              "set_ylim", "ylim",
              "set_xscale", "xscale",
              "set_yscale", "yscale",
              "set_xticks", "xticks",
              "set_yticks", "yticks"));

  private static final List<String> PLACES =
      List.of(
          "best",
          "upper right",
          "upper left",
          "lower left",
          "lower right",
          "right",
          "center left",
          "center right",
          "lower center",
          "upper center",
          "center");

  private AxesFunctions() {}

  static void into(Axes axes) {
    Drawing.into(axes);
    def(
        axes,
        "set_title(label, fontsize=None, loc='center', fontweight='normal')",
        AxesFunctions::title);
    def(axes, "set_xlabel(xlabel, fontsize=None)", (a, g) -> label(a.x, g, "xlabel", "0.5, 0"));
    def(axes, "set_ylabel(ylabel, fontsize=None)", (a, g) -> label(a.y, g, "ylabel", "0, 0.5"));
    def(axes, "set_xlim(left=None, right=None)", (a, g) -> limits(a, a.x, g, "left", "right"));
    def(axes, "set_ylim(bottom=None, top=None)", (a, g) -> limits(a, a.y, g, "bottom", "top"));
    def(axes, "set_xscale(value)", (a, g) -> scale(a.x, g));
    def(axes, "set_yscale(value)", (a, g) -> scale(a.y, g));
    String ticks = "(ticks=None, labels=None, rotation=None)";
    def(axes, "set_xticks" + ticks, (a, g) -> ticks(a.x, g));
    def(axes, "set_yticks" + ticks, (a, g) -> ticks(a.y, g));
    def(axes, "set_xticklabels(labels, rotation=None)", (a, g) -> ticks(a.x, g));
    def(axes, "set_yticklabels(labels, rotation=None)", (a, g) -> ticks(a.y, g));
    def(
        axes,
        "tick_params(axis='both', rotation=None, labelrotation=None, labelsize=None)",
        AxesFunctions::tickParams);
    def(axes, "set_aspect(aspect)", AxesFunctions::aspect);
    def(axes, "set_axis_off()", (a, g) -> a.hidden = true);
    def(axes, "get_xlim()", (a, g) -> a.range(a.x));
    def(axes, "get_ylim()", (a, g) -> a.range(a.y));
    def(axes, "invert_xaxis()", (a, g) -> invert(a.x));
    def(axes, "invert_yaxis()", (a, g) -> invert(a.y));
    def(axes, "grid(visible=True, which='major', axis='both', alpha=None)", AxesFunctions::grid);
    def(
        axes,
        "legend(labels=None, loc='best', title=None, fontsize=None, frameon=False)",
        AxesFunctions::legend);
    def(axes, "axis(option=None)", AxesFunctions::axis);
    def(
        axes,
        "set(title=None, xlabel=None, ylabel=None, xlim=None, ylim=None, xscale=None, yscale=None)",
        AxesFunctions::set);
  }

  static void def(Axes axes, String signature, BiFunction<Axes, Given, Object> body) {
    axes.def(signature, given -> body.apply(axes, given));
  }

  private static Object title(Axes axes, Given given) {
    axes.title = given.string("label");
    axes.titleSize = Style.first(given, axes.titleSize, "fontsize");
    List<String> places = List.of("left", "center", "right");
    if (!places.contains(given.string("loc"))) {
      throw given.wrong("loc", "'left', 'center' or 'right'");
    }
    axes.titleAt = places.indexOf(given.string("loc")) / 2.0;
    if (!List.of("normal", "bold").contains(given.string("fontweight"))) {
      throw given.wrong("fontweight", "'normal' or 'bold'");
    }
    axes.titleBold = given.string("fontweight").equals("bold");
    return Artist.text("0.5, 1.0", axes.title);
  }

  private static Object label(Axis axis, Given given, String name, String place) {
    axis.label = given.string(name);
    axis.labelSize = Style.first(given, axis.labelSize, "fontsize");
    return Artist.text(place, axis.label);
  }

  private static Object limits(Axes axes, Axis axis, Given given, String low, String high) {
    if (given.get(low) instanceof List<?> both && both.size() == 2) {
      axis.limits(both.get(0), both.get(1));
    } else {
      axis.limits(given.get(low), given.get(high));
    }
    return axes.range(axis);
  }

  private static Object scale(Axis axis, Given given) {
    axis.scale(given.get("value"));
    return null;
  }

  private static Object ticks(Axis axis, Given given) {
    if (given.values().containsKey("ticks") && given.has("ticks")) {
      axis.ticks = axis.place(given.get("ticks"));
      axis.tickLabels = null;
    }
    if (given.has("labels")) {
      axis.tickLabels = Values.items(given.get("labels")).stream().map(Repr::text).toList();
      int count = axis.ticks() == null ? -1 : axis.ticks().length;
      if (count != axis.tickLabels.size()) {
        throw PyError.value(
            "The number of tick locations ("
                + Math.max(count, 0)
                + ") does not match the number of labels ("
                + axis.tickLabels.size()
                + ").");
      }
    }
    axis.rotation = Style.first(given, axis.rotation, "rotation");
    return null;
  }

  private static Object invert(Axis axis) {
    axis.inverted = !axis.inverted;
    return null;
  }

  private static Object grid(Axes axes, Given given) {
    boolean on = given.flag("visible");
    String which = given.string("axis");
    if (!List.of("both", "x", "y").contains(which)) {
      throw given.wrong("axis", "'both', 'x' or 'y'");
    }
    String ticks = given.string("which");
    if (!List.of("major", "both").contains(ticks)) {
      throw given.wrong("which", "'major' or 'both'");
    }
    for (Axis axis : List.of(axes.x, axes.y)) {
      if (which.equals("both") || axis == (which.equals("x") ? axes.x : axes.y)) {
        axis.grid = on;
        axis.gridBetween = on && ticks.equals("both");
        axis.gridAlpha = Style.first(given, axis.gridAlpha, "alpha");
      }
    }
    return null;
  }

  private static Object tickParams(Axes axes, Given given) {
    String which = given.string("axis");
    if (!List.of("both", "x", "y").contains(which)) {
      throw given.wrong("axis", "'both', 'x' or 'y'");
    }
    for (Axis axis : List.of(axes.x, axes.y)) {
      if (which.equals("both") || axis == (which.equals("x") ? axes.x : axes.y)) {
        axis.rotation = Style.first(given, axis.rotation, "rotation", "labelrotation");
        axis.tickSize = Style.first(given, axis.tickSize, "labelsize");
      }
    }
    return null;
  }

  private static Object aspect(Axes axes, Given given) {
    Object aspect = given.get("aspect");
    boolean equal =
        "equal".equals(aspect) || aspect instanceof Number one && one.doubleValue() == 1;
    if (!equal && !"auto".equals(aspect)) {
      throw given.wrong("aspect", "'equal' or 'auto'");
    }
    axes.equal = equal;
    return null;
  }

  private static Object legend(Axes axes, Given given) {
    if (given.has("labels")) {
      relabel(axes, Values.items(given.get("labels")));
    }
    if (given.flag("frameon")) {
      throw given.wrong("frameon", "False: legends here have no frame");
    }
    axes.legendSize = Style.first(given, axes.legendSize, "fontsize");
    boolean number = given.get("loc") instanceof Integer;
    int index = number ? given.integer("loc") : -1;
    String place =
        index >= 0 && index < PLACES.size() ? PLACES.get(index) : String.valueOf(given.get("loc"));
    if (!PLACES.contains(place)) {
      throw PyError.value(
          Repr.quote(place) + " is not a valid value for loc; there are " + Repr.of(PLACES));
    }
    axes.legend = place;
    axes.legendTitle = given.has("title") ? given.string("title") : "";
    return new Artist("<matplotlib.legend.Legend>", null);
  }

  private static void relabel(Axes axes, List<Object> labels) {
    int next = 0;
    for (int i = 0; i < axes.marks.size() && next < labels.size(); i++) {
      Mark mark = axes.marks.get(i);
      String label = Repr.text(labels.get(next));
      Mark named =
          mark instanceof Mark.Line it
              ? new Mark.Line(it.x(), it.y(), it.style(), label)
              : mark instanceof Mark.Dots it
                  ? new Mark.Dots(
                      it.x(),
                      it.y(),
                      it.size(),
                      it.fill(),
                      it.edge(),
                      it.marker(),
                      it.alpha(),
                      label)
                  : mark instanceof Mark.Boxes it
                      ? new Mark.Boxes(
                          it.left(),
                          it.right(),
                          it.bottom(),
                          it.top(),
                          it.fill(),
                          it.edge(),
                          it.alpha(),
                          label)
                      : mark;
      if (named != mark) {
        axes.marks.set(i, named);
        next++;
      }
    }
  }

  private static Object axis(Axes axes, Given given) {
    Object option = given.get("option");
    if (option instanceof List<?> four && four.size() == 4) {
      axes.x.limits(four.get(0), four.get(1));
      axes.y.limits(four.get(2), four.get(3));
    } else if ("off".equals(option) || "on".equals(option)) {
      axes.hidden = "off".equals(option);
    } else if (List.of("equal", "square", "image", "scaled").contains(String.valueOf(option))) {
      axes.equal = true;
    } else if (option != null && !"auto".equals(option) && !"tight".equals(option)) {
      throw given.wrong("option", "'off', 'on', 'equal', 'auto' or [xmin, xmax, ymin, ymax]");
    }
    return null;
  }

  private static Object set(Axes axes, Given given) {
    given
        .values()
        .forEach(
            (name, value) -> {
              if (value != null) {
                axes.invokeMethod("set_" + name, new Object[] {value});
              }
            });
    return null;
  }
}
