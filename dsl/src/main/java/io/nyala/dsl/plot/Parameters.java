package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Repr;
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
      super.put("figure.figsize", List.of(6.4, 4.8));
      super.put("figure.dpi", 100);
      super.put("axes.grid", false);
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
      return super.put(name, value);
    }

    @Override
    public void putAll(Map<?, ?> values) {
      values.forEach(this::put);
    }
  }

  final Table table = new Table();

  /** Binds the names of {@code plt} that say how things look. */
  void into(Namespace plt) {
    plt.define("rcParams", table);
    Namespace maps = new Namespace("matplotlib.cm");
    Colormap.names().forEach(name -> maps.define(name, name));
    plt.define("cm", maps);
    function(plt, "get_cmap(name='viridis')", given -> map(given.string("name")));
    function(plt, "rcdefaults()", given -> reset());
    for (String quiet : List.of("ion()", "ioff()", "draw()")) {
      // Figures are shown at the end of a cell, drawn to the end.
      function(plt, quiet, given -> null);
    }
    Namespace style = new Namespace("matplotlib.style");
    style.define("available", List.of("default", "tableau-colorblind10"));
    function(style, "use(style)", this::use);
    plt.define("style", style);
  }

  private static void function(Namespace in, String signature, Function<Given, Object> body) {
    LibraryFunction function = new LibraryFunction(in.name(), signature, Kind.ARRAY, body::apply);
    in.define(function.signature().name(), function);
  }

  private static Object map(String name) {
    Colormap.of(name);
    return name;
  }

  private Object reset() {
    table.reset();
    return null;
  }

  private Object use(Given given) {
    String style = given.string("style");
    if (!List.of("default", "tableau-colorblind10").contains(style)) {
      throw new PyError(
          "OSError",
          Repr.quote(style)
              + " is not a style here: charts follow the page's light or dark and have colours that"
              + " everyone can tell apart. There is 'default'; for a grid, rcParams['axes.grid'].");
    }
    return reset();
  }

  /** A new figure's size in inches. */
  double[] size() {
    double[] size = Values.numbers(table.get("figure.figsize"));
    double zoom = ((Number) table.get("figure.dpi")).doubleValue() / 100;
    return new double[] {size[0] * zoom, size[1] * zoom};
  }

  boolean grid() {
    return Boolean.TRUE.equals(table.get("axes.grid"));
  }
}
