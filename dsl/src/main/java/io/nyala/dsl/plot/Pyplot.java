package io.nyala.dsl.plot;

import io.nyala.dsl.names.Callable;
import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.Repr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code matplotlib.pyplot}: the figures of a session, of which one is current. Figures that a cell
 * leaves open are shown at its end.
 */
public final class Pyplot {
  private static final String FIGURE =
      "figsize=None, dpi=100, facecolor=None, layout=None, constrained_layout=None,"
          + " tight_layout=None";

  private static final List<String> FIGURE_NAMES =
      List.of(
          "subplot_kw",
          "num",
          "figsize",
          "dpi",
          "facecolor",
          "layout",
          "constrained_layout",
          "tight_layout");

  private final Namespace names;
  private final TreeMap<Integer, Figure> open = new TreeMap<>();
  private final Parameters parameters = new Parameters();
  private Figure current;

  private Pyplot(Namespace names) {
    this.names = names;
    Figure table = new Figure(0, parameters);
    delegate(new Axes(table));
    def("figure(num=None, " + FIGURE + ", clear=False)", this::figure);
    def(
        "subplots(nrows=1, ncols=1, sharex=False, sharey=False, squeeze=True, gridspec_kw=None, "
            + GridSpec.ARGUMENTS
            + ", subplot_kw=None, num=None, "
            + FIGURE
            + ")",
        this::subplots);
    def(
        "subplot(*args, " + FigureFunctions.OF_CHARTS + ")",
        given -> FigureFunctions.subplot(figure(), given));
    String mosaic =
        ((LibraryFunction) table.members().get("subplot_mosaic")).signature().toString();
    def(
        mosaic.substring(0, mosaic.length() - 1) + ", subplot_kw=None, num=None, " + FIGURE + ")",
        this::mosaic);
    def("subplot2grid(shape, loc, rowspan=1, colspan=1)", this::span);
    def("axes(arg=None, " + FigureFunctions.OF_CHARTS + ")", this::axes);
    parameters.into(names);
    names.define("rc", (Callable) this::parameters);
    def("gcf()", given -> figure());
    def("gca()", given -> figure().axes());
    def("sca(ax)", this::choose);
    def("cla()", given -> clearAxes());
    def("clf()", given -> figure().clear());
    def("gci()", given -> figure().mappable(given));
    def("clim(vmin=None, vmax=None)", this::limits);
    def(
        Legends.OF_FIGURE.replace("legend(", "figlegend("),
        given -> Legends.ofFigure(figure(), given));
    names.define("setp", (Callable) Setting::of);
    def("show(block=None)", given -> show());
    def("close(fig=None)", this::close);
    def("fignum_exists(num)", given -> open.containsKey(given.integer("num")));
    def("get_fignums()", given -> new ArrayList<Object>(open.keySet()));
    def("imread(fname)", Pictures::read);
    def("imsave(fname, arr, cmap=None, vmin=None, vmax=None)", Pictures::write);
    for (String name : FigureFunctions.OF_PYPLOT) {
      LibraryFunction function = (LibraryFunction) table.members().get(name);
      String here = name.equals("text") ? "figtext" : name;
      if (!name.equals("add_axes")) {
        String signature = function.signature().toString();
        def(here + signature.substring(signature.indexOf('(')), given -> onFigure(name, given));
      }
    }
    def(
        "GridSpec(nrows, ncols, figure=None, " + GridSpec.ARGUMENTS + ")",
        given ->
            GridSpec.of(
                Gaps.read(figure(), given), given.integer("nrows"), given.integer("ncols")));
    Namespace ticker = Tickers.ticker();
    for (String name : ticker.memberNames()) {
      names.define(name, ticker.get(name));
    }
    Refusals.into(names::define, "matplotlib.pyplot", Refusals.OF_PYPLOT);
    names.define("Rectangle", Tickers.patches().get("Rectangle"));
    names.define("Circle", Tickers.patches().get("Circle"));
    names.define("Line2D", Tickers.lines().get("Line2D"));
  }

  /** The names of one session. */
  public static Namespace names() {
    return Namespace.lazy("matplotlib.pyplot", Pyplot::new);
  }

  /** {@code matplotlib} around its {@code pyplot}. */
  public static Namespace around(Namespace pyplot) {
    Namespace names = new Namespace("matplotlib");
    names.define("pyplot", pyplot);
    for (String shared : List.of("rcParams", "cm", "style", "colormaps", "rc", "rcdefaults")) {
      names.define(shared, pyplot.find(shared).orElseThrow());
    }
    names.define("ticker", Tickers.ticker());
    names.define("patches", Tickers.patches());
    names.define("lines", Tickers.lines());
    Namespace grids = new Namespace("matplotlib.gridspec");
    grids.define("GridSpec", pyplot.get("GridSpec"));
    names.define("gridspec", grids);
    names.define("use", (Callable) (positional, named) -> null);
    return names;
  }

  private void def(String signature, Function<Given, Object> body) {
    LibraryFunction function =
        new LibraryFunction(names.name(), signature, Kind.ARRAY, body::apply);
    names.define(function.signature().name(), function);
  }

  /** What can be asked of a chart, as functions of the current chart. */
  private void delegate(Axes table) {
    for (String name : table.members().memberNames()) {
      if (!AxesFunctions.isOfPyplot(name)) {
        continue;
      }
      LibraryFunction function = (LibraryFunction) table.members().get(name);
      String here = AxesFunctions.PYPLOT_NAMES.getOrDefault(name, name);
      String signature = function.signature().toString();
      def(here + signature.substring(signature.indexOf('(')), given -> onAxes(name, given));
    }
  }

  private Object onAxes(String name, Given given) {
    return call((LibraryFunction) figure().axes().members().get(name), given);
  }

  private Object onFigure(String name, Given given) {
    return call((LibraryFunction) figure().members().get(name), given);
  }

  private Object mosaic(Given given) {
    Figure made = begun(given);
    Map<String, Object> named = new LinkedHashMap<>(given.values());
    FIGURE_NAMES.forEach(named::remove);
    return made.with(onFigure("subplot_mosaic", new Given("subplot_mosaic", Kind.ARRAY, named)));
  }

  private static Object call(LibraryFunction function, Given given) {
    Map<String, Object> named = new LinkedHashMap<>(given.values());
    Object rest = named.remove("args");
    return function.call(Kind.ARRAY, rest == null ? List.of() : (List<?>) rest, named);
  }

  /** The current figure, made if there is none. */
  private Figure figure() {
    return current == null ? make(null) : current;
  }

  private Figure make(Integer wanted) {
    int next = open.isEmpty() ? 1 : open.lastKey() + 1;
    int number = wanted == null ? next : wanted;
    current = open.computeIfAbsent(number, this::begin);
    Display.current().ifPresent(screen -> screen.atEnd(this, this::flush));
    return current;
  }

  private Figure begin(int number) {
    Figure made = new Figure(number, parameters);
    double[] size = parameters.size();
    made.size(size[0], size[1]);
    return made;
  }

  private Object figure(Given given) {
    if (given.get("num") instanceof Figure again) {
      current = again;
      return again;
    }
    boolean fresh = given.get("num") instanceof CharSequence;
    Figure made = make(fresh ? null : given.integerOrNull("num"));
    if (given.flag("clear")) {
      made.clear();
    }
    return look(made, given);
  }

  private static Figure look(Figure made, Given given) {
    size(made, given);
    double dots = given.has("dpi") ? given.number("dpi") : 100;
    if (dots != 100) {
      made.size(made.width * dots / 100, made.height * dots / 100);
    }
    if (given.has("facecolor")) {
      made.paper = Colors.of(given.get("facecolor"));
    }
    return made;
  }

  private static void size(Figure figure, Given given) {
    if (given.has("figsize")) {
      double[] size = Values.numbers(given.get("figsize"));
      if (size.length != 2 || !(size[0] > 0) || !(size[1] > 0) || size[0] > 100 || size[1] > 100) {
        throw PyError.value(
            "figsize is (width, height) in inches, each up to 100; received "
                + Repr.of(given.get("figsize")));
      }
      figure.size(size[0], size[1]);
    }
  }

  private Object subplots(Given given) {
    if (given.integer("nrows") < 1 || given.integer("ncols") < 1) {
      throw PyError.value("Number of rows and columns must be positive integers");
    }
    Figure made = begun(given);
    return made.with(made.grid(given));
  }

  /** The new figure of functions that make one with its charts. */
  private Figure begun(Given given) {
    if (given.get("subplot_kw") instanceof Map<?, ?> more && !more.isEmpty()) {
      throw given.wrong(
          "subplot_kw", "None: set what each chart is to have with its own functions");
    }
    boolean fresh = given.get("num") instanceof CharSequence;
    return look(make(fresh ? null : given.integerOrNull("num")), given);
  }

  private Object span(Given given) {
    int[] shape = given.integers("shape");
    int[] at = given.integers("loc");
    Cell from = Cell.of(shape[0], shape[1], at[0] * shape[1] + at[1]);
    int bottom = at[0] + given.integer("rowspan") - 1;
    int right = at[1] + given.integer("colspan") - 1;
    if (bottom >= shape[0] || right >= shape[1]) {
      throw new PyError(
          "IndexError", "the cells reach beyond the grid " + Repr.of(given.get("shape")));
    }
    return figure().place(from.to(bottom, right));
  }

  private Object axes(Given given) {
    if (given.has("arg")) {
      Object made = figure().call("add_axes", List.of(given.get("arg")), Map.of());
      return FigureFunctions.told((Axes) made, given);
    }
    Map<String, Object> whole = new LinkedHashMap<>(given.values());
    whole.remove("arg");
    whole.put("args", List.of(1, 1, 1));
    return FigureFunctions.subplot(figure(), new Given("axes", Kind.ARRAY, whole));
  }

  private Object parameters(List<Object> groups, Map<String, Object> values) {
    if (groups.size() != 1) {
      throw PyError.type("rc() takes one group, such as 'font', and its values");
    }
    for (Object group : Values.items(groups.get(0))) {
      values.forEach((name, value) -> parameters.table.put(group + "." + name, value));
    }
    return null;
  }

  private Object limits(Given given) {
    figure().mappable(given).call("set_clim", List.of(), given.values());
    return null;
  }

  private Object choose(Given given) {
    if (!(given.get("ax") instanceof Axes axes)) {
      throw given.wrong("ax", "a chart of a figure");
    }
    current = axes.figure;
    current.choose(axes);
    return null;
  }

  private Object clearAxes() {
    figure().axes().clear();
    return null;
  }

  /** Shows the open figures and forgets them. */
  private Object show() {
    List<Figure> all = List.copyOf(open.values());
    open.clear();
    current = null;
    for (Figure figure : all) {
      if (!figure.places.isEmpty()) {
        Display.current().ifPresent(screen -> screen.display(figure.bundle(), null));
      }
    }
    return null;
  }

  /** At a cell's end; what is the cell's value is shown as such. */
  private void flush(Object value) {
    if (value instanceof Figure figure) {
      open.values().remove(figure);
    }
    show();
  }

  private Object close(Given given) {
    Object which = given.get("fig");
    if (which == null) {
      open.values().remove(current);
    } else if ("all".equals(which)) {
      open.clear();
    } else if (which instanceof Figure figure) {
      open.values().remove(figure);
    } else if (which instanceof Integer number) {
      open.remove(number);
    } else {
      throw given.wrong("fig", "a figure, its number, or 'all'");
    }
    if (current != null && !open.containsValue(current)) {
      current = open.isEmpty() ? null : open.lastEntry().getValue();
    }
    return null;
  }
}
