package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** {@code rcParams}: what figures start with; and the names of colour maps and styles. */
final class Parameters {

  /** A table that takes what is known alone. */
  static final class Table extends LinkedHashMap<Object, Object> {
    private static final long serialVersionUID = 1;

    private Table() {
      reset();
    }

    private void reset() {
      clear();
      super.put("figure.figsize", List.of(6.4, 4.8));
      super.put("figure.dpi", 100);
      super.put("figure.facecolor", "none");
      super.put("savefig.dpi", "figure");
      super.put("axes.grid", false);
      super.put("axes.facecolor", "none");
      super.put("axes.titlesize", 13);
      super.put("axes.labelsize", 11);
      super.put("axes.prop_cycle", List.of());
      super.put("axes.spines.left", true);
      super.put("axes.spines.bottom", true);
      super.put("font.size", 10);
      super.put("grid.color", "none");
      super.put("grid.linestyle", "-");
      super.put("image.cmap", "viridis");
      super.put("legend.fontsize", "medium");
      super.put("lines.linewidth", 1.5);
      super.put("lines.markersize", 6);
      super.put("text.color", "none");
      super.put("xtick.labelsize", 9.4);
      super.put("ytick.labelsize", 9.4);
    }

    @Override
    public Object put(Object name, Object value) {
      if (!containsKey(name)) {
        throw new PyError(
            "KeyError",
            Repr.of(name)
                + " is not supported; figures here heed "
                + Repr.of(List.copyOf(keySet())));
      }
      if (name.equals("font.size")) {
        double size = Values.number(value);
        super.put("axes.titlesize", size * 1.3);
        super.put("axes.labelsize", size * 1.1);
        super.put("xtick.labelsize", size * 0.94);
        super.put("ytick.labelsize", size * 0.94);
      }
      return super.put(name, value);
    }

    @Override
    public void putAll(Map<?, ?> values) {
      values.forEach(this::put);
    }
  }

  final Table table = new Table();

  Object get(String name) {
    return table.get(name);
  }

  double number(String name) {
    Object value = table.get(name);
    if (!(value instanceof CharSequence)) {
      return Values.number(value);
    }
    Given given = new Given("rcParams", Kind.ARRAY, Map.of(name, value));
    return Font.size(given, 10, name);
  }

  /** A colour; null: none was set. */
  String color(String name) {
    Object value = table.get(name);
    return "none".equals(value) ? null : Colors.of(value);
  }

  /** The colours of lines and bars; empty: those that everyone can tell apart. */
  List<String> cycle() {
    return Values.items(table.get("axes.prop_cycle")).stream().map(Colors::of).toList();
  }

  /** Has a new chart look as the table says. */
  void begin(Axes axes) {
    boolean grid = Boolean.TRUE.equals(table.get("axes.grid"));
    for (Axis axis : List.of(axes.x, axes.y)) {
      axis.grid = grid;
      axis.gridColor = color("grid.color");
      axis.gridLine = Style.line(table.get("grid.linestyle"));
      axis.font = ink(number("axes.labelsize"));
    }
    axes.x.tickFont = ink(number("xtick.labelsize"));
    axes.y.tickFont = ink(number("ytick.labelsize"));
    axes.titleFont = ink(number("axes.titlesize"));
    if (!"medium".equals(table.get("legend.fontsize")) || color("text.color") != null) {
      axes.legendFont = ink(number("legend.fontsize"));
    }
    axes.paper = color("axes.facecolor");
    axes.lineY = Boolean.TRUE.equals(table.get("axes.spines.left"));
    axes.lineX = Boolean.TRUE.equals(table.get("axes.spines.bottom"));
  }

  private Font ink(double size) {
    String color = color("text.color");
    return new Font(size, color == null ? Colors.INK : color, false, false);
  }

  /** Binds the names of {@code plt} that say how things look. */
  void into(Namespace plt) {
    plt.define("rcParams", table);
    Namespace maps = new Namespace("matplotlib.cm");
    Map<Object, Object> all = new LinkedHashMap<>();
    for (String name : Colormap.names()) {
      for (String each : List.of(name, name + "_r")) {
        maps.define(each, Colormap.of(each));
        all.put(each, Colormap.of(each));
      }
    }
    plt.define("cm", maps);
    plt.define("colormaps", all);
    function(plt, "get_cmap(name='viridis', lut=None)", Parameters::map);
    function(maps, "get_cmap(name='viridis', lut=None)", Parameters::map);
    function(plt, "set_cmap(cmap)", given -> table.put("image.cmap", given.get("cmap")));
    function(plt, "rcdefaults()", given -> reset());
    for (String quiet : List.of("ion()", "ioff()", "draw()", "pause(interval)")) {
      // Figures are shown at the end of a cell, drawn to the end.
      function(plt, quiet, given -> null);
    }
    plt.define("style", Styles.names(this));
  }

  static void function(Namespace in, String signature, Function<Given, Object> body) {
    LibraryFunction function = new LibraryFunction(in.name(), signature, Kind.ARRAY, body::apply);
    in.define(function.signature().name(), function);
  }

  private static Object map(Given given) {
    Colormap map = Colormap.of(given.get("name"));
    return given.has("lut") ? map.cut(given.integer("lut")) : map;
  }

  Object reset() {
    table.reset();
    return null;
  }

  /** A new figure's size in inches. */
  double[] size() {
    double[] size = Values.numbers(table.get("figure.figsize"));
    double zoom = number("figure.dpi") / 100;
    return Arrays.stream(size).map(side -> side * zoom).toArray();
  }
}
