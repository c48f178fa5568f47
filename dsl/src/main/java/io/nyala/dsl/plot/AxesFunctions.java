package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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

  private static final Set<String> OF_CHARTS_ALONE =
      Set.of(
          "add_patch", "remove", "legend_handles", "invert_xaxis", "invert_yaxis", "label_outer");

  private AxesFunctions() {}

  /** Whether {@code plt} offers it too. */
  static boolean isOfPyplot(String name) {
    boolean property =
        Set.of(
                "spines",
                "figure",
                "xaxis",
                "yaxis",
                "transAxes",
                "transData",
                "lines",
                "patches",
                "collections",
                "images")
            .contains(name);
    boolean own = name.startsWith("set") || name.startsWith("get_") || name.equals("add_patch");
    return !property
        && !Refusals.OF_CHARTS.contains(name)
        && !OF_CHARTS_ALONE.contains(name)
        && (!own || PYPLOT_NAMES.containsKey(name));
  }

  static void into(Axes axes) {
    Drawing.into(axes);
    Refusals.into(axes.members()::define, "Axes", Refusals.OF_CHARTS);
    def(
        axes,
        "set_title(label, fontdict=None, loc='center', pad=None, y=None, "
            + Font.ARGUMENTS.replace(", fontdict=None", "")
            + ")",
        AxesFunctions::title);
    String words =
        ", fontdict=None, labelpad=None, loc=None, "
            + Font.ARGUMENTS.replace(", fontdict=None", "");
    def(axes, "set_xlabel(xlabel" + words + ")", (a, g) -> label(a.x, g, "xlabel", "0.5, 0"));
    def(
        axes,
        "set_ylabel(ylabel" + words + ", rotation=None)",
        (a, g) -> label(a.y, g, "ylabel", "0, 0.5"));
    def(
        axes,
        "set_xlim(left=None, right=None, auto=False, xmin=None, xmax=None)",
        (a, g) -> limits(a, a.x, g, "left", "right"));
    def(
        axes,
        "set_ylim(bottom=None, top=None, auto=False, ymin=None, ymax=None)",
        (a, g) -> limits(a, a.y, g, "bottom", "top"));
    def(axes, "set_xscale(value, base=None)", (a, g) -> scale(a.x, g));
    def(axes, "set_yscale(value, base=None)", (a, g) -> scale(a.y, g));
    String looks = "rotation=None, ha=None, minor=False, " + Font.ARGUMENTS + ")";
    def(axes, "set_xticks(ticks=None, labels=None, " + looks, (a, g) -> ticks(a, a.x, g));
    def(axes, "set_yticks(ticks=None, labels=None, " + looks, (a, g) -> ticks(a, a.y, g));
    def(axes, "set_xticklabels(labels, " + looks, (a, g) -> ticks(a, a.x, g));
    def(axes, "set_yticklabels(labels, " + looks, (a, g) -> ticks(a, a.y, g));
    def(
        axes,
        "tick_params(axis='both', which='major', rotation=None, labelrotation=None, labelsize=None,"
            + " labelcolor=None, colors=None, color=None, length=None, left=None, bottom=None,"
            + " top=None, right=None, labelleft=None, labelbottom=None, labeltop=None,"
            + " labelright=None)",
        TickLooks::set);
    def(
        axes,
        "ticklabel_format(axis='both', style='', useOffset=None, scilimits=None)",
        TickLooks::format);
    def(axes, "locator_params(axis='both', nbins=None, integer=False)", TickLooks::places);
    def(axes, "set_aspect(aspect, adjustable=None)", AxesFunctions::aspect);
    def(axes, "set_box_aspect(aspect)", AxesFunctions::aspect);
    def(axes, "set_facecolor(color)", (a, g) -> a.paper = Colors.of(g.get("color")));
    def(axes, "set_axis_off()", (a, g) -> a.hidden = true);
    def(axes, "set_axis_on()", (a, g) -> a.hidden = false);
    def(axes, "set_visible(b)", AxesFunctions::visible);
    def(axes, "set_axisbelow(b)", (a, g) -> g.flag("b"));
    def(axes, "get_xlim()", (a, g) -> a.range(a.x));
    def(axes, "get_ylim()", (a, g) -> a.range(a.y));
    def(axes, "get_xticks()", (a, g) -> Ticks.both(a, a.x).get(0));
    def(axes, "get_yticks()", (a, g) -> Ticks.both(a, a.y).get(0));
    def(axes, "get_xticklabels()", (a, g) -> Ticks.both(a, a.x).get(1));
    def(axes, "get_yticklabels()", (a, g) -> Ticks.both(a, a.y).get(1));
    def(axes, "get_title()", (a, g) -> a.title);
    def(axes, "get_xlabel()", (a, g) -> a.x.label);
    def(axes, "get_ylabel()", (a, g) -> a.y.label);
    def(axes, "get_lines()", (a, g) -> a.members().get("lines"));
    def(axes, "get_figure()", (a, g) -> a.figure);
    def(axes, "get_legend_handles_labels()", (a, g) -> Legends.named(a));
    def(axes, "invert_xaxis()", (a, g) -> invert(a.x));
    def(axes, "invert_yaxis()", (a, g) -> invert(a.y));
    def(axes, "twinx()", AxesFunctions::twin);
    def(axes, "remove()", (a, g) -> remove(a));
    def(axes, "add_patch(p)", Patches::add);
    def(axes, "margins(*args, x=None, y=None, tight=True)", AxesFunctions::margins);
    def(axes, "autoscale(enable=True, axis='both', tight=None)", AxesFunctions::autoscale);
    def(axes, "label_outer()", (a, g) -> a.figure.labelOuter(a));
    def(axes, "relim()", (a, g) -> null);
    def(axes, "autoscale_view()", (a, g) -> null);
    def(axes, "minorticks_off()", (a, g) -> null);
    def(
        axes,
        "grid(visible=None, which='major', axis='both', color=None, c=None, linestyle=None, ls=None,"
            + " linewidth=None, lw=None, alpha=None, zorder=None)",
        TickLooks::grid);
    def(axes, Legends.SIGNATURE, Legends::ofAxes);
    def(axes, "axis(option=None, xmin=None, xmax=None, ymin=None, ymax=None)", AxesFunctions::axis);
    def(
        axes,
        "set(title=None, xlabel=None, ylabel=None, xlim=None, ylim=None, xscale=None, yscale=None,"
            + " xticks=None, yticks=None, xticklabels=None, yticklabels=None, aspect=None,"
            + " facecolor=None, visible=None, box_aspect=None)",
        AxesFunctions::set);
  }

  static void def(Axes axes, String signature, BiFunction<Axes, Given, Object> body) {
    axes.def(signature, given -> body.apply(axes, given));
  }

  private static Object title(Axes axes, Given given) {
    axes.title = Repr.text(given.get("label"));
    axes.titleFont = axes.titleFont.with(given);
    List<String> places = List.of("left", "center", "right");
    if (!places.contains(given.string("loc"))) {
      throw given.wrong("loc", "'left', 'center' or 'right'");
    }
    axes.titleAt = places.indexOf(given.string("loc")) / 2.0;
    return Artist.text("0.5, 1.0", axes.title);
  }

  private static Object label(Axis axis, Given given, String name, String place) {
    if (given.has("loc") && !"center".equals(given.get("loc"))) {
      throw given.wrong("loc", "'center'");
    }
    boolean turned = given.values().containsKey("rotation") && given.has("rotation");
    if (turned && !List.of("90", "vertical", "90.0").contains(given.string("rotation"))) {
      throw given.wrong("rotation", "90: the label of heights stands upright here");
    }
    axis.label = Repr.text(given.get(name));
    axis.font = axis.font.with(given);
    return Artist.text(place, axis.label);
  }

  private static Object limits(Axes axes, Axis axis, Given given, String low, String high) {
    if (given.get(low) instanceof List<?> both && both.size() == 2) {
      axis.limits(both.get(0), both.get(1));
      return axes.range(axis);
    }
    if (given.get(low) instanceof io.nyala.tensor.Tensor both && both.elements() == 2) {
      axis.limits(both.get(0), both.get(1));
      return axes.range(axis);
    }
    String letter = low.equals("left") ? "x" : "y";
    Object from = given.has(low) ? given.get(low) : given.get(letter + "min");
    Object to = given.has(high) ? given.get(high) : given.get(letter + "max");
    axis.limits(from, to);
    return axes.range(axis);
  }

  private static Object scale(Axis axis, Given given) {
    axis.scale(given.string("value"), given.get("base"));
    return null;
  }

  static Object ticks(Axes axes, Axis axis, Given given) {
    boolean ask =
        given.values().containsKey("ticks") && !given.has("ticks") && !given.has("labels");
    if (given.values().containsKey("minor") && given.flag("minor")) {
      throw given.wrong("minor", "False: small marks carry no words here");
    }
    if (given.values().containsKey("ticks") && given.has("ticks")) {
      axis.ticks = axis.place(given.get("ticks"));
      axis.tickLabels = null;
    }
    if (given.has("labels")) {
      labels(axes, axis, given);
    }
    if (given.values().containsKey("rotation")) {
      axis.rotation =
          "vertical".equals(given.get("rotation"))
              ? 90
              : Style.first(given, axis.rotation, "rotation");
      axis.tickAcross = given.has("ha") ? given.string("ha") : axis.tickAcross;
      axis.tickFont = axis.tickFont.with(given);
    }
    return ask ? Ticks.both(axes, axis) : null;
  }

  private static void labels(Axes axes, Axis axis, Given given) {
    if (axis.ticks() == null) {
      axis.ticks = Ticks.places(axis, axes.ends(axis));
    }
    List<String> labels = Values.items(given.get("labels")).stream().map(Repr::text).toList();
    int count = axis.ticks().length;
    if (labels.isEmpty()) {
      axis.tickLabels = java.util.Collections.nCopies(count, "");
      return;
    }
    axis.tickLabels = labels;
    if (count != labels.size()) {
      throw PyError.value(
          "The number of tick locations ("
              + count
              + ") does not match the number of labels ("
              + labels.size()
              + ").");
    }
  }

  private static Object invert(Axis axis) {
    axis.inverted = !axis.inverted;
    return null;
  }

  private static Object twin(Axes axes, Given given) {
    if (axes.rightOf != null || axes.right != null) {
      throw new PyError("NotImplementedError", "twinx(): a chart has one more axis, at its right");
    }
    axes.right = new Axes(axes.figure, axes);
    axes.figure.parameters.begin(axes.right);
    axes.right.y.grid = false;
    axes.figure.choose(axes.right);
    return axes.right;
  }

  private static Object remove(Axes axes) {
    if (axes.rightOf != null) {
      axes.rightOf.right = null;
    }
    axes.figure.remove(axes);
    return null;
  }

  private static Object visible(Axes axes, Given given) {
    if (!given.flag("b")) {
      axes.figure.remove(axes);
    }
    return null;
  }

  private static Object margins(Axes axes, Given given) {
    List<?> args = (List<?>) given.get("args");
    Object x = args.isEmpty() ? given.get("x") : args.get(0);
    Object y = args.isEmpty() ? given.get("y") : args.get(args.size() - 1);
    axes.x.margin = x == null ? axes.x.margin : Values.number(x);
    axes.y.margin = y == null ? axes.y.margin : Values.number(y);
    return null;
  }

  private static Object autoscale(Axes axes, Given given) {
    String which = given.string("axis");
    for (Axis axis : List.of(axes.x, axes.y)) {
      if (given.flag("enable")
          && (which.equals("both") || axis == (which.equals("x") ? axes.x : axes.y))) {
        axis.free();
        axis.margin = Boolean.TRUE.equals(given.get("tight")) ? 0 : axis.margin;
      }
    }
    return null;
  }

  private static Object aspect(Axes axes, Given given) {
    Object aspect = given.get("aspect");
    if (given.function().equals("set_box_aspect")
        && !Integer.valueOf(1).equals(aspect)
        && aspect != null) {
      throw given.wrong("aspect", "None");
    }
    axes.ratio = ratio(given, "aspect");
    return null;
  }

  /** How tall a step of heights is beside one of places; 0: whatever fills the room. */
  static double ratio(Given given, String name) {
    Object aspect = given.get(name);
    if (aspect == null || "auto".equals(aspect)) {
      return 0;
    }
    if ("equal".equals(aspect)) {
      return 1;
    }
    if (aspect instanceof Number number && number.doubleValue() > 0) {
      return number.doubleValue();
    }
    throw given.wrong(name, "'equal', 'auto' or a number above 0");
  }

  private static Object axis(Axes axes, Given given) {
    Object option = given.get("option");
    if (option instanceof List<?> four && four.size() == 4) {
      axes.x.limits(four.get(0), four.get(1));
      axes.y.limits(four.get(2), four.get(3));
    } else if (option instanceof Boolean on) {
      axes.hidden = !on;
    } else if (option != null) {
      named(axes, given, option.toString().toLowerCase(Locale.ROOT));
    }
    axes.x.limits(given.get("xmin"), given.get("xmax"));
    axes.y.limits(given.get("ymin"), given.get("ymax"));
    double[] x = axes.ends(axes.x);
    double[] y = axes.ends(axes.y);
    return Drawing.tuple(x[0], x[1], y[0], y[1]);
  }

  private static void named(Axes axes, Given given, String option) {
    switch (option) {
      case "off" -> axes.hidden = true;
      case "on" -> axes.hidden = false;
      case "equal", "square", "image", "scaled" -> axes.ratio = 1;
      case "auto" -> axes.ratio = 0;
      case "tight" -> {
        axes.x.margin = 0;
        axes.y.margin = 0;
      }
      default ->
          throw given.wrong(
              "option", "'off', 'on', 'equal', 'auto', 'tight' or [xmin, xmax, ymin, ymax]");
    }
  }

  private static Object set(Axes axes, Given given) {
    given
        .values()
        .forEach(
            (name, value) -> {
              if (value != null) {
                axes.call("set_" + name, List.of(value), Map.of());
              }
            });
    return null;
  }
}
