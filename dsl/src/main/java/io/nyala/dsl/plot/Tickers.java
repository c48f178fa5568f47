package io.nyala.dsl.plot;

import io.nyala.dsl.names.Given;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.LibraryFunction;
import io.nyala.dsl.names.Namespace;
import io.nyala.dsl.names.PyError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** {@code matplotlib.ticker}, {@code matplotlib.patches} and {@code matplotlib.lines}. */
final class Tickers {
  private Tickers() {}

  /** {@code matplotlib.ticker}. */
  static Namespace ticker() {
    Namespace names = new Namespace("matplotlib.ticker");
    function(names, "MaxNLocator(nbins=9, integer=False)", Tickers::atMost);
    function(
        names,
        "MultipleLocator(base=1.0)",
        g -> places((low, high) -> Ticks.every(g.number("base"), low, high)));
    function(names, "FixedLocator(locs)", g -> fixed(Values.numbers(g.get("locs"))));
    function(names, "LinearLocator(numticks=11)", Tickers::even);
    function(names, "NullLocator()", g -> fixed(new double[0]));
    function(names, "AutoLocator()", g -> places((low, high) -> Ticks.nice(low, high, 9, false)));
    function(names, "PercentFormatter(xmax=100, decimals=None, symbol='%')", Tickers::percent);
    function(names, "FormatStrFormatter(fmt)", g -> Ticks.words(g.string("fmt")));
    function(names, "StrMethodFormatter(fmt)", g -> Ticks.words(g.string("fmt")));
    function(names, "FuncFormatter(func)", g -> Ticks.words(g.get("func")));
    function(names, "NullFormatter()", g -> words((value, place) -> ""));
    function(names, "ScalarFormatter()", g -> words((value, place) -> Words.number(value)));
    return names;
  }

  /** {@code matplotlib.patches}: signs for legends. */
  static Namespace patches() {
    Namespace names = new Namespace("matplotlib.patches");
    function(
        names, "Patch(color=None, facecolor=None, edgecolor=None, label=None)", Proxies::patch);
    String look =
        ", color=None, facecolor=None, edgecolor=None, linewidth=1, lw=None, fill=True, alpha=None,"
            + " label=None)";
    function(names, "Rectangle(xy, width, height, angle=0" + look, Patches::rectangle);
    function(names, "Circle(xy, radius=5" + look, Patches::circle);
    function(names, "Ellipse(xy, width, height, angle=0" + look, Patches::ellipse);
    function(names, "Polygon(xy" + look, Patches::polygon);
    return names;
  }

  /** {@code matplotlib.lines}. */
  static Namespace lines() {
    Namespace names = new Namespace("matplotlib.lines");
    function(
        names,
        "Line2D(xdata, ydata, " + Style.ARGUMENTS + ")",
        given -> Proxies.line(new Figure(0, new Parameters()), given));
    return names;
  }

  static void function(Namespace in, String signature, Function<Given, Object> body) {
    LibraryFunction function = new LibraryFunction(in.name(), signature, Kind.ARRAY, body::apply);
    in.define(function.signature().name(), function);
  }

  private static Ticks.Places places(Ticks.Places places) {
    return places;
  }

  private static Ticks.Words words(Ticks.Words words) {
    return words;
  }

  private static Ticks.Places fixed(double[] at) {
    return (low, high) -> Arrays.stream(at).filter(v -> v >= low && v <= high).toArray();
  }

  private static Object atMost(Given given) {
    int most = "auto".equals(given.get("nbins")) ? 9 : given.integer("nbins");
    boolean whole = given.flag("integer");
    if (most < 1) {
      throw PyError.value("nbins is a number of at least 1");
    }
    return places((low, high) -> Ticks.nice(low, high, most, whole));
  }

  private static Object even(Given given) {
    int count = given.integer("numticks");
    return places(
        (low, high) -> {
          double[] all = new double[count];
          Arrays.setAll(all, i -> low + (high - low) * i / Math.max(1, count - 1));
          return all;
        });
  }

  private static Object percent(Given given) {
    double whole = given.number("xmax");
    Integer digits = given.integerOrNull("decimals");
    String sign = given.string("symbol");
    return words(
        (value, place) -> {
          double share = 100 * value / whole;
          String number =
              digits == null
                  ? Words.number(Math.rint(share * 1e6) / 1e6)
                  : String.format(Locale.ROOT, "%." + digits + "f", share);
          return number + sign;
        });
  }

  /** The modules of matplotlib besides {@code pyplot} and what stands in it. */
  static List<Namespace> all() {
    return List.of(ticker(), patches(), lines());
  }
}
