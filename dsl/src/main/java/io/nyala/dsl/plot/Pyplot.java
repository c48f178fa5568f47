package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import io.nyala.dsl.show.Display;
import io.nyala.dsl.show.Repr;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * {@code matplotlib.pyplot}: the figures of a session, of which one is current. Figures that a cell
 * leaves open are shown at its end.
 */
public final class Pyplot {
  private final Namespace names = new Namespace("matplotlib.pyplot");
  private final TreeMap<Integer, Figure> open = new TreeMap<>();
  private final Parameters parameters = new Parameters();
  private Figure current;

  private Pyplot() {
    Axes table = new Axes(null);
    for (String name : table.members().memberNames()) {
      if (!(table.members().get(name) instanceof LibraryFunction function)) {
        continue;
      }
      String here = AxesFunctions.PYPLOT_NAMES.getOrDefault(name, name);
      if (!name.startsWith("set")) {
        names.define(here, delegate(here, function));
      } else if (!here.equals(name)) {
        names.define(here, delegate(here, function));
      }
    }
    def("figure(num=None, figsize=None, dpi=100)", this::figure);
    def(
        "subplots(nrows=1, ncols=1, sharex=False, sharey=False, squeeze=True, figsize=None,"
            + " layout=None, constrained_layout=None, tight_layout=None, dpi=100)",
        this::subplots);
    def("subplot(*args)", given -> figure().place(Cell.of(given)));
    parameters.into(names);
    def("gcf()", given -> figure());
    def("gca()", given -> figure().axes());
    def("sca(ax)", this::choose);
    def("cla()", given -> clearAxes());
    def("clf()", given -> figure().clear());
    def("show()", given -> show());
    def("close(fig=None)", this::close);
    for (String name :
        List.of("suptitle", "savefig", "tight_layout", "colorbar", "subplots_adjust")) {
      LibraryFunction function = (LibraryFunction) new Figure(0).members().get(name);
      String signature = function.signature().toString();
      def(signature, given -> onFigure(name, given));
    }
  }

  /** The names of one session. */
  public static Namespace names() {
    return new Pyplot().names;
  }

  private void def(String signature, Function<Given, Object> body) {
    LibraryFunction function =
        new LibraryFunction(names.name(), signature, Kind.ARRAY, body::apply);
    names.define(function.signature().name(), function);
  }

  /** A chart's function as one of the current chart. */
  private LibraryFunction delegate(String name, LibraryFunction function) {
    String signature = function.signature().toString();
    String own = function.signature().name();
    String renamed = name + signature.substring(signature.indexOf('('));
    return new LibraryFunction(names.name(), renamed, Kind.ARRAY, given -> onAxes(own, given));
  }

  private Object onAxes(String name, Given given) {
    return call((LibraryFunction) figure().axes().members().get(name), given);
  }

  private Object onFigure(String name, Given given) {
    return call((LibraryFunction) figure().members().get(name), given);
  }

  private static Object call(LibraryFunction function, Given given) {
    Map<String, Object> named = new java.util.LinkedHashMap<>(given.values());
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
    Figure made = new Figure(number);
    double[] size = parameters.size();
    made.size(size[0], size[1]);
    made.gridded = parameters.grid();
    return made;
  }

  /** {@code matplotlib} around its {@code pyplot}. */
  public static Namespace around(Namespace pyplot) {
    Namespace names = new Namespace("matplotlib");
    names.define("pyplot", pyplot);
    for (String shared : List.of("rcParams", "cm", "style")) {
      names.define(shared, pyplot.find(shared).orElseThrow());
    }
    return names;
  }

  private Object figure(Given given) {
    Figure made = make(given.integerOrNull("num"));
    size(made, given);
    double dots = given.number("dpi");
    if (dots != 100) {
      made.size(made.width * dots / 100, made.height * dots / 100);
    }
    return made;
  }

  private static void size(Figure figure, Given given) {
    if (given.has("figsize")) {
      double[] size = Values.numbers(given.get("figsize"));
      if (size.length != 2 || !(size[0] > 0) || !(size[1] > 0) || size[0] > 40 || size[1] > 40) {
        throw PyError.value(
            "figsize is (width, height) in inches, each up to 40; received "
                + Repr.of(given.get("figsize")));
      }
      figure.size(size[0], size[1]);
    }
  }

  private Object subplots(Given given) {
    Figure made = make(null);
    size(made, given);
    made.shareX = given.flag("sharex");
    made.shareY = given.flag("sharey");
    int rows = given.integer("nrows");
    int columns = given.integer("ncols");
    if (rows < 1 || columns < 1) {
      throw PyError.value("Number of rows and columns must be positive integers");
    }
    return made.with(made.grid(rows, columns, given.flag("squeeze")));
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
